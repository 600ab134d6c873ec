//! Every screen in every language: texts fit, and none is left untranslated.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use leveret::level;
use leveret::look::{Hint, text_width};
use leveret::scene::{Align, Item, Rect};
use leveret::screens::{Best, Input, Key, Language, Profile, Progress, Screen, Settings, TextSize, UnlockPolicy};
use serde::Deserialize;

use crate::game::Game;

/// Sizes of the frame, with the physical pixels of a logical one.
const FRAMES: [(u32, u32, f32); 4] = [(1280, 720, 1.0), (800, 600, 1.0), (480, 360, 1.0), (2560, 1440, 2.0)];

const SIZES: [TextSize; 3] = [TextSize::Small, TextSize::Normal, TextSize::Large];

/// A player at the title who has won every other level, in large numbers.
fn title(language: Language, text: TextSize) -> Game {
    let mut progress = Progress::default();
    for entry in level::sets().iter().flat_map(|set| &set.levels).step_by(2) {
        progress.record(entry.path, Best { saved: 20, tokens: 12, steps: 288 });
    }
    let settings = Settings { language: Some(language), text, ..Settings::default() };
    Game::title(Profile { progress, unlock: UnlockPolicy::All, settings, ..Profile::default() })
}

fn press(game: &Game, keys: impl IntoIterator<Item = Key>) -> Game {
    game.clone().send(keys.into_iter().map(Input::Key))
}

/// Every screen but the boards themselves, from the title on.
fn all_screens(title: &Game) -> Vec<Game> {
    let levels = press(title, [Key::Char('l'), Key::Home]);
    let settings = press(title, [Key::Char('s')]);
    let picture = press(&settings, [Key::Enter]);
    let keys = press(&settings, [Key::Down; 4].into_iter().chain([Key::Enter]));
    let listening = press(&keys, [Key::PageDown, Key::Enter]);
    let mut screens = vec![title.clone(), press(title, [Key::Function(1)]), settings, picture, keys, listening];
    let mut faults = title.clone();
    faults.screen =
        Screen::faulty_level("cannot load level `mine.ron`: 1 fault\nmine.ron:2:5: `Level` has no field `safe`");
    screens.push(faults);
    screens.extend(['c', 'a'].map(|key| press(title, [Key::Char(key)])));
    let count = level::sets().iter().map(|set| set.levels.len()).sum();
    let focused = |place: usize| {
        let back = vec![Key::Left; count];
        press(&levels, back.into_iter().chain(vec![Key::Right; place]))
    };
    for place in 0..count {
        let level = focused(place);
        let intro = press(&level, [Key::Enter]);
        let hints = press(&intro, vec![Key::Char('h'); 9]);
        let play = press(&intro, [Key::Enter]);
        screens.extend([level, intro, hints, play]);
    }
    let play = press(&focused(0), [Key::Enter, Key::Enter]);
    let asked = press(&play, [Key::Char('x')]);
    let lost = press(&asked, [Key::Tab, Key::Enter].into_iter().chain(vec![Key::Char('n'); 9]));
    let shown = press(&focused(0), [Key::Enter, Key::Char('v')]);
    let won = (0..90).fold(shown, |game, _| match game.screen {
        Screen::Play(_) => press(&game, [Key::Char('n')]),
        _ => game,
    });
    assert_eq!((&lost.caption()[..5], &won.caption()[..4]), ("lost ", "won "));
    screens.extend([press(&play, [Key::Char('p')]), asked, lost, won]);
    screens
}

/// A line of text on the game.
#[derive(Debug, Clone)]
struct Line {
    words: String,
    rect: Rect,
    size: f32,
    align: Align,
}

impl Line {
    fn of(item: &Item) -> Option<Line> {
        match item {
            Item::Text { text, rect, size, align, .. } => {
                Some(Line { words: text.to_string(), rect: *rect, size: *size, align: *align })
            }
            _ => None,
        }
    }

    /// Whether it is wider than its rectangle, or was shortened so that it is not.
    fn does_not_fit(&self) -> bool {
        let is_shortened = self.words.chars().count() > 1 && self.words.ends_with('…');
        is_shortened || text_width(&self.words, self.size) > self.rect.width as f32
    }

