//! Commands: all that a key can be bound to, where, and by which keys until the player changes them.

use super::key::Key::{self, *};
use crate::look::Hint;

/// Where a command is active.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyContext {
    /// While a level is played.
    Board,
    /// On all other screens.
    Menu,
    /// On every screen.
    Global,
}

impl KeyContext {
    pub const ALL: [KeyContext; 3] = [KeyContext::Board, KeyContext::Menu, KeyContext::Global];

    /// Whether one key cannot have a meaning in each.
    pub fn overlaps(self, other: KeyContext) -> bool {
        self == other || self == KeyContext::Global || other == KeyContext::Global
    }

    /// Whether a key can be given to a command here. Escape leads back from everywhere, and the keys that move and
    /// choose in a menu are fixed, so that no player can be locked out of it.
    pub fn allows(self, key: Key) -> bool {
        match self {
            KeyContext::Board => key != Escape,
            KeyContext::Global | KeyContext::Menu => {
                !matches!(key, Escape | Enter | Space | Tab | Backspace | Left | Right | Up | Down)
            }
        }
    }
}

/// The table of all commands: for each context the lines of its help, for each line its commands with their default
/// keys.
macro_rules! commands {
    ($($context:ident { $([$($command:ident ($($key:expr),*)),*])* })*) => {
        /// What a key can be bound to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command { $($($($command,)*)*)* }

        impl Command {
            /// All commands, line by line of the help.
            pub const ALL: &'static [Command] = &[$($($(Command::$command,)*)*)*];

            /// The command's name in the settings file.
            pub const fn name(self) -> &'static str {
                match self { $($($(Command::$command => stringify!($command),)*)*)* }
            }

            /// Where it is active.
            pub const fn context(self) -> KeyContext {
                match self { $($($(Command::$command => KeyContext::$context,)*)*)* }
            }

            /// Its default keys.
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
        [ReadHint(Char('h'))]
        [ExplodeAll(Char('x'))]
        [ZoomIn(Char('+'), Char('='))]
        [ZoomOut(Char('-'), Char('_'))]
        [Fit(Char('0'), Char('f'))]
        [BoardLeft(Left), BoardRight(Right), BoardUp(Up), BoardDown(Down)]
        [Restart(Char('r'))]
        [StepBack(Char('b'))]
        [Undo(Char('z'), Backspace)]
        [Redo(Char('y'))]
        [OtherWay(Char('o'))]
        [Share(Char('c'))]
        [KeepSolution(Char('k'))]
        [Film(Char('g'))]
        [FilmFrom(Char('i'), Char('['))]
        [FilmTo(Char('l'), Char(']'))]
        [GoBack(Char('u'))]
        [Leave()]
    }
    Menu {
        [Play(Char('p'))]
        [Levels(Char('l'))]
        [CustomLevel(Char('c'))]
        [Settings(Char('s'))]
        [About(Char('a'))]
        [Hint(Char('h'))]
        [ShowMe(Char('v'))]
        [Next(Char('n'))]
        [Retry(Char('r'))]
        [BeforeTheFall(Char('b'))]
        [ShareReplay(Char('t'))]
        [KeepReplay(Char('k'))]
        [FilmReplay(Char('g'))]
        [Replays(Char('w'))]
        [DeleteReplay(Char('d'))]
        [Quit(Char('q'))]
    }
    Global {
        [Help(Function(1))]
        [FullScreen(Function(11))]
        [Mute(Char('m'), Function(12))]
        [FrameTimes(Function(3))]
        [SwitchFilter(Function(4)), SwitchAntialias(Function(5)), SwitchAlpha(Function(6)), SwitchBlend(Function(7)),
            SwitchSprites(Function(8)), SwitchCache(Function(9)), SwitchRedraw(Function(10))]
    }
}

impl Command {
    /// Whether its keys go by their place, wherever the player's layout has their characters: the row of digits, and
    /// the keys of the cursor, which lie around each other.
    pub const fn acts_by_place(self) -> bool {
        matches!(self.line()[0], Command::Choose1 | Command::CursorUp)
    }

    /// Whether it is done again and again while its key is held: what moves something does, and nothing else. A held
    /// key is one decision.
    pub const fn repeats(self) -> bool {
        self.zooms()
            || matches!(
                self,
                Command::CursorUp
                    | Command::CursorLeft
                    | Command::CursorDown
                    | Command::CursorRight
                    | Command::StepBack
                    | Command::BoardLeft
                    | Command::BoardRight
                    | Command::BoardUp
                    | Command::BoardDown
            )
    }

    /// Whether it changes the size of the board, in steps. These commands work with Ctrl too, as in other programs.
    pub const fn zooms(self) -> bool {
        matches!(self, Command::ZoomIn | Command::ZoomOut)
    }

    /// The commands that choose an ability, in the order in which abilities are shown.
    pub const CHOICES: &'static [Command] = Command::Choose1.line();

    /// The command that switches a hint.
    pub const fn switching(hint: Hint) -> Command {
        match hint {
            Hint::Filter => Command::SwitchFilter,
            Hint::Antialias => Command::SwitchAntialias,
            Hint::Alpha => Command::SwitchAlpha,
            Hint::Blend => Command::SwitchBlend,
            Hint::Sprites => Command::SwitchSprites,
            Hint::Cache => Command::SwitchCache,
            Hint::Redraw => Command::SwitchRedraw,
        }
    }

    /// The hint that the command switches, if it switches one.
    pub fn switched_hint(self) -> Option<Hint> {
        Hint::ALL.iter().copied().find(|hint| Command::switching(*hint) == self)
    }
}

/// The commands of a context, line by line of the help.
pub fn lines(context: KeyContext) -> impl Iterator<Item = &'static [Command]> {
    let commands = Command::ALL.iter().filter(move |command| command.context() == context);
    commands
        .map(|command| (command, command.line()))
        .filter(|(command, line)| line[0] == **command)
        .map(|(_, line)| line)
}
