//! English.

use super::Texts;
use crate::look::{Alpha, Antialias, Blend, Cache, Filter, HintValue, Idle, Redraw, Sprites};
use crate::screens::keys::{Command, Key, KeyContext};

pub const TEXTS: Texts = Texts {
    language: "English",

    back: "Back",
    levels: "Levels",
    show_me: "Show me",
    tokens: |count| if count == 1 { "1 token".to_owned() } else { format!("{count} tokens") },

    motto: "Rabbits walk. You drop the tokens.",
    play: "Play",
    go_on_with: |level| format!("Continue: {level}"),
    custom_level: "Custom level",
    about: "About",
    settings: "Settings",
    quit: "Quit",
    title_keys: "Arrows and Enter, or the mouse. Esc leaves.",
    not_kept: |cause| format!("What you won could not be kept: {cause}"),
    set_aside: |file, cause, place| format!("`{file}` was broken ({cause}) and is now `{place}`"),
    unreadable: |file, cause| format!("`{file}` could not be read ({cause})"),
    older_used: |told| format!("{told}; an older one is used"),
    quality_unknown: |cause| format!("The setting of the picture is not understood: {cause}"),

    custom_keys: "Drop a level file on the window, or type its name: Tab completes it, Enter opens it.",
    name_of_file: "the name of a file: ~/levels/mine.ron",
    played_last: "Played last:",
    gone: "gone",
    open: "Open",
    put_away: "Esc or a click puts this away",

    version: |number| format!("version {number}"),
    about_game: "A puzzle game of falling tokens and walking rabbits, and an honest instrument for what the quality of 2D rendering costs.",
    about_rules: "The rules are those of Rabbit Escape by Andy Balaam and its many contributors. Thank you!",
    about_licence: "Leveret is free software: MIT or Apache-2.0, at your option.",
    about_font: "The font is Patrick Hand by Patrick Wagesreiter, under the SIL Open Font Licence.",
    about_files: |folder| format!("Your progress and your settings are kept in {folder}"),

    choose_level: "Choose a level",
    best: |saved, tokens, steps| format!("saved {saved} with {tokens} in {steps} steps"),
    to_do: |save, rabbits| format!("save {save} of {rabbits}"),
    shut: "win the one before first",

    by: |author| format!("by {author}"),
    aim: |save, rabbits| format!("Save {save} of {rabbits} rabbits"),
    start: "Start",
    hint: "Hint",
    next_hint: "Next hint",

    out: |count| format!("Out {count}"),
    waiting: |count| format!("Waiting {count}"),
    saved: |saved, needed| format!("Saved {saved} of {needed}"),
    step: |step| format!("Step {step}"),
    speed: |speed| format!("Speed {speed}"),
    zoom: |tile| format!("Zoom {tile}"),
    restart: "Restart",
    fit: "Fit",
    look: "Look",
    explode_all: "Explode all",

    take_over: "The solution plays. Drop a token to take over.",

    do_all_explode: "Do all rabbits explode?",
    explode: "Explode!",
    no: "No",

    won: "You won!",
    lost: "You lost",
    saved_of_needed: |saved, needed| format!("Saved {saved} of the {needed} needed"),
    spent: |tokens, steps| format!("{tokens} in {steps} steps"),
    assisted: ", with time standing still",
    shown: ", with the solution shown",
    best_so_far: |saved, tokens, steps| format!("best so far: saved {saved} with {tokens} in {steps} steps"),
    next: "Next",
    retry: "Retry",

    picture: "Picture",
    picture_speed: ("Speed", "hard edges, the least work"),
    picture_balanced: ("Balanced", "smooth edges, scaled drawings"),
    picture_quality: ("Quality", "every size drawn afresh, colours mixed as light"),
    text: "Text",
    text_small: ("Small", "more room for the board"),
    text_normal: ("Normal", "as the screen suggests"),
    text_large: ("Large", "a third larger, where there is room"),
    movement: "Movement",
    movement_full: ("Full", "rabbits flow from step to step"),
    movement_reduced: ("Reduced", "nothing moves between two steps"),
    display: "Display",
    display_window: ("Window", "a key changes it at any time: see the help"),
    display_full_screen: ("Full screen", "a key changes it at any time: see the help"),
    colors: "Colours",
    colors_usual: ("Usual", "green is good and red is bad"),
    colors_safe: ("Safe", "for those who cannot tell red from green"),
    language_row: "Language",
    language_meaning: "all words, and those of the levels",

    metal: "metal",
    earth: "earth",
    slope: "a slope",
    bridge: "a bridge",
    entrance: "entrance",
    to_come: |count| format!("{count} to come"),
    exit: "exit",
    saved_here: |count| format!("{count} saved"),
    pipe: "pipe",
    fire: "fire",
    rabbit: "rabbit",
    rabbot: "rabbot",

    bash_token: "bash",
    dig_token: "dig",
    bridge_token: "bridge",
    block_token: "block",
    climb_token: "climb",
    explode_token: "explode",
    brolly_token: "brolly",

    explodes: "explodes",
    leaves: "leaves the world",
    burns: "burns",
    drowns: "drowns",
    crashes: "crashes",
    falls: "falls",
    falls_to_death: "falls to its death",
    goes_home: "goes home",
    floats: "floats down",
    bashes: "bashes",
    bashes_in_vain: "bashes in vain",
    digs: "digs",
    digs_in_vain: "digs in vain",
    builds: "builds a bridge",
    blocks: "blocks the way",
    climbs: "climbs",
    bangs_head: "bangs its head",
    waits: "waits",
    walks: "walks",
    walks_up: "walks up",
    walks_down: "walks down",
    walks_up_and_down: "walks up and down",
    turns: "turns round",

    frame: "frame",
    overlay_zoom: "zoom",
    no_zoom: "none",
    items_and_pixels: "items, pixels",
    millions: |items, megapixels| format!("{items}, {megapixels:.1} million"),
    sprites_kept_and_made: "sprites kept, made",

    picture_own: ("Your own", "as you have chosen below"),
    picture_below: "What you choose holds at once, for the whole game.",
    sample_before: "As it was",
    sample_now: "As it is now",
    sample_zoom: "Zoom",
    sample_zoom_meaning: "pixels a tile, of these samples only",
    as_before: "As before",
    hint_value,
    idle: |idle| match idle {
        Idle::Copied => "does nothing at this zoom: drawings of this size are copied",
        Idle::Drawn => "does nothing now: sprites are drawn afresh, not scaled",
        Idle::Linear => "does nothing now: light is always rounded exactly",
    },

    keys: "Keys",
    key: |key| match key {
        Key::Char('.') => "dot".to_owned(),
        Key::Char(',') => "comma".to_owned(),
        Key::Left => "left".to_owned(),
        Key::Right => "right".to_owned(),
        Key::Up => "up".to_owned(),
        Key::Down => "down".to_owned(),
        key => key.to_string(),
    },
    place: |place| match place {
        KeyContext::Board => "While a level is played",
        KeyContext::Menu => "On the other screens",
        KeyContext::Global => "Anywhere",
    },
    command,
    which,
    change: "Change",
    keys_meaning: "which key does what",
    keys_below: "Choose what to do, then press the key that shall do it.",
    press_a_key: "Press a key. One that it has already is taken away. Esc: no change.",
    key_given: |key| format!("{key} does it now."),
    key_moved: |key, losers| format!("{key} does it now, and no longer: {losers}."),
    key_taken: |key| format!("{key} does it no longer."),
    key_is_fixed: |key| format!("{key} always does what it does there, so that nobody gets lost."),
    as_at_first: "As at first",
    keys_as_at_first: "All keys are as at first.",

    help: "Help",
    help_below: "The keys can be changed in the settings.",
    keys_move: "from one button to the next",
    keys_choose: "press the button",
    keys_back: "back",
    with_the_mouse: "With the mouse",
    mouse: [
        ("click", "drop the chosen token into that cell"),
        ("wheel", "zoom, around the pointer"),
        ("drag", "move the board"),
    ],
};

