//! Which key does what.

use std::collections::BTreeMap;
use std::fmt;

use super::command::{Command, KeyContext};
use super::key::Key;

/// The player's keys. Only commands whose keys were changed are held, so that new commands and better defaults reach
/// players who changed others. A key that the player has given to one command is no default of another any more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bindings {
    changed: Changed,
}

/// Commands with other keys than the default ones.
pub type Changed = BTreeMap<Command, Vec<Key>>;

/// Why keys of a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BindingError {
    /// The key has a fixed meaning there.
    Fixed(Command, Key),
    /// The key has two meanings in one context.
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

    /// The commands whose keys were changed.
    pub fn changed(&self) -> &Changed {
        &self.changed
    }

    /// What a key means in a context; global commands count in each.
    pub fn command(&self, context: KeyContext, key: Key) -> Option<Command> {
        let active = |command: &Command| command.context() == context || command.context() == KeyContext::Global;
        Command::ALL.iter().copied().filter(active).find(|command| self.keys(*command).contains(&key))
    }

    /// Gives a key to a command, and returns those that had it before. A key that it has already is removed.
    ///
    /// # Errors
    /// When the key has a fixed meaning there.
    pub fn toggle(&mut self, command: Command, key: Key) -> Result<Vec<Command>, BindingError> {
        if !command.context().allows(key) {
            return Err(BindingError::Fixed(command, key));
        }
        let mut keys = self.keys(command);
        if keys.contains(&key) {
            keys.retain(|other| *other != key);
            self.set(command, keys);
            return Ok(Vec::new());
        }
        let rivals = Command::ALL.iter().copied().filter(|other| other.context().overlaps(command.context()));
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

    /// Whether the player has given the key to another command in an overlapping context.
    fn is_taken(&self, command: Command, key: Key) -> bool {
        let mut rivals = self.changed.iter().filter(|(other, _)| other.context().overlaps(command.context()));
        rivals.any(|(_, keys)| keys.contains(&key))
    }
}

impl TryFrom<Changed> for Bindings {
    type Error = BindingError;

    fn try_from(changed: Changed) -> Result<Bindings, BindingError> {
        let pairs = || changed.iter().flat_map(|(command, keys)| keys.iter().map(|key| (*command, *key)));
        for (index, (command, key)) in pairs().enumerate() {
            if !command.context().allows(key) {
                return Err(BindingError::Fixed(command, key));
            }
            let mut before = pairs().take(index).filter(|(other, taken)| *taken == key && *other != command);
            if let Some((other, _)) = before.find(|(other, _)| other.context().overlaps(command.context())) {
                return Err(BindingError::Twice(other, command, key));
            }
        }
        Ok(Bindings { changed })
    }
}
