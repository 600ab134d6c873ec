//! Level files as strangers have them: saved by an editor of old, cut by a forum, pasted from an issue.

use std::fs;

use leveret::level::{Level, Solution};

const PLAIN: &str = ":name=Plain\n:num_rabbits=1\n:num_to_save=1\n Q   \n    O\n#####\n";

/// The level and the notes of a file of that name with these bytes.
#[track_caller]
fn read(name: &str, bytes: &[u8]) -> (Level, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("a file");
    Level::read_with_notes(&path).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn refused(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("a file");
    Level::read(&path).expect_err("it is not read").to_string()
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(read("a.rel", format!("\u{feff}{PLAIN}").as_bytes()), read("a.rel", PLAIN.as_bytes()));
}

#[test]
fn keys_of_old_files_are_read() {
    let (level, _) = read("a.rel", b":hint1=One.\n:hint2=Two.\n:solution1=until:WON\n% x\n:hint3=Three.\n#\n");
    assert_eq!(level.hints, ["One.", "Two.", "Three."]);
    assert_eq!(level.solutions, [Solution::Script("until:WON".to_owned())]);
    assert!(level.to_rel().contains("% x\n:hint.3=Three.\n"), "{}", level.to_rel());
}

#[test]
fn rows_of_which_the_blanks_were_cut_are_filled_up() {
    let plain = read("a.rel", PLAIN.as_bytes()).0;
    let (level, notes) = read("a.rel", PLAIN.replace(" Q   ", " Q").as_bytes());
    assert_eq!(level, plain);
    assert_eq!(notes, ["row 1 of the map filled up with blanks, to 5"]);
    let (level, notes) = read("a.rel", b" Q   \n\n  O\n###\n");
    assert_eq!((level.setup().width, level.setup().height), (5, 4));
    assert_eq!(notes, ["rows 3, 4 of the map filled up with blanks, to 5"]);
    let error = refused("a.rel", PLAIN.replace("#####", "######").as_bytes());
    assert!(error.contains("this row is 6 wide, the first one is 5"), "{error}");
}

#[test]
fn a_level_is_found_in_the_words_around_it() {
    let plain = read("a.rel", PLAIN.as_bytes()).0;
    let indented: String = PLAIN.lines().map(|line| format!("    {line}\n")).collect();
    let quoted: String = PLAIN.lines().map(|line| format!("> {line}\n")).collect();
    for text in [
        format!("Hello, here is my level:\n\n{indented}\nCan you solve it?\n"),
        format!("Hello!\n\n```\n{PLAIN}```\n\nCan you solve it?\n"),
        format!("On Monday you wrote:\n{quoted}"),
        format!("My level, have fun:\n\n{PLAIN}"),
    ] {
        let (level, notes) = read("a.rel", text.as_bytes());
        assert_eq!(level, plain, "{text}");
        assert_eq!(notes.last().map(String::as_str), Some("words around the level passed over"), "{text}");
    }
}

#[test]
fn the_ending_of_a_name_matters_little() {
    let plain = read("Plain.rel", PLAIN.as_bytes()).0;
    let ron = plain.to_ron();
    for name in ["A.REL", "level.rel.txt", "level.txt", "level"] {
        assert_eq!(read(name, PLAIN.as_bytes()).0, plain, "{name}");
    }
    for name in ["A.RON", "level.ron.txt", "level.txt"] {
        assert_eq!(read(name, ron.as_bytes()).0, plain, "{name}");
    }
    let nameless = PLAIN.replace(":name=Plain\n", "");
    for name in ["01_Over-there.rel", "01_Over-there.REL", "01_Over-there.rel.txt"] {
        assert_eq!(read(name, nameless.as_bytes()).0.name, "1 Over-there", "{name}");
    }
    assert!(refused("picture.png", b"nothing").ends_with("its name ends neither in .ron nor in .rel"));
}

#[test]
fn another_encoding_is_named() {
    let error = refused("a.ron", b"Level(\n    name: \"H\xe4schen\",\n)");
    assert!(
        error.ends_with("line 2, column 13 is not UTF-8 (byte E4), perhaps Latin-1 `ä`: save the file as UTF-8"),
        "{error}"
    );
    let utf16: Vec<u8> = "\u{feff}Level()".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(refused("a.ron", &utf16).ends_with("it looks like UTF-16: save it as UTF-8"));
}

#[test]
fn what_export_loses_is_told() {
    let level = Level::from_ron(
        "Level(map: [\" \"], about: \"a\nb\", solutions: [Solution(orders: [At(1, ExplodeAll)])])",
        "a.ron",
    )
    .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(
        level.lost_in_rel(),
        [
            "the line breaks of `about`: they become spaces",
            "solution 1: the format has no word for exploding all rabbits",
        ]
    );
    assert!(read("a.rel", PLAIN.as_bytes()).0.lost_in_rel().is_empty());
}

#[test]
fn a_file_of_the_other_format_is_told() {
    let error = refused("a.ron", PLAIN.as_bytes());
    assert!(error.contains("a.ron:1:1: this is a level in the format of Rabbit Escape"), "{error}");
    assert!(error.contains("1 fault") && error.contains("`leveret import`"), "{error}");
    let error = refused("a.rel", b"Level(\n    map: [\"Q O\"],\n)\n");
    assert!(error.contains("a.rel:1:1: this is a level in the format of Leveret"), "{error}");
    for begin in ["// mine\n\n", "/* mine:\n   3 rows\n*/ ", "#![enable(implicit_some)]\n", "\u{feff}\r\n  "] {
        for level in ["Level(\n    map: [\"Q O\"],\n)\n", "(\n    map: [\"Q O\"],\n)\n"] {
            let text = format!("{begin}{level}");
            let error = refused("a.rel", text.as_bytes());
            assert!(error.contains("1 fault") && error.contains("format of Leveret (RON)"), "{error}");
            assert!(error.ends_with("give the file a name that ends in .ron"), "{error}");
            assert_eq!(read("a.txt", text.as_bytes()).0.setup().width, 3, "{text}");
        }
    }
    // Rows of a map begin like that.
    for text in ["// \n:no_such_key=3\n###\n", "(r  \n:no_such_key=3\n", "/*  \n:no_such_key=3\n"] {
        let error = refused("a.rel", text.as_bytes());
        assert!(error.contains("no key is called `no_such_key`"), "{error}");
    }
}

#[test]
fn text_in_another_encoding_is_told() {
    let level = "Level(name: \"B\u{201c}\", map: [\"Q O\"])";
    let wide: Vec<u8> = level.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(refused("a.ron", &wide).contains("UTF-16"));
    let wider: Vec<u8> = "\u{feff}Level".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    assert!(refused("a.ron", &wider).contains("UTF-32"));
    assert!(refused("a.ron", b"Level(name: \"B\x93\")").contains("perhaps Windows-1252 `\u{201c}`"));
    assert!(refused("a.ron", b"Level(name: \"B\xe4\")").contains("perhaps Latin-1 `\u{e4}`"));
    assert!(refused("a.ron", b"Level(name: \"B\xe2\x82").contains("the file ends within a character"));
    assert!(refused("a.ron", b"\x1f\x8b\x08\x00\x04Level").contains("it is no text file"));
}
