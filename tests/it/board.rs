//! What the board and its bars tell: tokens by name and key, why a drop is refused, who can do what, who shares a cell.

use std::sync::Arc;
use std::time::Duration;

use leveret::level::{At, Level, sets};
use leveret::look::{Palette, palette, text_width};
use leveret::scene::{Item, Picture, Point, Rect, Tiles, draw_board};
use leveret::screens::{
    Answer, Context, Demonstration, Input, Language, Profile, Screen, Settings, TextSize, UnlockPolicy,
};
use leveret::sim::{Ability, Cell, Order};

use crate::game::{Game, lines};

const CORRIDOR: &str = include_str!("data/corridor.ron");

fn corridor() -> Game {
    Game::level(Level::from_ron(CORRIDOR, "corridor.ron").expect("a level"))
}

/// A climber, one with a brolly, and a crowd of four, two of them facing left.
fn crowd() -> Game {
    let level = r#"Level(rabbits: 0, tokens: { climb: 1, brolly: -1, bash: 0 },
        map: ["          ", "*  *   *  ", "MMMMMMMMMM"], stars: ["rc", "jl", "rrjj"])"#;
    Game::level(Level::from_ron(level, "crowd.ron").expect("a level"))
}

fn title() -> Game {
    Game::title(Profile { unlock: UnlockPolicy::All, ..Profile::default() })
}

fn board(game: &Game) -> Vec<Item> {
    let mut items = Vec::new();
    game.screen.draw_board(&game.context, &mut items);
    items
}

/// The tile maps of the board.
fn maps(game: &Game) -> Vec<Arc<Tiles>> {
    let maps = board(game).into_iter().filter_map(|item| match item {
        Item::Tiles { tiles, .. } => Some(tiles),
        _ => None,
    });
    maps.collect()
}

fn are_shared(one: &[Arc<Tiles>], other: &[Arc<Tiles>]) -> bool {
    one.iter().zip(other).all(|(one, other)| Arc::ptr_eq(one, other))
}

/// Two halves of a wall, and a rabbit that bashes through the first.
#[test]
fn the_ground_is_made_anew_only_when_it_changes() {
    let level = r#"Level(rabbits: 0, tokens: { bash: 1 }, map: ["M*## M", "MMMMMM"], stars: ["rb"])"#;
    let game = Game::level(Level::from_ron(level, "wall.ron").expect("a level")).ready();
    let (revision, before) = (game.player().world().revision(), maps(&game));
    assert_eq!(before.len(), 4, "shade, blocks, what lies in them, and their outlines");
    let mut game = game.keys("==");
    assert!(are_shared(&maps(&game), &before), "another zoom shows the same ground");
    let mut changes = 0;
    for _ in 0..12 {
        let (revision, before) = (game.player().world().revision(), maps(&game));
        game = game.steps(1);
        let has_changed = game.player().world().revision() != revision;
        let after = maps(&game);
        assert_eq!(are_shared(&after, &before), !has_changed);
        assert!(are_shared(&after[..1], &before[..1]) || after[0] != before[0], "the shade did not change");
        changes += u32::from(has_changed);
    }
    assert_eq!(changes, 2, "two blocks were bashed");
    let fresh = Game::level(Level::from_ron(level, "wall.ron").expect("a level"));
    assert_eq!(fresh.player().world().revision(), revision, "equal ground has the same revision in any play");
}

/// A plank is laid in a hole and dug away again: the ground is what it was, but the edges of the hole are fresh.
#[test]
fn the_ground_looks_the_same_whatever_was_shown_before() {
    let level =
        r#"Level(rabbits: 0, tokens: { bridge: 1, dig: 1 }, map: ["MMMMM", "M# #M", "M#*#M", "MMMMM"], stars: ["r"])"#;
    let level = Level::from_ron(level, "hole.ron").expect("a level");
    let place = |step, ability| At { step, order: Order::Place(ability, Cell::new(2, 2)) };
    let orders = vec![place(0, Ability::Bridge), place(6, Ability::Dig)];
    let context = Context::default();
    let screen = Screen::showing(&context, level, Demonstration { orders, mishap: None });
    let game = Game::on(screen, context).ready();
    let untouched = maps(&game);
    let game = game.keys(&"n".repeat(9));
    assert_eq!(game.player().world().block(Cell::new(2, 2)), None, "the plank is gone");
    assert_ne!(maps(&game), untouched);
    let game = game.keys(&"b".repeat(9));
    assert_eq!((game.player().step(), maps(&game)), (0, untouched));
}

