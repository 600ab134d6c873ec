//! The picture page: hints, and what they do to a sample, before and after.

use std::collections::BTreeSet;
use std::time::Duration;

use leveret::app::{App, Store, Stores, quality_of};
use leveret::look::{Hints, text_width};
use leveret::scene::Item;
use leveret::screens::{Input, Language, Places, Quality, Screen, Session, Settings, TextSize};

/// The game on the picture page, a few steps into the sample.
fn page(settings: Settings) -> App {
    let hints = leveret::app::hints_of(&settings.quality).expect("hints");
    opened(Session::default().with_settings(settings), hints)
}

fn opened(session: Session, hints: Hints) -> App {
    let mut app = App::new(Screen::title(session), hints.into()).expect("the art is whole");
    turn(&mut app, Input::Resize { width: 1280, height: 720, scale: 1.0 });
    press(&mut app, "s Enter");
    turn(&mut app, Input::Tick(Duration::from_millis(3000)));
    app
}

fn turn(app: &mut App, input: Input) {
    assert!(app.turn(input).is_continue(), "the game goes on");
}

fn press(app: &mut App, keys: &str) {
    keys.split(' ').for_each(|key| turn(app, Input::Key(key.parse().expect("a key"))));
}

fn items(app: &App) -> Vec<Item> {
    let mut items = Vec::new();
    app.screen().draw_hud(&mut items);
    items
}

fn words(app: &App) -> Vec<String> {
    let text = |item| if let Item::Text { text, .. } = item { Some(text.into_owned()) } else { None };
    items(app).into_iter().filter_map(text).collect()
}

fn places(app: &App) -> Places {
    let Screen::Picture(page) = app.screen() else { panic!("on screen {}", app.screen().caption()) };
    page.places()
}

/// The pixels of both samples, each with its enlarged detail.
fn samples(app: &mut App) -> [Vec<u8>; 2] {
    let _ = app.frame();
    let (places, frame) = (places(app), app.last_frame());
    let (width, height) = (places.size.0 as usize, places.size.1 as usize);
    let end = places.details[0].0 + places.detail.width * places.factor as i32 - places.samples[0].0;
    assert!(end as usize > width);
    places.samples.map(|(left, top)| {
        let rows = frame.data().chunks_exact(frame.width() as usize * 4).skip(top as usize).take(height);
        rows.flat_map(|row| &row[left as usize * 4..][..end as usize * 4]).copied().collect()
    })
}

#[test]
fn presets_and_single_hints_hold_at_once() {
    let mut app = page(Settings::default());
    press(&mut app, "Enter");
    assert_eq!((app.screen().quality(), app.hints()), (&Quality::Quality, "quality".parse().expect("hints")));
    press(&mut app, "Left Down Right");
    assert_eq!(app.hints(), "balanced,filter=nearest".parse().expect("hints"));
    assert_eq!(app.screen().settings().quality, Quality::Own("balanced,filter=nearest".to_owned()));
    press(&mut app, "Left Down Enter");
    assert_eq!(app.screen().settings().quality, Quality::Own("balanced,antialias=off".to_owned()));
    press(&mut app, "Enter");
    assert_eq!(app.screen().settings().quality, Quality::Balanced, "all are as in a preset");
}

#[test]
fn before_and_after_are_seen_side_by_side() {
    let mut app = page(Settings::default());
    let [before, now] = samples(&mut app);
    assert!(before == now, "nothing was changed yet");
    press(&mut app, "Down Enter");
    let [still, now] = samples(&mut app);
    assert!(still == before && now != before);
    // Whatever was chosen, as before is what it was when the page was opened.
    press(&mut app, "Down Down Enter End Down Down Down Down Down Down Enter");
    assert_eq!(app.hints(), Hints::default());
    let [before, now] = samples(&mut app);
    assert!(before == now);
}

#[test]
fn a_hint_without_effect_is_said_to_have_none() {
    let idle = |app: &App| words(app).iter().filter(|words| words.starts_with("does nothing")).count();
    let mut app = page(Settings::default());
    assert_eq!(idle(&app), 0);
    // At 64 pixels a tile masters are copied: no filter is left anything to do.
    press(&mut app, "+ Down Enter");
    assert_eq!(idle(&app), 2);
    let [before, now] = samples(&mut app);
    assert!(before == now);
    // Colours that are mixed as light are rounded in one way only; vectors are not scaled.
    let app = page(Settings { quality: Quality::Quality, ..Settings::default() });
    assert_eq!(idle(&app), 2);
}

