//! Level files of the player's own: dropped, typed, or opened before.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use leveret::app::{App, Stores};
use leveret::look::text_width;
use leveret::scene::Item;
use leveret::screens::{Answer, Edit, Effect, Input, Key, Point, PointerButton, Profile};
use tempfile::TempDir;

use crate::game::{Game, app, turn, words};

const CORRIDOR: &str = include_str!("data/corridor.ron");

/// A folder with a level, a broken one, and something else; what the player has is saved in a folder below.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("corridor.ron"), CORRIDOR).expect("a file");
    fs::write(folder.path().join("Cellar.ron"), CORRIDOR.replace("Corridor", "Cellar")).expect("a file");
    fs::write(folder.path().join("broken.ron"), CORRIDOR.replace("save: 1", "safe: 1")).expect("a file");
    fs::write(folder.path().join("corrections.txt"), "none").expect("a file");
    folder
}

/// The game on its title, which saves below this folder.
fn title(folder: &Path) -> App {
    let mut app = app(Profile::default());
    app.save_to(Stores::new(&folder.join("player")));
    app
}

fn custom(folder: &Path) -> App {
    let mut app = title(folder);
    press(&mut app, Key::Char('c'));
    assert_eq!(app.screen().caption(), "custom");
    app
}

fn press(app: &mut App, key: Key) {
    turn(app, Input::Key(key));
}

/// Types as a keyboard does: the text, then the key that typed it.
fn write(app: &mut App, text: &str) {
    for letter in text.chars() {
        turn(app, Input::Text(letter.to_string()));
        turn(app, Input::Key(Key::Char(letter.to_ascii_lowercase())));
    }
}

/// Of the recent files, the names that are shown, and whether each is there.
fn listed(app: &App) -> Vec<(String, bool)> {
    let words = words(app);
    let start = words.iter().position(|word| word == "Recent files:").map_or(words.len(), |place| place + 1);
    let rows = words[start..].chunks(2).take_while(|row| row.len() == 2 && row[0].ends_with(".ron"));
    rows.map(|row| (row[0].clone(), !row[1].starts_with("missing"))).collect()
}

fn place(folder: &Path, name: &str) -> PathBuf {
    folder.join(name)
}

#[test]
fn a_file_dropped_on_the_window_is_played() {
    let folder = folder();
    let mut app = title(folder.path());
    turn(&mut app, Input::Dropped(place(folder.path(), "corridor.ron")));
    assert_eq!(app.screen().caption(), "play Corridor");
    press(&mut app, Key::Escape);
    assert_eq!(app.screen().caption(), "custom", "a level is left to the list that it came from");
    assert_eq!(listed(&app), [("corridor.ron".to_owned(), true)]);
}

#[test]
fn a_name_is_typed_completed_and_opened() {
    let folder = folder();
    let mut app = custom(folder.path());
    write(&mut app, &format!("{}/Ce", folder.path().display()));
    press(&mut app, Key::Tab);
    press(&mut app, Key::Enter);
    assert_eq!(app.screen().caption(), "intro Cellar", "its hints can be read first");
    press(&mut app, Key::Escape);
    assert_eq!(app.screen().caption(), "custom");
}

#[test]
fn the_card_before_a_level_follows_its_file() {
    let folder = folder();
    let file = place(folder.path(), "corridor.ron");
    let mut app = custom(folder.path());
    turn(&mut app, Input::Dropped(file.clone()));
    assert_eq!(app.screen().caption(), "intro Corridor");
    let mut save = |text: &str| {
        fs::write(&file, text).expect("it is saved");
        for _ in 0..5 {
            turn(&mut app, Input::Tick(Duration::from_millis(100)));
        }
        app.screen().caption()
    };
    assert_eq!(save(&CORRIDOR.replace("\"Corridor\"", "\"A longer corridor\"")), "intro A longer corridor");
    assert_eq!(save("Level(nam: \"\")"), "play A longer corridor", "what is wrong is told over the board");
}

#[test]
fn names_that_could_be_meant_are_told() {
    let folder = folder();
    let mut app = custom(folder.path());
    fs::write(place(folder.path(), "corner.rel"), "").expect("a file");
    write(&mut app, &format!("{}/c", folder.path().display()));
    press(&mut app, Key::Tab);
    let told = words(&app);
    assert!(told.iter().any(|word| word == "corner.rel   corridor.ron"), "{told:?}");
    assert!(told.iter().any(|word| word.ends_with("/cor")), "what is certain is written: {told:?}");
    for _ in 0..3 {
        press(&mut app, Key::Backspace);
    }
    write(&mut app, "zzz");
    press(&mut app, Key::Tab);
    assert!(words(&app).iter().any(|word| word.ends_with("/zzz")), "nothing begins like that");
}

