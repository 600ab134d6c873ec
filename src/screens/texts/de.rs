//! Deutsch.

use super::Texts;
use crate::screens::{Command, Idle, Key, Place};

pub const TEXTS: Texts = Texts {
    language: "Deutsch",

    back: "Zurück",
    levels: "Level",
    show_me: "Zeig es mir",
    tokens: |count| if count == 1 { "1 Marke".to_owned() } else { format!("{count} Marken") },

    motto: "Kaninchen laufen. Du legst ihnen Marken in den Weg.",
    play: "Spielen",
    settings: "Einstellungen",
    quit: "Beenden",
    title_keys: "Pfeiltasten und Enter, oder die Maus. Esc beendet.",

    choose_level: "Wähle ein Level",
    best: |saved, tokens, steps| format!("{saved} gerettet, {tokens}, {steps} Schritte"),
    to_do: |save, rabbits| format!("rette {save} von {rabbits}"),
    shut: "gewinne erst das vorige",

    by: |author| format!("von {author}"),
    aim: |save, rabbits| format!("Rette {save} von {rabbits} Kaninchen"),
    start: "Los",
    hint: "Tipp",
    next_hint: "Nächster Tipp",

    out: |count| format!("Draußen {count}"),
    waiting: |count| format!("Es warten {count}"),
    saved: |saved, needed| format!("Gerettet {saved} von {needed}"),
    step: |step| format!("Schritt {step}"),
    speed: |speed| format!("Tempo {speed}"),
    zoom: |tile| format!("Zoom {tile}"),
    restart: "Von vorn",
    pause: "Pause",
    go_on: "Weiter",
    one_step: "Schritt",
    slower: "Langsamer",
    faster: "Schneller",
    fit: "Ganz",
    look: "Inhalt",
    explode_all: "Alle sprengen",

    do_all_explode: "Sollen alle Kaninchen explodieren?",
    explode: "Bumm!",
    no: "Nein",

    won: "Gewonnen!",
    lost: "Verloren",
    saved_of_needed: |saved, needed| format!("{saved} gerettet, {needed} waren nötig"),
    spent: |tokens, steps| format!("{tokens}, {steps} Schritte"),
    assisted: ", bei angehaltener Zeit",
    shown: ", wie gezeigt",
    best_so_far: |saved, tokens, steps| format!("bisher am besten: {saved} gerettet, {tokens}, {steps} Schritte"),
    next: "Nächstes",
    retry: "Noch einmal",

    picture: "Bild",
    picture_speed: ("Schnell", "harte Kanten, am wenigsten Arbeit"),
    picture_balanced: ("Ausgewogen", "glatte Kanten, skalierte Zeichnungen"),
    picture_quality: ("Schön", "jede Größe neu gezeichnet, Farben wie Licht gemischt"),
    text: "Schrift",
    text_small: ("Klein", "mehr Platz für das Spielfeld"),
    text_normal: ("Normal", "wie es der Bildschirm nahelegt"),
    text_large: ("Groß", "um ein Drittel größer, wo Platz ist"),
    movement: "Bewegung",
    movement_full: ("Voll", "Kaninchen gleiten von Schritt zu Schritt"),
    movement_reduced: ("Sparsam", "zwischen zwei Schritten bewegt sich nichts"),
    display: "Anzeige",
    display_window: ("Fenster", "eine Taste wechselt jederzeit: siehe Hilfe"),
    display_full_screen: ("Vollbild", "eine Taste wechselt jederzeit: siehe Hilfe"),
    language_row: "Sprache",
    language_meaning: "alle Wörter, auch die der Level",

    metal: "Metall",
    earth: "Erde",
    slope: "eine Schräge",
    bridge: "eine Brücke",
    entrance: "Eingang",
    to_come: |count| format!("{count} kommen noch"),
    exit: "Ausgang",
    saved_here: |count| format!("{count} gerettet"),
    pipe: "Rohr",
    fire: "Feuer",
    rabbit: "Kaninchen",
    rabbot: "Rabbot",

    bash_token: "Hacken",
    dig_token: "Graben",
    bridge_token: "Brücke",
    block_token: "Sperren",
    climb_token: "Klettern",
    explode_token: "Sprengen",
    brolly_token: "Schirm",

    explodes: "explodiert",
    leaves: "verlässt die Welt",
    burns: "verbrennt",
    drowns: "ertrinkt",
    crashes: "stößt zusammen",
    falls: "fällt",
    falls_to_death: "stürzt zu Tode",
    goes_home: "geht nach Hause",
    floats: "schwebt hinab",
    bashes: "hackt sich durch",
    bashes_in_vain: "hackt vergebens",
    digs: "gräbt",
    digs_in_vain: "gräbt vergebens",
    builds: "baut eine Brücke",
    blocks: "versperrt den Weg",
    climbs: "klettert",
    bangs_head: "stößt sich den Kopf",
    waits: "wartet",
    walks: "läuft",
    walks_up: "läuft hinauf",
    walks_down: "läuft hinab",
    walks_up_and_down: "läuft auf und ab",
    turns: "kehrt um",

    frame: "Bild",
    overlay_zoom: "Zoom",
    no_zoom: "keiner",
    items_and_pixels: "Elemente, Pixel",
    millions: |items, megapixels| format!("{items}, {} Mio.", format!("{megapixels:.1}").replace('.', ",")),
    sprites_kept_and_made: "Sprites da, neu",

    picture_own: ("Eigenes", "wie du es unten gewählt hast"),
    picture_below: "Was du wählst, gilt sofort und für das ganze Spiel.",
    sample_before: "So war es",
    sample_now: "So ist es jetzt",
    sample_zoom: "Größe",
    sample_zoom_meaning: "Pixel je Zelle, nur in diesen Proben",
    as_before: "Wie vorher",
    hint_value,
    idle: |idle| match idle {
        Idle::Copied => "tut nichts in dieser Größe: fertige Bilder werden kopiert",
        Idle::Drawn => "tut gerade nichts: alles wird neu gezeichnet, nicht skaliert",
        Idle::Light => "tut gerade nichts: Licht wird immer genau gerundet",
    },

    keys: "Tasten",
    key: |key| match key {
        Key::Char('.') => "Punkt".to_owned(),
        Key::Char(',') => "Komma".to_owned(),
        Key::Space => "Leertaste".to_owned(),
        Key::Enter => "Eingabe".to_owned(),
        Key::Backspace => "Rücktaste".to_owned(),
        Key::Left => "links".to_owned(),
        Key::Right => "rechts".to_owned(),
        Key::Up => "hoch".to_owned(),
        Key::Down => "runter".to_owned(),
        Key::Home => "Pos1".to_owned(),
        Key::End => "Ende".to_owned(),
        Key::PageUp => "Bild hoch".to_owned(),
        Key::PageDown => "Bild runter".to_owned(),
        key => key.to_string(),
    },
    place: |place| match place {
        Place::Board => "Während du spielst",
        Place::Menu => "Überall sonst",
        Place::Anywhere => "Immer",
    },
    command,
    which,
    change: "Ändern",
    keys_meaning: "welche Taste was tut",
    keys_below: "Wähle, was geschehen soll, und drücke dann die Taste dafür.",
    press_a_key: "Drück eine Taste. Eine, die es schon tut, wird entfernt. Esc: keine Änderung.",
    key_given: |key| format!("{key} tut es jetzt."),
    key_moved: |key, losers| format!("{key} tut es jetzt, und nicht mehr: {losers}."),
    key_taken: |key| format!("{key} tut es nicht mehr."),
    key_is_fixed: |key| format!("{key} tut dort immer dasselbe, damit sich niemand verirrt."),
    as_at_first: "Wie am Anfang",
    keys_as_at_first: "Alle Tasten sind wie am Anfang.",

    help: "Hilfe",
    help_below: "In den Einstellungen kannst du die Tasten ändern.",
    keys_move: "von einem Knopf zum nächsten",
    keys_choose: "den Knopf drücken",
    keys_back: "zurück",
    with_the_mouse: "Mit der Maus",
    mouse: [
        ("Klick", "die gewählte Marke in diese Zelle legen"),
        ("Rad", "zoomen, um den Zeiger herum"),
        ("Ziehen", "das Spielfeld verschieben"),
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
        | Command::Choose7 => "eine Fähigkeit wählen, in der gezeigten Reihenfolge",
        Command::Pause => "Pause und weiter; Marken legen darfst du auch dann",
        Command::Step => "ein Schritt",
        Command::Faster => "schneller: ¼ ½ 1 2 4 8",
        Command::Slower => "langsamer",
        Command::CursorUp | Command::CursorLeft | Command::CursorDown | Command::CursorRight => {
            "einen Zeiger über das Spielfeld bewegen"
        }
        Command::Drop => "dort eine Marke legen",
        Command::Look => "zeigen, was in jeder Zelle ist",
        Command::ExplodeAll => "alle Kaninchen sprengen, nach Rückfrage",
        Command::ZoomIn => "vergrößern",
        Command::ZoomOut => "verkleinern",
        Command::Fit => "das ganze Spielfeld zeigen",
        Command::BoardLeft | Command::BoardRight | Command::BoardUp | Command::BoardDown => "das Spielfeld verschieben",
        Command::Restart => "von vorn",
        Command::Leave => "zurück zu den Leveln",
        Command::Play => "spielen",
        Command::Levels => "ein Level wählen",
        Command::Settings => "Einstellungen",
        Command::Hint => "ein Tipp, oder der nächste",
        Command::ShowMe => "eine Lösung zeigen",
        Command::Next => "nächstes Level",
        Command::Retry => "noch einmal",
        Command::Quit => "beenden",
        Command::Help => "alle Tasten, auch die der anderen Bildschirme",
        Command::FullScreen => "Vollbild, oder wieder Fenster",
        Command::FrameTimes => "was Bilder kosten, und wie sie gemalt werden",
        Command::SwitchFilter
        | Command::SwitchAntialias
        | Command::SwitchAlpha
        | Command::SwitchBlend
        | Command::SwitchSprites
        | Command::SwitchCache
        | Command::SwitchRedraw => "das Malen umschalten, solange das gezeigt wird",
    }
}

