#![no_main]

leveret_fuzz::fuzz!("ron-levels");
