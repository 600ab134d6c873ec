#![no_main]

leveret_fuzz::fuzz!("keys");
