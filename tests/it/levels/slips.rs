//! Slips of hands: one mistake at every place of a level where it can be made. The fault is reported in its line, and the
//! level can be read once the advice is followed.

use leveret::level::{Level, LevelFault, TextEdit, edited};

/// A level of one line for each kind of field.
const SOUND: &str = include_str!("sound.ron");

/// Mistakes: each text with one, and the line of it, counted from 1.
fn slips() -> Vec<(String, usize, String)> {
    let mut slips = Vec::new();
    let mut slip = |kind: &str, at: usize, length: usize, new: &str| {
        let text = format!("{}{new}{}", &SOUND[..at], &SOUND[at + length..]);
        let line = SOUND[..at].matches('\n').count() + 1;
        slips.push((format!("{kind} at line {line}, byte {at}"), line, text));
    };
    let at_all = |sign: &str| SOUND.match_indices(sign).map(|(at, _)| at).collect::<Vec<_>>();
    for bracket in ["(", ")", "[", "]", "{", "}"] {
        for at in at_all(bracket) {
            slip(&format!("no `{bracket}`"), at, 1, " ");
            for other in ["(", ")", "[", "]", "{", "}"].into_iter().filter(|other| *other != bracket) {
                if "([{".contains(bracket) || ")]}".contains(other) {
                    slip(&format!("`{other}` for `{bracket}`"), at, 1, other);
                }
            }
            slip(&format!("two `{bracket}`"), at, 0, bracket);
        }
    }
    for at in at_all("\"") {
        slip("no quote", at, 1, "");
        slip("another quote", at, 1, "”");
    }
    for at in at_all(",") {
        slip("no comma", at, 1, "");
        slip("two commas", at, 1, ",,");
        slip("a semicolon", at, 1, ";");
        slip("a full stop", at, 1, ".");
        slip("`]` for a comma", at, 1, "]");
        slip("`)` for a comma", at, 1, ")");
    }
    for at in at_all(":") {
        for sign in ["(", ")", "[", "]", "{", "}", "\"", "'"] {
            slip(&format!("`{sign}` for a colon"), at, 1, sign);
        }
        slip("no colon", at, 1, "");
        slip("an equals sign", at, 1, " =");
    }
    for (at, _) in SOUND.match_indices(": ") {
        slip("a no-break space", at + 1, 1, "\u{a0}");
        let start = SOUND[..at].rfind(|c: char| !c.is_alphanumeric()).map_or(0, |before| before + 1);
        if start < at && at - start > 3 {
            slip("a name in quotes", start, at - start, &format!("\"{}\"", &SOUND[start..at]));
            slip("a letter left out", start + 1, 1, "");
        }
    }
    for at in at_all("r\"") {
        slip("a capital R", at, 1, "R");
        slip("no r, one backslash", at, 2, "\"\\");
    }
    for (number, word) in [("3,", "99999999999,"), ("2,", "-1,"), ("512", "5.5"), ("1,", "1o,")] {
        for at in at_all(number) {
            slip("another number", at, number.len(), word);
        }
    }
    for (old, new) in [
        ("\"Base\"", "'Base'"),
        ("\"Base\"", "“Base”"),
        ("\"Base\"", "Base"),
        ("\"Base\"", "\"The \"Base\" of it\""),
        ("\"Dig down.\"", "\"Say \"dig\"\""),
        ("// A level.", "# A level."),
        ("{ dig: 1, bash: 2 }", "dig: 1, bash: 2"),
        ("{ dig: 1, bash: 2 }", "[ dig: 1, bash: 2 ]"),
        ("{ dig: 1, bash: 2 }", "( dig: 1, bash: 2 )"),
        ("{ dig: 1, bash: 2 }", "{ \"dig\": 1, bash: 2 }"),
        ("{ dig: 1, bash: 2 }", ""),
        ("[2, 3]", "2, 3"),
        ("[2, 3]", "4"),
        ("[2, 3]", "(2, 3)"),
        ("[\"rr\"]", "\"rr\""),
        ("Solution(ends", "Solution (ends"),
        ("Solution(ends: Lost", "solution(ends: Lost"),
        ("Solution(ends: Lost", "Solutoin(ends: Lost"),
        ("At(1, dig, (4, 1)),", "at(1, dig, (4, 1)),"),
        ("At(1, dig, (4, 1)),", "At(1, dig, [4, 1]),"),
        ("At(1, dig, (4, 1)),", "At(1: dig, (4, 1)),"),
        ("TornPaper", "\"TornPaper\""),
        ("TornPaper", "tornpaper"),
        ("#         #", "#    x    #"),
        ("#         #", "#    q    #"),
        ("#         #", "#\u{a0}\u{a0}       #"),
        ("#         #", "#\t       #"),
        ("3,", "\"3\","),
        ("rabbits: 3,", "num_rabbits: 3,"),
        ("rabbits: 3,", "rabbits： 3，"),
        ("    save: 2,\n", "    save: 2,\n    save: 2,\n"),
    ] {
        slip(&format!("`{new}` for `{old}`"), SOUND.find(old).expect("it is there"), old.len(), new);
    }
    slips
}