    /// The rectangle that its glyphs cover.
    fn ink(&self) -> Rect {
        let width = (text_width(&self.words, self.size) as i32).min(self.rect.width);
        let height = (self.size * GLYPH_HEIGHT) as i32;
        let free = self.rect.width - width;
        let left = match self.align {
            Align::Left => 0,
            Align::Centre => free / 2,
            Align::Right => free,
        };
        Rect::new(self.rect.x + left, self.rect.y + (self.rect.height - height) / 2, width, height)
    }
}

/// Height of the glyphs, as a share of the font size.
const GLYPH_HEIGHT: f32 = 0.6;

/// All lines of text on a game.
fn lines(game: &Game) -> Vec<Line> {
    game.items().iter().filter_map(Line::of).collect()
}

fn words(game: &Game) -> Vec<String> {
    lines(game).into_iter().map(|line| line.words).collect()
}

/// The items in front of whatever veils or covers the whole frame.
fn in_front(game: &Game, (width, height): (u32, u32)) -> Vec<Item> {
    let mut items = game.items();
    let whole = Rect::new(0, 0, width as i32, height as i32);
    let veil = items.iter().rposition(|item| matches!(item, Item::Fill { rect, .. } if *rect == whole));
    items.split_off(veil.map_or(0, |veil| veil + 1))
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

fn contains(outer: Rect, inner: Rect) -> bool {
    outer.x <= inner.x && outer.y <= inner.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom()
}

/// Overlaps: a line of text on another, or on the edge of a panel.
fn collisions(items: &[Item]) -> Vec<String> {
    let lines: Vec<(String, Rect)> = items
        .iter()
        .filter_map(Line::of)
        .filter(|line| !line.words.is_empty())
        .map(|line| (line.words.clone(), line.ink()))
        .collect();
    let panels = items.iter().filter_map(|item| match item {
        Item::Panel { rect, .. } => Some(*rect),
        _ => None,
    });
    let crossed = panels.flat_map(|panel| {
        let crosses = move |ink: &Rect| overlap(panel, *ink) && !contains(panel, *ink);
        lines.iter().filter(move |(_, ink)| crosses(ink)).map(|(words, _)| format!("`{words}` leaves its panel"))
    });
    let pairs =
        lines.iter().enumerate().flat_map(|(index, line)| lines[..index].iter().map(move |other| (line, other)));
    let hidden = pairs.filter(|((_, one), (_, other))| overlap(*one, *other));
    crossed.chain(hidden.map(|((one, _), (other, _))| format!("`{one}` overlaps `{other}`"))).collect()
}

#[test]
fn the_first_language_is_that_of_the_system() {
    for (locale, language) in [
        ("de", Language::German),
        ("de_DE.UTF-8", Language::German),
        ("de-AT", Language::German),
        ("den_CA", Language::English),
        ("en_GB", Language::English),
        ("fr_FR@euro", Language::English),
        ("C", Language::English),
        ("", Language::English),
    ] {
        assert_eq!(Language::of_locale(locale), language, "{locale}");
    }
}

/// The language is chosen in the last row of the settings, by a button that shows its own name.
#[test]
fn the_language_is_chosen_in_the_settings() {
    let settings = press(&title(Language::English, TextSize::Normal), [Key::Char('s')]);
    let shows = |game: &Game, name: &str| words(game).iter().any(|word| word == name);
    assert!(shows(&settings, "English") && shows(&settings, "Settings"));
    let german = press(&settings, [Key::Down; 9].into_iter().chain([Key::Enter]));
    assert!(shows(&german, "Deutsch") && shows(&german, "Einstellungen"));
    assert_eq!(german.context.settings().language, Some(Language::German));
    let english = press(&german, [Key::Enter]);
    assert!(shows(&english, "English") && shows(&english, "Settings"));
}

/// Buttons and panels are on the frame, from side to side.
#[test]
fn no_button_reaches_beyond_the_frame() {
    let mut beyond = BTreeSet::new();
    on_all_screens(|game, (width, height), text| {
        for item in in_front(game, (width, height)) {
            if let Item::Panel { rect, .. } = item
                && (rect.x < 0 || rect.right() > width as i32)
            {
                beyond.insert(format!("{} {width}x{height} {text:?}: {rect:?}", game.caption()));
            }
        }
    });
    assert!(beyond.is_empty(), "{beyond:#?}");
}

/// Does something with every game, in both languages, at all sizes of text and frame.
fn on_all_screens(mut look: impl FnMut(&Game, (u32, u32), TextSize)) {
    for language in Language::ALL {
        for text in SIZES {
            for (width, height, scale) in FRAMES {
                let title = title(language, text).send([Input::Resize { width, height, scale }]);
                for game in all_screens(&title) {
                    look(&game, (width, height), text);
                }
            }
        }
    }
}

#[track_caller]
fn none(what: &str, wrong: BTreeSet<String>) {
    assert!(wrong.is_empty(), "{} {what}:\n{}", wrong.len(), Vec::from_iter(wrong).join("\n"));
}

#[test]
fn every_text_fits_its_rectangle() {
    let mut wrong = BTreeSet::new();
    on_all_screens(|game, (width, height), text| {
        let at = format!("{width}x{height} {text:?} {}", game.caption());
        let too_wide = lines(game).into_iter().filter(Line::does_not_fit);
        wrong.extend(too_wide.map(|line| format!("{at}: `{}` in {} pixels", line.words, line.rect.width)));
        // The ends of a page lie over what is scrolled beyond them.
        if !matches!(game.screen, Screen::Levels(_) | Screen::Help(..) | Screen::Graphics(_) | Screen::Keys(_)) {
            let found = collisions(&in_front(game, (width, height)));
            wrong.extend(found.into_iter().map(|collision| format!("{at}: {collision}")));
        }
    });
    none("texts do not fit", wrong);
}

/// Words that are the same in both languages; every other one on a screen would be one that bypasses the table.
const SAME: [&str; 9] = ["Esc", "Film", "Leveret", "Normal", "Pause", "Rabbots", "Standard", "Tab", "Zoom"];

/// Hints and their values are called on the screen as they are typed on the command line.
fn is_same(words: &str) -> bool {
    let typed = |hint: &Hint| hint.name() == words || hint.values().iter().any(|value| value.name() == words);
    SAME.contains(&words) || Hint::ALL.iter().any(typed)
}

#[test]
fn every_word_is_translated() {
    let texts = |language| -> BTreeSet<String> {
        let screens = all_screens(&title(language, TextSize::Normal));
        let letters = |words: String| words.replace(|c: char| !c.is_alphabetic(), " ").trim().to_owned();
        screens
            .iter()
            .flat_map(words)
            .map(letters)
            .filter(|words| words.split(' ').any(|word| word.chars().count() > 1))
            .collect()
    };
    let (english, german) = (texts(Language::English), texts(Language::German));
    let same = english.intersection(&german).filter(|words| !is_same(words)).cloned().collect();
    none("texts are not translated", same);
}

#[derive(Deserialize)]
#[serde(rename = "Set", deny_unknown_fields)]
struct Translation {
    name: String,
    levels: BTreeMap<String, TranslatedLevel>,
}

#[derive(Deserialize)]
#[serde(rename = "Level", deny_unknown_fields)]
struct TranslatedLevel {
    name: String,
    about: String,
    hints: Vec<String>,
}

/// Every translation covers exactly the shipped levels, with all their texts.
#[test]
fn every_level_is_translated() {
    let mut wrong = BTreeSet::new();
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/texts");
    for language in fs::read_dir(texts).expect("the languages") {
        let folder = language.expect("a language").path();
        let files = fs::read_dir(&folder).expect("a folder of sets").count();
        assert_eq!(files, level::sets().len(), "{}", folder.display());
        for set in level::sets() {
            let path = folder.join(format!("{}.ron", set.folder));
            let at = path.display();
            let text = fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{at}: {cause}"));
            let translation: Translation = ron::from_str(&text).unwrap_or_else(|cause| panic!("{at}: {cause}"));
            let mut levels = translation.levels;
            for entry in &set.levels {
                let file = entry.path.rsplit('/').next().expect("a file").trim_end_matches(".ron");
                let Some(words) = levels.remove(file) else {
                    wrong.insert(format!("{at}: `{file}` is missing"));
                    continue;
                };
                let texts = [&words.name, &words.about].into_iter().chain(&words.hints);
                if texts.clone().any(|text| text.trim().is_empty()) || words.hints.len() != entry.level.hints.len() {
                    wrong.insert(format!("{at}: `{file}` has an empty text, or another number of hints"));
                }
            }
            wrong.extend(levels.keys().map(|file| format!("{at}: there is no level `{file}`")));
            assert!(!translation.name.is_empty(), "{at}");
        }
    }
    none("levels are not translated well", wrong);
}
