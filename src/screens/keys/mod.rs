//! The keys: what can be done with them, which key does what at first, and what the player has made of it.

mod bindings;
mod word;

pub use bindings::{BindingError, Bindings};
pub use word::KeyError;

use serde::{Deserialize, Serialize};

use super::input::Key::{self, *};

/// Where a command is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// While a level is played.
    Board,
    /// On all other screens.
    Menu,
    /// On every screen.
    Anywhere,
}

impl Place {
    pub const ALL: [Place; 3] = [Place::Board, Place::Menu, Place::Anywhere];

    /// Whether one key cannot have a meaning in both.
    fn meets(self, other: Place) -> bool {
        self == other || self == Place::Anywhere || other == Place::Anywhere
    }

    /// Whether a key can be given to a command here. Escape leads back from everywhere; and nobody can lock himself out
    /// of a menu, because the keys that move and choose there keep doing so.
    pub fn allows(self, key: Key) -> bool {
        match self {
            Place::Board => key != Escape,
            Place::Anywhere | Place::Menu => {
                !matches!(key, Escape | Enter | Space | Tab | Backspace | Left | Right | Up | Down)
            }
        }
    }
}

/// The table of all commands: for each place the lines of its help, for each line its commands with the keys that they
/// have at first.
macro_rules! commands {
    ($($place:ident { $([$($command:ident ($($key:expr),*)),*])* })*) => {
        /// What a key can be bound to. The settings file calls them by these names.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Command { $($($($command,)*)*)* }

        impl Command {
            /// All commands, line by line of the help.
            pub const ALL: &'static [Command] = &[$($($(Command::$command,)*)*)*];

            /// Where it is heard.
            pub const fn place(self) -> Place {
                match self { $($($(Command::$command => Place::$place,)*)*)* }
            }

            /// The keys that it has at first.
            pub const fn default_keys(self) -> &'static [Key] {
                match self { $($($(Command::$command => &[$($key),*],)*)*)* }
            }

            /// The line of the help that it belongs to.
            pub const fn line(self) -> &'static [Command] {
                match self { $($($(Command::$command)|* => &[$(Command::$command),*],)*)* }
            }
        }
    };
}

commands! {
    Board {
        [Choose1(Char('1')), Choose2(Char('2')), Choose3(Char('3')), Choose4(Char('4')), Choose5(Char('5')),
            Choose6(Char('6')), Choose7(Char('7'))]
        [Pause(Space, Char('p'))]
        [Step(Char('n'))]
        [Faster(Char('.'))]
        [Slower(Char(','))]
        [CursorUp(Char('w')), CursorLeft(Char('a')), CursorDown(Char('s')), CursorRight(Char('d'))]
        [Drop(Char('e'), Enter)]
        [Look(Tab)]
        [ExplodeAll(Char('x'))]
        [ZoomIn(Char('+'), Char('='))]
        [ZoomOut(Char('-'), Char('_'))]
        [Fit(Char('0'), Char('f'))]
        [BoardLeft(Left), BoardRight(Right), BoardUp(Up), BoardDown(Down)]
        [Restart(Char('r'))]
        [Leave()]
    }
    Menu {
        [Play(Char('p'))]
        [Levels(Char('l'))]
        [CustomLevel(Char('c'))]
        [Settings(Char('s'))]
        [About(Char('a'))]
        [Hint(Char('h'))]
        [ShowMe(Char('m'))]
        [Next(Char('n'))]
        [Retry(Char('r'))]
        [Quit(Char('q'))]
    }
    Anywhere {
        [Help(Function(1))]
        [FullScreen(Function(11))]
        [FrameTimes(Function(3))]
        [SwitchFilter(Function(4)), SwitchAntialias(Function(5)), SwitchAlpha(Function(6)), SwitchBlend(Function(7)),
            SwitchSprites(Function(8)), SwitchCache(Function(9)), SwitchRedraw(Function(10))]
    }
}

impl Command {
    /// The commands that choose an ability, in the order in which abilities are shown.
    pub const CHOICES: &'static [Command] = Command::Choose1.line();

    /// The commands that switch the painter's hints, in the order of the hints.
    pub const SWITCHES: &'static [Command] = Command::SwitchFilter.line();
}

/// The commands of a place, line by line of the help.
pub fn lines(place: Place) -> impl Iterator<Item = &'static [Command]> {
    let commands = Command::ALL.iter().filter(move |command| command.place() == place);
    commands
        .map(|command| (command, command.line()))
        .filter(|(command, line)| line[0] == **command)
        .map(|(_, line)| line)
}