/// Slips of which the place is clear, and what to do: following the advice makes a level of the file, in one round or two.
const MENDED: [(&str, &str); 42] = [
    // A bracket where what it closes goes on.
    ("At(1, dig, (4, 1)), At(5", "At(1), dig, (4, 1)), At(5"),
    ("At(1, dig, (4, 1)), At(5", "At(1, dig), (4, 1)), At(5"),
    ("r\"#   /     #\",", "r\"#   /     #\"],"),
    ("r\"#   /     #\",", "r\"#   /     #\"]"),
    // Twice, out of order, not there.
    ("    save: 2,\n", "    save: 2,\n    save: 2,\n"),
    ("    save: 2,\n", "    save: 2,\n    rabbits: 3,\n"),
    ("dig: 1,", "dig: 1, dig: 3,"),
    ("bash: 2 }", "bash: 2, dig: 3 }"),
    ("At(1, dig, (4, 1)), At(5, bash, (5, 4))", "At(5, bash, (5, 4)), At(1, dig, (4, 1))"),
    ("At(1, dig, (4, 1)), At(5, bash, (5, 4))", "At(9, bash, (5, 4)), At(1, dig, (4, 1)), At(5, bash, (5, 4))"),
    (", bash: 2", ""),
    ("{ dig: 1, bash: 2 }", "{}"),
    ("    tokens: { dig: 1, bash: 2 },\n", ""),
    // As it stands in other formats.
    ("{ dig: 1, bash: 2 }", "[\"dig\", \"bash\"]"),
    ("{ dig: 1, bash: 2 }", "[(dig, 1), (bash, 2)]"),
    ("{ dig: 1, bash: 2 }", "dig 1, bash 2"),
    ("[2, 3]", "\"2, 3\""),
    ("rabbits: 3,", "rabbits: Some(3),"),
    ("rabbits: 3,", "rabbits: 1,000,"),
    ("rabbits: 3,", "rabbits: ３,"),
    ("rabbits: 3,", "rabbits: 3."),
    ("(4, 1)), At(5", "(−4, 1)), At(5"),
    ("At(1, dig, (4, 1)), At(5", "At(1, dig, 4, 1), At(5"),
    ("At(1, dig, (4, 1)), At(5", "At(step: 1, ability: dig, cell: (4, 1)), At(5"),
    ("At(1, dig, (4, 1)), At(5", "{\"step\": 1, \"ability\": \"dig\", \"cell\": [4, 1]}, At(5"),
    ("Solution(ends: Lost, orders: [At(1, dig, (4, 1))]),", "[At(1, dig, (4, 1))],"),
    ("    save: 2,\n", "    -- how many\n    save: 2,\n"),
    ("    save: 2,\n", "    <!-- how many -->\n    save: 2,\n"),
    ("    save: 2,\n", "    /* how many\n    save: 2,\n"),
    ("// A level.\n", "```ron\n"),
    ("// A level.\nLevel", "let level = Level"),
    ("    rabbits: 3,\n", "<<<<<<< HEAD\n    rabbits: 3,\n=======\n    rabbits: 4,\n>>>>>>> other\n"),
    // What cannot be seen, or looks like something else.
    ("rabbits: 3,", "rab\u{200b}bits: 3,"),
    ("rabbits: 3,", "r\u{430}bbits: 3,"),
    ("name:", "na-me:"),
    ("name:", "na'me:"),
    ("solutions:", "solution\"s:"),
    ("map:", "map\":"),
    ("solutions:", "solutions(:"),
    ("r\"#   /     #\"", "r#\"#   /     #\""),
    ("(4, 1)), At(5", "(99999999999999999999, 1)), At(5"),
    ("    ],\n)\n", "    ],\n"),
];

#[test]
fn what_is_clear_is_mended() {
    for (old, new) in MENDED {
        assert!(SOUND.contains(old), "{old}");
        let slip = SOUND.replacen(old, new, 1);
        let error = Level::from_ron(&slip, "slip.ron").expect_err(new);
        let line = SOUND[..SOUND.find(old).expect("it is there")].matches('\n').count();
        let first = slip[..error.faults()[0].span.start].matches('\n').count();
        let is_near = first.abs_diff(line) <= 1 || error.to_string().contains("offers no");
        assert!(is_near || old.ends_with(")\n"), "line {line}\n{error}");
        let mut text = slip;
        for _ in 0..3 {
            if let Err(error) = Level::from_ron(&text, "slip.ron") {
                assert!(error.faults().iter().any(|fault| !fault.cure.is_empty()), "{new}\n{error}");
                text = mended(&text, error.faults());
            }
        }
        assert!(Level::from_ron(&text, "slip.ron").is_ok(), "{new}\n{error}\n{text}");
    }
}

