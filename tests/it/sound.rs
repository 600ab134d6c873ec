//! Sound, by its numbers: how loud it is, that it never clips or clicks, that it is the same everywhere, and that it ends.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use leveret::app::{App, SettingsFile};
use leveret::level::{self, Level};
use leveret::look::{Click, Sounding, Theme, Volume, Volumes};
use leveret::raster::Rendering;
use leveret::scene::Item;
use leveret::screens::{
    Context, Effect, Heard, Input, Key, Language, Profile, Screen, Settings, SoundWords, UnlockPolicy,
};
use leveret::sim::{Ability, Cell, Death, Event, Outcome};
use leveret::sound::{Cue, Mixer, RATE, SoundQueue, cue_alone, tune_alone};
use xxhash_rust::xxh3::xxh3_64;

use crate::allocator;
use crate::game::Game;

/// A board.
const WIDTH: i32 = 20;
const HEIGHT: i32 = 10;

fn events(cell: Cell) -> [Event; 18] {
    let index = 1;
    let died = |death| Event::Died { index, cell, death };
    [
        Event::Born { index, cell },
        Event::Turned { index, cell },
        Event::StartedFall { index, cell },
        Event::StartedClimb { index, cell },
        Event::OpenedBrolly { index, cell },
        Event::Took { index, cell, ability: Ability::Dig },
        Event::Dug { index, cell },
        Event::Bashed { index, cell },
        Event::Built { index, cell },
        died(Death::Exploded),
        died(Death::LeftTheWorld),
        died(Death::Burnt),
        died(Death::Drowned),
        died(Death::Crashed),
        died(Death::Fell),
        Event::Saved { index, cell },
        Event::Dropped { cell, ability: Ability::Dig },
        Event::FireGone { cell },
    ]
}

fn full() -> Volumes {
    Volumes { sounding: Sounding::On, effects: Volume::FULL, music: Volume::FULL }
}

/// A queue, and a mixer whose faders are up.
fn warm() -> (SoundQueue, Mixer) {
    let (mut queue, mut mixer) = SoundQueue::with_mixer();
    queue.set_volumes(full());
    render(&mut mixer, 0.1);
    (queue, mixer)
}

/// So many seconds of both channels.
fn render(mixer: &mut Mixer, seconds: f32) -> Vec<f32> {
    let mut samples = vec![0.0; 2 * (seconds * RATE as f32) as usize];
    mixer.render(&mut samples);
    samples
}

fn hear(events: &[Event], seconds: f32) -> Vec<f32> {
    let (mut queue, mut mixer) = warm();
    queue.hear(events, WIDTH, HEIGHT);
    render(&mut mixer, seconds)
}

fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |peak, sample| sample.abs().max(peak))
}

fn rms(samples: &[f32]) -> f32 {
    (samples.iter().map(|sample| sample * sample).sum::<f32>() / samples.len().max(1) as f32).sqrt()
}

/// The RMS of the loudest tenth of a second.
fn loudness(samples: &[f32]) -> f32 {
    let window = 2 * RATE as usize / 10;
    samples.chunks(window / 4).enumerate().fold(0.0, |most, (index, _)| {
        let start = index * (window / 4);
        let heard = &samples[start..(start + window).min(samples.len())];
        // A shorter sound is as loud as its energy in a tenth of a second.
        most.max(rms(heard) * (heard.len() as f32 / window as f32).sqrt())
    })
}

fn crossings(samples: &[f32]) -> usize {
    let left: Vec<f32> = samples.iter().step_by(2).copied().filter(|sample| sample.abs() > 1e-4).collect();
    left.windows(2).filter(|pair| pair[0] * pair[1] < 0.0).count()
}

#[test]
fn every_sound_is_loud_enough_and_none_is_too_loud() {
    for cue in Cue::ALL {
        let samples = cue_alone(cue);
        let (loudness, peak) = (loudness(&samples), peak(&samples));
        assert!((0.012..0.33).contains(&loudness), "{cue:?}: {loudness}");
        assert!((0.06..0.8).contains(&peak), "{cue:?}: {peak}");
        assert!(samples.len() < 2 * 2 * RATE as usize, "{cue:?} is over within two seconds");
    }
    let decisive = [Cue::Exploded, Cue::Saved, Cue::Fell, Cue::Drowned].map(|cue| loudness(&cue_alone(cue)));
    let frequent = [Cue::Turned, Cue::StartedClimb, Cue::Tick, Cue::Seek].map(|cue| loudness(&cue_alone(cue)));
    assert!(frequent.iter().all(|one| decisive.iter().all(|other| one < other)), "{frequent:?} {decisive:?}");
}

