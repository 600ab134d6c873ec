//! Sprites: every picture that a scene can show.
//!
//! A sprite is a plain value. Its drawing is part of the art in `assets/`, under the picture's [`name`](Picture::name).

/// One frame of one picture, facing one way, with one skin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sprite {
    pub picture: Picture,
    /// The frame of the animation, from 0 to [`FRAMES`] - 1; of a tile its look among its neighbours. Other pictures
    /// have frame 0 only.
    pub frame: u8,
    pub facing: Facing,
    pub skin: Skin,
}

/// Frames of an animation: the poses of a step. The position of a sprite changes in every frame drawn, independent of
/// its pose.
pub const FRAMES: u8 = 16;

/// The way that a sprite faces. Pictures are drawn facing right, and mirrored to face left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facing {
    Right,
    Left,
}

/// The coat of a figure: fur of three colours, or riveted metal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Skin {
    /// White, as all that is no figure.
    Rabbit,
    Sandy,
    Grey,
    Rabbot,
}

impl Skin {
    pub const ALL: [Skin; 4] = [Skin::Rabbit, Skin::Sandy, Skin::Grey, Skin::Rabbot];
}

impl Sprite {
    /// A picture without animation, facing right.
    pub const fn still(picture: Picture) -> Sprite {
        Sprite { picture, frame: 0, facing: Facing::Right, skin: Skin::Rabbit }
    }
}

/// How a picture is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    Still,
    Moving,
    /// Composed from parts by its look.
    Tile,
}

impl Picture {
    /// How many frames its animation has: 1 or [`FRAMES`].
    pub const fn frames(self) -> u8 {
        match self.kind() {
            PictureKind::Moving => FRAMES,
            PictureKind::Still | PictureKind::Tile => 1,
        }
    }
}