/// A sign or a word more, wherever it stands, is reported and no more.
#[test]
fn what_is_inserted_is_survived() {
    for litter in ["(,", "Solution: (", "At", "{", "[(", ":", ": ,", "),", "é"] {
        for (at, _) in SOUND.char_indices() {
            let text = format!("{}{litter}{}", &SOUND[..at], &SOUND[at..]);
            if let Err(error) = Level::from_ron(&text, "slip.ron") {
                assert!(!error.faults().is_empty(), "`{litter}` at byte {at}");
                mended(&text, error.faults());
            }
        }
    }
}

/// Keys that a file in Rabbit Escape's format has twice.
#[test]
fn what_is_clear_is_mended_in_rel_files_too() {
    for text in [
        "dig=1\nQ O\n###\n",
        "：dig=1\nQ O\n###\n",
        ":dig=1\n# the rows\nQ O\n###\n",
        ":hints=A\n:hint.2=B\nQ O\n###\n",
        ":dig=1\n:bash=1\n:dig=2\nQ O\n###\n",
        ":num_rabbits= 3\nQ O\n###\n",
        ":num_rabits=3\nQ O\n###\n",
    ] {
        let error = Level::from_rel(text, "slip.rel").expect_err(text);
        assert_eq!(error.faults().len(), 1, "{error}");
        let mended = mended(text, error.faults());
        assert!(Level::from_rel(&mended, "slip.rel").is_ok(), "{mended}");
    }
}

/// A token that is not offered is one fault, wherever it is dropped, and one that follows from another is none.
#[test]
fn what_follows_from_a_fault_is_no_fault() {
    let count = |old: &str, new: &str| {
        let slip = SOUND.replacen(old, new, 1);
        Level::from_ron(&slip, "slip.ron").expect_err("a slip").faults().len()
    };
    assert_eq!(count("dig: 1, ", ""), 1);
    assert_eq!(count("    tokens: { dig: 1, bash: 2 },\n", ""), 1);
    assert_eq!(count("At(1, dig", "At(99999999999, dig"), 1);
    assert_eq!(count("    ],\n)\n", "    ],\n"), 1);
    assert_eq!(count("rabbits: 3,", "rabbits: 1,000,"), 1);
    assert_eq!(count("Level(\n    name", "Level(\n    na]me"), 1);
    assert_eq!(count("Level(", "Level:"), 1);
    assert_eq!(count("r\"#Q   *    #\"", "r: #Q"), 1);
}

/// The text with all cures.
fn mended(text: &str, faults: &[LevelFault]) -> String {
    let edits: Vec<TextEdit> = faults.iter().flat_map(|fault| fault.cure.iter().cloned()).collect();
    edited(text, &edits)
}

/// What is wrong with the report on a slip.
fn complaint(text: &str, line: usize) -> Option<String> {
    let error = Level::from_ron(text, "slip.ron").err()?;
    let faults = error.faults();
    let first = text[..faults[0].span.start].matches('\n').count() + 1;
    if first.abs_diff(line) > 1 {
        return Some(format!("reported in line {first}"));
    }
    if faults.len() > 2 {
        return Some(format!("{} faults", faults.len()));
    }
    for fault in faults.iter().filter(|fault| !fault.cure.is_empty()) {
        let after = Level::from_ron(&edited(text, &fault.cure), "slip.ron");
        let is_there = |other: &LevelFault| other.cause == fault.cause && other.span.start == fault.span.start;
        if after.is_err_and(|after| after.faults().iter().any(is_there)) {
            return Some(format!("the cure of `{}` does not mend it", fault.cause));
        }
    }
    let mut text = text.to_owned();
    for _ in 0..3 {
        match Level::from_ron(&text, "slip.ron") {
            Ok(_) => return None,
            // What to do is for the author to choose.
            Err(error) if error.faults().iter().all(|fault| fault.cure.is_empty()) => return None,
            Err(error) => text = mended(&text, error.faults()),
        }
    }
    Some("the cures do not make a level".to_owned())
}

#[test]
fn advice_mends() {
    let slips = slips();
    let mut complaints = Vec::new();
    for (kind, line, text) in &slips {
        if let Some(complaint) = complaint(text, *line) {
            let error = Level::from_ron(text, "slip.ron").expect_err("it has a complaint");
            complaints.push(format!("{kind}: {complaint}\n{error}"));
        }
    }
    assert!(complaints.is_empty(), "{} of {} slips\n{}", complaints.len(), slips.len(), complaints.join("\n\n"));
}
