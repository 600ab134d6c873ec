//! The program: see the library for everything.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A frame touches thousands of small pages of memory, more than a processor remembers the addresses of; in a virtual machine
/// each address is looked up twice. This allocator asks the system for huge pages.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    leveret::cli::main()
}