/// A broken file is told with its carets where it was asked for; over a game in play, the game goes on.
#[test]
fn a_broken_file_is_told_and_can_be_put_away() {
    let folder = folder();
    let broken = place(folder.path(), "broken.ron");
    let is_told = |app: &App| words(app).concat().contains("didyoumean`save`?") && words(app).contains(&"^".to_owned());

    let mut app = title(folder.path());
    turn(&mut app, Input::Dropped(broken.clone()));
    assert_eq!(app.screen().caption(), "custom");
    assert!(is_told(&app), "{:?}", words(&app));
    press(&mut app, Key::Escape);
    assert!(!is_told(&app));
    assert_eq!(app.screen().caption(), "custom", "the first Esc is for the message");
    assert_eq!(listed(&app), [], "what was not played is not in the list");

    turn(&mut app, Input::Dropped(place(folder.path(), "corridor.ron")));
    press(&mut app, Key::Enter);
    turn(&mut app, Input::Dropped(broken));
    assert_eq!(app.screen().caption(), "play Corridor");
    assert!(is_told(&app));
    press(&mut app, Key::Escape);
    assert!(!is_told(&app));
    assert_eq!(app.screen().caption(), "play Corridor");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let folder = folder();
    let mut app = custom(folder.path());
    write(&mut app, "no/such.ron");
    press(&mut app, Key::Enter);
    assert_eq!(app.screen().caption(), "custom");
    assert!(words(&app).concat().contains("no/such.ron"), "{:?}", words(&app));
}