#[test]
fn the_median_of_what_each_takes_is_shown() {
    let mut app = page(Settings::default());
    let shown = |app: &App| words(app).into_iter().filter(|words| words.ends_with(" ms")).collect::<Vec<_>>();
    assert!(shown(&app).is_empty());
    for milliseconds in [1, 9, 2] {
        app.note_sample(0, Duration::from_millis(milliseconds));
        app.note_sample(1, Duration::from_millis(2 * milliseconds));
    }
    turn(&mut app, Input::Tick(Duration::ZERO));
    assert_eq!(shown(&app), ["2.00 ms", "4.00 ms"]);
    press(&mut app, "Down Enter");
    assert_eq!(shown(&app), ["2.00 ms"], "other hints are measured afresh");
}

/// The samples are laid into the frame beside the painter: it must not take them for its own work.
#[test]
fn nothing_of_the_samples_stays_behind() {
    let dirty = Settings { quality: Quality::Speed, ..Settings::default() };
    let mut app = page(dirty);
    let _ = app.frame();
    press(&mut app, "Esc");
    let frame = app.frame().expect("another screen").clone();
    let screen = app.screen().clone();
    let mut fresh = App::new(screen, app.hints().into()).expect("the art is whole");
    turn(&mut fresh, Input::Resize { width: 1280, height: 720, scale: 1.0 });
    assert!(fresh.frame().expect("the first frame").data() == frame.data());
}

#[test]
fn the_keys_of_the_overlay_change_the_same_setting() {
    let mut app = page(Settings::default());
    press(&mut app, "F3 F4");
    assert_eq!(app.screen().settings().quality, Quality::Own("balanced,filter=nearest".to_owned()));
    assert!(words(&app).contains(&"nearest".to_owned()), "{:?}", words(&app));
}

#[test]
fn hints_of_the_command_line_are_not_kept_until_others_are_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = || Store::new(folder.path(), "settings").load::<Settings>().value.quality;
    let hints: Hints = "speed,filter=area".parse().expect("hints");
    let session = Session::default().with_quality_of_this_run(quality_of(hints));
    let mut app = opened(session, hints);
    app.keep(Stores::new(folder.path()));
    press(&mut app, "F3 F5 F11");
    assert_eq!(
        (kept(), app.hints().to_string()),
        (Quality::Balanced, format!("{hints}").replace("antialias=off", "antialias=on"))
    );
    press(&mut app, "Enter");
    assert_eq!((kept(), app.hints()), (Quality::Speed, "speed".parse().expect("hints")));
}

/// Each value of each hint, in both languages: it is explained, and the explanation has room.
#[test]
fn every_value_is_explained() {
    for language in Language::ALL {
        let mut app = page(Settings { language: Some(language), text: TextSize::Large, ..Settings::default() });
        let mut values = BTreeSet::new();
        for _ in 0..7 {
            press(&mut app, "Down");
            for _ in 0..5 {
                press(&mut app, "Enter");
                for item in items(&app) {
                    let Item::Text { text, rect, size, .. } = item else { continue };
                    let squeezed = 1.0 - rect.width as f32 / text_width(&text, size).max(1.0);
                    assert!(!text.is_empty() && squeezed < 0.15, "`{text}` {squeezed}");
                    values.insert(text.into_owned());
                }
            }
        }
        for value in Hints::default().alternatives() {
            assert!(values.contains(value.name()), "{value} was not seen");
        }
    }
}

#[test]
fn qualities_are_called_by_the_nearest_preset() {
    for (hints, quality) in [
        ("speed", Quality::Speed),
        ("balanced", Quality::Balanced),
        ("quality", Quality::Quality),
        ("balanced,redraw=dirty", Quality::Own("balanced,redraw=dirty".to_owned())),
        ("quality,filter=nearest,cache=off", Quality::Own("quality,filter=nearest,cache=off".to_owned())),
    ] {
        let hints: Hints = hints.parse().expect("hints");
        assert_eq!(quality_of(hints), quality);
        assert_eq!(leveret::app::hints_of(&quality), Ok(hints));
        let written = ron::to_string(&quality).expect("it can be written");
        assert_eq!(ron::from_str::<Quality>(&written), Ok(quality));
    }
}
