//! Sprites: every picture that a scene can show.
//!
//! A sprite is a plain value. Its drawing is part of the art in `assets/`, under the picture's [`name`](Picture::name).

/// One frame of one picture, facing one way, with one skin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sprite {
    pub picture: Picture,
    /// The frame of the animation, from 0 to [`FRAMES`] - 1. Pictures without animation have frame 0 only.
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

/// The colours of a figure: rabbots are red.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Skin {
    Rabbit,
    Rabbot,
}

impl Sprite {
    /// A picture without animation, facing right.
    pub const fn still(picture: Picture) -> Sprite {
        Sprite { picture, frame: 0, facing: Facing::Right, skin: Skin::Rabbit }
    }
}

macro_rules! pictures {
    ($($(#[$doc:meta])* $variant:ident $name:literal $moves:literal,)*) => {
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

            /// How many frames it has: 1 or [`FRAMES`].
            pub const fn frames(self) -> u8 {
                match self { $(Picture::$variant => if $moves { FRAMES } else { 1 },)* }
            }
        }
    };
}

pictures! {
    // Tiles.
    Earth0 "earth-0" false,
    Earth1 "earth-1" false,
    Earth2 "earth-2" false,
    Earth3 "earth-3" false,
    Metal0 "metal-0" false,
    Metal1 "metal-1" false,
    Metal2 "metal-2" false,
    Metal3 "metal-3" false,
    /// Rises to the right; a ramp that rises to the left is its mirror image.
    Ramp0 "ramp-0" false,
    Ramp1 "ramp-1" false,
    Ramp2 "ramp-2" false,
    Ramp3 "ramp-3" false,
    /// Rises to the right, from the lower left corner of the cell to the upper right one.
    Bridge "bridge" false,
    /// The outline of a block at its top. Blocks are drawn without outlines, so that they join without a seam.
    EdgeTop "edge-top" false,
    /// The outline on the right side of the cell; mirrored, on the left side.
    EdgeSide "edge-side" false,
    EdgeBottom "edge-bottom" false,

    // Things.
    Entrance "entrance" false,
    Exit "exit" false,
    Pipe "pipe" false,
    Fire "fire" true,
    FireOnSlope "fire-on-slope" true,
    FireFalling "fire-falling" true,
    FireGoingOut "fire-going-out" true,
    TokenBash "token-bash" false,
    TokenDig "token-dig" false,
    TokenBridge "token-bridge" false,
    TokenBlock "token-block" false,
    TokenClimb "token-climb" false,
    TokenExplode "token-explode" false,
    TokenBrolly "token-brolly" false,

    // Signs beside a rabbit's head, above its cell.
    SignClimb "sign-climb" false,
    SignBrolly "sign-brolly" false,

    // The signs on buttons.
    IconBack "icon-back" false,
    IconExplodeAll "icon-explode-all" false,
    IconFast "icon-fast" false,
    IconNext "icon-next" false,
    IconPause "icon-pause" false,
    IconPlay "icon-play" false,
    IconRestart "icon-restart" false,
    IconZoomIn "icon-zoom-in" false,
    IconZoomOut "icon-zoom-out" false,

    // Movements of rabbits. The feet stand at the middle of the cell's lower edge unless said otherwise.
    /// One cell ahead, two hops a step.
    Walk "walk" true,
    /// Up a slope: as walking, leaning back.
    WalkUp "walk-up" true,
    /// Down a slope: as walking, leaning forward.
    WalkDown "walk-down" true,
    /// From facing left (frame 0) to facing right (last frame).
    Turn "turn" true,
    Wait "wait" true,
    Fall "fall" true,
    /// Frame 0 is the moment of the landing.
    DieOfFall "die-of-fall" true,
    /// As above, on a slope that rises to the right.
    DieOfFallOnSlope "die-of-fall-on-slope" true,
    EnterExit "enter-exit" true,
    /// From the wall on the right.
    EnterExitClimbing "enter-exit-climbing" true,
    /// Jumping for joy, round and round.
    Cheer "cheer" true,
    /// Gliding down under an umbrella.
    Float "float" true,
    Bash "bash" true,
    BashUselessly "bash-uselessly" true,
    /// The first half of a flat cell: the body sinks in from above, and the dust flies.
    Dig "dig" true,
    DigUselessly "dig-uselessly" true,
    /// Digging away the slope that it stands on.
    DigOnSlope "dig-on-slope" true,
    /// The three small steps of laying a plank: fetching it, ...
    Build1 "build-1" true,
    /// ... putting it down ...
    Build2 "build-2" true,
    /// ... and, in the first half, nailing it; in the second half a hop onto it.
    Build3 "build-3" true,
    Stop "stop" true,
    /// As above, on a slope that rises to the right.
    StopOnSlope "stop-on-slope" true,
    /// On the wall on the right, at the foot of it.
    ClimbStart "climb-start" true,
    /// Up by one cell.
    Climb "climb" true,
    /// Between two cells: holding on, looking up.
    ClimbRest "climb-rest" true,
    /// Over the top of the wall on the right.
    ClimbEnd "climb-end" true,
    BangHead "bang-head" true,
    Explode "explode" true,
    /// A rabbit and a rabbot meet.
    Crash "crash" true,
    Burn "burn" true,
    Drown "drown" true,
    LeaveWorld "leave-world" true,
}