#[test]
fn no_sound_clicks_at_its_start_or_its_end() {
    for cue in Cue::ALL {
        let samples = cue_alone(cue);
        let first = peak(&samples[..4]);
        let last = samples.iter().rev().find(|sample| **sample != 0.0).copied().unwrap_or(0.0);
        assert!(first < 0.005 && last.abs() < 0.001, "{cue:?}: {first} {last}");
    }
}

#[test]
fn every_event_is_heard_and_sounds_unlike_the_others() {
    let cell = Cell::new(WIDTH / 2, HEIGHT / 2);
    let ends = [Outcome::Won, Outcome::Lost].map(Event::Ended);
    let all: Vec<Vec<f32>> = events(cell).iter().chain(&ends).map(|event| hear(&[*event], 1.0)).collect();
    for (index, samples) in all.iter().enumerate() {
        assert!(loudness(samples) > 0.01, "{index}");
        assert!(all[index + 1..].iter().all(|other| other != samples), "{index} sounds like another one");
    }
}

#[test]
fn a_hundred_rabbits_do_not_clip() {
    let (mut queue, mut mixer) = warm();
    queue.play(Some(Theme::Waters));
    let step: Vec<Event> = (0..100).flat_map(|rabbit| events(Cell::new(rabbit % WIDTH, rabbit % HEIGHT))).collect();
    // Eight times as fast as normal, the fastest that can be chosen.
    for _ in 0..40 {
        queue.hear(&step, WIDTH, HEIGHT);
        let samples = render(&mut mixer, 0.0875);
        assert!(samples.iter().all(|sample| sample.is_finite() && sample.abs() < 1.0));
    }
}

#[test]
fn ten_at_once_are_one_sound_a_little_louder() {
    for event in events(Cell::new(9, 5)) {
        let (one, ten) = (hear(&[event], 1.0), hear(&[event; 10], 1.0));
        let ratio = peak(&ten) / peak(&one);
        assert!((1.0..1.8).contains(&ratio), "{event:?}: {ratio}");
    }
    // One after the other, too fast for an ear: only the first one is struck.
    let dug = Event::Dug { index: 1, cell: Cell::new(9, 5) };
    let (mut queue, mut mixer) = warm();
    (0..10).for_each(|_| queue.hear(&[dug], WIDTH, HEIGHT));
    assert!(render(&mut mixer, 1.0) == hear(&[dug], 1.0));
}

#[test]
fn where_nothing_happens_all_samples_are_zero() {
    let (mut queue, mut mixer) = warm();
    assert!(mixer.is_silent());
    assert!(render(&mut mixer, 0.5).iter().all(|sample| *sample == 0.0));
    queue.hear(&events(Cell::new(3, 3)), WIDTH, HEIGHT);
    assert!(!mixer.is_silent());
    render(&mut mixer, 3.0);
    assert!(mixer.is_silent(), "all of it ends");
    assert!(render(&mut mixer, 0.5).iter().all(|sample| *sample == 0.0));
}

/// On every machine, and however many samples the device asks for at a time.
#[test]
fn the_same_events_make_the_same_samples() {
    let scene = |block: usize| {
        let (mut queue, mut mixer) = warm();
        queue.play(Some(Theme::Quarry));
        let mut all = Vec::new();
        for step in 0..8 {
            queue.hear(&events(Cell::new(step * 2, step))[step as usize..], WIDTH, HEIGHT);
            let mut samples = vec![0.0; 2 * 24_000];
            samples.chunks_mut(2 * block).for_each(|samples| mixer.render(samples));
            all.extend(samples);
        }
        all
    };
    let samples = scene(24_000);
    assert!(samples == scene(64) && samples == scene(997));
    let bytes: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
    assert_eq!(format!("{:016x}", xxh3_64(&bytes)), SCENE, "if a sound was changed on purpose, this number changes");
}

