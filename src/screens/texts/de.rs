//! Deutsch.

use super::table::{Listed, Texts};
use super::{edit, time};
use crate::look::{Alpha, Antialias, Blend, Cache, Filter, HintValue, Idle, Redraw, Sprites};
use crate::screens::keys::{Command, Key, KeyContext};
use crate::sim::{Ability, Death, Refusal};

pub const TEXTS: Texts = Texts {
    language: "Deutsch",

    back: "Zurück",
    levels: "Level",
    show_me: "Zeig es mir",
    tokens: |count| if count == 1 { "1 Marke".to_owned() } else { format!("{count} Marken") },

    motto: "Kaninchen laufen. Du legst ihnen Marken in den Weg.",
    play: "Spielen",
    continue_with: |level| format!("Weiter: {level}"),
    custom_level: "Eigenes Level",
    about: "Über das Spiel",
    settings: "Einstellungen",
    quit: "Beenden",
    title_keys: "Pfeiltasten und Eingabe, oder die Maus. Esc beendet.",
    not_saved: |cause| format!("Dein Fortschritt ließ sich nicht speichern: {cause}"),
    settings_not_saved: |cause| format!("Deine Einstellungen konnten nicht gespeichert werden: {cause}"),
    set_aside: |file, cause, moved_to| format!("`{file}` war beschädigt ({cause}) und heißt jetzt `{moved_to}`"),
    unreadable: |file, cause| format!("`{file}` ließ sich nicht lesen ({cause})"),
    later_version: |file, cause| {
        format!(
            "`{file}` stammt von einer neueren Version oder hat einen Schreibfehler ({cause}): die Datei bleibt, wie sie ist, und es wird nichts darin gespeichert"
        )
    },
    older_used: |told| format!("{told}; eine ältere Kopie wird verwendet"),
    quality_unknown: |cause| format!("Die Grafikeinstellung ist ungültig: {cause}"),

    custom_keys: "Zieh eine Leveldatei ins Fenster oder gib ihren Namen ein: Tab ergänzt ihn, Eingabe öffnet sie.",
    file_name: "Dateiname, zum Beispiel ~/level/meins.ron",
    recent_files: "Zuletzt geöffnet:",
    missing: "fehlt",
    open: "Öffnen",
    how_to_close: "Esc oder ein Klick schließt das",

    version: |number| format!("Version {number}"),
    about_game: "Ein Knobelspiel mit fallenden Marken und laufenden Kaninchen, und ein Benchmark, der ehrlich misst, was gute 2D-Grafik kostet.",
    about_rules: "Die Regeln sind die von Rabbit Escape von Andy Balaam und vielen anderen. Danke!",
    about_licence: "Leveret ist freie Software: MIT oder Apache-2.0, nach deiner Wahl.",
    about_font: "Die Schrift ist Patrick Hand von Patrick Wagesreiter, unter der SIL Open Font License.",
    about_files: |folder| format!("Fortschritt und Einstellungen liegen in {folder}"),

    choose_level: "Wähle ein Level",
    set_progress: |won, all| format!("{won} von {all} gewonnen"),
    best: |saved, tokens, steps| format!("{saved} gerettet, {tokens}, {steps} Schritte"),
    to_do: |save, rabbits| format!("rette {save} von {rabbits}"),
    locked: "gewinne erst das vorige",

    by: |author| format!("von {author}"),
    aim: |save, rabbits| format!("Rette {save} von {rabbits} Kaninchen"),
    start: "Los",
    hint: "Tipp",
    next_hint: "Nächster Tipp",
    no_hints: "Zu diesem Level gibt es keine Tipps.",
    close: "Schließen",

    out: |count| format!("Draußen {count}"),
    waiting: |count| format!("Es warten {count}"),
    died: |count| format!("Tot {count}"),
    saved: |saved, needed| format!("Gerettet {saved} von {needed}"),
    step: |step| format!("Schritt {step}"),
    speed: |speed| format!("Tempo {speed}"),
    zoom: |tile| format!("Zoom {tile}"),
    restart: "Neustart",
    fit: "Ganz",
    inspect: "Details",
    explode_all: "Alle sprengen",

    takes: |who, steps| match steps {
        1 => format!("{who} nimmt sie in diesem Schritt"),
        steps => format!("{who} nimmt sie in {steps} Schritten"),
    },
    then: |end| format!(", danach: {end}"),
    still_to_come: |rabbit| format!("{rabbit} (kommt noch)"),
    nobody_takes: "niemand wird sie nehmen",
    nobody_takes_in: |steps| format!("niemand nimmt sie in den nächsten {steps} Schritten"),
    falls_out: "sie fällt aus der Welt",
    cannot_be_won: |most, needed| match most {
        0 => format!("Nicht mehr zu gewinnen: keines der {needed} nötigen ist noch zu retten."),
        most => format!("Nicht mehr zu gewinnen: höchstens {most} sind zu retten, {needed} sind nötig."),
    },
    go_back: "Zurück",

    take_over: "Die Lösung läuft. Leg eine Marke, um zu übernehmen.",

    explode_all_question: "Alle Kaninchen sprengen?",
    explode: "Sprengen!",
    cancel: "Abbrechen",

    won: "Gewonnen!",
    lost: "Verloren",
    solution_shown: "So geht es!",
    died_of: |death, count| match death {
        Death::Exploded => format!("{count} gesprengt"),
        Death::LeftTheWorld => format!("{count} aus der Welt gelaufen"),
        Death::Burnt => format!("{count} verbrannt"),
        Death::Drowned => format!("{count} ertrunken"),
        Death::Crashed => format!("{count} von Rabbots erwischt"),
        Death::Fell => format!("{count} abgestürzt"),
    },
    at_places: |places, which| match which {
        Listed::All => format!(", bei {}", places.join(" und ")),
        Listed::First => format!(", bei {} und anderswo", places.join(" und ")),
    },
    saved_of_needed: |saved, needed| format!("{saved} gerettet, {needed} waren nötig"),
    spent: |tokens, steps| format!("{tokens}, {steps} Schritte"),
    assisted: ", teils in der Pause gelegt",
    shown: ", mit gezeigter Lösung",
    first_win: "Zum ersten Mal gewonnen!",
    new_best: |saved, tokens, steps| format!("Neuer Rekord! Bisher: {saved} gerettet, {tokens}, {steps} Schritte"),
    best_so_far: |saved, tokens, steps| format!("Bestleistung: {saved} gerettet, {tokens}, {steps} Schritte"),
    next: "Nächstes",
    retry: "Noch einmal",

    edit: edit::GERMAN,
    time: time::GERMAN,

    graphics: "Grafik",
    graphics_speed: ("Schnell", "harte Kanten, geringster Aufwand"),
    graphics_balanced: ("Ausgewogen", "glatte Kanten, skalierte Sprites"),
    graphics_quality: ("Schön", "aus Vektoren gezeichnet, in linearem Licht gemischt"),
    text_size: "Schriftgröße",
    text_small: ("Klein", "mehr Platz für das Spielfeld"),
    text_normal: ("Normal", "wie es dein System vorgibt"),
    text_large: ("Groß", "ein Drittel größer, wo Platz ist"),
    motion: "Bewegung",
    motion_full: ("Flüssig", "Kaninchen gleiten von Schritt zu Schritt"),
    motion_reduced: ("Reduziert", "zwischen zwei Schritten bewegt sich nichts"),
    display: "Anzeige",
    display_window: ("Fenster", "jederzeit per Taste umschaltbar: siehe Hilfe"),
    display_full_screen: ("Vollbild", "jederzeit per Taste umschaltbar: siehe Hilfe"),
    colors: "Farben",
    colors_standard: ("Standard", "Grün ist gut, Rot ist schlecht"),
    colors_safe: ("Farbenblind", "wenn du Rot und Grün schlecht unterscheidest"),
    language_row: "Sprache",
    language_meaning: "für alle Texte, auch die der Level",

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

    can_climb: "kann klettern",
    has_brolly: "hat einen Schirm",
    rabbits: |count| format!("{count} beisammen"),

    legend_rabbit: "Kaninchen 3, nach rechts",
    legend_rabbot: "Rabbot 4, nach links",
    legend_water: "Wasser; 1024 füllt die Zelle",
    zoom_to_inspect: |key| format!("Zu klein für Worte: vergrößern ({key}) oder auf eine Zelle zeigen."),

    bash_token: "Hacken",
    dig_token: "Graben",
    bridge_token: "Brücke",
    block_token: "Sperren",
    climb_token: "Klettern",
    explode_token: "Sprengen",
    brolly_token: "Schirm",
    ability: |ability| match ability {
        Ability::Bash => "hackt einen Gang durch die Erde",
        Ability::Dig => "gräbt senkrecht nach unten",
        Ability::Bridge => "baut drei Planken schräg hinauf",
        Ability::Block => "bleibt stehen, andere kehren um",
        Ability::Climb => "klettert ab jetzt an Wänden",
        Ability::Explode => "sprengt sich selbst",
        Ability::Brolly => "schwebt ab jetzt sanft hinab",
    },
    refusal: |refusal| match refusal {
        Refusal::NotOffered => "nicht in diesem Level",
        Refusal::NoneLeft => "keine mehr da",
        Refusal::Outside => "außerhalb des Spielfelds",
        Refusal::FlatBlock => "hier ist ein Block im Weg",
    },

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

    stages: ["Schritt", "Auflisten", "Spielfeld", "Leisten", "Übergabe"],
    milliseconds: |value| format!("{value:.2} ms").replace('.', ","),
    frame: "Bild",
    overlay_zoom: "Zoom",
    no_zoom: "keiner",
    items_and_pixels: "Elemente, Pixel",
    millions: |items, megapixels| format!("{items}, {} Mio.", format!("{megapixels:.1}").replace('.', ",")),
    sprites_cached_and_new: "Sprites im Cache, neu",

    preset: "Alles auf einmal",
    graphics_custom: ("Eigene", "wie unten gewählt"),
    graphics_below: "Änderungen gelten sofort und im ganzen Spiel.",
    sample_before: "Vorher",
    sample_now: "Jetzt",
    sample_zoom: "Zoom",
    sample_zoom_meaning: "Pixel je Zelle, nur in diesen Beispielen",
    undo_changes: "Rückgängig",
    hint_value,
    idle: |idle| match idle {
        Idle::Copied => "ohne Wirkung bei diesem Zoom: fertige Bitmaps werden kopiert",
        Idle::Drawn => "ohne Wirkung: Sprites werden gezeichnet, nicht skaliert",
        Idle::Linear => "ohne Wirkung: lineares Licht wird immer genau gerundet",
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
        Key::Up => "auf".to_owned(),
        Key::Down => "ab".to_owned(),
        Key::Home => "Pos1".to_owned(),
        Key::End => "Ende".to_owned(),
        Key::PageUp => "Bild hoch".to_owned(),
        Key::PageDown => "Bild runter".to_owned(),
        key => key.to_string(),
    },
    key_context: |context| match context {
        KeyContext::Board => "Im Spiel",
        KeyContext::Menu => "In Menüs",
        KeyContext::Global => "Überall",
    },
    command,
    which,
    change: "Ändern",
    keys_meaning: "welche Taste was tut",
    keys_below: "Wähle einen Befehl und drücke dann eine Taste dafür.",
    press_a_key: "Neue Taste: hinzufügen. Eine von diesen Tasten: entfernen. Esc: abbrechen.",
    key_added: |key| format!("{key} wurde hinzugefügt."),
    key_moved: |key, losers| format!("{key} wurde hier hinzugefügt und entfernt bei: {losers}."),
    key_removed: |key| format!("{key} wurde entfernt."),
    key_reserved: |key| format!("{key} ist fest belegt und lässt sich nicht ändern."),
    reset: "Zurücksetzen",
    keys_reset: "Alle Tasten wurden zurückgesetzt.",

    help: "Hilfe",
    help_below: "In den Einstellungen kannst du die Tasten ändern.",
    keys_move: "von Knopf zu Knopf",
    keys_choose: "den Knopf drücken",
    keys_back: "zurück",
    with_the_mouse: "Mit der Maus",
    mouse: [
        ("Klick", "die gewählte Marke in diese Zelle legen"),
        ("Mausrad", "zoomen, um den Zeiger herum"),
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
        Command::Pause => "Pause und weiter; Marken legen geht auch dann",
        Command::Step => "ein Schritt",
        Command::Faster => "schneller: 1/4 1/2 1 2 4 8",
        Command::Slower => "langsamer",
        Command::CursorUp | Command::CursorLeft | Command::CursorDown | Command::CursorRight => {
            "den Cursor über das Spielfeld bewegen"
        }
        Command::Drop => "am Cursor oder Zeiger eine Marke legen",
        Command::Look => "Details: zeigen, was in jeder Zelle ist",
        Command::ReadHint => "Tipps zu diesem Level, einer nach dem anderen",
        Command::ExplodeAll => "alle Kaninchen sprengen (mit Rückfrage)",
        Command::ZoomIn => "vergrößern",
        Command::ZoomOut => "verkleinern",
        Command::Fit => "das ganze Spielfeld zeigen",
        Command::BoardLeft | Command::BoardRight | Command::BoardUp | Command::BoardDown => "das Spielfeld verschieben",
        Command::Restart => "Level neu starten",
        Command::Leave => "zurück zu den Leveln",
        Command::Play => "spielen",
        Command::Levels => "ein Level wählen",
        Command::CustomLevel => "eine Leveldatei öffnen",
        Command::About => "über das Spiel",
        Command::Settings => "Einstellungen",
        Command::Hint => "ein Tipp, oder der nächste",
        Command::ShowMe => "eine Lösung zeigen",
        Command::Next => "nächstes Level",
        Command::Retry => "noch einmal",
        Command::Quit => "beenden",
        Command::Help => "Hilfe: alle Tasten, auch die der Menüs",
        Command::FullScreen => "Vollbild ein oder aus",
        Command::FrameTimes => "Bildzeiten und Grafikoptionen",
        Command::SwitchFilter
        | Command::SwitchAntialias
        | Command::SwitchAlpha
        | Command::SwitchBlend
        | Command::SwitchSprites
        | Command::SwitchCache
        | Command::SwitchRedraw => "eine Option ändern, solange sie gezeigt werden",
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

const fn hint_value(value: HintValue) -> &'static str {
    match value {
        HintValue::Filter(Filter::Nearest) => "das nächste Pixel: harte, ungleiche Stufen; am schnellsten",
        HintValue::Filter(Filter::Bilinear) => "vier Pixel gemischt: weich",
        HintValue::Filter(Filter::Sharp) => "scharfe, gleich große Pixel, wo Sprites wachsen",
        HintValue::Filter(Filter::Bicubic) => "sechzehn Pixel gemischt: schärfer, mit leichten Höfen",
        HintValue::Filter(Filter::Area) => "das Mittel der Fläche: ruhig, wo Sprites schrumpfen",
        HintValue::Antialias(Antialias::Off) => "Kanten mit Treppenstufen",
        HintValue::Antialias(Antialias::On) => "glatte Kanten",
        HintValue::Alpha(Alpha::Fast) => "grob gerundet: oft eine Stufe heller, was niemand sieht",
        HintValue::Alpha(Alpha::Exact) => "genau gerundet",
        HintValue::Blend(Blend::Srgb) => "wie die meisten Programme mischen: weiche Kanten etwas dunkel",
        HintValue::Blend(Blend::Linear) => "in linearem Licht gemischt: fürs Auge richtig, langsamer",
        HintValue::Sprites(Sprites::Raster) => "aus Bitmaps skaliert",
        HintValue::Sprites(Sprites::Vector) => "in jeder Größe aus Vektoren: scharf, beim Zoomen langsam",
        HintValue::Cache(Cache::On) => "Sprites werden je Größe einmal erzeugt, dann kopiert",
        HintValue::Cache(Cache::Off) => "Sprites werden in jedem Bild neu erzeugt; sie sehen gleich aus",
        HintValue::Redraw(Redraw::Full) => "jedes Pixel in jedem Bild",
        HintValue::Redraw(Redraw::Dirty) => "nur, was sich geändert hat; es sieht gleich aus",
    }
}
