//! Keyboards of other layouts: what a key means, where it lies, and what is printed on it.

use leveret::level::Level;
use leveret::screens::{Input, Key, KeyStroke, Modifier, Profile, StrokePhase};
use leveret::sim::Ability;
use leveret::window::{KeyReport, stroke};
use winit::keyboard::{Key as LogicalKey, KeyCode, ModifiersState, NamedKey, PhysicalKey};

use crate::game::Game;

/// A level with this many abilities, in play and paused.
fn level(abilities: &str) -> Game {
    let text = include_str!("data/corridor.ron").replace("bash: 1, dig: 1", abilities);
    Game::level(Level::from_ron(&text, "corridor.ron").expect("a level")).press("p")
}

/// What winit reports of a key that writes `meaning`, and has `printed` on it.
fn report(code: KeyCode, meaning: &str, printed: &str, modifiers: ModifiersState) -> Option<KeyStroke> {
    let (meaning, printed) = (LogicalKey::Character(meaning.into()), LogicalKey::Character(printed.into()));
    let text = meaning.to_text().map(str::to_owned);
    stroke(&KeyReport {
        place: PhysicalKey::Code(code),
        meaning: &meaning,
        unmodified: &printed,
        text: text.as_deref(),
        repeat: false,
        modifiers,
    })
}

/// A key without modifiers.
#[track_caller]
fn key(code: KeyCode, printed: &str) -> KeyStroke {
    report(code, printed, printed, ModifiersState::empty()).expect("a stroke")
}

fn named(code: KeyCode, name: NamedKey) -> KeyStroke {
    let meaning = LogicalKey::Named(name);
    let (place, modifiers) = (PhysicalKey::Code(code), ModifiersState::empty());
    let text = Some("\u{8}");
    stroke(&KeyReport { place, meaning: &meaning, unmodified: &meaning, text, repeat: true, modifiers })
        .expect("a stroke")
}

fn strike(game: Game, strokes: impl IntoIterator<Item = KeyStroke>) -> Game {
    game.send(strokes.into_iter().map(Input::Stroke))
}

/// What is printed on the keys is known before one of them was pressed, if the system tells it.
#[test]
fn help_shows_the_players_own_keys() {
    let help = |keys: &[(char, char)]| {
        let game = Game::title(Profile::default()).send([Input::PrintedKeys(keys.to_vec())]).press("F1");
        game.words()
    };
    assert!(help(&[]).contains("as on a US keyboard"), "{}", help(&[]));
    let russian = help(&[('p', 'з'), ('w', 'ц')]);
    assert!(russian.contains('З') && russian.contains('Ц'), "{russian}");
    assert!(!russian.contains("as on a US keyboard"));
}

#[test]
fn a_stroke_is_what_winit_reports() {
    let pressed = report(KeyCode::KeyQ, "A", "a", ModifiersState::SHIFT).expect("a stroke");
    assert_eq!(
        pressed,
        KeyStroke {
            key: Some(Key::Char('a')),
            place: Some('q'),
            printed: Some('a'),
            text: Some("A".to_owned()),
            phase: StrokePhase::First,
            modifier: Modifier::Shift,
        }
    );
    let held = named(KeyCode::Backspace, NamedKey::Backspace);
    assert_eq!((held.key, held.text, held.phase), (Some(Key::Backspace), None, StrokePhase::Repeat));
    assert_eq!(named(KeyCode::NumpadEnter, NamedKey::Enter).key, Some(Key::Enter));
    assert_eq!(named(KeyCode::ShiftLeft, NamedKey::Shift).key, None);
}

#[test]
fn shortcuts_of_others_are_no_strokes() {
    for modifiers in [ModifiersState::ALT, ModifiersState::SUPER, ModifiersState::CONTROL | ModifiersState::ALT] {
        assert_eq!(report(KeyCode::KeyR, "r", "r", modifiers), None, "{modifiers:?}");
    }
    let control = report(KeyCode::KeyR, "r", "r", ModifiersState::CONTROL).expect("a stroke");
    assert_eq!((control.modifier, control.text.clone()), (Modifier::Control, None));
    let game = level("bash: 1").press("n");
    assert_eq!(strike(game, [control]).player().step(), 1, "Ctrl+R does not restart the level");
}

