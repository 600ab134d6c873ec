//! How: items, drawings and hints in, pixels out.

pub mod art;
