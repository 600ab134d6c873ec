//! Storms: random inputs through the whole game with its files and its painter, checked frame by frame.
//!
//! The long storm is ignored by default; `LEVERET_STORM_TURNS` is its number of inputs, `LEVERET_FUZZ_SEED` its seed.

mod inputs;

use std::collections::BTreeMap;
use std::num::NonZero;
use std::path::Path;
use std::{env, fs};

use leveret::app::{App, Stores};
use leveret::look::{Hint, Hints};
use leveret::raster::{Frame, Painter, PainterKind, Rendering};
use leveret::scene::{Item, Point, Rect};
use leveret::screens::{Context, Input, Overlay, Profile, Screen, UnlockPolicy};
use tempfile::TempDir;

use inputs::Inputs;

/// The bound on the memory of sprites; what two frames draw may take twice as much.
const SPRITE_BYTES: usize = 24 << 20;

/// One frame in so many is painted by the reference painter too.
const SAMPLE: u64 = 10;

/// Frames of more pixels are not: they would take seconds.
const SAMPLE_PIXELS: usize = 1 << 20;

/// The growth of the program's memory that is no leak: the largest frame and the caches of its painter, in bytes.
const MOST_GROWTH: usize = 256 << 20;

/// Where items are: frames of any size, boards that reach far out of them. In pixels.
const FARTHEST: f32 = 16_777_216.0;

const LEVELS: [(&str, &str); 5] = [
    ("everything.ron", include_str!("fuzz/corpus/ron-levels/everything.ron")),
    ("play.ron", include_str!("fuzz/corpus/ron-levels/play.ron")),
    ("blank.ron", include_str!("fuzz/corpus/ron-levels/blank.ron")),
    ("play.rel", include_str!("fuzz/corpus/rel-levels/play.rel")),
    ("broken.ron", "Level(map: [\"#\", \"x\"], rabbits: many)"),
];

#[test]
fn a_storm() {
    storm(&mut Storm::new(1), 3_000);
}

#[test]
#[ignore = "takes minutes"]
fn a_long_storm() {
    let number = |name, otherwise| env::var(name).map_or(otherwise, |value| value.parse().expect("a number"));
    let (seed, turns) = (number("LEVERET_FUZZ_SEED", 2), number("LEVERET_STORM_TURNS", 100_000));
    let mut weather = Storm::new(seed);
    storm(&mut weather, turns / 10);
    let early = Usage::now();
    storm(&mut weather, turns);
    let late = Usage::now();
    println!("{early:?} and at the end {late:?}");
    assert!(early.zip(late).is_none_or(|(early, late)| late.is_flat_since(early)));
}

/// The program's use of the machine; none where the system does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Usage {
    handles: usize,
    threads: usize,
    resident_bytes: usize,
}

impl Usage {
    fn now() -> Option<Usage> {
        let entries = |folder| fs::read_dir(folder).ok().map(Iterator::count);
        let pages: usize = fs::read_to_string("/proc/self/statm").ok()?.split(' ').nth(1)?.parse().ok()?;
        Some(Usage {
            handles: entries("/proc/self/fd")?,
            threads: entries("/proc/self/task")?,
            resident_bytes: pages * 4096,
        })
    }

    /// Games differ in their threads and stores, and the sizes of their frames; what leaks is more than that.
    fn is_flat_since(self, early: Usage) -> bool {
        self.handles <= early.handles + 4
            && self.threads <= early.threads + 8
            && self.resident_bytes <= early.resident_bytes + MOST_GROWTH
    }
}

/// Goes on up to this number of turns.
fn storm(storm: &mut Storm, turns: u64) {
    while storm.turns < turns {
        storm.gesture();
        storm.check_frame();
    }
    println!("{} turns, {} frames, {} compared, {} games", storm.turns, storm.frames, storm.compared, storm.games);
    println!("frames of each screen: {:?}", storm.screens);
}

struct Storm {
    inputs: Inputs,
    app: App,
    reference: Painter,
    folder: TempDir,
    turns: u64,
    frames: u64,
    compared: u64,
    games: u64,
    /// Frames of each screen, by the first word of its caption.
    screens: BTreeMap<String, u64>,
    /// The size that the next frame must have.
    size: (u32, u32),
}

impl Storm {
    fn new(seed: u64) -> Storm {
        let folder = tempfile::tempdir().expect("a folder");
        let names = LEVELS.iter().map(|(name, _)| *name).chain(["missing.ron", "binary.rel", ".", "blocked"]);
        let files = names.map(|name| folder.path().join(name)).collect();
        LEVELS.iter().for_each(|(name, text)| write(&folder.path().join(name), text.as_bytes()));
        write(&folder.path().join("binary.rel"), &[0, 255, 10, 27, 200]);
        // A file in place of a folder: nothing can be saved there.
        write(&folder.path().join("blocked"), b"");
        let mut inputs = Inputs::new(seed, files);
        let app = game(&mut inputs, folder.path());
        let rendering = Rendering { painter: PainterKind::Reference, ..Rendering::default() };
        let reference = Painter::new(rendering).expect("the art is whole");
        let size = inputs.size();
        Storm {
            inputs,
            app,
            reference,
            folder,
            turns: 0,
            frames: 0,
            compared: 0,
            games: 1,
            screens: BTreeMap::new(),
            size,
        }
    }