/// AltGr is reported as Ctrl and Alt on some systems.
#[test]
fn alt_gr_types() {
    let both = ModifiersState::CONTROL | ModifiersState::ALT;
    let at = report(KeyCode::KeyQ, "@", "q", both).expect("a stroke");
    assert_eq!((at.text, at.key, at.modifier), (Some("@".to_owned()), Some(Key::Char('@')), Modifier::None));
}

#[test]
fn the_row_of_digits_chooses_abilities_whatever_it_writes() {
    let chosen = |game: &Game| game.play().attempt().ability;
    let game = level("bash: 1, dig: 1, bridge: 1");
    let third = strike(game.clone(), [key(KeyCode::Digit3, "\"")]);
    assert_eq!(chosen(&third), Some(Ability::Bridge));
    let shifted = report(KeyCode::Digit2, "2", "é", ModifiersState::SHIFT).expect("a stroke");
    assert_eq!(chosen(&strike(game.clone(), [shifted])), Some(Ability::Dig));
    let on_the_keypad = strike(game.clone(), [key(KeyCode::Numpad2, "2")]);
    assert_eq!(chosen(&on_the_keypad), Some(Ability::Dig));

    // A key for which the level has no ability does what it means: on a French keyboard the sixth writes `-`.
    let minus = strike(game.clone(), [key(KeyCode::Digit6, "-")]);
    assert!(minus.camera().tile() < game.camera().tile());
}

#[test]
fn the_keys_of_the_cursor_lie_where_they_lie() {
    let game = level("bash: 1").press("a d");
    let at = |game: &Game| game.play().target(&game.context).expect("a cursor");
    let start = at(&game);
    for (code, french, dvorak, way) in [
        (KeyCode::KeyW, "z", ",", (0, -1)),
        (KeyCode::KeyA, "q", "a", (-1, 0)),
        (KeyCode::KeyS, "s", "o", (0, 1)),
        (KeyCode::KeyD, "d", "e", (1, 0)),
    ] {
        for printed in [french, dvorak] {
            let moved = at(&strike(game.clone(), [key(code, printed)]));
            assert_eq!((moved.x - start.x, moved.y - start.y), way, "{code:?} with {printed}");
        }
    }
    let other = strike(game.clone(), [key(KeyCode::KeyZ, "w"), key(KeyCode::KeyQ, "a")]);
    assert_eq!(at(&other), start, "the letters themselves lie elsewhere");
    let mut slower = strike(game, [key(KeyCode::Comma, "w")]);
    assert!(
        slower.words().contains("Speed 1/2"),
        "a key that has lost its place takes the other one's: {}",
        slower.words()
    );
    slower = strike(slower, [key(KeyCode::KeyE, ".")]);
    assert!(slower.words().contains("Speed 1"), "{}", slower.words());
}

#[test]
fn without_latin_letters_keys_act_by_their_place() {
    let title = Game::title(Profile::default());
    assert_eq!(strike(title.clone(), [key(KeyCode::KeyS, "ы")]).caption(), "settings");
    assert_eq!(strike(title.clone(), [key(KeyCode::KeyC, "ψ")]).caption(), "custom");
    // On a French one they act by what they mean.
    assert_eq!(strike(title, [key(KeyCode::KeyQ, "a")]).caption(), "about");
    let paused = level("bash: 1").press("p");
    assert!(paused.screen.is_moving());
    assert!(!strike(paused, [key(KeyCode::KeyP, "з")]).screen.is_moving());
}

#[test]
fn what_is_typed_is_what_the_layout_writes() {
    let game = Game::title(Profile::default()).press("c");
    let typed = strike(game, [key(KeyCode::KeyY, "н"), key(KeyCode::KeyJ, "о"), key(KeyCode::Digit1, "&")]);
    assert!(typed.lines().iter().any(|line| line == "но&"), "{:?}", typed.lines());
}

