//! Slips that a knowing friend sees at a glance: one report, in its line, and the advice gives back the very level.

use leveret::level::{Level, LevelError, TextEdit, edited};

/// A level of one line for each kind of field.
pub(super) const SOUND: &str = include_str!("sound.ron");

/// Its map.
const ROWS: &str = "[\n        r\"#Q   *    #\",\n        r\"#   /     #\",\n        r\"###########\",\n        \"#         #\",\n        \
                    r\"#     O   #\",\n        r\"###########\",\n    ]";

/// What stands in the level, and the slip.
const SLIPS: [(&str, &str); 159] = [
    // Brackets that took a space with them, or are of the wrong kind.
    ("Level(\n", "Level\n"),
    ("Solution(ends: Won", "Solutionends: Won"),
    ("At(1, dig, (4, 1)), At", "At1, dig, (4, 1)), At"),
    ("At(5, bash", "At[5, bash"),
    ("At(5, bash", "At{5, bash"),
    ("(5, 4)", "[5, 4)"),
    ("Level(\n", "Level{\n"),
    ("Level(\n", "[Level(\n"),
    ("    ],\n    stars", "    ,\n    stars"),
    // Lines that went.
    ("    solutions: [\n", ""),
    ("    map: [\n", ""),
    ("    solutions: [\n", "//  solutions: [\n"),
    ("ends: Won, orders: [", "ends: Won, ["),
    // Quotes.
    ("r\"#   /", "r \"#   /"),
    ("r\"#   /", "rr\"#   /"),
    ("r\"#   /", "\"\"#   /"),
    ("r\"#   /", "r\"\"#   /"),
    ("     #\",\n        r\"#####", "     #\"\",\n        r\"#####"),
    ("     #\",\n        r\"#####", "     #',\n        r\"#####"),
    ("r\"#   /     #\"", "r'#   /     #'"),
    ("r\"#   /", "r'#   /"),
    ("r\"#   /", "r„#   /"),
    ("r\"#   /", "r”#   /"),
    ("r\"#   /", "r#   /"),
    ("r\"#Q", "r#Q"),
    ("\"Base\"", "'Base\""),
    ("\"Base\"", "\"\"Base\""),
    ("\"Dig down.\"", "\"Dig down.\"\""),
    ("\"Dig down.\", ", "\"Dig down.\". "),
    ("\"Dig down.\", ", "\"Dig down.\": "),
    // Colons.
    ("save: 2", "save; 2"),
    ("save: 2", "save. 2"),
    ("save: 2", "save, 2"),
    ("solutions: [", "solutions; ["),
    ("    save: 2", "    - save: 2"),
    ("Solution(ends: Won", "Solution(- ends: Won"),
    // Numbers.
    ("save: 2,", "save: 2 rabbits,"),
    ("save: 2,", "save: 2-3,"),
    ("save: 2,", "save: ~2,"),
    ("save: 2,", "save: {2},"),
    ("512", "5I2"),
    // Orders.
    ("At(1, dig, (4, 1)), At", "At 1, dig, (4, 1), At"),
    ("At(1, dig, (4, 1)), At", "1 dig (4, 1), At"),
    ("At(1, dig, (4, 1)), At", "1: dig (4, 1), At"),
    ("At(1, dig, (4, 1)), At", "1 place dig 4 1, At"),
    ("At(1, dig, (4, 1)), At", "At(1, (4, 1), dig), At"),
    ("At(1, dig, (4, 1)), At", "At(dig, 1, (4, 1)), At"),
    ("At(1, dig, (4, 1)), At", "At(1, Place(dig, (4, 1))), At"),
    ("At(1, dig, (4, 1)), At", "At(1, dig, (x: 4, y: 1)), At"),
    ("At(1, dig, (4, 1)), At", "At(1, dig, (4.1)), At"),
    ("At(1, dig, (4, 1)), At", "At(1, dig, \"4, 1\"), At"),
    ("At(1, dig, (4, 1)), At", "At(1, dig, [4, 1]), At"),
    // Names.
    ("map: [", "karte: ["),
    ("map: [", "level: ["),
    ("rabbits: 3", "hasen: 3"),
    ("name: ", "Titel: "),
    ("Level(\n", "Niveau(\n"),
    // Lines that do not belong there.
    ("    save: 2,\n", "    save: 2,\n    asdf\n"),
    ("    save: 2,\n", "    save: 2,\n    foo bar baz.\n"),
    ("    save: 2,\n", "    save: 2,\n#   about: \"Another\",\n"),
    ("    save: 2,\n", "    save: 2,\n/ two of them\n"),
    ("    save: 2,\n", "    TODO: more of them\n    save: 2,\n"),
    ("    save: 2,\n", "    NOTE: save two of them, or three.\n    save: 2,\n"),
    ("    save: 2,\n", "    save: 2, TODO: check\n"),
    ("    save: 2,\n", "    save: 2; two\n"),
    ("    save: 2,\n", "    save: 2 # two\n"),
    ("Solution(ends: Won", "Solution(TODO: a better one\n        ends: Won"),
    ("    map: [\n", "    map: [\n        TODO: wider\n"),
    // Brackets that RON does not have.
    ("[2, 3]", "<2, 3>"),
    ("[\"rr\"]", "<\"rr\">"),
    ("[\"rr\"]", "<\"rr\"]"),
    ("[\"rr\"]", "[\"rr\">"),
    ("{ dig: 1, bash: 2 }", "<dig: 1, bash: 2>"),
    ("At(1, dig, (4, 1)), At", "At<1, dig, (4, 1)>, At"),
    ("(5, 4)", "<5, 4>"),
    ("{ (2, 1): 512 }", "<(2, 1): 512>"),
    ("(2, 1): 512", "<2, 1>: 512"),
    // Brackets of water.
    ("{ (2, 1): 512 }", "{ 2, 1): 512 }"),
    ("{ (2, 1): 512 }", "{ (2, 1: 512 }"),
    ("{ (2, 1): 512 }", "{ 2, 1: 512 }"),
    ("{ (2, 1): 512 }", "(2, 1): 512 }"),
    ("{ (2, 1): 512 }", "(2, 1): 512"),
    ("{ (2, 1): 512 }", "{ (2, 1), 512 }"),
    ("{ (2, 1): 512 }", "{ (2, 1, 512) }"),
    ("{ (2, 1): 512 }", "[((2, 1), 512)]"),
    // Brackets around one number, or half of them.
    ("save: 2,", "save: (2,"),
    ("save: 2,", "save: 2),"),
    ("Solution(ends: Won", "Solution: (ends: Won"),
    ("Solution(ends: Won", "1: Solution(ends: Won"),
    // Several signs at one place.
    ("    save: 2,\n", "    :num_to_save=2,\n"),
    ("save: 2,", "save=>2,"),
    ("save: 2,", "save＝2,"),
    ("save: 2,", "save(2),"),
    ("(4, 1)), At", "(x=4, y=1)), At"),
    // A map with dots for spaces.
    ("#         #", "#.........#"),
    ("#     O   #", "# . . O . #"),
    // What looks like something else.
    ("#     O   #", "#     \u{41e}   #"),
    ("r\"#Q   *    #\"", "r“#Q   *    #”"),
    ("\"Base\"", "＂Base＂"),
    ("\"Base\"", "\"B\\u0061se\""),
    // Nothing around texts, or around rows, or around their list.
    ("\"Dig, and be quick.\"", "Dig, and be quick."),
    ("r\"#     O   #\",\n", "#     O   #\n"),
    ("\"#         #\",\n", "#         #\n"),
    ("[\"Dig down.\", \"Then bash.\"]", "\n        \"Dig down.\",\n        \"Then bash.\""),
    (ROWS, "r\"\n#Q   *    #\n#   /     #\n###########\n#         #\n#     O   #\n###########\n    \""),
    // A field that was moved into the list of another one.
    ("    tokens: { dig: 1, bash: 2 },\n    map: [\n", "    map: [\n    tokens: { dig: 1, bash: 2 },\n"),
    // A quote at a number, a comma within the quotes.
    ("save: 2,", "save: \"2,"),
    ("save: 2,", "save: 2\","),
    ("\"#         #\",", "\"#         #,\""),
    ("\"Base\",", "\"Base,\""),
    // Remarks and numbers beside rows.
    ("\"#         #\",", "\"#         #\", -- pit"),
    ("\"#         #\",", "\"#         #\", ; the pit"),
    ("\"#         #\",", "3: \"#         #\","),
    // Habits from elsewhere.
    ("Level(\n", "{\n"),
    ("At(1, dig, (4, 1)), At", "At(1, place, dig, (4, 1)), At"),
    ("{ dig: 1, bash: 2 }", "[dig, bash, bash]"),
    ("    rabbits: 3", "    pub rabbits: 3"),
    ("    rabbits: 3", "    let rabbits: 3"),
    ("    map: [", "    pub static map: ["),
    ("ends: Won", "pub ends: Won"),
    ("rabbits: 3", "rabbits: i32 = 3"),
    ("name: \"Base\"", "name: &str = \"Base\""),
    // Texts that are joined.
    ("Dig, and be", "Dig, \" + \"and be"),
    ("Dig, and be quick.\"", "Dig, \"+\"and \" + r\"be \" + r#\"quick.\"#"),
    ("Dig, and be", "Dig, \" +\n        \"and be"),
    ("Dig, and be", "Dig, \"\n        + \"and \"\n        + \"be"),
    ("Dig down.\"", "Dig \" + \"down.\""),
    // Closing brackets in each other's place.
    ("(5, 4))]),", "(5, 4)])),"),
    ("(5, 4))]),", "(5, 4)))],"),
    ("    ],\n)", "    )\n]"),
    // Items behind their list, and lists in two.
    ("[\"Dig down.\", \"Then bash.\"],", "[\"Dig down.\"],\n    \"Then bash.\","),
    ("[\"Dig down.\", \"Then bash.\"],", "[\"Dig down.\" /* one */,], // two\n    \"Then bash.\", // three"),
    ("[\"Dig down.\", \"Then bash.\"],", "[], \"Dig down.\", \"Then bash.\","),
    ("[\"Dig down.\", \"Then bash.\"],", "[\"Dig down.\"], [\"Then bash.\"],"),
    ("[\"rr\"],", "[],\n    \"rr\","),
    ("[2, 3]", "[2], [3]"),
    ("[2, 3]", "[2], 3"),
    (
        "        r\"#     O   #\",\n        r\"###########\",\n    ],",
        "    ],\n        r\"#     O   #\",\n        r\"###########\",",
    ),
    ("        r\"#     O   #\",\n", "    ], [\n        r\"#     O   #\",\n"),
    (
        "        Solution(ends: Lost, orders: [At(1, dig, (4, 1))]),\n    ],",
        "    ],\n        Solution(ends: Lost, orders: [At(1, dig, (4, 1))]),",
    ),
    (
        "        Solution(ends: Lost, orders: [At(1, dig, (4, 1))]),\n    ],",
        "    ],\n    Solution(ends: Lost, orders: [At(1, dig, (4, 1))])",
    ),
    (", At(5, bash, (5, 4))]", "], At(5, bash, (5, 4))"),
    (", At(5, bash, (5, 4))]", "], [At(5, bash, (5, 4))]"),
    (", At(5, bash, (5, 4))]", ",], [At(5, bash, (5, 4)),]"),
    // Brackets and quotes around orders.
    ("[At(1, dig, (4, 1)), At(5, bash, (5, 4))]", "[[At(1, dig, (4, 1)), At(5, bash, (5, 4)),]]"),
    ("[At(1, dig, (4, 1)), At", "[[At(1, dig, (4, 1))], At"),
    ("[At(1, dig, (4, 1)), At", "[[(1, dig, (4, 1))], At"),
    ("[At(1, dig, (4, 1)), At(5, bash, (5, 4))]", "\"At(1, dig, (4, 1)), At(5, bash, (5, 4))\""),
    ("[At(1, dig, (4, 1)), At(5, bash, (5, 4))]", "\"[At(1, dig, (4, 1)), At(5, bash, (5, 4))]\""),
    ("[At(1, dig, (4, 1)), At(5, bash, (5, 4))]", "[\"At(1, dig, (4, 1)), At(5, bash, (5, 4))\"]"),
    ("At(5, bash, (5, 4))]", "\"At(5, bash, (5, 4))\"]"),
    // An order of another name, whose step is none of an order.
    ("At(1, dig, (4, 1)), At", "After(1, dig, (4, 1)), At"),
    ("At(5, bash, (5, 4))]", "Wait(5, bash, (5, 4))]"),
    ("At(1, dig, (4, 1)), At", "Drop(1, dig, (4, 1)), At"),
    // Numbers before what they belong to.
    ("{ dig: 1, bash: 2 }", "{ 1: dig, bash: 2 }"),
    ("{ dig: 1, bash: 2 }", "{ dig: 1, 2: bash }"),
    ("{ dig: 1, bash: 2 }", "{ dig: 1, 2 = bash }"),
    ("(2, 1): 512", "512: (2, 1)"),
    ("{ (2, 1): 512 }", "[512: (2, 1)]"),
];

