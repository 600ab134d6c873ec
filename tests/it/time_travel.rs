//! Time on the screens: the timeline under the board, what a result says of it, and replays from play to paste.

use std::fs;
use std::ops::Range;

use leveret::app::{App, Stores, Watch};
use leveret::level::{Level, sets};
use leveret::play::{LevelMatch, Player, Replay, Timeline};
use leveret::raster::Rendering;
use leveret::scene::Item;
use leveret::screens::{
    Answer, Context, Effect, Input, Language, Manner, Point, PointerButton, Profile, Screen, SolutionPlace,
    UnlockPolicy,
};
use leveret::sim::Order;

use crate::game::{Game, lines, press, win_first_level, words};

/// Three rabbits walk into a pit that is too deep, unless one of them blocks the way; two are to be saved.
const PIT: &str = "Level(name: \"Pit\", rabbits: 3, save: 2, delay: [3], tokens: { block: 1, dig: 1 }, map: [
    \"#OQ           #\", \"#             #\", \"######### #####\", \"#             #\", \"#             #\",
    \"#             #\", \"#             #\", \"#             #\", \"#             #\", \"###############\",
])";

fn pit() -> Game {
    Game::level(Level::from_ron(PIT, "pit.ron").expect("a level"))
}

/// A moment in which nothing happens, in a game that is paused: presses before it are not the first ones of a double click.
fn moment(game: Game) -> Game {
    game.send([Input::Tick(std::time::Duration::from_millis(500))])
}

fn timeline(game: &Game) -> &Timeline {
    &game.play().attempt().timeline
}

fn first_level() -> &'static Level {
    &sets()[0].levels[0].level
}

fn won_replay() -> Replay {
    let played = first_level().solutions[0].play(first_level()).expect("orders");
    let mut player = Player::following(first_level().world(), played.orders);
    player.advance_to(played.steps);
    Replay::of(first_level(), &player)
}

/// A point of the timeline, so many pixels from the left edge of a frame of 1280 by 800.
fn on_bar(x: f32) -> Input {
    Input::PointerMoved(Point::new(x, 722.0))
}

#[test]
fn a_loss_leads_back_to_its_cause() {
    let lost = pit().steps(60);
    assert!(lost.caption().starts_with("lost "), "{}", lost.caption());
    let decided = lost.screen.attempt().expect("an attempt").timeline.branch().decided().expect("it is lost");
    assert!(lost.words().contains("Back to the fall"));
    let game = lost.press("Enter");
    assert_eq!(timeline(&game).step(), decided - 2);
    assert!(!game.play().is_moving(), "there is time to think");
    assert!(timeline(&game).is_in_past());
}

#[test]
fn an_order_in_the_past_leaves_a_way_that_can_be_gone_back_to() {
    let game = pit().steps(6).click_cell(7, 1).steps(2);
    let first = timeline(&game).branch().orders().to_vec();
    let game = game.press("b b b b b b").click_cell(9, 1);
    assert_eq!(timeline(&game).left().len(), 1);
    let game = game.press("o");
    assert_eq!(timeline(&game).branch().orders(), first);
    let game = game.press("y z");
    assert_eq!(timeline(&game).branch().orders(), []);
    assert!(matches!(game.screen, Screen::Play(_)), "nothing was asked");
    assert_eq!(timeline(&game.press("y")).branch().orders(), first);
}

#[test]
fn restarting_asks_nothing_and_loses_nothing() {
    let game = pit().steps(6).click_cell(7, 1).press("n r");
    assert_eq!((timeline(&game).step(), timeline(&game).left().len()), (0, 1));
    assert_eq!(timeline(&game.press("o")).branch().orders().len(), 1);
}

#[test]
fn the_bar_is_dragged_and_turned_with_the_wheel() {
    let game = moment(pit().steps(7));
    let last = timeline(&game).step();
    let held = game.send([on_bar(600.0), Input::Press(PointerButton::Primary), on_bar(232.0)]);
    let (early, world) = (timeline(&held).step(), held.player().world().clone());
    assert!(early < last / 2, "step {early} of {last}");
    let mut player = Player::new(Level::from_ron(PIT, "pit.ron").expect("a level").world());
    player.advance_to(early);
    assert_eq!(player.world(), &world, "the board follows");
    let game = held.send([on_bar(0.0), Input::Release(PointerButton::Primary)]);
    assert_eq!(timeline(&game).step(), 0);
    assert_eq!(timeline(&game.clone().send([on_bar(320.0), Input::Wheel(1.0)])).step(), 5);
    let zoom = game.camera().tile();
    assert_eq!(game.send([on_bar(320.0), Input::Wheel(-1.0)]).camera().tile(), zoom, "the board keeps its size");
}