#[test]
fn the_zoom_keys_work_with_ctrl_too() {
    let control = |code, meaning, printed| report(code, meaning, printed, ModifiersState::CONTROL).expect("a stroke");
    let shifted = ModifiersState::CONTROL | ModifiersState::SHIFT;
    let game = level("bash: 1").press("f -");
    let tile = game.camera().tile();
    for plus in [
        control(KeyCode::Equal, "=", "="),
        control(KeyCode::BracketRight, "+", "+"),
        control(KeyCode::NumpadAdd, "+", "+"),
        report(KeyCode::Equal, "+", "=", shifted).expect("a stroke"),
        report(KeyCode::Digit1, "+", "1", shifted).expect("a stroke"),
    ] {
        assert!(strike(game.clone(), [plus.clone()]).camera().tile() > tile, "{plus:?}");
        assert!(strike(game.clone(), [plus.clone(), plus.clone().repeated()]).camera().tile() >= tile, "{plus:?}");
    }
    for minus in
        [control(KeyCode::Minus, "-", "-"), control(KeyCode::Slash, "-", "-"), control(KeyCode::Digit6, "-", "-")]
    {
        assert!(strike(game.clone(), [minus.clone()]).camera().tile() < tile, "{minus:?}");
    }
    let fitted = level("bash: 1").press("f").camera().tile();
    for zero in
        [control(KeyCode::Digit0, "0", "0"), control(KeyCode::Digit0, "à", "à"), control(KeyCode::Numpad0, "0", "0")]
    {
        assert_eq!(strike(game.clone(), [zero.clone()]).camera().tile(), fitted, "{zero:?}");
    }
    let f = control(KeyCode::KeyF, "f", "f");
    assert_eq!(strike(game, [f]).camera().tile(), tile, "letters with Ctrl are for others");
}

/// The names of the keys in the help, by what they do.
fn keys_of(game: &Game, what: &str) -> String {
    let lines = game.clone().press("F1").lines();
    let index = lines.iter().position(|line| line.starts_with(what)).expect("a line of the help");
    lines[index - 1].clone()
}

#[test]
fn the_help_shows_what_is_printed() {
    let game = level("bash: 1");
    assert_eq!(keys_of(&game, "move the cursor"), "W, A, S, D");
    let french = strike(game.clone(), [key(KeyCode::KeyW, "z"), key(KeyCode::KeyA, "q"), key(KeyCode::Digit1, "&")]);
    assert_eq!(keys_of(&french, "move the cursor"), "Z, Q, S, D");
    assert!(keys_of(&french, "choose an ability").starts_with("1, 2"), "digits are printed everywhere");
    assert_eq!(keys_of(&french, "one step"), "N");
    let russian = strike(game, [key(KeyCode::KeyN, "т"), key(KeyCode::KeyW, "ц"), key(KeyCode::KeyQ, "й")]);
    assert_eq!(keys_of(&russian, "one step"), "Т");
    assert_eq!(keys_of(&russian, "move the cursor"), "Ц, A, S, D");
    assert_eq!(keys_of(&russian, "quit"), "Й");
}

/// A key that is given to a command works afterwards, whatever the layout.
#[test]
fn keys_that_act_by_place_are_given_by_place() {
    let page = Game::title(Profile::default()).press("s Down Down Down Down Enter");
    assert_eq!(page.caption(), "keys");
    // The cursor upwards is the 12th command; its key becomes the one where a US keyboard has Y.
    let given = strike(page.press(&["Down"; 11].join(" ")).press("Enter"), [key(KeyCode::KeyY, "z")]);
    assert!(given.words().contains("cursor"), "{}", given.words());
    let settings = given.context.settings().clone();
    let text = include_str!("data/corridor.ron");
    let level = Level::from_ron(text, "corridor.ron").expect("a level");
    let game = Game::level_for(Profile { settings, ..Profile::default() }, level).press("p a d");
    let at = |game: &Game| game.play().target(&game.context).expect("a cursor").y;
    assert_eq!(at(&strike(game.clone(), [key(KeyCode::KeyY, "z")])), at(&game) - 1);
}