const SCENE: &str = "16085e6a690463a6";

#[test]
fn a_sound_comes_from_where_it_happens() {
    let sides = |x: i32| {
        let samples = hear(&[Event::Saved { index: 1, cell: Cell::new(x, 5) }], 1.0);
        let side = |first: usize| rms(&samples.iter().skip(first).step_by(2).copied().collect::<Vec<f32>>());
        (side(0), side(1))
    };
    let ((left, right), (far_left, far_right)) = (sides(0), sides(WIDTH - 1));
    assert!(left > 2.0 * right && right > 0.0, "{left} {right}");
    assert!(far_right > 2.0 * far_left && far_left > 0.0, "{far_left} {far_right}");
    let height = |y: i32| crossings(&hear(&[Event::Saved { index: 1, cell: Cell::new(9, y) }], 1.0));
    assert!(height(0) > height(5) && height(5) > height(HEIGHT - 1));
    let outside = hear(&[Event::Dropped { cell: Cell::new(-40, 900), ability: Ability::Dig }], 1.0);
    assert!(outside.iter().all(|sample| sample.is_finite()) && loudness(&outside) > 0.005);
}

/// The device's thread must not wait for memory.
#[test]
fn mixing_allocates_nothing() {
    let (mut queue, mut mixer) = warm();
    queue.play(Some(Theme::Burrow));
    queue.hear(&events(Cell::new(3, 3)), WIDTH, HEIGHT);
    queue.hush();
    let mut samples = vec![0.0; 2 * RATE as usize];
    let before = allocator::allocations();
    mixer.render(&mut samples);
    assert_eq!(allocator::allocations(), before);
}

/// The silence of a whole piece, twice in a row, is nowhere longer at the seam than within.
#[test]
fn music_goes_round_without_a_gap_and_comes_to_an_end() {
    let mut pieces = BTreeSet::new();
    for theme in Theme::ALL {
        let samples = tune_alone(theme, 2);
        let window = 2 * RATE as usize / 20;
        let heard: Vec<bool> = samples.chunks(window).map(|window| rms(window) > 0.002).collect();
        let body = &heard[heard.iter().position(|heard| *heard).expect("music")..heard.len() - 10];
        let longest = body.split(|heard| *heard).map(<[bool]>::len).max().unwrap_or(0);
        assert!(longest <= 8, "{theme:?}: {longest} twentieths of a second of silence");
        let quiet = loudness(&samples) * Volumes::default().music.gain();
        assert!((0.01..0.06).contains(&quiet), "{theme:?} is quiet beside the effects: {quiet}");
        assert!(peak(&samples) < 0.8, "{theme:?}: {}", peak(&samples));
        assert!(peak(&samples[samples.len() - 2..]) < 0.001, "{theme:?} dies away");
        let seconds = samples.len() / (2 * RATE as usize) / 2;
        assert!((10..30).contains(&seconds), "{theme:?} is a short loop: {seconds} s");
        pieces.insert(xxh3_64(&samples.iter().flat_map(|sample| sample.to_le_bytes()).collect::<Vec<u8>>()));
    }
    assert_eq!(pieces.len(), Theme::ALL.len());
}

#[test]
fn volumes_and_mute_hold() {
    let saved = [Event::Saved { index: 1, cell: Cell::new(9, 5) }];
    let with = |volumes: Volumes| {
        let (mut queue, mut mixer) = warm();
        queue.set_volumes(volumes);
        render(&mut mixer, 0.1);
        queue.play(Some(Theme::Meadow));
        queue.hear(&saved, WIDTH, HEIGHT);
        rms(&render(&mut mixer, 2.0))
    };
    let half = Volume::of_percent(50);
    let all = with(full());
    assert!(with(Volumes { effects: half, music: half, ..full() }) < 0.5 * all);
    assert!(with(Volumes { effects: Volume::of_percent(0), ..full() }) < all);
    assert!(with(Volumes { music: Volume::of_percent(0), ..full() }) < all);
    assert_eq!(with(Volumes { sounding: Sounding::Muted, ..full() }), 0.0);
    let chosen = std::iter::successors(Some(Volume::of_percent(0)), |volume| Some(volume.next()));
    assert_eq!(chosen.take(6).map(Volume::percent).collect::<Vec<u8>>(), [0, 25, 50, 75, 100, 0]);
}