const fn command(command: Command) -> &'static str {
    match command {
        Command::Choose1
        | Command::Choose2
        | Command::Choose3
        | Command::Choose4
        | Command::Choose5
        | Command::Choose6
        | Command::Choose7 => "choose an ability, in the order in which they are shown",
        Command::Pause => "pause and go on; tokens may be dropped meanwhile",
        Command::Step => "one step",
        Command::Faster => "faster: ¼ ½ 1 2 4 8",
        Command::Slower => "slower",
        Command::CursorUp | Command::CursorLeft | Command::CursorDown | Command::CursorRight => {
            "move a cursor over the board"
        }
        Command::Drop => "drop a token at the cursor or the pointer",
        Command::Look => "print what each cell holds",
        Command::ExplodeAll => "explode all rabbits, after a question",
        Command::ZoomIn => "zoom in",
        Command::ZoomOut => "zoom out",
        Command::Fit => "fit the board into the window",
        Command::BoardLeft | Command::BoardRight | Command::BoardUp | Command::BoardDown => "move the board",
        Command::Restart => "from the beginning",
        Command::Leave => "back to the levels",
        Command::Play => "play",
        Command::Levels => "choose a level",
        Command::CustomLevel => "a level of your own",
        Command::Settings => "settings",
        Command::About => "about the game",
        Command::Hint => "a hint, or the next one",
        Command::ShowMe => "show a solution",
        Command::Next => "next level",
        Command::Retry => "retry",
        Command::Quit => "quit",
        Command::Help => "all keys, those of the other screens too",
        Command::FullScreen => "full screen, or the window again",
        Command::FrameTimes => "what frames take, and by which hints they are painted",
        Command::SwitchFilter
        | Command::SwitchAntialias
        | Command::SwitchAlpha
        | Command::SwitchBlend
        | Command::SwitchSprites
        | Command::SwitchCache
        | Command::SwitchRedraw => "switch a hint while they are shown",
    }
}

