//! The rules, by pictures: a file per behaviour.