#[test]
fn dragging_to_the_end_of_a_lost_play_does_not_leave_it() {
    let game = moment(pit().steps(60).press("Enter"));
    let game = game.send([on_bar(320.0), Input::Press(PointerButton::Primary), on_bar(1279.0)]);
    assert!(matches!(game.screen, Screen::Play(_)));
    assert_eq!(timeline(&game).step(), timeline(&game).branch().reach() - 1);
}

#[test]
fn the_way_of_winning_is_told_and_recorded() {
    let app = |keys: &str| {
        let profile = Profile { unlock: UnlockPolicy::All, ..Profile::default() };
        let mut app = App::new(Screen::title(), Context::new(profile), Rendering::default()).expect("the art is whole");
        win_first_level(&mut app);
        if !keys.is_empty() {
            press(&mut app, "Enter");
            press(&mut app, keys);
        }
        app
    };
    let played = app("");
    let best = |app: &App, manner| app.context().profile.progress.best_of(sets()[0].levels[0].path, manner);
    assert!(best(&played, Manner::TurnedBack).is_none());
    assert!(best(&played, Manner::Running).is_some() || best(&played, Manner::Paused).is_some());
    assert_eq!(played.context().profile.replays.all().len(), 1, "the win is kept");
}

#[test]
fn a_win_after_time_was_turned_back_says_so() {
    let replay = won_replay();
    let game = Game::title(Profile { unlock: UnlockPolicy::All, ..Profile::default() }).press("Enter Enter");
    let game = replay.orders.iter().fold(game, |game, at| {
        let Order::Place(_, cell) = at.order else { panic!("a token") };
        let steps = at.step - game.player().step();
        moment((0..steps).fold(game, |game, _| game.press("n"))).click_cell(cell.x, cell.y)
    });
    let game = game.press("n n b").send([Input::Tick(std::time::Duration::ZERO)]);
    let game =
        (0..400).fold(game, |game, _| if matches!(game.screen, Screen::Play(_)) { game.press("n") } else { game });
    let game = game.send([Input::Tick(std::time::Duration::from_secs(3))]);
    assert!(game.caption().starts_with("won "), "{}", game.caption());
    assert!(game.words().contains("with time turned back"), "{}", game.words());
    let records = game.progress().records.values().next().expect("a record");
    assert_eq!(records.keys().collect::<Vec<_>>(), [&Manner::TurnedBack]);
}

#[test]
fn what_was_played_is_copied_and_pasted_anywhere() {
    let game = pit().steps(6).click_cell(7, 1).press("n c");
    let Some(Effect::Copy(text)) = game.effects.last() else { panic!("{:?}", game.effects) };
    assert!(text.starts_with("LV1-"), "{text}");
    assert!(game.words().contains("copied"));

    // Elsewhere the level of the file is not known: it is looked for.
    let pasted = |text: &str| Input::Answered(Answer::Pasted(Ok(format!("> look:\n> {text}"))));
    let title = Game::title(Profile::default()).send([pasted(text)]);
    let Some(Effect::FindLevel(replay)) = title.effects.last() else { panic!("{:?}", title.effects) };
    let level = Box::new(Level::from_ron(PIT, "pit.ron").expect("a level"));
    let found = |fit| Input::Answered(Answer::ReplayFound(replay.clone(), Some((fit, level.clone()))));
    let watching = title.clone().send([found(LevelMatch::Same)]);
    assert_eq!(watching.caption(), "play Pit");
    assert!(watching.words().contains("Showing a replay"));
    let nowhere = title.clone().send([Input::Answered(Answer::ReplayFound(replay.clone(), None))]);
    assert!(nowhere.words().contains("not known"), "{}", nowhere.words());

    // A shipped level is known everywhere, in the middle of another play too; that is kept.
    let shipped = won_replay().to_text();
    let game = game.send([pasted(&shipped)]);
    assert_eq!(game.caption(), format!("play {}", first_level().name));
    assert_eq!(game.context.profile.replays.all().len(), 1);
    let damaged = title.send([pasted(&shipped[..shipped.len() - 2])]);
    assert!(damaged.words().contains("damaged"), "{}", damaged.words());
}