#[test]
fn what_happens_while_muted_is_never_heard() {
    let (mut queue, mut mixer) = warm();
    let mute = |sounding| Volumes { sounding, ..full() };
    queue.set_volumes(mute(Sounding::Muted));
    render(&mut mixer, 0.1);
    queue.hear(&[Event::Saved { index: 1, cell: Cell::new(9, 5) }], WIDTH, HEIGHT);
    queue.hush();
    assert_eq!(peak(&render(&mut mixer, 0.05)), 0.0);
    queue.set_volumes(mute(Sounding::On));
    assert_eq!(peak(&render(&mut mixer, 1.0)), 0.0);
    queue.set_volumes(mute(Sounding::Muted));
    render(&mut mixer, 0.1);
    queue.play(Some(Theme::Meadow));
    render(&mut mixer, 1.0);
    queue.set_volumes(mute(Sounding::On));
    queue.hear(&[Event::Saved { index: 1, cell: Cell::new(9, 5) }], WIDTH, HEIGHT);
    assert!(loudness(&render(&mut mixer, 0.3)) > 0.02, "and what happens afterwards is");
}

/// A floor to dig through, and a wall to turn at.
const PIT: &str = ":num_rabbits=3\n:num_to_save=1\n:dig=2\n:rabbit_delay=4\nQ           \n            \n#          #\n#   O      #\n############\n############\n";

fn pit() -> Level {
    Level::from_rel(PIT, "pit.rel").expect("a level")
}

fn sounds(game: &Game) -> Vec<Heard> {
    let heard = game.effects.iter().filter_map(|effect| match effect {
        Effect::Sound(heard) => Some(heard.clone()),
        _ => None,
    });
    heard.collect()
}

/// The same game, with nothing heard so far.
fn quiet(game: Game) -> Game {
    Game { effects: Vec::new(), ..game }
}

fn is_events(heard: &Heard) -> bool {
    matches!(heard, Heard::Events { .. })
}

#[test]
fn the_board_is_heard_while_its_time_passes() {
    let played = Game::level(pit()).steps(12);
    let heard = sounds(&played);
    let all: Vec<Event> = heard
        .iter()
        .flat_map(|heard| match heard {
            Heard::Events { events, width, height } => {
                assert_eq!((*width, *height), (12, 6));
                events.clone()
            }
            _ => Vec::new(),
        })
        .collect();
    assert!(all.iter().any(|event| matches!(event, Event::Born { .. })), "{all:?}");
    assert!(all.iter().any(|event| matches!(event, Event::StartedFall { .. })), "{all:?}");
    let paused = quiet(played).press("p");
    assert_eq!(sounds(&paused), [Heard::Hush]);
    assert_eq!(sounds(&quiet(paused).steps(9)), [], "a board that stands is silent");
}

#[test]
fn a_seek_is_one_sound_however_far_it_goes() {
    let played = quiet(Game::level(pit()).steps(8).press("p"));
    assert_eq!(sounds(&quiet(played.clone()).press("b")), [Heard::Click(Click::Seek)]);
    let begun = quiet(played).press("b b b b b b b b");
    assert_eq!(begun.player().step(), 0);
    let far = quiet(begun).press("y");
    assert_eq!(far.player().step(), 8);
    assert_eq!(sounds(&far), [Heard::Click(Click::Seek)]);
    let stepped = quiet(far.press("b")).press("n");
    assert!(sounds(&stepped).iter().all(is_events), "a single step is heard as it was: {:?}", sounds(&stepped));
}

#[test]
fn the_hand_is_answered() {
    let board = quiet(Game::level(pit()).steps(2).press("p"));
    assert_eq!(sounds(&quiet(board.clone()).click_cell(5, 1)), [Heard::Click(Click::Placed)]);
    assert_eq!(sounds(&quiet(board.clone()).click_cell(5, 4)), [Heard::Click(Click::Refused)]);
    assert_eq!(sounds(&quiet(board.clone()).press(".")), [Heard::Click(Click::Tick)]);
    assert_eq!(sounds(&quiet(board).press("+")), [], "a camera makes no sound");
    let title = quiet(Game::title(Profile::default()));
    assert_eq!(sounds(&quiet(title.clone()).press("Down")), [Heard::Click(Click::Tick)]);
    let settings = quiet(title).press("s");
    assert_eq!(sounds(&settings), [Heard::Click(Click::Page)]);
    assert_eq!(sounds(&quiet(settings).steps(3)), []);
}

