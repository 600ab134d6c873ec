//! Which key does what.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Command, Key, Place};

/// The player's keys: of those commands whose keys are not as at first, so that new commands and better defaults reach
/// whoever changed others. A key that the player has given to one command is no other's default any more.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Changed", try_from = "Changed")]
pub struct Bindings {
    changed: Changed,
}

type Changed = BTreeMap<Command, Vec<Key>>;

/// Why keys cannot be as somebody wrote them down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BindingError {
    /// The key has a meaning there that nothing may take from it.
    Fixed(Command, Key),
    /// The key has two meanings in one place.
    Twice(Command, Command, Key),
}

impl fmt::Display for BindingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BindingError::Fixed(command, key) => write!(f, "key `{key}` cannot be given to `{command:?}`"),
            BindingError::Twice(one, other, key) => write!(f, "key `{key}` is given to both `{one:?}` and `{other:?}`"),
        }
    }
}

impl std::error::Error for BindingError {}

impl Bindings {
    /// The keys of a command.
    pub fn keys(&self, command: Command) -> Vec<Key> {
        match self.changed.get(&command) {
            Some(keys) => keys.clone(),
            None => command.default_keys().iter().copied().filter(|key| !self.is_taken(command, *key)).collect(),
        }
    }

    /// Whether the player has changed none.
    pub fn are_as_at_first(&self) -> bool {
        self.changed.is_empty()
    }

    /// What a key means in a place; commands that are heard anywhere are heard there too.
    pub fn command(&self, place: Place, key: Key) -> Option<Command> {
        let heard = |command: &Command| command.place() == place || command.place() == Place::Anywhere;
        Command::ALL.iter().copied().filter(heard).find(|command| self.keys(*command).contains(&key))
    }

    /// Gives a key to a command, and returns those that had it before. One that it has already is taken from it.
    ///
    /// # Errors
    /// When the key is one of those that nothing may change there.
    pub fn toggle(&mut self, command: Command, key: Key) -> Result<Vec<Command>, BindingError> {
        if !command.place().allows(key) {
            return Err(BindingError::Fixed(command, key));
        }
        let mut keys = self.keys(command);
        if keys.contains(&key) {
            keys.retain(|other| *other != key);
            self.set(command, keys);
            return Ok(Vec::new());
        }
        let rivals = Command::ALL.iter().copied().filter(|other| other.place().meets(command.place()));
        let losers: Vec<Command> = rivals.filter(|other| self.keys(*other).contains(&key)).collect();
        for loser in &losers {
            if let Some(keys) = self.changed.get_mut(loser) {
                keys.retain(|other| *other != key);
            }
        }
        keys.push(key);
        self.set(command, keys);
        Ok(losers)
    }

    fn set(&mut self, command: Command, keys: Vec<Key>) {
        if keys == command.default_keys() {
            self.changed.remove(&command);
        } else {
            self.changed.insert(command, keys);
        }
    }

    /// Whether the player has given the key to another command that would be in this one's way.
    fn is_taken(&self, command: Command, key: Key) -> bool {
        let mut rivals = self.changed.iter().filter(|(other, _)| other.place().meets(command.place()));
        rivals.any(|(_, keys)| keys.contains(&key))
    }
}

impl From<Bindings> for Changed {
    fn from(bindings: Bindings) -> Changed {
        bindings.changed
    }
}

impl TryFrom<Changed> for Bindings {
    type Error = BindingError;

    fn try_from(changed: Changed) -> Result<Bindings, BindingError> {
        let pairs = || changed.iter().flat_map(|(command, keys)| keys.iter().map(|key| (*command, *key)));
        for (place, (command, key)) in pairs().enumerate() {
            if !command.place().allows(key) {
                return Err(BindingError::Fixed(command, key));
            }
            let mut before = pairs().take(place).filter(|(other, taken)| *taken == key && *other != command);
            if let Some((other, _)) = before.find(|(other, _)| other.place().meets(command.place())) {
                return Err(BindingError::Twice(other, command, key));
            }
        }
        Ok(Bindings { changed })
    }
}
