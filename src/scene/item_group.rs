//! Items that are the same in many frames: listed once, shared by the display lists of those frames, and compared by
//! their address. The bars of a level in play are one, and a board full of water is a few.

use std::sync::Arc;

use super::item::Item;

/// Items from back to front. A clone is the same list.
#[derive(Debug, Clone)]
pub struct ItemGroup(Arc<[Item]>);

impl ItemGroup {
    pub fn new(items: Vec<Item>) -> ItemGroup {
        ItemGroup(items.into())
    }

    pub fn items(&self) -> &[Item] {
        &self.0
    }

    /// Whether one is a clone of the other: then no item has to be looked at.
    pub fn is_clone_of(&self, other: &ItemGroup) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl PartialEq for ItemGroup {
    fn eq(&self, other: &ItemGroup) -> bool {
        self.is_clone_of(other) || self.0 == other.0
    }
}