/// Whatever takes its place, a play is kept as if the player had left it.
#[test]
fn a_play_is_kept_when_a_file_is_dropped_on_it_and_when_the_window_is_closed() {
    let kept = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::KeepReplay(_)));
    let level = Box::new(Level::from_ron(PIT, "pit.ron").expect("a level"));
    let dropped = Input::Answered(Answer::LevelOpened(Ok(level)));
    let untouched = pit().steps(6);
    let played = untouched.clone().click_cell(7, 1).press("n");
    let helped = played.clone().press("F1");
    assert_eq!(helped.caption(), "help");
    for (game, is_kept) in [(untouched, false), (played, true), (helped, true)] {
        let caption = game.caption();
        let replaced = game.clone().send([dropped.clone()]);
        assert_eq!(kept(&replaced.effects), is_kept, "a file dropped on {caption}");
        assert_eq!(replaced.context.profile.replays.all().len(), usize::from(is_kept));
        assert_eq!(replaced.player().step(), 0);

        let Game { screen, mut context, .. } = game;
        let closed = screen.turn(&mut context, Input::CloseRequested);
        assert!(closed.next.is_break());
        assert_eq!(kept(&closed.effects), is_kept, "the window closed over {caption}");
    }
}

#[test]
fn a_replay_of_another_version_says_where_it_parts() {
    let game = pit().steps(6).click_cell(7, 1).press("n c");
    let Some(Effect::Copy(text)) = game.effects.last() else { panic!("{:?}", game.effects) };
    let replay = leveret::play::replays_in(text).remove(0).expect("a replay");
    let other = Level::from_ron(&PIT.replace(", dig: 1", ""), "pit.ron").expect("a level");
    let found = Answer::ReplayFound(Box::new(replay), Some((LevelMatch::Changed, Box::new(other))));
    for language in [Language::English, Language::German] {
        let mut game = Game::title(Profile::default());
        game.context.profile.settings.language = Some(language);
        let words = game.send([Input::Answered(found.clone())]).words();
        let parts = if language == Language::English { "It parts after step 6" } else { "Anders ab Schritt 6" };
        assert!(words.contains(parts), "{words}");
    }
}

#[test]
fn replays_are_listed_watched_taken_over_and_deleted() {
    let game = Game::title(Profile { unlock: UnlockPolicy::All, ..Profile::default() }).press("Enter Enter");
    let cell = match won_replay().orders[0].order {
        Order::Place(_, cell) => cell,
        Order::ExplodeAll => panic!("a token"),
    };
    let game = moment(game.press("n n")).click_cell(cell.x, cell.y).press("n Esc Tab Enter Enter w");
    assert_eq!(game.caption(), format!("replays {}", first_level().name));
    assert!(game.words().contains("1 token in 3 steps"), "{}", game.words());
    let watched = game.clone().press("Enter");
    assert!(watched.words().contains("Showing a replay"));
    let taken = moment(watched.press("n")).click_cell(cell.x, cell.y);
    assert!(!taken.words().contains("Showing a replay"));
    let asked = game.press("d");
    assert!(asked.words().contains("Delete this replay?"), "{}", asked.words());
    for harmless in ["Enter", "Esc", "d d"] {
        let kept = asked.clone().press(harmless);
        assert_eq!(kept.caption(), asked.caption());
        assert_eq!(kept.context.profile.replays.all().len(), 1, "{harmless}");
    }
    let deleted = asked.press("Tab Enter");
    assert!(matches!(deleted.effects.last(), Some(Effect::DeleteReplay(_))));
    assert!(deleted.words().contains("None yet"), "{}", deleted.words());
}

fn filmed(game: &Game) -> Range<u32> {
    let film = game.effects.iter().rev().find_map(|effect| match effect {
        Effect::Film(order) => Some(order.steps.clone()),
        _ => None,
    });
    film.expect("it is filmed")
}