/// In every step of every shipped solution, there and back: what is kept of the ground and the water of the step before.
#[test]
fn a_board_looks_as_it_would_if_it_was_drawn_for_the_first_time() {
    let mut boards = 0;
    for entry in sets().iter().flat_map(|set| &set.levels) {
        let Some(solution) = entry.level.solutions.first() else { continue };
        let orders = solution.play(&entry.level).expect("orders").orders;
        let context = Context::default();
        let mut game = Game::on(Screen::following(&context, entry.level.clone(), orders), context);
        for key in ["n", "b"] {
            for _ in 0..60 {
                if !matches!(game.screen, Screen::Play(_)) {
                    break;
                }
                let attempt = game.screen.attempt().expect("an attempt");
                let mut first = Vec::new();
                draw_board(
                    game.player().world(),
                    attempt.scenery,
                    game.camera(),
                    attempt.shown_phase(&game.context),
                    &mut first,
                );
                assert_eq!(board(&game), first, "`{}` in step {}", entry.level.name, game.player().step());
                boards += 1;
                game = game.keys(key);
            }
        }
    }
    assert!(boards > 2000, "{boards}");
}

/// A wall of water that has just begun to fall.
#[test]
fn water_is_listed_once_for_all_frames_of_a_step() {
    let level = r#"Level(rabbits: 0, tokens: { bash: 1 }, map: ["MN   *M", "MN    M", "MMMMMMM"], stars: ["r"])"#;
    let still = |game: &Game| {
        let found = board(game).into_iter().find_map(|item| match item {
            Item::Group(group) => Some(group),
            _ => None,
        });
        found.expect("there is water")
    };
    let game = Game::level(Level::from_ron(level, "water.ron").expect("a level"));
    let before = still(&game);
    let later = game.clone().send([Input::Tick(Duration::from_millis(50))]);
    assert!(before.is_clone_of(&still(&later)), "a later frame of the step");
    assert!(!before.is_clone_of(&still(&game.clone().keys("="))), "another zoom");
    assert!(before != still(&game.steps(3)), "it has flowed");
}

fn signs(items: &[Item]) -> Vec<Picture> {
    let signs = items.iter().filter_map(|item| match item {
        Item::Sprite { sprite, .. } => Some(sprite.picture),
        _ => None,
    });
    signs.filter(|picture| matches!(picture, Picture::SignClimb | Picture::SignBrolly)).collect()
}

/// The buttons that stand out, chosen or under the pointer.
fn lit(game: &Game) -> usize {
    let is_lit = |item: &&Item| matches!(item, Item::Panel { fill, .. } if [palette::BUTTON_CHOSEN, palette::BUTTON_HOVER].contains(fill));
    game.items().iter().filter(is_lit).count()
}