macro_rules! pictures {
    ($($(#[$doc:meta])* $variant:ident $name:literal $kind:ident,)*) => {
        /// Every picture of the art, in a fixed order.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Picture { $($(#[$doc])* $variant,)* }

        impl Picture {
            /// All pictures.
            pub const ALL: &'static [Picture] = &[$(Picture::$variant,)*];

            /// The name of the drawing.
            pub const fn name(self) -> &'static str {
                match self { $(Picture::$variant => $name,)* }
            }

            /// How it is drawn.
            pub const fn kind(self) -> PictureKind {
                match self { $(Picture::$variant => PictureKind::$kind,)* }
            }
        }
    };
}

pictures! {
    /// In the air.
    Shade "shade" Tile,
    // Tiles, whose looks `tiles` describes. Earth is without its outline; its variants differ in their hatching.
    Earth0 "earth-0" Tile,
    Earth1 "earth-1" Tile,
    Earth2 "earth-2" Tile,
    Earth3 "earth-3" Tile,
    /// Not mirrored to rise to the left, so that hatching goes on from tile to tile.
    RampRight0 "ramp-right-0" Tile,
    RampRight1 "ramp-right-1" Tile,
    RampLeft0 "ramp-left-0" Tile,
    RampLeft1 "ramp-left-1" Tile,
    Metal "metal" Tile,
    /// The outline of earth, with grass on its top.
    Edges "edges" Tile,
    /// Rises to the right, from the lower left corner of the cell to the upper right one.
    Bridge "bridge" Still,
    // What lies in the earth here and there.
    FindStones "find-stones" Still,
    FindPebbles "find-pebbles" Still,
    FindRoot "find-root" Still,
    FindShell "find-shell" Still,
    FindBone "find-bone" Still,

    // Things.
    Entrance "entrance" Still,
    /// Its door: shut in frame 0; it opens and shuts while one enters.
    Exit "exit" Moving,
    Pipe "pipe" Still,
    /// The light of a fire on what is behind it.
    FireGlow "fire-glow" Still,
    Fire "fire" Moving,
    FireOnSlope "fire-on-slope" Moving,
    FireFalling "fire-falling" Moving,
    FireGoingOut "fire-going-out" Moving,
    /// Where a fire went out or burnt somebody.
    Ash "ash" Still,
    /// As above, on a slope that rises to the right.
    AshOnSlope "ash-on-slope" Still,
    /// Where a stream lands, at the middle of the cell's lower edge.
    Foam "foam" Moving,
    /// Where something has fallen in: at the surface, in the middle of the cell's lower edge.
    Splash "splash" Moving,
    TokenBash "token-bash" Still,
    TokenDig "token-dig" Still,
    TokenBridge "token-bridge" Still,
    TokenBlock "token-block" Still,
    TokenClimb "token-climb" Still,
    TokenExplode "token-explode" Still,
    TokenBrolly "token-brolly" Still,

    // On the edge of the page and beside it.
    Tape "tape" Still,
    DoodleBridge "doodle-bridge" Still,
    DoodleCarrot "doodle-carrot" Still,
    DoodleDrop "doodle-drop" Still,
    DoodleGear "doodle-gear" Still,
    DoodleSpade "doodle-spade" Still,
    DoodleUmbrella "doodle-umbrella" Still,

    // Signs beside a rabbit's head, above its cell.
    SignClimb "sign-climb" Still,
    SignBrolly "sign-brolly" Still,

    // The signs on buttons.
    IconBack "icon-back" Still,
    IconExplodeAll "icon-explode-all" Still,
    IconFast "icon-fast" Still,
    IconFit "icon-fit" Still,
    IconLook "icon-look" Still,
    IconNext "icon-next" Still,
    IconPause "icon-pause" Still,
    IconPlay "icon-play" Still,
    IconRestart "icon-restart" Still,
    IconZoomIn "icon-zoom-in" Still,
    IconZoomOut "icon-zoom-out" Still,

    // The signs beside counts of rabbits.
    IconOut "icon-out" Still,
    IconWaiting "icon-waiting" Still,
    IconLost "icon-lost" Still,
    IconSaved "icon-saved" Still,

    // Movements of rabbits. The feet stand at the middle of the cell's lower edge unless said otherwise.
    /// One cell ahead, two hops a step.
    Walk "walk" Moving,
    /// Up a slope: as walking, leaning back.
    WalkUp "walk-up" Moving,
    /// Down a slope: as walking, leaning forward.
    WalkDown "walk-down" Moving,
    /// One cell ahead on the wheel of a rabbot.
    Roll "roll" Moving,
    RollUp "roll-up" Moving,
    RollDown "roll-down" Moving,
    /// From facing left (frame 0) to facing right (last frame).
    Turn "turn" Moving,
    Wait "wait" Moving,
    Fall "fall" Moving,
    /// Frame 0 is the moment of the landing.
    DieOfFall "die-of-fall" Moving,
    /// As above, on a slope that rises to the right.
    DieOfFallOnSlope "die-of-fall-on-slope" Moving,
    EnterExit "enter-exit" Moving,
    /// From the wall on the right.
    EnterExitClimbing "enter-exit-climbing" Moving,
    /// Jumping for joy, round and round.
    Cheer "cheer" Moving,
    /// Sitting down with its ears down.
    Mope "mope" Moving,
    /// Gliding down under an umbrella.
    Float "float" Moving,
    Bash "bash" Moving,
    BashUselessly "bash-uselessly" Moving,
    /// The first half of a flat cell: the body sinks in from above, and the dust flies.
    Dig "dig" Moving,
    DigUselessly "dig-uselessly" Moving,
    /// Digging away the slope that it stands on.
    DigOnSlope "dig-on-slope" Moving,
    /// The three small steps of laying a plank: fetching it, ...
    Build1 "build-1" Moving,
    /// ... putting it down ...
    Build2 "build-2" Moving,
    /// ... and, in the first half, nailing it; in the second half a hop onto it.
    Build3 "build-3" Moving,
    Stop "stop" Moving,
    /// As above, on a slope that rises to the right.
    StopOnSlope "stop-on-slope" Moving,
    /// On the wall on the right, at the foot of it.
    ClimbStart "climb-start" Moving,
    /// Up by one cell.
    Climb "climb" Moving,
    /// Between two cells: holding on, looking up.
    ClimbRest "climb-rest" Moving,
    /// Over the top of the wall on the right.
    ClimbEnd "climb-end" Moving,
    BangHead "bang-head" Moving,
    Explode "explode" Moving,
    /// A rabbit and a rabbot meet.
    Crash "crash" Moving,
    Burn "burn" Moving,
    Drown "drown" Moving,
    LeaveWorld "leave-world" Moving,
}
