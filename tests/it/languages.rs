//! The game in every language that it speaks.

use leveret::scene::Item;
use leveret::screens::{Gate, Input, Key, Language, Progress, Screen, Session, Settings};

/// A player at the title who reads this language.
fn title(language: Language) -> Screen {
    let settings = Settings { language: Some(language), ..Settings::default() };
    Screen::title(Session::new(Progress::default(), Gate::All).with_settings(settings))
}

fn visit(screen: Screen, inputs: impl IntoIterator<Item = Input>) -> Screen {
    inputs.into_iter().fold(screen, |screen, input| screen.turn(input).continue_value().expect("the game goes on"))
}

/// All that is written on the screen.
fn words(screen: &Screen) -> Vec<String> {
    let mut items = Vec::new();
    screen.draw_hud(&mut items);
    let texts = items.into_iter().filter_map(|item| match item {
        Item::Text { text, .. } => Some(text.into_owned()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn the_system_tells_the_first_language() {
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
    let settings = visit(title(Language::English), [Input::Key(Key::Char('s'))]);
    let button = |screen: &Screen, name: &str| words(screen).iter().any(|word| word == name);
    assert!(button(&settings, "English") && button(&settings, "Settings"));
    let to_the_last = [Key::Down; 9].map(Input::Key);
    let german = visit(settings, to_the_last.into_iter().chain([Input::Key(Key::Enter)]));
    assert!(button(&german, "Deutsch") && button(&german, "Einstellungen"));
    assert_eq!(german.settings().language, Some(Language::German));
    let english = visit(german, [Input::Key(Key::Enter)]);
    assert!(button(&english, "English") && button(&english, "Settings"));
}
