//! The targets of the tests as programs for libFuzzer, one for each.

#[path = "../it/fuzz/targets/mod.rs"]
pub mod targets;

/// Makes the program of the target of this name.
#[macro_export]
macro_rules! fuzz {
    ($name:literal) => {
        libfuzzer_sys::fuzz_target!(|data: &[u8]| {
            let target = $crate::targets::TARGETS.iter().find(|target| target.name == $name);
            (target.expect("a target of this name").run)(data);
        });
    };
}
