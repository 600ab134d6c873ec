//! One target under libFuzzer: the one that `LEVERET_FUZZ_TARGET` names.

#![no_main]

#[path = "../it/fuzz/targets.rs"]
mod targets;

use std::env;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use targets::{TARGETS, Target};

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = env::var("LEVERET_FUZZ_TARGET").expect("LEVERET_FUZZ_TARGET names a target");
    *TARGETS.iter().find(|target| target.name == name).expect("a target of this name")
});

fuzz_target!(|data: &[u8]| (TARGET.run)(data));