/// The list is kept from one start to the next: newest first, no file twice, ten at most, those that are gone marked.
#[test]
fn files_that_were_played_are_listed() {
    let folder = folder();
    let names: Vec<String> = (0..12).map(|number| format!("level-{number}.ron")).collect();
    let mut app = title(folder.path());
    for name in names.iter().chain([&names[5]]) {
        let file = place(folder.path(), name);
        fs::write(&file, CORRIDOR).expect("a file");
        turn(&mut app, Input::Dropped(file));
    }
    drop(app);
    fs::remove_file(place(folder.path(), &names[11])).expect("it was there");

    let mut app = custom(folder.path());
    turn(&mut app, Input::Resize { width: 1280, height: 900, scale: 1.0 });
    let expected = [5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map(|number| (names[number].clone(), number != 11));
    assert_eq!(listed(&app), expected);

    press(&mut app, Key::Down);
    press(&mut app, Key::Enter);
    assert_eq!(app.screen().caption(), "custom", "it is gone");
    press(&mut app, Key::Down);
    press(&mut app, Key::Enter);
    assert_eq!(app.screen().caption(), "intro Corridor");
    press(&mut app, Key::Escape);
    assert_eq!(listed(&app)[0], (names[10].clone(), true));
}

#[test]
fn two_games_share_the_list() {
    let folder = folder();
    let (mut one, mut other) = (title(folder.path()), title(folder.path()));
    turn(&mut one, Input::Dropped(place(folder.path(), "corridor.ron")));
    assert!(one.finish_saving().is_continue());
    turn(&mut other, Input::Dropped(place(folder.path(), "Cellar.ron")));
    assert!(other.finish_saving().is_continue());
    press(&mut other, Key::Escape);
    assert_eq!(listed(&other), [("Cellar.ron".to_owned(), true), ("corridor.ron".to_owned(), true)]);
}

#[test]
fn letters_are_written_and_mean_nothing_else() {
    let folder = folder();
    let mut app = custom(folder.path());
    write(&mut app, "aqQ");
    assert!(words(&app).contains(&"aqQ".to_owned()), "{:?}", words(&app));
    press(&mut app, Key::Escape);
    assert_eq!(app.screen().caption(), "title");
}

/// Where a file cannot be dropped, its path or a level's text can be pasted.
#[test]
fn what_is_pasted_is_opened() {
    let folder = folder();
    let pasted = |text: &str| Input::Answered(Answer::Pasted(Ok(text.to_owned())));
    let path = place(folder.path(), "corridor.ron").display().to_string();
    for text in
        [path.clone(), format!("{path}\n"), format!("'{path}'"), format!("file://{path}"), format!("{path}\n/b.ron")]
    {
        let mut app = title(folder.path());
        turn(&mut app, pasted(&text));
        assert_eq!(app.screen().caption(), "play Corridor", "{text:?}");
    }
    for text in [CORRIDOR, ":name=Corridor\n:description=The first Level\nQ O\n###\n"] {
        let mut app = title(folder.path());
        turn(&mut app, pasted(text));
        assert_eq!(app.screen().caption(), "play Corridor", "{text}");
    }
    let mut app = custom(folder.path());
    turn(&mut app, pasted(&leveret::level::sets()[0].levels[0].level.to_rel()));
    assert!(app.screen().caption().starts_with("intro "), "{}", app.screen().caption());
}

#[test]
fn what_is_pasted_into_a_line_with_text_is_typed() {
    let folder = folder();
    let mut app = custom(folder.path());
    write(&mut app, "x.ron");
    press(&mut app, Key::Home);
    turn(&mut app, Input::Answered(Answer::Pasted(Ok("/home/\n".to_owned()))));
    assert!(words(&app).contains(&"/home/x.ron".to_owned()), "{:?}", words(&app));
}

#[test]
fn a_paste_that_is_no_level_says_so() {
    let folder = folder();
    for (text, told) in [
        (Ok("Level(map: [\"x\"])".to_owned()), "clipboard"),
        (Ok("/nowhere/at/all.ron".to_owned()), "/nowhere/at/all.ron"),
        (Err("the clipboard is empty".to_owned()), "the clipboard is empty"),
        (Ok("#\n".repeat(500_001)), "it is larger than 1000000 bytes"),
    ] {
        let mut app = title(folder.path());
        turn(&mut app, Input::Answered(Answer::Pasted(text)));
        let shown = words(&app).join("").replace(' ', "");
        assert!(shown.contains(&told.replace(' ', "")), "{shown}");
        assert_eq!(app.screen().caption(), "custom");
    }
}

/// A play is not lost to a slip.
#[test]
fn nothing_is_pasted_over_a_play() {
    let mut app = title(tempfile::tempdir().expect("a folder").path());
    for key in [Key::Enter, Key::Enter] {
        press(&mut app, key);
    }
    let before = app.screen().caption();
    turn(&mut app, Input::Answered(Answer::Pasted(Ok(CORRIDOR.to_owned()))));
    assert_eq!(app.screen().caption(), before);
}

#[test]
fn what_is_typed_can_be_selected_cut_and_copied() {
    let game = Game::title(Profile::default()).press("c");
    let typed = game.send([Input::Text("abcd".to_owned())]);
    let shown = |game: &Game, line: &str| game.lines().iter().any(|shown| shown == line);
    let extend = |key| Input::Edit(Edit::Extend(key));
    let selected = typed.press("Left").send([extend(Key::Left), extend(Key::Left)]);
    let copied = selected.clone().send([Input::Edit(Edit::Copy)]);
    assert_eq!(copied.effects.last(), Some(&Effect::Copy("bc".to_owned())));
    assert!(shown(&copied, "abcd"));
    let cut = selected.clone().send([Input::Edit(Edit::Cut)]);
    assert_eq!(cut.effects.last(), Some(&Effect::Copy("bc".to_owned())));
    assert!(shown(&cut, "ad"), "{:?}", cut.lines());
    assert!(shown(&selected.clone().send([Input::Text("X".to_owned())]), "aXd"));
    assert!(shown(&selected.clone().press("Delete"), "ad"));
    assert!(shown(&selected.clone().press("Backspace"), "ad"));
    assert!(shown(&selected.clone().press("Left").send([Input::Text("X".to_owned())]), "aXbcd"));
    assert!(shown(&selected.clone().press("Right Delete"), "abc"));
    let all = selected.send([Input::Edit(Edit::SelectAll), Input::Text("n".to_owned())]);
    assert!(shown(&all, "n"));
    let nothing = all.effects.len();
    assert_eq!(all.send([Input::Edit(Edit::Copy), Input::Edit(Edit::Cut)]).effects.len(), nothing);
}

/// The level files with this text in their field, and the position of a byte of it in the frame.
fn with_field(text: &str) -> (Game, impl Fn(usize) -> Point) {
    let game = Game::title(Profile::default()).press("c").ready().send([Input::Text(text.to_owned())]);
    let items = game.items();
    let field = items.iter().find_map(|item| match item {
        Item::Text { text: shown, rect, size, .. } if shown == text => Some((*rect, *size)),
        _ => None,
    });
    let (rect, size) = field.expect("the field shows its text");
    let text = text.to_owned();
    let position = move |index: usize| {
        let x = rect.x as f32 + text_width(&text[..index], size);
        Point::new(x + 0.5, (rect.y + rect.height / 2) as f32)
    };
    (game, position)
}

const PRESS: Input = Input::Press(PointerButton::Primary);
const RELEASE: Input = Input::Release(PointerButton::Primary);

fn copied(game: &Game) -> Option<Effect> {
    game.clone().send([Input::Edit(Edit::Copy)]).effects.last().cloned()
}

#[test]
fn a_line_is_selected_with_the_mouse() {
    let (game, at) = with_field("one two three");
    let moved = |index| Input::PointerMoved(at(index));
    let dragged = game.clone().send([moved(4), PRESS, moved(9), moved(7)]);
    assert_eq!(copied(&dragged), Some(Effect::Copy("two".to_owned())));
    let released = dragged.send([RELEASE, moved(13)]);
    assert_eq!(copied(&released), Some(Effect::Copy("two".to_owned())), "the button is no longer held");
    let back = game.clone().send([moved(13), PRESS, moved(8), RELEASE, Input::Text("3".to_owned())]);
    assert!(back.lines().contains(&"one two 3".to_owned()), "{:?}", back.lines());
    let placed = game.clone().send([moved(3), PRESS, RELEASE, Input::Text("!".to_owned())]);
    assert!(placed.lines().contains(&"one! two three".to_owned()), "{:?}", placed.lines());
    let double = game.send([moved(5), PRESS, RELEASE, PRESS, RELEASE]);
    assert_eq!(copied(&double), Some(Effect::Copy("two".to_owned())));
}

/// An input method shows what it composes before it types it.
#[test]
fn composed_text_is_shown_and_typed() {
    let (game, _) = with_field("ab");
    let compose = |text: &str| Input::Preedit { text: text.to_owned(), cursor: text.len() };
    let composing = game.press("Left").send([compose("に"), compose("にほん")]);
    assert!(composing.lines().contains(&"aにほんb".to_owned()), "{:?}", composing.lines());
    let caret = |game: &Game| game.screen.caret_area(&game.context).expect("the field takes what is typed");
    let typed = composing.clone().send([compose(""), Input::Text("日本".to_owned())]);
    assert!(typed.lines().contains(&"a日本b".to_owned()), "{:?}", typed.lines());
    let given_up = composing.clone().send([compose("")]);
    assert!(given_up.lines().contains(&"ab".to_owned()), "{:?}", given_up.lines());
    assert!(caret(&given_up).x < caret(&composing).x);
    let replaced = typed.send([Input::Edit(Edit::SelectAll), compose("か"), compose(""), Input::Text("蚊".to_owned())]);
    assert!(replaced.lines().contains(&"蚊".to_owned()), "{:?}", replaced.lines());
    assert_eq!(replaced.press("Esc").screen.caret_area(&Game::title(Profile::default()).context), None);
}

/// Scripts that run from right to left stand in the order in which they are stored, and can be edited.
#[test]
fn a_line_of_another_direction_can_be_edited() {
    let text = "abc שלום عربي xyz";
    let (game, at) = with_field(text);
    for (index, _) in text.char_indices().skip(1) {
        let swept = game.clone().send([Input::PointerMoved(at(0)), PRESS, Input::PointerMoved(at(index)), RELEASE]);
        let rest = swept.press("Delete");
        assert!(rest.lines().contains(&text[index..].to_owned()), "{index}: {:?}", rest.lines());
    }
}

#[test]
fn a_file_is_chosen_in_a_dialog() {
    let folder = folder();
    let game = Game::title(Profile::default()).press("c F2");
    assert!(matches!(game.effects.last(), Some(Effect::ChooseFile(_))));
    let mut app = custom(folder.path());
    let chosen = |file| Input::Answered(Answer::FileChosen(Ok(file)));
    turn(&mut app, chosen(None));
    assert_eq!(app.screen().caption(), "custom");
    turn(&mut app, chosen(Some(place(folder.path(), "corridor.ron"))));
    assert_eq!(app.screen().caption(), "intro Corridor");
    let mut app = custom(folder.path());
    press(&mut app, Key::Function(2));
    assert!(words(&app).join("").contains("there"), "without a desktop it says so: {:?}", words(&app));
}
