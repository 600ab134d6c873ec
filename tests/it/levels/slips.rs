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
                if "([{".contains(bracket) == "([{".contains(other) {
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
    }
    for at in at_all(":") {
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

/// Slips that are reported in their line, but as more faults than one: the brackets of `water`.
const KNOWN: [&str; 2] = ["no `{` at line 19", "no `)` at line 19"];

#[test]
fn advice_mends() {
    let slips = slips();
    let mut complaints = Vec::new();
    for (kind, line, text) in &slips {
        if let Some(complaint) = complaint(text, *line).filter(|_| !KNOWN.iter().any(|known| kind.starts_with(known))) {
            let error = Level::from_ron(text, "slip.ron").expect_err("it has a complaint");
            complaints.push(format!("{kind}: {complaint}\n{error}"));
        }
    }
    assert!(complaints.is_empty(), "{} of {} slips\n{}", complaints.len(), slips.len(), complaints.join("\n\n"));
}