    fn gesture(&mut self) {
        if self.inputs.below(60) == 0 {
            self.change_a_file();
        }
        for input in self.inputs.gesture() {
            self.turns += 1;
            if let Input::Resize { width, height, .. } = input {
                self.size = (width, height);
            }
            if self.app.turn(input).is_break() {
                self.app = game(&mut self.inputs, self.folder.path());
                self.size = self.inputs.size();
                self.games += 1;
                return;
            }
        }
    }

    /// Somebody edits a level, breaks it, removes it, or takes the store for something else.
    fn change_a_file(&mut self) {
        let path = self.folder.path().join(LEVELS[self.inputs.below(4)].0);
        let (_, text) = LEVELS[self.inputs.below(LEVELS.len())];
        match self.inputs.below(4) {
            0 => write(&path, &text.as_bytes()[..self.inputs.below(text.len())]),
            1 => fs::remove_file(&path).unwrap_or_default(),
            2 => write(&self.folder.path().join("saved/progress.ron"), text.as_bytes()),
            _ => write(&path, text.as_bytes()),
        }
    }

    fn check_frame(&mut self) {
        let is_new = self.app.frame().is_some();
        assert!(self.app.frame().is_none(), "an unchanged frame is painted again");
        let frame = self.app.last_frame();
        assert_eq!((frame.width(), frame.height()), (self.size.0.max(1), self.size.1.max(1)));
        let bytes = self.app.sprite_bytes();
        assert!(bytes <= 2 * SPRITE_BYTES, "{bytes} bytes of sprites");
        if is_new {
            self.frames += 1;
            let caption = self.app.screen().caption();
            let screen = caption.split(' ').next().unwrap_or_default();
            *self.screens.entry(screen.to_owned()).or_default() += 1;
            let items = items(&self.app);
            let odd = items.iter().find(|item| !is_sane(item));
            assert_eq!(odd, None, "on {}", self.app.screen().caption());
            if self.frames.is_multiple_of(SAMPLE) {
                self.compare(&items);
            }
        }
    }

    /// The frame is what the reference painter makes of its items, whatever was painted before: no sprite is stale, and
    /// `redraw=dirty` left nothing out.
    fn compare(&mut self, items: &[Item]) {
        let frame = self.app.last_frame();
        let is_composed_of_items =
            !matches!(self.app.screen(), Screen::Graphics(_)) && self.app.context().overlay == Overlay::Hidden;
        if !is_composed_of_items || frame.data().len() / 4 > SAMPLE_PIXELS {
            return;
        }
        let palette = self.app.context().settings().palette;
        if palette != self.reference.rendering().palette {
            self.reference.set_palette(palette).expect("the art is whole");
        }
        self.reference.set_hints(self.app.hints());
        let mut expected = Frame::new(frame.width(), frame.height());
        self.reference.paint(items, &mut expected);
        self.compared += 1;
        let caption = self.app.screen().caption();
        assert!(frame.data() == expected.data(), "{caption} at turn {} by {}", self.turns, self.app.hints());
    }
}

/// A new game that saves in a folder, in a folder that cannot be written, or nowhere.
fn game(inputs: &mut Inputs, folder: &Path) -> App {
    let profile = Profile { unlock: UnlockPolicy::All, ..Profile::default() };
    let threads = NonZero::new(1 + inputs.below(3)).expect("not zero");
    let rendering = Rendering { threads, sprite_bytes: SPRITE_BYTES, ..Rendering::default() };
    let mut app = App::new(Screen::title(), Context::new(profile), rendering).expect("the art is whole");
    let store = ["saved", "blocked", ""][inputs.below(3)];
    if !store.is_empty() {
        app.save_to(Stores::new(&folder.join(store)));
    }
    if inputs.below(2) == 0 {
        app.use_hints(random_hints(inputs));
    }
    assert!(app.turn(inputs.opening()).is_continue());
    app
}

fn random_hints(inputs: &mut Inputs) -> Hints {
    Hint::ALL.iter().fold(Hints::default(), |hints, hint| {
        let values = hint.values();
        hints.with(values[inputs.below(values.len())])
    })
}

fn items(app: &App) -> Vec<Item> {
    let mut items = Vec::new();
    app.screen().draw_board(app.context(), &mut items);
    app.screen().draw_hud(app.context(), &mut items);
    items
}

/// Whether all numbers of the item are finite, and near enough for sums of them.
fn is_sane(item: &Item) -> bool {
    let is_near = |number: f32| number.abs() <= FARTHEST;
    let point = |point: &Point| is_near(point.x) && is_near(point.y);
    let rect = |rect: &Rect| [rect.x, rect.y, rect.width, rect.height].iter().all(|number| is_near(*number as f32));
    match item {
        Item::Fill { rect: bounds, .. } => rect(bounds),
        Item::Paper { rect: bounds, origin, tile, wash } => {
            rect(bounds)
                && is_near(origin.0 as f32)
                && is_near(origin.1 as f32)
                && *tile > 0
                && wash.rows.0 <= wash.rows.1
        }
        Item::Sprite { at, tile, .. } => point(at) && (1..=4096).contains(tile),
        Item::Tiles { tiles, at, tile } => {
            tiles.columns > 0 && is_near(at.0 as f32) && is_near(at.1 as f32) && (1..=4096).contains(tile)
        }
        Item::Group(group) => group.items().iter().all(is_sane),
        Item::Polygon { corners, .. } => corners.iter().all(point),
        Item::Panel { rect: bounds, radius, line, .. } => rect(bounds) && is_near(*radius) && is_near(*line),
        Item::Text { rect: bounds, size, .. } => rect(bounds) && (0.0..=4096.0).contains(size),
    }
}

/// Writes a file, if its folder is there.
fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_default();
}
