//! The seven abilities that a token can give.

/// What a rabbit that takes a token learns to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ability {
    Bash,
    Dig,
    Bridge,
    Block,
    Climb,
    Explode,
    Brolly,
}

impl Ability {
    /// How many there are.
    pub const COUNT: usize = Ability::ALL.len();

    /// All abilities in their fixed order: that of the number keys and of the ability bar.
    pub const ALL: [Ability; 7] = [
        Ability::Bash,
        Ability::Dig,
        Ability::Bridge,
        Ability::Block,
        Ability::Climb,
        Ability::Explode,
        Ability::Brolly,
    ];

    /// The word for it in level files, solutions and on screen.
    pub const fn name(self) -> &'static str {
        match self {
            Ability::Bash => "bash",
            Ability::Dig => "dig",
            Ability::Bridge => "bridge",
            Ability::Block => "block",
            Ability::Climb => "climb",
            Ability::Explode => "explode",
            Ability::Brolly => "brolly",
        }
    }

    /// The ability of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Ability> {
        Ability::ALL.into_iter().find(|ability| ability.name() == name)
    }
}
