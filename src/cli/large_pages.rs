//! Memory in pages of 2 MiB instead of 4 KiB.
//!
//! A frame reads sprites, lists and glyphs from hundreds of small pages, and the processor must look up where each of
//! them lies; in a virtual machine twice. With large pages frames are made in about nine tenths of the time, and vary
//! less. On Linux a program has to ask for them. The allocator of the C library does so if a variable of the
//! environment says so when the program starts: so the program starts itself once more.

/// Starts the program once more in its own place, with memory in large pages. Returns if that has happened already, if
/// the allocator was tuned by hand, and if the program cannot be started.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn ask() {
    use std::env;
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    /// The variable that the allocator of glibc reads.
    const VARIABLE: &str = "GLIBC_TUNABLES";

    /// The heap asks for large pages (since glibc 2.35), also for blocks of up to 32 MiB, and keeps up to 256 MiB for
    /// later: what is given back must be cleared when it is asked for again, which takes as long as a frame may. Larger
    /// blocks, such as frames of windows beyond 3840x2160, are given back at once.
    const LARGE_PAGES: &str =
        "glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=268435456";

    if env::var_os(VARIABLE).is_some() {
        return;
    }
    let Ok(program) = env::current_exe() else { return };
    let cause = Command::new(program).args(env::args_os().skip(1)).env(VARIABLE, LARGE_PAGES).exec();
    log::warn!("memory stays in small pages, for the program could not be started once more: {cause}");
}

/// Elsewhere the system decides alone.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn ask() {}
