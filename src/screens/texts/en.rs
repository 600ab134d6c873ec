//! English.

use super::Texts;
use crate::screens::{Command, Idle, Key, Place};

pub const TEXTS: Texts = Texts {
    language: "English",

    back: "Back",
    levels: "Levels",
    show_me: "Show me",
    tokens: |count| if count == 1 { "1 token".to_owned() } else { format!("{count} tokens") },

    motto: "Rabbits walk. You drop the tokens.",
    play: "Play",
    settings: "Settings",
    quit: "Quit",
    title_keys: "Arrows and Enter, or the mouse. Esc leaves.",

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
    pause: "Pause",
    go_on: "Go on",
    one_step: "Step",
    slower: "Slower",
    faster: "Faster",
    fit: "Fit",
    look: "Look",
    explode_all: "Explode all",

    do_all_explode: "Do all rabbits explode?",
    explode: "Explode!",
    no: "No",

    won: "You won!",
    lost: "You lost",
    saved_of_needed: |saved, needed| format!("Saved {saved} of the {needed} needed"),
    spent: |tokens, steps| format!("{tokens} in {steps} steps"),
    assisted: ", with time standing still",
    shown: ", as shown",
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
        Idle::Light => "does nothing now: light is always rounded exactly",
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
        Place::Board => "While a level is played",
        Place::Menu => "On the other screens",
        Place::Anywhere => "Anywhere",
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
        Command::Settings => "settings",
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

fn hint_value(hint: &str, value: &str) -> &'static str {
    match (hint, value) {
        ("filter", "nearest") => "the nearest pixel: hard, uneven steps; the cheapest",
        ("filter", "bilinear") => "four pixels mixed: soft",
        ("filter", "sharp") => "crisp, even pixels where sprites grow",
        ("filter", "bicubic") => "sixteen pixels mixed: crisper, with slight halos",
        ("filter", "area") => "the mean of all: calm where sprites shrink",
        ("antialias", "off") => "edges in stairs",
        ("antialias", "on") => "smooth edges",
        ("alpha", "fast") => "rounded down: off by one, which nobody sees",
        ("alpha", "exact") => "rounded to the nearest",
        ("blend", "srgb") => "as most programs mix: soft edges a little dark",
        ("blend", "linear") => "as light mixes: right for the eye, and dearer",
        ("sprites", "raster") => "scaled from bitmaps",
        ("sprites", "vector") => "drawn afresh at each size: sharp, dear while zooming",
        ("cache", "on") => "sprites are made once for a size, then copied",
        ("cache", "off") => "sprites are made in each frame; they look the same",
        ("redraw", "full") => "every pixel in each frame",
        ("redraw", "dirty") => "only what has changed; it looks the same",
        _ => "",
    }
}
