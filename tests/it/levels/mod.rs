//! Level files: what is read, what is refused and how, what is written.

mod broken;
mod clothes;
mod differential;
mod editing;
mod good;
mod hands;
mod megacoder;
mod properties;
mod recorded;
mod shipped;
mod slips;
mod strangers;