/// The rectangle of the first line of text with these words.
#[track_caller]
fn place_of(game: &Game, words: &str) -> Rect {
    let items = game.items();
    let found = items.iter().find_map(|item| match item {
        Item::Text { text, rect, .. } if text.contains(words) => Some(*rect),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("`{words}` is not in {}", game.words()))
}

#[track_caller]
fn point_at(game: Game, words: &str) -> Game {
    let rect = place_of(&game, words);
    let (x, y) = (rect.x + rect.width / 2, rect.y + rect.height / 2);
    game.send([Input::PointerMoved(Point::new(x as f32, y as f32))])
}

#[test]
fn a_spent_ability_is_left_for_one_that_is_not() {
    let game = corridor().click_cell(3, 2).click_cell(5, 2);
    let orders = format!("{:?}", game.player().orders());
    assert!(orders.contains("Bash") && orders.contains("Dig"), "{orders}");
}

#[test]
fn a_refused_drop_says_why_until_the_pointer_is_elsewhere() {
    let game = corridor().click_cell(3, 3);
    assert!(game.player().orders().is_empty());
    assert!(game.words().contains("a block is in the way"), "{}", game.words());
    let away = game.send([Input::PointerMoved(Point::new(640.0, 300.0))]);
    assert!(!away.words().contains("a block is in the way"));
    let spent = corridor().click_cell(3, 2).click_cell(5, 2).ready().ready().click_cell(5, 2);
    assert!(spent.words().contains("none left"), "{}", spent.words());
}

/// After the last token nothing crosses out what was just done.
#[test]
fn no_mark_lies_over_the_last_token() {
    let game = corridor().click_cell(3, 2).click_cell(5, 2);
    let refused = Palette::Standard.refused();
    let is_mark = |item: &Item| matches!(item, Item::Fill { color, .. } if *color == refused);
    assert!(!game.items().iter().any(is_mark));
}

#[test]
fn tokens_have_names_keys_and_tooltips() {
    let game = crowd();
    for word in ["climb", "brolly", "1", "2", "∞"] {
        assert!(game.lines().iter().any(|line| line == word), "{word} is not in {:?}", game.lines());
    }
    let pointed = point_at(game.clone(), "climb");
    assert!(pointed.words().contains("climb: climbs walls from now on"), "{}", pointed.words());
    let spent = point_at(game, "bash");
    assert!(spent.words().contains("bash: none left"), "{}", spent.words());
}

/// On the card and beside the board, with every kind there is, in a small window.
#[test]
fn hundreds_of_tokens_can_be_read() {
    let level = r#"Level(rabbits: 1, tokens: { bash: 100, dig: 100, bridge: 100, block: 100, climb: 100, explode: 100,
        brolly: 100 }, map: ["Q        O", "MMMMMMMMMM"])"#;
    let level = Level::from_ron(level, "many.ron").expect("a level");
    for text in [TextSize::Normal, TextSize::Large] {
        for (width, height) in [(640, 400), (1152, 648), (1280, 800)] {
            let profile = Profile { settings: Settings { text, ..Settings::default() }, ..Profile::default() };
            let resize = Input::Resize { width, height, scale: 1.0 };
            let opened = Input::Answered(Answer::LevelOpened(Ok(Box::new(level.clone()))));
            let card = Game::title(profile).send([resize]).press("c").send([opened]);
            let play = card.clone().press("Enter");
            for game in [&card, &play] {
                let sizes = game.items().into_iter().filter_map(|item| match item {
                    Item::Text { text, size, .. } if text == "×100" => Some(size),
                    _ => None,
                });
                let sizes: Vec<f32> = sizes.collect();
                let least = width as f32 / 640.0 * 12.0;
                assert!(sizes.len() == 7 && sizes.iter().all(|size| *size >= least), "{width}, {text:?}: {sizes:?}");
            }
            let texts = |words: &str| {
                let found = play.items().into_iter().find_map(|item| match item {
                    Item::Text { text, rect, size, .. } if text == words => Some((rect, size)),
                    _ => None,
                });
                found.expect("it is shown")
            };
            let ((number, large), (key, small)) = (texts("×100"), texts("1"));
            let end = number.x as f32 + (number.width as f32 + text_width("×100", large)) / 2.0;
            assert!(end <= key.right() as f32 - text_width("1", small), "{width}, {text:?}");
        }
    }
}

#[test]
fn rabbits_show_what_they_have_learnt() {
    assert!(signs(&board(&corridor())).is_empty());
    let taught = crowd().press("n");
    assert_eq!(signs(&board(&taught)), [Picture::SignClimb, Picture::SignBrolly]);
    let inspected = taught.clone().press("Tab");
    let legend = inspected.words();
    assert!(legend.contains("can climb") && legend.contains("has a brolly"), "{legend}");
    assert_eq!(signs(&inspected.items()).len(), 4, "two in the legend, two on the rabbits");
    let cell = taught.player().world().rabbits()[0].cell;
    let (x, y) = taught.camera().cell_to_pixel(cell);
    let pointed = taught.send([Input::PointerMoved(Point::new(x as f32 + 4.0, y as f32 + 4.0))]);
    assert!(pointed.words().contains("can climb"), "{}", pointed.words());
}

#[test]
fn rabbits_that_share_a_cell_are_counted_with_their_directions() {
    let items = board(&crowd());
    assert_eq!(lines(&items), ["×4"]);
    let arrowheads = items.iter().filter(|item| matches!(item, Item::Polygon { .. })).count();
    assert_eq!(arrowheads, 2, "some face left, some right");
}

#[test]
fn inspecting_says_when_words_would_be_too_small() {
    let far = crowd().send(vec![Input::Wheel(-3.0); 20]).press("Tab");
    assert_eq!(far.camera().tile(), 16);
    assert!(far.words().contains("Too small for words"), "{}", far.words());
    assert!(!far.words().contains("[1]"));
}

/// What it hides cannot be aimed at, and what is marked under it does not show through.
#[test]
fn the_legend_takes_clicks_and_lies_over_marks() {
    let level = r#"Level(rabbits: 1, tokens: { bash: 2 },
        map: ["          ", "          ", "          ", "          ", "Q        O", "MMMMMMMMMM"])"#;
    let game = Game::level(Level::from_ron(level, "hall.ron").expect("a level")).press("p").point_at(1, 0);
    assert_eq!(game.clone().click().player().orders().len() + game.clone().click().player().queued().len(), 1);
    let inspected = game.press("Tab");
    assert_eq!(inspected.play().target(&inspected.context), None);
    let clicked = inspected.clone().click();
    assert!(clicked.player().orders().is_empty() && clicked.player().queued().is_empty());

    let under = inspected.point_at(1, 3).press("w w w");
    let colors = [Palette::Standard.aim(), Palette::Standard.refused(), palette::UNUSED];
    let items = under.items();
    let mark = items.iter().rposition(|item| matches!(item, Item::Fill { color, .. } if colors.contains(color)));
    let legend = items.iter().position(|item| matches!(item, Item::Text { text, .. } if text == "[3]>"));
    assert!(mark.expect("the cursor is marked") < legend.expect("the legend"));
}