const fn which(command: Command) -> Option<&'static str> {
    Some(match command {
        Command::Choose1 => "1.",
        Command::Choose2 => "2.",
        Command::Choose3 => "3.",
        Command::Choose4 => "4.",
        Command::Choose5 => "5.",
        Command::Choose6 => "6.",
        Command::Choose7 => "7.",
        Command::CursorUp | Command::BoardUp => "hoch",
        Command::CursorLeft | Command::BoardLeft => "links",
        Command::CursorDown | Command::BoardDown => "runter",
        Command::CursorRight | Command::BoardRight => "rechts",
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
        ("filter", "nearest") => "das nächste Pixel: harte, ungleiche Stufen; am billigsten",
        ("filter", "bilinear") => "vier Pixel gemischt: weich",
        ("filter", "sharp") => "scharfe, gleiche Pixel, wo Bilder wachsen",
        ("filter", "bicubic") => "sechzehn Pixel gemischt: schärfer, mit leichten Höfen",
        ("filter", "area") => "das Mittel aller: ruhig, wo Bilder schrumpfen",
        ("antialias", "off") => "Kanten als Treppen",
        ("antialias", "on") => "glatte Kanten",
        ("alpha", "fast") => "abgerundet: um eins daneben, was niemand sieht",
        ("alpha", "exact") => "richtig gerundet",
        ("blend", "srgb") => "wie die meisten mischen: weiche Kanten etwas dunkel",
        ("blend", "linear") => "wie Licht sich mischt: fürs Auge richtig, und teurer",
        ("sprites", "raster") => "aus fertigen Bildern skaliert",
        ("sprites", "vector") => "in jeder Größe neu gezeichnet: scharf, teuer beim Zoomen",
        ("cache", "on") => "Bilder werden je Größe einmal gemacht, dann kopiert",
        ("cache", "off") => "Bilder werden jedes Mal neu gemacht; sie sehen gleich aus",
        ("redraw", "full") => "jedes Pixel, jedes Mal",
        ("redraw", "dirty") => "nur, was sich geändert hat; es sieht gleich aus",
        _ => "",
    }
}
