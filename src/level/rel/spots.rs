//! Where the parts of a level stand in its `.rel` file.

use super::key::{CountKey, MetaKey, TextKey};
use super::read::lines_read;
use crate::level::source::{TextSpan, written};
use crate::level::spots::{SolutionSpots, Spots, WaterEntry, commands};
use crate::sim::Cell;

/// The spots of the file with this text.
pub(in crate::level) fn spots(text: &str) -> Spots {
    let mut spots = Spots::default();
    for (start, line) in lines_read(text) {
        match line.strip_prefix(':') {
            None if line.starts_with('%') => {}
            None => {
                if spots.rows.is_empty() {
                    spots.fields.push(("map".to_owned(), TextSpan::new(start, start + line.len())));
                }
                spots.rows.push(written(line, start).into_iter().map(|(_, span)| span).collect());
            }
            Some(meta) => {
                if let Some((name, value)) = meta.split_once('=') {
                    spots.meta(name, value, start + 2 + name.len());
                }
            }
        }
    }
    spots
}

impl Spots {
    /// A metadata line whose value begins at this byte.
    fn meta(&mut self, name: &str, value: &str, start: usize) {
        let span = TextSpan::new(start, start + value.len());
        let scrambled = name.strip_suffix(".code");
        let Some(key) = MetaKey::from_name(scrambled.unwrap_or(name)) else { return };
        match key {
            MetaKey::Tokens(ability) => self.tokens[ability as usize] = Some(span),
            MetaKey::Star => self.stars.push(span),
            MetaKey::Hint(_) => self.hints.push(span),
            MetaKey::Solution(_) => {
                let orders = if scrambled.is_some() { Vec::new() } else { commands(value, start) };
                self.solutions.push(SolutionSpots { whole: span, ends: None, orders });
            }
            MetaKey::Water => {
                let numbers: Vec<i32> = value.split(',').filter_map(|number| number.parse().ok()).collect();
                if let [x, y, amount] = numbers[..] {
                    self.water.push(WaterEntry { cell: Cell::new(x, y), amount, span });
                }
            }
            key => self.fields.extend(ron_name(key).map(|name| (name.to_owned(), span))),
        }
    }
}

/// What RON calls the field of this key.
fn ron_name(key: MetaKey) -> Option<&'static str> {
    Some(match key {
        MetaKey::Text(TextKey::Name) => "name",
        MetaKey::Text(TextKey::Description) => "about",
        MetaKey::Text(TextKey::AuthorName) => "author",
        MetaKey::Text(TextKey::AuthorUrl) => "author_url",
        MetaKey::Text(TextKey::Music) => "music",
        MetaKey::Count(CountKey::NumRabbits) => "rabbits",
        MetaKey::Count(CountKey::NumToSave) => "save",
        MetaKey::RabbitDelay => "delay",
        MetaKey::Count(CountKey::NumSaved) => "saved",
        MetaKey::Count(CountKey::NumKilled) => "killed",
        MetaKey::Count(CountKey::NumWaiting) => "waiting",
        MetaKey::Count(CountKey::RabbitIndexCount) => "last_index",
        MetaKey::VoidMarkerStyle => "edge",
        _ => return None,
    })
}