const fn which(command: Command) -> Option<&'static str> {
    Some(match command {
        Command::Choose1 => "1st",
        Command::Choose2 => "2nd",
        Command::Choose3 => "3rd",
        Command::Choose4 => "4th",
        Command::Choose5 => "5th",
        Command::Choose6 => "6th",
        Command::Choose7 => "7th",
        Command::CursorUp | Command::BoardUp => "up",
        Command::CursorLeft | Command::BoardLeft => "left",
        Command::CursorDown | Command::BoardDown => "down",
        Command::CursorRight | Command::BoardRight => "right",
        Command::SwitchFilter => "filter",
        Command::SwitchAntialias => "antialias",
        Command::SwitchAlpha => "alpha",
        Command::SwitchBlend => "blend",
        Command::SwitchSprites => "sprites",
        Command::SwitchCache => "cache",
        Command::SwitchRedraw => "redraw",
        _ => return None,
    })
}

const fn hint_value(value: HintValue) -> &'static str {
    match value {
        HintValue::Filter(Filter::Nearest) => "the nearest pixel: hard, uneven steps; the cheapest",
        HintValue::Filter(Filter::Bilinear) => "four pixels mixed: soft",
        HintValue::Filter(Filter::Sharp) => "crisp, even pixels where sprites grow",
        HintValue::Filter(Filter::Bicubic) => "sixteen pixels mixed: crisper, with slight halos",
        HintValue::Filter(Filter::Area) => "the mean of all: calm where sprites shrink",
        HintValue::Antialias(Antialias::Off) => "edges in stairs",
        HintValue::Antialias(Antialias::On) => "smooth edges",
        HintValue::Alpha(Alpha::Fast) => "rounded down: off by one, which nobody sees",
        HintValue::Alpha(Alpha::Exact) => "rounded to the nearest",
        HintValue::Blend(Blend::Srgb) => "as most programs mix: soft edges a little dark",
        HintValue::Blend(Blend::Linear) => "as light mixes: right for the eye, and dearer",
        HintValue::Sprites(Sprites::Raster) => "scaled from bitmaps",
        HintValue::Sprites(Sprites::Vector) => "drawn afresh at each size: sharp, dear while zooming",
        HintValue::Cache(Cache::On) => "sprites are made once for a size, then copied",
        HintValue::Cache(Cache::Off) => "sprites are made in each frame; they look the same",
        HintValue::Redraw(Redraw::Full) => "every pixel in each frame",
        HintValue::Redraw(Redraw::Dirty) => "only what has changed; it looks the same",
    }
}
