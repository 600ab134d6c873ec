//! How the game may sound: leaf data that those who decide what is heard and those who make it share.

/// How loud something is: so many percent of its full level, in steps of 25.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Volume {
    percent: u8,
}

impl Volume {
    pub const FULL: Volume = Volume { percent: 100 };
    const STEP: u8 = 25;

    /// The nearest volume that can be chosen.
    pub const fn of_percent(percent: u8) -> Volume {
        let near = (percent as u16 + Volume::STEP as u16 / 2) / Volume::STEP as u16 * Volume::STEP as u16;
        Volume { percent: if near > 100 { 100 } else { near as u8 } }
    }

    pub const fn percent(self) -> u8 {
        self.percent
    }

    /// Its position among the volumes that can be chosen, from silence on.
    pub const fn index(self) -> usize {
        (self.percent / Volume::STEP) as usize
    }

    /// The next louder one; after the loudest comes silence.
    #[must_use]
    pub const fn next(self) -> Volume {
        Volume { percent: if self.percent >= 100 { 0 } else { self.percent + Volume::STEP } }
    }

    /// The factor of its samples. Ears hear ratios: half of the way is a quarter of the amplitude.
    pub fn gain(self) -> f32 {
        let part = f32::from(self.percent) / 100.0;
        part * part
    }
}

/// How loud all is that can be heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Volumes {
    pub sounding: Sounding,
    /// What happens on the board, and the answers of buttons and keys.
    pub effects: Volume,
    pub music: Volume,
}

impl Default for Volumes {
    fn default() -> Volumes {
        Volumes { sounding: Sounding::On, effects: Volume::FULL, music: Volume::of_percent(50) }
    }
}

/// Whether anything is heard at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sounding {
    #[default]
    On,
    Muted,
}

impl Sounding {
    pub const fn other(self) -> Sounding {
        match self {
            Sounding::On => Sounding::Muted,
            Sounding::Muted => Sounding::On,
        }
    }
}

/// The game's answer to a hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Click {
    /// Something else is in focus, or another value is chosen.
    Tick,
    /// Another screen opens.
    Page,
    /// A token lies where it was put.
    Placed,
    /// A token cannot lie there.
    Refused,
    /// Time was turned back or forward.
    Seek,
}

/// The pieces of music: one for the menus, and one for each set of levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Burrow,
    Meadow,
    Quarry,
    Bridges,
    Towers,
    Waters,
    Works,
}

impl Theme {
    pub const ALL: [Theme; 7] =
        [Theme::Burrow, Theme::Meadow, Theme::Quarry, Theme::Bridges, Theme::Towers, Theme::Waters, Theme::Works];

    /// Its name in level files.
    pub const fn name(self) -> &'static str {
        match self {
            Theme::Burrow => "burrow",
            Theme::Meadow => "meadow",
            Theme::Quarry => "quarry",
            Theme::Bridges => "bridges",
            Theme::Towers => "towers",
            Theme::Waters => "waters",
            Theme::Works => "works",
        }
    }
}