#[test]
fn every_set_has_its_music_and_an_end_is_heard() {
    let profile = Profile { unlock: UnlockPolicy::All, ..Profile::default() };
    assert_eq!(Game::title(profile.clone()).screen.theme(), Some(Theme::Burrow));
    let mut themes = vec![Theme::Burrow];
    for set in level::sets_to_play() {
        let before = level::sets_to_play().iter().take_while(|other| other.folder < set.folder);
        let index: usize = before.map(|set| set.levels.len()).sum();
        let keys = [Key::Char('l'), Key::Home].into_iter().chain(vec![Key::Right; index]).chain([Key::Enter]);
        let intro = Game::title(profile.clone()).send(keys.map(Input::Key));
        let theme = intro.screen.theme().expect("music before a level");
        assert_eq!(intro.press("Enter").screen.theme(), Some(theme), "the same in play");
        let from_file = Game::level(set.levels[0].level.clone());
        assert_eq!(from_file.screen.theme(), Some(theme), "and when it is opened as a file");
        themes.push(theme);
    }
    assert_eq!(themes, Theme::ALL);
    let own = Level::from_rel(&format!(":music=works\n{PIT}"), "own.rel").expect("a level");
    assert_eq!(Game::level(own).screen.theme(), Some(Theme::Works), "an author can choose");
    assert_eq!(Game::level(pit()).screen.theme(), Some(Theme::Meadow));

    let over = Game::level(pit()).press("x Tab Enter").steps(20);
    assert!(over.caption().starts_with("lost"), "{}", over.caption());
    assert_eq!(over.screen.theme(), None);
    let is_lost =
        |heard: &Heard| matches!(heard, Heard::Events { events, .. } if events.contains(&Event::Ended(Outcome::Lost)));
    assert!(sounds(&over).iter().any(is_lost));
}

#[test]
fn sound_is_muted_by_a_key_on_every_screen_and_stays_so() {
    let muted = |game: &Game| game.context.settings().volumes.sounding == Sounding::Muted;
    for game in [Game::title(Profile::default()), Game::level(pit())] {
        let game = game.press("m");
        assert!(muted(&game));
        let saved = game.effects.iter().find_map(|effect| match effect {
            Effect::SaveSettings(settings) => Some(settings.clone()),
            _ => None,
        });
        let text = ron::to_string(&SettingsFile::from(saved.expect("it is saved"))).expect("a text");
        let (settings, _) = ron::from_str::<SettingsFile>(&text).expect("settings").settings();
        assert_eq!(settings.volumes.sounding, Sounding::Muted, "{text}");
        assert!(!muted(&game.press("F12")), "it has two keys");
    }
}

#[test]
fn volumes_are_chosen_by_keys_and_by_mouse() {
    let page = Game::title(Profile::default()).press("s Down Down Down Down Down Enter");
    assert!(page.words().contains("Effects 100%") || page.lines().contains(&"Effects".to_owned()), "{}", page.words());
    let page = page.press("Down Right Right Down Enter Down Enter");
    let Settings { volumes, sound_words, .. } = page.context.settings().clone();
    assert_eq!((volumes.effects.percent(), volumes.music.percent()), (25, 75));
    assert_eq!(sound_words, SoundWords::Shown);
    assert_eq!(page.clone().press("Esc").caption(), "settings");
    let value = page.items().into_iter().find_map(|item| match item {
        Item::Text { text, rect, .. } if text == "75%" => Some(rect),
        _ => None,
    });
    let rect = value.expect("the value is shown");
    let middle = leveret::screens::Point::new(rect.x as f32 + 5.0, (rect.y + rect.height / 2) as f32);
    let clicked = page.ready().send([Input::PointerMoved(middle)]).click();
    assert_eq!(clicked.context.settings().volumes.music.percent(), 100);
    for (written, read) in [("200", 100), ("60", 50), ("0", 0)] {
        let file: SettingsFile = ron::from_str(&format!("(sound: (effects: {written}))")).expect("settings");
        assert_eq!(file.settings().0.volumes.effects.percent(), read);
    }
}

