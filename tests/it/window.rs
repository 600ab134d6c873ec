//! The window: what it makes of events and time, and the real binary on a desktop of its own.

mod desktop;
mod events;
mod hands;
mod keeping;
mod losing;
mod opening;
mod playing;
mod reloading;
mod sharing;