#[test]
fn the_speed_is_kept_from_level_to_level() {
    let game = title().press("Enter Enter . .");
    assert!(game.words().contains("Speed 4"), "{}", game.words());
    let next = game.press("Esc Right Enter Enter");
    assert!(next.words().contains("Speed 4"), "{}", next.words());
    let slow = next.press(", , , ,");
    assert!(slow.words().contains("Speed 1/4"), "{}", slow.words());
}

/// The pointer takes the focus along; keys take it back.
#[test]
fn one_button_of_the_title_is_lit() {
    let pointed = point_at(title(), "Settings");
    assert_eq!(lit(&pointed), 1);
    let moved = pointed.press("Down");
    assert_eq!(lit(&moved), 1);
    assert_eq!(moved.press("Enter").caption(), "about");
}

#[test]
fn the_list_stands_where_one_was() {
    let played = title().press("l Right Right Right Right Enter Enter Esc");
    assert_eq!(played.caption(), "levels");
    let fifth = &leveret::level::sets()[0].levels[4].level.name;
    assert_eq!(played.press("Enter").caption(), format!("intro {fifth}"));
}

#[test]
fn the_list_shows_progress_and_scrolls_by_its_bar() {
    let list = title().press("l").ready();
    assert!(list.words().contains("0 of 12 won"), "{}", list.words());
    assert!(!list.words().contains("Measure"), "{}", list.words());
    let drag = [
        Input::PointerMoved(Point::new(1276.0, 100.0)),
        Input::Press(leveret::screens::PointerButton::Primary),
        Input::PointerMoved(Point::new(1276.0, 799.0)),
        Input::Release(leveret::screens::PointerButton::Primary),
    ];
    let bottom = list.ready().send(drag);
    assert_eq!(bottom.caption(), "levels");
    assert!(bottom.words().contains("The rabbot works"), "{}", bottom.words());
}

#[test]
fn frame_times_stand_beside_the_board_and_not_over_the_help() {
    let game = corridor();
    let shown = game.clone().press("F3");
    assert!(shown.camera().window().right() < game.camera().window().right());
    assert_eq!(shown.press("F3").camera().window(), game.camera().window());
}

#[test]
fn a_large_frame_has_a_larger_interface() {
    let height = |width, height| {
        let game = title().send([Input::Resize { width, height, scale: 1.0 }]);
        place_of(&game, "Settings").height
    };
    assert!(height(2560, 1440) > height(1280, 720) * 4 / 3);
}

#[test]
fn no_line_is_a_single_word() {
    for language in Language::ALL {
        let settings = Settings { language: Some(language), ..Settings::default() };
        let mut game =
            Game::title(Profile { unlock: UnlockPolicy::All, settings, ..Profile::default() }).press("l Home");
        for _ in 0..12 {
            let intro = game.clone().press("Enter");
            let Screen::Intro(_) = intro.screen else { panic!("{}", intro.caption()) };
            let alone = intro.lines().into_iter().filter(|line| line.ends_with('.') && !line.contains(' '));
            assert_eq!(alone.collect::<Vec<_>>(), [""; 0], "{}", intro.caption());
            game = game.press("Right");
        }
    }
}

/// In a small frame the little rabbits stand beside figures alone; the line at the bottom says what they mean.
#[test]
fn counts_without_words_are_explained() {
    let settings = Settings { language: Some(Language::German), ..Settings::default() };
    let level = Level::from_ron(CORRIDOR, "corridor.ron").expect("a level");
    let game = Game::level_for(Profile { settings, ..Profile::default() }, level);
    let has = |game: &Game, words: &str| game.lines().iter().any(|line| line == words);
    assert!(has(&game, "Gerettet 0 von 1"), "{}", game.words());
    let small = game.send([Input::Resize { width: 480, height: 270, scale: 1.0 }]);
    assert!(!has(&small, "Gerettet 0 von 1") && has(&small, "0 / 1"), "{}", small.words());
    let pointed = point_at(small, "0 / 1");
    assert!(has(&pointed, "Gerettet 0 von 1"), "{}", pointed.words());
}
