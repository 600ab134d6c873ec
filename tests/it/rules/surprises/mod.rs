//! What surprises: the corners of the rules that nobody would guess, each of which some level relies on.

mod bridging;
mod deciding;
mod digging;
mod falling;
mod others;
mod rabbots;
mod walking;
