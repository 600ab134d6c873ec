//! The scrambling of hints and solutions, against the original's own examples.

use leveret::level::megacoder::{decode, encode};
use proptest::prelude::*;

#[track_caller]
fn check(plain: &str, code: &str) {
    assert_eq!(encode(plain), code, "encoding");
    assert_eq!(decode(code), plain, "decoding");
}

#[test]
fn texts_and_their_codes() {
    check("", "");
    check("a", "K");
    check("Hello World", "Igjj*z{j={4");
    check("Hello World!", " yyy\\z,\\4tve");
    check("☺ Mr Happy", "3TOzTig☺☺2");
    check("until:WON", "t0DNU5|=W");
    check("Select the bash", "_Uf?>3ZH_8>U>{3");
    check("bash&(1,0);4;RUNNING;1;WON", "WTSMTzF4=n M>DmTBMTr}3$Mz~");
}

proptest! {
    #[test]
    fn any_text_of_the_basic_plane_comes_back(text in "[\u{1}-\u{d7ff}]{0,80}") {
        prop_assert_eq!(decode(&encode(&text)), text);
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>()) {
        encode(&text);
        decode(&text);
    }
}
