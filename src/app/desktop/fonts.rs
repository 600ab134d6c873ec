//! Fonts of the system, searched for characters that ours lacks. That takes milliseconds a font, so a thread does it.

use ab_glyph::{Font as _, FontArc, FontRef, FontVec};
use fontdb::{Database, FaceInfo, ID, Stretch, Style, Weight};
use log::{info, warn};

use crate::app::worker::Worker;

/// A font, and which of the wanted characters it has.
pub struct FoundFont {
    pub font: FontArc,
    pub characters: Vec<char>,
}

/// Searches for characters.
pub type FontWorker = Worker<Vec<char>, Vec<FoundFont>>;

/// Starts the thread, which reads the list of fonts first.
pub fn start() -> FontWorker {
    Worker::start("fonts", SystemFonts::load, |fonts, wanted| fonts.search(wanted))
}

struct SystemFonts {
    database: Database,
    /// All faces, those first that are preferred.
    faces: Vec<ID>,
}

impl SystemFonts {
    fn load() -> SystemFonts {
        let mut database = Database::new();
        database.load_system_fonts();
        let mut faces: Vec<&FaceInfo> = database.faces().collect();
        faces.sort_by_cached_key(|face| oddity(face));
        let faces: Vec<ID> = faces.into_iter().map(|face| face.id).collect();
        info!("the system has {} fonts", faces.len());
        SystemFonts { database, faces }
    }

    /// The fewest fonts, more or less, that have all of these characters.
    fn search(&mut self, mut wanted: Vec<char>) -> Vec<FoundFont> {
        let mut found = Vec::new();
        for index in 0..self.faces.len() {
            if wanted.is_empty() {
                break;
            }
            let Some(font) = self.read(self.faces[index], &wanted) else { continue };
            wanted.retain(|character| !font.characters.contains(character));
            found.push(font);
            // The next characters are likely to be of the same script.
            self.faces[..=index].rotate_right(1);
        }
        if !wanted.is_empty() {
            warn!("no font of the system has {wanted:?}");
        }
        found
    }

    /// The font, if it has outlines for any of these characters. Some fonts have pictures of other kinds.
    fn read(&self, face: ID, wanted: &[char]) -> Option<FoundFont> {
        self.database.with_face_data(face, |data, index| {
            let font = FontRef::try_from_slice_and_index(data, index).ok()?;
            let has_outline = |character: &char| {
                let glyph = font.glyph_id(*character);
                glyph.0 != 0 && font.outline(glyph).is_some()
            };
            let characters: Vec<char> = wanted.iter().copied().filter(has_outline).collect();
            if characters.is_empty() {
                return None;
            }
            let font = FontVec::try_from_vec_and_index(data.to_vec(), index).ok()?;
            Some(FoundFont { font: FontArc::new(font), characters })
        })?
    }
}

/// How far a face is from a plain one of even weight without serifs; the least is preferred.
fn oddity(face: &FaceInfo) -> (bool, bool, bool, bool, u16, String) {
    let has_serifs = !face.families.iter().any(|(family, _)| family.contains("Sans"));
    let weight = face.weight.0.abs_diff(Weight::NORMAL.0);
    let (slanted, stretched) = (face.style != Style::Normal, face.stretch != Stretch::Normal);
    (slanted, stretched, face.monospaced, has_serifs, weight, face.post_script_name.clone())
}
