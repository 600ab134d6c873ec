//! The graphics page: hints, and what they do to a sample, before and after.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::time::Duration;

use leveret::app::{App, SettingsFile, Store, Stores};
use leveret::look::{Hints, Preset};
use leveret::raster::Rendering;
use leveret::scene::Item;
use leveret::screens::{Context, Input, Language, Profile, SamplePlacement, Screen, Settings, TextSize};

use crate::game::{items, press, turn, words};

/// The game on the graphics page, a few steps into the sample.
fn page(settings: Settings) -> App {
    opened(Profile { settings, ..Profile::default() })
}

fn opened(profile: Profile) -> App {
    let mut app = crate::game::app(profile);
    turn(&mut app, Input::Resize { width: 1280, height: 720, scale: 1.0 });
    press(&mut app, "s Enter");
    turn(&mut app, Input::Tick(Duration::from_millis(3000)));
    app
}

fn placement(app: &App) -> SamplePlacement {
    let Screen::Graphics(page) = app.screen() else { panic!("on screen {}", app.screen().caption()) };
    page.placement(&app.context().layout)
}

fn hints(list: &str) -> Hints {
    list.parse().expect("hints")
}

/// The pixels of both samples, each with its enlarged detail.
fn samples(app: &mut App) -> [Vec<u8>; 2] {
    let _ = app.frame();
    let (placement, frame) = (placement(app), app.last_frame());
    let (width, height) = (placement.size.0 as usize, placement.size.1 as usize);
    let end = placement.details[0].0 + placement.detail.width * placement.factor as i32 - placement.samples[0].0;
    assert!(end as usize > width);
    placement.samples.map(|(left, top)| {
        let rows = frame.data().chunks_exact(frame.width() as usize * 4).skip(top as usize).take(height);
        rows.flat_map(|row| &row[left as usize * 4..][..end as usize * 4]).copied().collect()
    })
}

#[test]
fn presets_and_single_hints_hold_at_once() {
    let mut app = page(Settings::default());
    let chosen = |app: &App| {
        assert_eq!(app.context().settings().hints, app.hints());
        app.hints()
    };
    press(&mut app, "Enter");
    assert_eq!(chosen(&app), Preset::Quality.hints());
    press(&mut app, "Left Down Right");
    assert_eq!(chosen(&app), hints("balanced,filter=sharp"));
    press(&mut app, "Left Down Enter");
    assert_eq!(chosen(&app), hints("balanced,antialias=off"));
    press(&mut app, "Enter");
    assert_eq!(chosen(&app), Preset::Balanced.hints(), "all are as in a preset");
}

#[test]
fn before_and_after_are_seen_side_by_side() {
    let mut app = page(Settings::default());
    let [before, now] = samples(&mut app);
    assert!(before == now, "nothing was changed yet");
    // Between two mip levels `sharp` is `bilinear`: the value before is another one.
    press(&mut app, "Down Left");
    let [still, now] = samples(&mut app);
    assert!(still == before && now != before);
    // Whatever was chosen, as before is what it was when the page was opened.
    press(&mut app, "Down Down Enter End Up Enter");
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
    let app = page(Settings { hints: Preset::Quality.hints(), ..Settings::default() });
    assert_eq!(idle(&app), 2);
}

#[test]
fn the_median_of_what_each_takes_is_shown() {
    let mut app = page(Settings::default());
    let shown = |app: &App| words(app).into_iter().filter(|words| words.ends_with(" ms")).collect::<Vec<_>>();
    assert!(shown(&app).is_empty());
    // Step, scene, and the painting of board and bars take no time; the two sides take turns in coming first.
    for [first, second] in [[1, 2], [18, 9], [2, 4]] {
        let mut laps = [0, 0, 0, first, second].into_iter();
        let lap = || Duration::from_millis(laps.next().expect("a frame has five laps"));
        let frame = app.frame_timed([Input::Tick(Duration::from_millis(100))], lap);
        assert!(matches!(frame, ControlFlow::Continue(Some(_))));
    }
    turn(&mut app, Input::Tick(Duration::ZERO));
    assert_eq!(shown(&app), ["2.00 ms", "4.00 ms"]);
    press(&mut app, "Down Enter");
    assert_eq!(shown(&app), ["2.00 ms"], "other hints are measured from the start");
}

/// The samples are copied into the frame beside the painter: it must not take them for its own work.
#[test]
fn nothing_of_the_samples_stays_behind() {
    let dirty = Settings { hints: Preset::Speed.hints(), ..Settings::default() };
    let mut app = page(dirty);
    let _ = app.frame();
    press(&mut app, "Esc");
    let frame = app.frame().expect("another screen").clone();
    let (screen, context): (Screen, Context) = (app.screen().clone(), app.context().clone());
    let mut fresh = App::new(screen, context, Rendering::default()).expect("the art is whole");
    turn(&mut fresh, Input::Resize { width: 1280, height: 720, scale: 1.0 });
    assert!(fresh.frame().expect("the first frame").data() == frame.data());
}

#[test]
fn the_keys_of_the_overlay_change_the_same_setting() {
    let mut app = page(Settings::default());
    press(&mut app, "F3 F4");
    assert_eq!(app.context().settings().hints, hints("balanced,filter=sharp"));
    assert!(words(&app).contains(&"sharp".to_owned()), "{:?}", words(&app));
}

#[test]
fn hints_of_the_command_line_are_not_saved_until_others_are_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let saved = |app: &mut App| {
        assert!(app.finish_saving().is_continue());
        let (settings, _) = Store::new(folder.path(), "settings").load::<SettingsFile>().value.settings();
        settings.hints
    };
    let of_this_run = hints("speed,filter=area");
    let mut app = opened(Profile { hints_of_this_run: Some(of_this_run), ..Profile::default() });
    app.save_to(Stores::new(folder.path()));
    press(&mut app, "F3 F5 F11");
    assert_eq!((saved(&mut app), app.hints()), (Preset::Balanced.hints(), hints("speed,filter=area,antialias=on")));
    press(&mut app, "Enter");
    assert_eq!((saved(&mut app), app.hints()), (Preset::Speed.hints(), Preset::Speed.hints()));
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
                    let Item::Text { text, .. } = item else { continue };
                    assert!(!text.is_empty() && !text.ends_with('…'), "`{text}`");
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
fn hints_are_saved_as_the_nearest_preset() {
    for (list, written) in [
        ("speed", "Speed"),
        ("balanced", "Balanced"),
        ("quality", "Quality"),
        ("balanced,redraw=full", "Own(\"balanced,redraw=full\")"),
        ("quality,filter=nearest,cache=off", "Own(\"quality,filter=nearest,cache=off\")"),
    ] {
        let settings = Settings { hints: hints(list), ..Settings::default() };
        let text = ron::to_string(&SettingsFile::from(settings.clone())).expect("it can be written");
        assert!(text.contains(&format!("quality:{written}")), "{text}");
        let read: SettingsFile = ron::from_str(&text).expect("it can be read");
        assert_eq!(read.settings(), (settings, None));
    }
}