/// The text with all that the faults advise.
pub(super) fn cured(text: &str, error: &LevelError) -> String {
    let cures: Vec<TextEdit> = error.faults().iter().flat_map(|fault| fault.cure.clone()).collect();
    edited(text, &cures)
}

/// The level without its remarks, of which the slips make more and fewer.
pub(super) fn without_comments(mut level: Level) -> Level {
    level.comments.clear();
    level
}

#[test]
fn one_report_gives_back_the_level() {
    let sound = without_comments(Level::from_ron(SOUND, "slip.ron").expect("a level without faults"));
    let mut wrong = Vec::new();
    for (old, new) in SLIPS {
        let at = SOUND.find(old).unwrap_or_else(|| panic!("{old}"));
        let slip = SOUND.replacen(old, new, 1);
        let error = Level::from_ron(&slip, "slip.ron").expect_err(new);
        let lines = |text: &str, at: usize| text[..at].matches('\n').count();
        let is_near = lines(SOUND, at).abs_diff(lines(&slip, error.faults()[0].span.start)) <= 1;
        let mended = Level::from_ron(&cured(&slip, &error), "slip.ron").map(without_comments);
        let is_same = mended.as_ref().is_ok_and(|level| *level == sound);
        if error.faults().len() != 1 || !is_near || !is_same {
            wrong.push(format!("`{new}` for `{old}`\n{error}\nmended: {mended:?}", mended = mended.err()));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), SLIPS.len(), wrong.join("\n\n"));
}

