//! English.

use super::table::{Listed, Texts};
use super::{edit, time};
use crate::look::{Alpha, Antialias, Blend, Cache, Filter, HintValue, Idle, Redraw, Sprites};
use crate::screens::keys::{Command, Key, KeyContext};
use crate::sim::{Ability, Death, Refusal};

pub const TEXTS: Texts = Texts {
    language: "English",

    back: "Back",
    levels: "Levels",
    show_me: "Show me",
    tokens: |count| if count == 1 { "1 token".to_owned() } else { format!("{count} tokens") },

    motto: "Rabbits walk. You drop the tokens.",
    play: "Play",
    continue_with: |level| format!("Continue: {level}"),
    custom_level: "Custom level",
    about: "About",
    settings: "Settings",
    quit: "Quit",
    title_keys: "Arrow keys and Enter, or the mouse. Esc quits.",
    not_saved: |cause| format!("Your progress could not be saved: {cause}"),
    settings_not_saved: |cause| format!("Your settings could not be saved: {cause}"),
    set_aside: |file, cause, moved_to| format!("`{file}` was damaged ({cause}) and is now `{moved_to}`"),
    unreadable: |file, cause| format!("`{file}` could not be read ({cause})"),
    later_version: |file, cause| {
        format!(
            "`{file}` is of a later version or has a misspelt name ({cause}): it is left as it is, and nothing is saved in it"
        )
    },
    older_used: |told| format!("{told}; an older copy is used"),
    quality_unknown: |cause| format!("The graphics setting is not valid: {cause}"),

    custom_keys: "Type a file's name (Tab completes it), paste its path or a level's text, or drop it here if your desktop can.",
    not_pasted: |cause| format!("nothing could be pasted: {cause}"),
    browse: "Browse (F2)",
    no_file_dialog: |cause| format!("no file can be chosen in a dialog: {cause}"),
    file_name: "file name, such as ~/levels/mine.ron",
    recent_files: "Recent files:",
    missing: "missing",
    open: "Open",
    how_to_close: "Esc or a click closes this",

    version: |number| format!("version {number}"),
    about_game: "A puzzle game of falling tokens and walking rabbits, and a benchmark that measures honestly what 2D rendering quality costs.",
    about_rules: "The rules are those of Rabbit Escape by Andy Balaam and its many contributors. Thank you!",
    about_licence: "Leveret is free software: MIT or Apache-2.0, at your option.",
    about_font: "The font is Patrick Hand by Patrick Wagesreiter, under the SIL Open Font Licence.",
    about_files: |folder| format!("Your progress and settings are saved in {folder}"),

    choose_level: "Choose a level",
    set_progress: |won, all| format!("{won} of {all} won"),
    best: |saved, tokens, steps| format!("saved {saved} with {tokens} in {steps} steps"),
    to_do: |save, rabbits| format!("save {save} of {rabbits}"),
    locked: "win the previous level first",

    by: |author| format!("by {author}"),
    aim: |save, rabbits| format!("Save {save} of {rabbits} rabbits"),
    start: "Start",
    hint: "Hint",
    next_hint: "Next hint",
    no_hints: "There are no hints for this level.",
    close: "Close",

    out: |count| format!("Out {count}"),
    waiting: |count| format!("Waiting {count}"),
    died: |count| format!("Dead {count}"),
    saved: |saved, needed| format!("Saved {saved} of {needed}"),
    step: |step| format!("Step {step}"),
    speed: |speed| format!("Speed {speed}"),
    zoom: |tile| format!("Zoom {tile}"),
    restart: "Restart",
    fit: "Fit",
    inspect: "Inspect",
    explode_all: "Explode all",

    takes: |who, steps| match steps {
        1 => format!("{who} takes it in this step"),
        steps => format!("{who} takes it in {steps} steps"),
    },
    then: |end| format!(", then {end}"),
    still_to_come: |rabbit| format!("{rabbit}, still to come,"),
    nobody_takes: "nobody will take it",
    nobody_takes_in: |steps| format!("nobody takes it in the next {steps} steps"),
    falls_out: "it falls out of the world",
    cannot_be_won: |most, needed| match most {
        0 => format!("This cannot be won any more: none of the {needed} needed can be saved."),
        most => format!("This cannot be won any more: {most} can be saved at most, {needed} are needed."),
    },
    go_back: "Go back",

    take_over: "Showing the solution. Drop a token to take over.",

    explode_all_question: "Explode all rabbits?",
    explode: "Explode!",
    cancel: "Cancel",
    leave_question: "Leave this level? What you have done is lost.",
    leave: "Leave",

    won: "You won!",
    lost: "You lost",
    solution_shown: "That is how!",
    died_of: |death, count| match death {
        Death::Exploded => format!("{count} exploded"),
        Death::LeftTheWorld => format!("{count} left the world"),
        Death::Burnt => format!("{count} burnt"),
        Death::Drowned => format!("{count} drowned"),
        Death::Crashed => format!("{count} met a rabbot"),
        Death::Fell => format!("{count} fell"),
    },
    at_places: |places, which| match which {
        Listed::All => format!(", at {}", places.join(" and ")),
        Listed::First => format!(", at {} and elsewhere", places.join(" and ")),
    },
    saved_of_needed: |saved, needed| format!("Saved {saved} of the {needed} needed"),
    spent: |tokens, steps| format!("{tokens} in {steps} steps"),
    assisted: ", some dropped while paused",
    shown: ", with the solution shown",
    first_win: "Won for the first time!",
    new_best: |saved, tokens, steps| format!("New best! It was: saved {saved} with {tokens} in {steps} steps"),
    best_so_far: |saved, tokens, steps| format!("best so far: saved {saved} with {tokens} in {steps} steps"),
    next: "Next",
    retry: "Retry",

    edit: edit::ENGLISH,
    time: time::ENGLISH,

    graphics: "Graphics",
    graphics_speed: ("Speed", "hard edges, the least work"),
    graphics_balanced: ("Balanced", "smooth edges, scaled sprites"),
    graphics_quality: ("Quality", "drawn from vectors, blended in linear light"),
    text_size: "Text size",
    text_small: ("Small", "more room for the board"),
    text_normal: ("Normal", "as your system scales it"),
    text_large: ("Large", "a third larger, where there is room"),
    motion: "Animation",
    motion_full: ("Smooth", "rabbits move smoothly between steps"),
    motion_reduced: ("Reduced", "nothing moves between steps"),
    display: "Display",
    display_window: ("Window", "a key switches at any time: see the help"),
    display_full_screen: ("Full screen", "a key switches at any time: see the help"),
    unfocused: "Background",
    unfocused_plays_on: ("Plays on", "while another window has the focus"),
    unfocused_pauses: ("Pauses", "when another window gets the focus"),
    colors: "Colours",
    colors_standard: ("Standard", "green is good, red is bad"),
    colors_safe: ("Colour-blind safe", "if red and green look alike to you"),
    language_row: "Language",
    language_meaning: "for all texts, levels included",

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

    can_climb: "can climb",
    has_brolly: "has a brolly",
    rabbits: |count| format!("{count} together"),

    legend_rabbit: "rabbit 3, facing right",
    legend_rabbot: "rabbot 4, facing left",
    legend_water: "water; 1024 fills a cell",
    zoom_to_inspect: |key| format!("Too small for words: zoom in ({key}), or point at a cell."),

    bash_token: "bash",
    dig_token: "dig",
    bridge_token: "bridge",
    block_token: "block",
    climb_token: "climb",
    explode_token: "explode",
    brolly_token: "brolly",
    ability: |ability| match ability {
        Ability::Bash => "tunnels through the earth ahead",
        Ability::Dig => "digs straight down",
        Ability::Bridge => "builds a bridge of three planks, upwards",
        Ability::Block => "stands still, and others turn round",
        Ability::Climb => "climbs walls from now on",
        Ability::Explode => "explodes, alone",
        Ability::Brolly => "floats down from now on",
    },
    refusal: |refusal| match refusal {
        Refusal::NotOffered => "not in this level",
        Refusal::NoneLeft => "none left",
        Refusal::Outside => "outside the board",
        Refusal::FlatBlock => "a block is in the way",
    },

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

    stages: ["step", "scene", "paint", "hud", "copy"],
    milliseconds: |value| format!("{value:.2} ms"),
    frame: "frame",
    overlay_zoom: "zoom",
    no_zoom: "none",
    items_and_pixels: "items, pixels",
    millions: |items, megapixels| format!("{items}, {megapixels:.1} million"),
    sprites_cached_and_new: "sprites cached, new",

    preset: "All together",
    graphics_custom: ("Custom", "your own choice below"),
    graphics_below: "Changes apply at once, in the whole game.",
    sample_before: "Before",
    sample_now: "Now",
    sample_zoom: "Zoom",
    sample_zoom_meaning: "pixels per tile, in these samples only",
    undo_changes: "Undo changes",
    hint_value,
    idle: |idle| match idle {
        Idle::Copied => "does nothing at this zoom: bitmaps of this size are copied",
        Idle::Drawn => "does nothing now: sprites are drawn, not scaled",
        Idle::Linear => "does nothing now: linear light is always rounded exactly",
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
    key_context: |context| match context {
        KeyContext::Board => "While playing",
        KeyContext::Menu => "In menus",
        KeyContext::Global => "Anywhere",
    },
    command,
    which,
    change: "Change",
    keys_meaning: "which key does what",
    keys_below: "Choose a command, then press a key for it.",
    press_a_key: "Press a key to add it, or one of these keys to remove it. Esc cancels.",
    key_added: |key| format!("{key} was added."),
    key_moved: |key, losers| format!("{key} was added here and removed from: {losers}."),
    key_removed: |key| format!("{key} was removed."),
    key_reserved: |key| format!("{key} is reserved and cannot be changed."),
    reset: "Reset to defaults",
    keys_reset: "All keys were reset to defaults.",

    help: "Help",
    help_below: "Keys can be changed in the settings.",
    keys_move: "move between buttons",
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
        | Command::Choose7 => "choose an ability, in the order shown",
        Command::Pause => "pause or resume; tokens can be dropped meanwhile",
        Command::Step => "one step",
        Command::Faster => "faster: 1/4 1/2 1 2 4 8",
        Command::Slower => "slower",
        Command::CursorUp | Command::CursorLeft | Command::CursorDown | Command::CursorRight => {
            "move the cursor over the board"
        }
        Command::Drop => "drop a token at the cursor or the pointer",
        Command::Look => "inspect: show what is in each cell",
        Command::ReadHint => "hints for this level, one by one",
        Command::ExplodeAll => "explode all rabbits (asks first)",
        Command::ZoomIn => "zoom in",
        Command::ZoomOut => "zoom out",
        Command::Fit => "fit the board to the window",
        Command::BoardLeft | Command::BoardRight | Command::BoardUp | Command::BoardDown => "move the board",
        Command::Restart => "restart the level",
        Command::Leave => "back to the levels",
        Command::Play => "play",
        Command::Levels => "choose a level",
        Command::CustomLevel => "open a level file",
        Command::Settings => "settings",
        Command::About => "about the game",
        Command::Hint => "a hint, or the next one",
        Command::ShowMe => "show a solution",
        Command::Next => "next level",
        Command::Retry => "retry",
        Command::Quit => "quit",
        Command::Help => "help: all keys, menus included",
        Command::FullScreen => "full screen on or off",
        Command::FrameTimes => "frame times and rendering hints",
        Command::SwitchFilter
        | Command::SwitchAntialias
        | Command::SwitchAlpha
        | Command::SwitchBlend
        | Command::SwitchSprites
        | Command::SwitchCache
        | Command::SwitchRedraw => "change a hint while they are shown",
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
        HintValue::Filter(Filter::Nearest) => "the nearest pixel: hard, uneven steps; fastest",
        HintValue::Filter(Filter::Bilinear) => "four pixels blended: soft",
        HintValue::Filter(Filter::Sharp) => "crisp, even pixels where sprites are enlarged",
        HintValue::Filter(Filter::Bicubic) => "sixteen pixels blended: crisper, with slight halos",
        HintValue::Filter(Filter::Area) => "the mean of the area: calm where sprites are shrunk",
        HintValue::Antialias(Antialias::Off) => "jagged edges",
        HintValue::Antialias(Antialias::On) => "smooth edges",
        HintValue::Alpha(Alpha::Fast) => "rounded roughly: often one step brighter, which nobody sees",
        HintValue::Alpha(Alpha::Exact) => "rounded to the nearest",
        HintValue::Blend(Blend::Srgb) => "as most programs blend: soft edges a little dark",
        HintValue::Blend(Blend::Linear) => "in linear light: right for the eye, slower",
        HintValue::Sprites(Sprites::Raster) => "scaled from bitmaps",
        HintValue::Sprites(Sprites::Vector) => "drawn from vectors at each size: sharp, slow to zoom",
        HintValue::Cache(Cache::On) => "sprites are made once per size, then copied",
        HintValue::Cache(Cache::Off) => "sprites are made in each frame; they look the same",
        HintValue::Redraw(Redraw::Full) => "every pixel in every frame",
        HintValue::Redraw(Redraw::Dirty) => "only what has changed; it looks the same",
    }
}
