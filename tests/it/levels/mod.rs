//! Level files: what is read, what is refused and how, what is written.

mod megacoder;
mod recorded;