/// Of the map's characters, what cannot be seen is taken away, and what looks like another is that.
#[test]
fn characters_of_a_map_are_what_they_look_like() {
    let row = |text: &str| Level::from_ron(&format!("Level(map: [\"{text}\", \"\"])"), "row.ron");
    for (slip, right) in
        [("#\u{200b}#", "##"), ("#\u{301}#", "##"), ("＃＃", "##"), ("М", "M"), ("＼", "\\\\"), ("█", "#")]
    {
        let text = format!("Level(map: [\"{slip}\", \"\"])");
        let error = Level::from_ron(&text, "row.ron").expect_err(slip);
        assert_eq!(error.faults().len(), 1, "{error}");
        let mended = edited(&text, &error.faults()[0].cure).replace('\\', "\\\\");
        assert_eq!(Level::from_ron(&mended, "row.ron").ok(), row(right).ok(), "{error}");
    }
}

/// Quotes that are written twice within a text, as in tables, are those of the text.
#[test]
fn doubled_quotes_stand_within_a_text() {
    for (slip, right) in [
        (r#""Dig, ""and be"" quick.""#, r#""Dig, \"and be\" quick.""#),
        (r#""""Dig"", and ""be"" quick.""#, r#""\"Dig\", and \"be\" quick.""#),
        (r#""Dig, and be ""quick.""""#, r#""Dig, and be \"quick.\"""#),
        (r#""Dig (""and"" be) quick.""#, r#""Dig (\"and\" be) quick.""#),
    ] {
        let [slip, right] = [slip, right].map(|text| SOUND.replacen("\"Dig, and be quick.\"", text, 1));
        let error = Level::from_ron(&slip, "slip.ron").expect_err("doubled quotes");
        assert_eq!(error.faults().len(), 1, "{error}");
        assert_eq!(cured(&slip, &error), right, "{error}");
        assert!(Level::from_ron(&right, "slip.ron").is_ok(), "{right}");
    }
    // Two texts of which the comma is missing.
    let glued = SOUND.replacen("down.\", \"Then", "down.\"\"Then", 1);
    let error = Level::from_ron(&glued, "slip.ron").expect_err("no comma");
    assert!(error.faults().len() == 1 && error.to_string().contains("a comma is missing"), "{error}");
}

/// A slope before one of these letters is read as another character: both are meant.
#[test]
fn a_slope_and_a_letter_are_two_cells() {
    for letter in ["n", "r", "t"] {
        let text = format!("Level(map: [\"#\\{letter}#\", \"####\"])");
        let error = Level::from_ron(&text, "row.ron").expect_err(letter);
        assert!(error.faults().len() == 1 && error.to_string().contains(r"write it twice, `\\`"), "{error}");
        let right = format!("Level(map: [r\"#\\{letter}#\", \"####\"])");
        let mended = edited(&text, &error.faults()[0].cure);
        assert_eq!(Level::from_ron(&mended, "row.ron").ok(), Level::from_ron(&right, "row.ron").ok(), "{mended}");
    }
}

/// The wrong kind of bracket around all hides no other fault.
#[test]
fn braces_around_the_level_hide_nothing() {
    let error = Level::from_ron("{\nrabits: 3,\ntokens: { diig: 1 },\nmap: [\"@\"] }", "slip.ron").expect_err("slips");
    assert_eq!(error.faults().len(), 4, "{error}");
}

/// A list is closed before the next field of the level.
#[test]
fn a_list_that_is_closed_too_late_is_closed_before_the_next_field() {
    for field in ["    hints: [\"Dig down.\", \"Then bash.\"],\n", "    save: 2,\n"] {
        let moved = SOUND.replacen(field, "", 1).replacen("    ],\n    stars", &format!("{field}    ],\n    stars"), 1);
        let error = Level::from_ron(&moved, "slip.ron").expect_err(field);
        let mended = Level::from_ron(&cured(&moved, &error), "slip.ron").map(without_comments);
        let sound = Level::from_ron(SOUND, "slip.ron").map(without_comments);
        assert!(error.faults().len() == 2 && mended.ok() == sound.ok(), "{error}");
    }
}

/// What no advice can know is said in so many words, in one report.
#[test]
fn what_an_order_lacks_is_named() {
    let said = |order: &str| {
        let text = SOUND.replacen("At(1, dig, (4, 1)), At", &format!("{order}, At"), 1);
        let error = Level::from_ron(&text, "slip.ron").expect_err(order);
        assert_eq!(error.faults().len(), 1, "{error}");
        error.to_string()
    };
    assert!(said("At(dig, (4, 1))").contains("it is not said after how many steps"));
    assert!(said("At(1, dig)").contains("it is not said where to drop `dig`"));
    for order in ["After(5)", "Wait(5), At(1, dig, (4, 1))"] {
        assert!(said(order).contains("the step stands in the order itself"), "{order}");
    }
    for order in ["At(1, explode)", "At(1, ExplodeAll())", "At(1, explode_all)"] {
        assert!(said(order).contains("write `At(1, ExplodeAll)`"), "{order}");
    }
}

/// A level in Rabbit Escape's format, and slips in it.
const PLAIN: &str = ":name=Plain\n:hint.1=One.\n:hint.2=Two words or more.\n:hint.3=Three.\n:num_rabbits=20\n\
                     :num_to_save=3\n:rabbit_delay=4,2\n:bash=2\n:solution.1=1;bash&(1,1);5;until:WON\n:n=1,0,100\n Q   #\n\
                     \x20   O#\n######\n";

const PLAIN_SLIPS: [(&str, &str); 60] = [
    (":name=Plain\n", "name=Plain\n"),
    (":name=Plain\n", ":name Plain\n"),
    (":name=Plain\n", ":nmae=Plain\n"),
    (":bash=2\n:sol", ":bash=2 :sol"),
    (":hint.2=", "\u{200b}:hint.2="),
    (":hint.2=", "\u{a0}:hint.2="),
    (":hint.2=", "<<<<<<< HEAD\n:hint.2="),
    (":hint.2=", " :hint.2="),
    (":hint.2=", "\t:hint.2="),
    (":hint.2=", ";hint.2="),
    (":hint.2=", "hint.2="),
    (":hint.2=", ":hint.2:"),
    (":hint.2=", ":hint.2: "),
    (":hint.2=", ":hint.2 "),
    (":hint.2=", ":\"hint.2\"="),
    (":hint.2=", ":Hint.2="),
    (":num_rabbits=20", ":num-rabbits=20"),
    (":num_rabbits=20", ":num_rabbits=\"20\""),
    (":num_rabbits=20", ":num_rabbits=20 rabbits"),
    (":num_rabbits=20", ":num_rabbits=2O"),
    (":num_rabbits=20", ":num_rabbits=20;"),
    (":rabbit_delay=4,2", ":rabbit_delay=4, 2"),
    (":n=1,0,100", ":n=1,0, 100"),
    (":num_rabbits=20", ":rabbits=20"),
    (":num_rabbits=20", ":num_rabbits==20"),
    (":num_rabbits=20", ":num_rabbits=２０"),
    (":rabbit_delay=4,2", ":delay=4,2"),
    (":rabbit_delay=4,2", ":rabbit_delay=4;2"),
    (":rabbit_delay=4,2", ":rabbit_delay=4 2"),
    (":rabbit_delay=4,2", ":rabbit_delay=[4, 2]"),
    (":n=1,0,100", ":n=1, 0, 100"),
    (":n=1,0,100", ":n=(1,0),100"),
    (":n=1,0,100", ":n=1 0 100"),
    (":n=1,0,100", ":water=1,0,100"),
    (":bash=2", "bash: 2"),
    (":bash=2", "bash:2"),
    (":bash=2", ".bash=2"),
    (":bash=2", "-bash=2"),
    (" Q   #\n", ".Q...#\n"),
    (" Q   #\n", " Q . #\n"),
    (" Q   #\n", "\" Q   #\",\n"),
    (" Q   #\n", "remark\n Q   #\n"),
    (" Q   #\n", "# the rows\n Q   #\n"),
    (" Q   #\n", " Q   #  % the entrance\n"),
    ("######\n", "######% pit\n"),
    ("######\n", "######  % the floor is as wide as all that, # is earth\n"),
    ("Two words or", "Two words\nor"),
    ("Two words or", "Two\nwords\nor"),
    // A script in several lines.
    (";5;until:WON", ";\n5;until:WON"),
    (";5;until:WON", "\n;5;\nuntil:WON"),
    ("=1;bash&(1,1)", "=1;bash\n&(1,1)"),
    ("=1;bash", "=\n1;bash"),
    // What the keys are called elsewhere.
    (":num_to_save=3", ":num_save=3"),
    (":num_to_save=3", ":to_save=3"),
    (":num_to_save=3", ":save=3"),
    (":num_to_save=3", ":num_sav=3"),
    // A number that is taken.
    (":hint.2=", ":hint.1="),
    (":hint.3=", ":hint.2="),
    (":hint.3=", ":hint.1="),
    (":hint.3=", ":hint2="),
];

#[test]
fn one_report_gives_back_a_level_of_rabbit_escape() {
    let sound = without_comments(Level::from_rel(PLAIN, "slip.rel").expect("a level without faults"));
    let mut wrong = Vec::new();
    for (old, new) in PLAIN_SLIPS {
        assert!(PLAIN.contains(old), "{old}");
        let slip = PLAIN.replacen(old, new, 1);
        let error = Level::from_rel(&slip, "slip.rel").expect_err(new);
        let mended = Level::from_rel(&cured(&slip, &error), "slip.rel").map(without_comments);
        if error.faults().len() != 1 || mended.as_ref().ok() != Some(&sound) {
            wrong.push(format!("`{new}` for `{old}`\n{error}\nmended: {mended:?}", mended = mended.err()));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), PLAIN_SLIPS.len(), wrong.join("\n\n"));
}

#[test]
fn hints_in_another_order_are_one_report() {
    let error = Level::from_rel(":hint.2=b\n:hint.1=a\n#\n", "slip.rel").expect_err("another order");
    assert_eq!(error.faults().len(), 1, "{error}");
}

/// Once a number is taken, those behind it are too.
#[test]
fn every_element_behind_a_taken_number_is_renumbered() {
    let slip = ":hint.1=a\n:hint.1.code=x\n:hint.2=c\n:solution.1=1\n:solution.1=2\n#\n";
    let error = Level::from_rel(slip, "slip.rel").expect_err("taken numbers");
    assert_eq!(error.faults().len(), 3, "{error}");
    let mended = ":hint.1=a\n:hint.2.code=x\n:hint.3=c\n:solution.1=1\n:solution.2=2\n#\n";
    let cures = error.faults().iter().flat_map(|fault| fault.cure.clone()).collect::<Vec<TextEdit>>();
    assert_eq!(edited(slip, &cures), mended);
    assert!(Level::from_rel(mended, "slip.rel").is_ok());
}

/// The words before a level are passed over, but no key that lacks one of its signs is.
#[test]
fn a_key_before_the_level_is_no_word_around_it() {
    for line in ["num_rabbits=3", ";num_rabbits=3", "nam=Plain", ":num_rabbits 3", "rabbits=3", "save=3"] {
        assert!(Level::from_rel(&format!("{line}\n:num_to_save=1\n#\n"), "slip.rel").is_err(), "{line}");
    }
    assert!(Level::from_rel("Hello, this is it:\n\n:num_to_save=1\n#\n", "letter.rel").is_ok());
}

/// Of a description that stands before its star, the star is not reported as well.
#[test]
fn a_description_before_its_star_is_one_report() {
    let error = Level::from_rel(":*=rr\n#*#\n", "slip.rel").expect_err("another order");
    assert!(error.faults().len() == 1 && error.to_string().contains("behind the row"), "{error}");
}

/// Numbers as others write them, and what they say of endless ones.
#[test]
fn numbers_of_others_are_understood() {
    for (fields, meant) in [
        ("rabbits: 1.000", "write `1000`"),
        ("tokens: { dig: - 1 }", "parts this `-`"),
        ("tokens: { dig: unlimited }", "write `-1`"),
    ] {
        let error = Level::from_ron(&format!("Level({fields}, map: [\"#\"])"), "slip.ron").expect_err(fields);
        assert!(error.faults().len() == 1 && error.to_string().contains(meant), "{error}");
    }
}

#[test]
fn a_number_says_what_it_may_be() {
    for number in ["20000", "99999999999"] {
        let error = Level::from_rel(&format!(":num_rabbits={number}\n:dgi=1\n#\n"), "slip.rel").expect_err(number);
        assert_eq!(error.faults().len(), 2, "{error}");
        assert!(error.to_string().contains("slip.rel:1:14") && error.to_string().contains("10000 or less"), "{error}");
    }
}

/// A wrong name before the level hides no other fault, and a wrong sign none.
#[test]
fn two_slips_are_two_reports() {
    for (first, second) in [
        (("Level(\n", "Niveau(\n"), ("#     O   #", "#     \u{41e}   #")),
        (("save: 2", "save; 2"), ("(5, 4)", "[5, 4)")),
    ] {
        let slip = SOUND.replacen(first.0, first.1, 1).replacen(second.0, second.1, 1);
        let error = Level::from_ron(&slip, "slip.ron").expect_err("two slips");
        assert_eq!(error.faults().len(), 2, "{error}");
    }
}
