//! No text vanishes: what our font lacks comes from another one, or is a box.

use ab_glyph::{Font as _, FontArc, FontRef};
use leveret::level::Level;
use leveret::look::{Color, Typeface, add_font, glyphs, lacks_glyph, take_missing, text_width};
use leveret::raster::{Frame, Painter, Rendering};
use leveret::scene::{Align, Item, Rect};

use crate::game::{Game, lines};

const SIZE: f32 = 32.0;

/// The dark pixels of a text.
fn ink(words: &str) -> usize {
    let (width, height) = (320, 48);
    let whole = Rect::new(0, 0, width, height);
    let mut frame = Frame::new(width as u32, height as u32);
    let items = [
        Item::Fill { rect: whole, color: Color::rgb(255, 255, 255) },
        Item::Text {
            text: words.to_owned().into(),
            rect: whole,
            size: SIZE,
            align: Align::Left,
            color: Color::rgb(0, 0, 0),
            typeface: Typeface::Hand,
        },
    ];
    Painter::new(Rendering::default()).expect("the art is whole").paint(&items, &mut frame);
    frame.data().chunks_exact(4).filter(|pixel| pixel[0] < 128).count()
}

#[test]
fn a_character_that_no_font_has_is_a_box() {
    let (one, three) = (ink("\u{1340}"), ink("\u{1340}\u{1341}\u{1342}"));
    assert!(one > 20, "{one} dark pixels");
    assert_eq!(three, 3 * one, "a box for each character");
    assert_eq!(text_width("\u{1340}\u{1341}", SIZE), 2.0 * text_width("\u{1340}", SIZE), "it has its room");
    assert!(glyphs("a\u{1340}b", Typeface::Hand, SIZE).map(|glyph| glyph.x).is_sorted());
}

#[test]
fn what_leaves_no_mark_is_no_box() {
    for invisible in [" ", "\u{a0}", "\u{3000}", "\u{200b}", "\u{200d}", "\u{feff}", "\u{fe0f}", "\n", "\u{202e}"] {
        assert_eq!(ink(invisible), 0, "{invisible:?}");
        assert!(!lacks_glyph(invisible.chars().next().expect("a character")), "{invisible:?}");
    }
    assert_eq!(text_width("a\u{200d}b", SIZE), text_width("a", SIZE) + text_width("b", SIZE));
}

#[test]
fn our_font_has_what_the_game_says() {
    let all = ('!'..='~').chain("äöüÄÖÜßéèàç…–−×¼½„“”’©".chars());
    let lacking: String = all.filter(|character| lacks_glyph(*character)).collect();
    assert_eq!(lacking, "");
    assert!("אجक兎🐇".chars().all(lacks_glyph));
    assert!("Жuk Ωμέγα".chars().all(|character| !lacks_glyph(character)), "the monospaced font has them");
}

/// The characters here are used by no other test: fonts are added for all.
#[test]
fn a_font_that_has_the_character_stands_in() {
    let character = '\u{10df}';
    let words = character.to_string();
    let boxed = (ink(&words), text_width(&words, SIZE));
    assert!(take_missing().contains(&character), "it was missed");
    assert!(!take_missing().contains(&character), "that is said once");
    add_font(FontArc::try_from_vec(font_with(character, 'f')).expect("a font"), &[character]);
    let shown = (ink(&words), text_width(&words, SIZE));
    assert_ne!(shown, boxed);
    assert_eq!(shown, (ink("f"), text_width("f", SIZE)));
}

/// Our font with one character only, which looks like `like`: its table of characters is replaced by one at the end.
fn font_with(character: char, like: char) -> Vec<u8> {
    let mut font = include_bytes!("../../assets/font/patrick-hand.ttf").to_vec();
    let glyph = FontRef::try_from_slice(&font).expect("a font").glyph_id(like);
    let character = u32::from(character);
    // Version, number of tables, platform, encoding; then the table: format 12, with one group.
    let mut table: Vec<u8> = [0_u16, 1, 3, 10].into_iter().flat_map(u16::to_be_bytes).collect();
    table.extend(12_u32.to_be_bytes());
    table.extend([12_u16, 0].into_iter().flat_map(u16::to_be_bytes));
    table.extend([28, 0, 1, character, character, u32::from(glyph.0)].into_iter().flat_map(u32::to_be_bytes));
    let record = font.windows(4).position(|tag| tag == b"cmap").expect("a table of characters");
    let start = font.len() as u32;
    font[record + 8..record + 12].copy_from_slice(&start.to_be_bytes());
    font[record + 12..record + 16].copy_from_slice(&(table.len() as u32).to_be_bytes());
    font.extend(table);
    font
}

/// A level of another script shows its name.
#[test]
fn a_level_in_another_script_can_be_read() {
    let text = include_str!("data/corridor.ron").replace("Corridor", "Глубокая нора");
    let game = Game::level(Level::from_ron(&text, "нора.ron").expect("a level"));
    assert!(lines(&game.items()).iter().any(|line| line == "Глубокая нора"), "{:?}", game.lines());
    assert!(ink("Глубокая нора") > 12 * ink("\u{1340}") / 2);
}
