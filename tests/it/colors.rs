//! The safe colours, as they look to people who cannot tell red from green, and how drawings get them.

use leveret::look::{Color, Palette, palette};
use leveret::raster::art::{Antialias, Art};
use leveret::scene::{Facing, Picture, Skin, Sprite};

use crate::art::shipped_files;

/// How far apart two colours must be in CIELAB: about 2 can just be told apart side by side.
const LEAST: f32 = 15.0;

/// What happens to linear red, green and blue in an eye without one kind of cone: Viénot, Brettel and Mollon, "Digital
/// video colourmaps for checking the legibility of displays by dichromats", 1999.
const EYES: [(&str, [[f32; 3]; 3]); 3] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]]),
    ("deuteranopia", [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]]),
];

fn lab(color: Color, eye: [[f32; 3]; 3]) -> [f32; 3] {
    let linear = [color.red, color.green, color.blue].map(|value| {
        let value = f32::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    let times = |rows: [[f32; 3]; 3], [x, y, z]: [f32; 3]| rows.map(|[a, b, c]| a * x + b * y + c * z);
    let seen = times(eye, linear).map(|value| value.clamp(0.0, 1.0));
    // To XYZ, each as a share of that of white.
    let [x, y, z] = times([[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0177, 0.1095, 0.8728]], seen)
        .map(|value| if value > 0.008_856 { value.cbrt() } else { 7.787 * value + 16.0 / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The distance of two colours to the eye that tells them apart least well, and which that is.
fn distance(one: Color, other: Color) -> (f32, &'static str) {
    let apart = |eye| {
        let squares = lab(one, eye).into_iter().zip(lab(other, eye)).map(|(a, b)| (a - b) * (a - b));
        squares.sum::<f32>().sqrt()
    };
    let all = EYES.map(|(name, eye)| (apart(eye), name));
    all.into_iter().min_by(|(a, _), (b, _)| a.total_cmp(b)).expect("three eyes")
}

/// A translucent colour on paper.
fn on_paper(color: Color) -> Color {
    let blend = |src: u8, dst: u8| {
        let alpha = u32::from(color.alpha);
        ((u32::from(src) * alpha + u32::from(dst) * (255 - alpha)) / 255) as u8
    };
    let paper = palette::PAPER;
    Color::rgb(blend(color.red, paper.red), blend(color.green, paper.green), blend(color.blue, paper.blue))
}

/// The most frequent colour in a column of the drawing, which is that of an area and no line.
fn shade(art: &Art, picture: Picture, skin: Skin, column: f32) -> Color {
    let sprite = Sprite { picture, frame: 0, facing: Facing::Right, skin };
    let (left, _, _, _) = art.pixel_bounds(sprite, 100);
    let drawn = art.draw(sprite, 100, Antialias::Off);
    let x = (column as i32 - left) as u32;
    let mut colors: Vec<(Color, u32)> = Vec::new();
    for pixel in (0..drawn.height()).filter_map(|y| drawn.pixel(x, y)).filter(|pixel| pixel.is_opaque()) {
        let color = Color::rgb(pixel.red(), pixel.green(), pixel.blue());
        match colors.iter_mut().find(|(known, _)| *known == color) {
            Some((_, count)) => *count += 1,
            None => colors.push((color, 1)),
        }
    }
    colors.into_iter().max_by_key(|(_, count)| *count).expect("the column has ink").0
}

#[track_caller]
fn check(things: &[(&str, Color)]) {
    for (index, (one, color)) in things.iter().enumerate() {
        for (other, other_color) in &things[..index] {
            let (apart, eye) = distance(*color, *other_color);
            assert!(apart >= LEAST, "{one} {color:?} and {other} {other_color:?} are {apart} apart with {eye}");
        }
    }
}

#[test]
fn good_and_bad_can_be_told_apart() {
    let safe = Palette::Safe;
    check(&[("good", safe.good()), ("bad", safe.bad()), ("a panel", palette::PANEL)]);
    check(&[
        ("the aim", on_paper(safe.aim())),
        ("a refusal", on_paper(safe.refused())),
        ("water", on_paper(palette::WATER)),
        ("paper", palette::PAPER),
    ]);
}

#[test]
fn drawings_can_be_told_apart() {
    let art = Art::shipped(Palette::Safe).expect("the art is whole");
    check(&[
        ("the exit", shade(&art, Picture::Exit, Skin::Rabbit, 15.0)),
        ("the entrance", shade(&art, Picture::Entrance, Skin::Rabbit, 24.0)),
        ("earth", shade(&art, Picture::Earth0, Skin::Rabbit, 50.0)),
    ]);
    check(&[
        ("a rabbit", shade(&art, Picture::Walk, Skin::Rabbit, 47.0)),
        ("a rabbot", shade(&art, Picture::Walk, Skin::Rabbot, 47.0)),
    ]);
    check(
        &[
            Picture::TokenBash,
            Picture::TokenDig,
            Picture::TokenBridge,
            Picture::TokenBlock,
            Picture::TokenClimb,
            Picture::TokenExplode,
            Picture::TokenBrolly,
        ]
        .map(|token| (token.name(), shade(&art, token, Skin::Rabbit, 20.0))),
    );
}

/// The measure would refuse the usual colours: to one man in fifty, two of the tokens look all but the same.
#[test]
fn the_usual_drawings_cannot() {
    let art = Art::shipped(Palette::Standard).expect("the art is whole");
    let [explode, dig] = [Picture::TokenExplode, Picture::TokenDig].map(|token| shade(&art, token, Skin::Rabbit, 20.0));
    let (apart, _) = distance(explode, dig);
    assert!(apart < LEAST, "{apart}");
}

/// A drawing may get another usual colour: what is told apart by colour is chosen by class.
#[test]
fn safe_and_rabbot_colours_are_chosen_by_class() {
    let art = |files: &[(String, String)], palette| {
        let files = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        Art::parse(files, palette).expect("the art is whole")
    };
    let files = shipped_files();
    for (path, usual, picture, palette, skin) in [
        ("parts/exit.svg", "#6db46c", Picture::Exit, Palette::Safe, Skin::Rabbit),
        ("parts/exit.svg", "#3f8142", Picture::Exit, Palette::Safe, Skin::Rabbit),
        ("parts/rabbit.svg", "#fffdf7", Picture::Walk, Palette::Standard, Skin::Rabbot),
    ] {
        let mut changed = files.clone();
        let (_, text) = changed.iter_mut().find(|(name, _)| name == path).expect(path);
        assert!(text.contains(usual), "{path} has no {usual}");
        *text = text.replace(usual, "#123456");
        let sprite = Sprite { skin, ..Sprite::still(picture) };
        let draw = |files, palette, skin| art(files, palette).draw(Sprite { skin, ..sprite }, 64, Antialias::On);
        assert_ne!(
            draw(&files, Palette::Standard, Skin::Rabbit).data(),
            draw(&changed, Palette::Standard, Skin::Rabbit).data()
        );
        assert_eq!(draw(&files, palette, skin).data(), draw(&changed, palette, skin).data(), "{usual} in {path}");
    }
}