#[test]
fn what_is_heard_can_be_read() {
    for (language, words) in [(Language::English, ["pop!", "whee"]), (Language::German, ["plopp!", "huii"])] {
        let settings = Settings { language: Some(language), sound_words: SoundWords::Shown, ..Settings::default() };
        let game = Game::level_for(Profile { settings, ..Profile::default() }, pit());
        let seen: BTreeSet<String> = (0..6)
            .scan(game, |game, _| {
                *game = game.clone().press("n");
                Some(game.lines())
            })
            .flatten()
            .collect();
        assert!(words.iter().all(|word| seen.contains(*word)), "{seen:?}");
    }
    let hidden = (0..6).fold(Game::level(pit()), |game, _| game.press("n"));
    assert!(!hidden.words().contains("whee"));
}

/// The whole game, with somebody who listens: what is seen does not depend on it.
#[test]
fn the_game_is_heard_through_its_mixer() {
    let open = || {
        let silent = Volumes { music: Volume::of_percent(0), ..full() };
        let settings = Settings { volumes: silent, ..Settings::default() };
        let context = Context::new(Profile { settings, ..Profile::default() });
        let screen = Screen::level(&context, pit());
        App::new(screen, context, Rendering::default()).expect("art")
    };
    let frame = Duration::from_millis(20);
    let (mut heard, mut unheard) = (open(), open());
    let mut mixer = heard.listen();
    let mut loudest = 0.0_f32;
    for _ in 0..300 {
        for app in [&mut heard, &mut unheard] {
            assert!(app.turn(Input::Tick(frame)).is_continue());
        }
        loudest = loudest.max(peak(&render(&mut mixer, 0.02)));
    }
    assert!(loudest > 0.05, "{loudest}");
    assert_eq!(
        heard.frame().map(|frame| frame.png().expect("a picture")),
        unheard.frame().map(|frame| frame.png().expect("a picture"))
    );
    assert!(heard.turn(Input::Key(Key::Char('p'))).is_continue());
    render(&mut mixer, 0.2);
    assert_eq!(peak(&render(&mut mixer, 1.0)), 0.0, "paused");
}

/// What was struck while nobody listened is not heard later, all at once.
#[test]
fn a_device_that_comes_late_hears_no_backlog() {
    let (mut queue, mut mixer) = warm();
    queue.hear(&events(Cell::new(3, 3)), WIDTH, HEIGHT);
    queue.set_volumes(Volumes { sounding: Sounding::Muted, ..full() });
    mixer.skip();
    assert!(mixer.is_silent());
    // The ring is full and over: what was last chosen holds once there is room.
    (0..1000).for_each(|_| queue.click(Click::Tick));
    queue.play(Some(Theme::Works));
    mixer.skip();
    queue.play(Some(Theme::Works));
    render(&mut mixer, 0.1);
    queue.set_volumes(full());
    assert!(rms(&render(&mut mixer, 2.0)) > 0.005, "music begins");
}

#[test]
fn sounds_are_written_to_files_and_replace_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |extra: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leveret"));
        command.arg("--sounds").arg(folder.path()).args(extra).output().expect("the binary starts")
    };
    assert!(write(&[]).status.success());
    let count = fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(count, Cue::ALL.len() + Theme::ALL.len());
    let dug = fs::read(folder.path().join("dug.wav")).expect("a sound");
    assert!(dug.starts_with(b"RIFF") && dug.len() > 4000);
    let refused = write(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--force"));
    let sounds_to = |path: &Path| {
        Command::new(env!("CARGO_BIN_EXE_leveret")).arg("--sounds").arg(path).output().expect("it starts")
    };
    let made = folder.path().join("folder/that/is/missing");
    assert!(sounds_to(&made).status.success() && made.join("dug.wav").is_file());
    let failed = sounds_to(&folder.path().join("dug.wav"));
    assert_eq!(failed.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&failed.stderr).contains("dug.wav"), "the folder is named");
}
