#![no_main]

leveret_fuzz::fuzz!("rel-levels");
