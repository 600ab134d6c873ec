//! Sorted lists: finding and exchanging their items in time logarithmic in their number.

/// The items of a sorted list that have this key.
pub(super) fn with_key<T, K: Ord>(list: &[T], key: K, key_of: impl Fn(&T) -> K) -> &[T] {
    let start = list.partition_point(|item| key_of(item) < key);
    let length = list[start..].partition_point(|item| key_of(item) == key);
    &list[start..start + length]
}

/// Takes one item out of a sorted list and puts another one in.
pub(super) fn replace<T: Ord>(list: &mut Vec<T>, before: Option<T>, after: Option<T>) {
    if before == after {
        return;
    }
    if let Some(at) = before.and_then(|before| list.binary_search(&before).ok()) {
        list.remove(at);
    }
    if let Some(after) = after {
        let at = list.partition_point(|item| *item < after);
        list.insert(at, after);
    }
}