/// By keys: without marks all up to the present, and with them what is between.
#[test]
fn a_stretch_is_marked_and_filmed() {
    let game = (0..12).fold(pit(), |game, _| game.press("n"));
    assert_eq!(filmed(&game.clone().press("g")), 0..12);
    let from = (0..8).fold(game, |game, _| game.press("b")).press("i");
    assert_eq!(filmed(&from.clone().press("g")), 4..12, "all that was played from there on");
    let to = from.press("n n n l");
    let game = to.clone().press("g");
    assert_eq!(filmed(&game), 4..7);
    assert!(game.words().contains("Steps 4 to 7 are being filmed."), "{}", game.words());
    // The end before the beginning: the older mark goes. The same mark again: it goes.
    let early = to.clone().press("b b b b b l");
    assert_eq!(filmed(&early.clone().press("g")), 0..2);
    assert_eq!(filmed(&early.press("l g")), 0..2, "up to the present");
    assert_eq!(filmed(&to.press("l g")), 4..7, "from the first mark to the present");
}

/// By mouse: the buttons beside `Film`.
#[test]
fn a_stretch_is_marked_by_mouse() {
    let game = (0..12).fold(pit(), |game, _| game.press("n"));
    let click = |game: Game, words: &str| {
        let rect = game.items().iter().find_map(|item| match item {
            Item::Text { text, rect, .. } if **text == *words => Some(*rect),
            _ => None,
        });
        let rect = rect.unwrap_or_else(|| panic!("no button `{words}`"));
        let middle = Point::new((rect.x + rect.width / 2) as f32, (rect.y + rect.height / 2) as f32);
        moment(game).send([Input::PointerMoved(middle)]).click()
    };
    let game = click(game, "]").press("b b b b b b b b");
    let game = click(click(game, "["), "Film");
    assert_eq!(filmed(&game), 4..12);
}

/// A file that has no place for it: the text is copied.
#[test]
fn a_solution_that_the_file_cannot_hold_is_not_an_error() {
    let game = pit();
    let kept = game.send([Input::Answered(Answer::SolutionKept(Ok(SolutionPlace::Clipboard)))]);
    assert!(kept.words().contains("The solution was copied"), "{}", kept.words());
}

#[test]
fn a_play_becomes_a_solution_in_the_authors_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("pit.ron");
    let text = PIT.replace("rabbits: 3", "// Three of them.\n    rabbits: 3");
    fs::write(&file, &text).expect("a file");
    let level = Level::read(&file).expect("a level");
    let context = Context::new(Profile::default());
    let mut app = App::new(Screen::level(&context, level), context, Rendering::default()).expect("the art is whole");
    app.save_to(Stores::new(&folder.path().join("saved")));
    app.watch(Watch::new(&file));
    press(&mut app, "n n k");
    let now = fs::read_to_string(&file).expect("a file");
    assert!(now.contains("// Three of them.") && now.contains("Solution(ends: Lost, orders: [])"), "{now}");
    assert!(words(&app).join(" ").contains("pit.ron"), "{:?}", words(&app));
    assert_eq!(Level::read(&file).expect("a level").solutions.len(), 1);
}

/// On a desktop that has a folder of pictures they go there; without, beside what else the game saves.
#[test]
fn a_film_is_written_beside_the_saved_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let level = Level::from_ron(PIT, "pit.ron").expect("a level");
    let context = Context::new(Profile::default());
    let mut app = App::new(Screen::level(&context, level), context, Rendering::default()).expect("the art is whole");
    app.save_to(Stores::new(folder.path()));
    press(&mut app, "n n n g");
    assert!(app.finish_background().is_continue());
    assert!(words(&app).join(" ").contains(".gif"), "{:?}", words(&app));
    let mut names = fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").path());
    let film = names.find(|path| path.extension().is_some_and(|ending| ending == "gif")).expect("a film");
    assert_eq!(fs::read(film).expect("a film")[..6], *b"GIF89a");
}

/// With a file that cannot be found, as in a level that was shipped, the text is copied.
#[test]
fn a_shipped_levels_solution_is_copied() {
    let game = Game::title(Profile { unlock: UnlockPolicy::All, ..Profile::default() }).press("Enter Enter n k");
    assert!(game.words().contains("Only a play that has ended"), "rabbits walk for ever: {}", game.words());
    let game = won_replay().orders.iter().fold(game, |game, at| {
        let Order::Place(_, cell) = at.order else { panic!("a token") };
        let steps = at.step - game.player().step();
        moment((0..steps).fold(game, |game, _| game.press("n"))).click_cell(cell.x, cell.y)
    });
    let game = game.press("k");
    let Some(Effect::Copy(text)) = game.effects.last() else { panic!("{:?}", game.effects) };
    assert!(text.starts_with("Solution(ends: "), "{text}");
    assert!(lines(&game.items()).concat().contains("copied"));
}
