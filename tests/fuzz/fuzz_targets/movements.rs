#![no_main]

leveret_fuzz::fuzz!("movements");
