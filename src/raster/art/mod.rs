//! The art: vector drawings from `assets/`, rasterized at any size.
//!
//! A picture that does not move is one SVG file, `stills/<name>.svg`; its view box says what it covers. A picture that
//! moves is an entry of a file in `movements/`: it turns, shifts and scales the parts that `parts.ron` joins to
//! figures, and that are drawn in `parts/*.svg`. A tile is composed from `tiles/*.svg`, as its neighbours ask for.
//! Lengths are in hundredths of a cell, from the top left corner of the cell in which the sprite stands.
//!
//! All files are read and checked at once; after that no drawing can fail.
//!
//! The files in reading order: `drawing`, one SVG file; `colors`, its colours by palette and skin; `pose`, `figure` and
//! `movement`, what moves; `tile`, what is composed; `shade`, what is computed; `icon`, the program's own.

mod colors;
mod drawing;
mod error;
mod figure;
mod icon;
mod movement;
mod pose;
mod ron_file;
mod shade;
mod tile;

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use tiny_skia::{Pixmap, Transform};

pub use crate::look::Antialias;
use crate::look::Palette;
use crate::scene::{FRAMES, Facing, Picture, PictureKind, Sprite};
use drawing::SvgDrawing;
pub use error::ArtError;
use figure::Figure;
pub use icon::icon;
use movement::Movement;
use tile::{Recipe, TileParts};

/// Lengths in the drawings are hundredths of a cell's side.
const UNITS: f32 = 100.0;

/// The folders of drawings and movements, which are embedded in the binary.
static FOLDERS: [(&str, Dir<'_>); 4] = [
    ("movements", include_dir!("$CARGO_MANIFEST_DIR/assets/movements")),
    ("parts", include_dir!("$CARGO_MANIFEST_DIR/assets/parts")),
    ("stills", include_dir!("$CARGO_MANIFEST_DIR/assets/stills")),
    ("tiles", include_dir!("$CARGO_MANIFEST_DIR/assets/tiles")),
];
const PARTS: (&str, &str) = ("parts.ron", include_str!("../../../assets/parts.ron"));

/// A rectangle in tiles, relative to the top left corner of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TileRect {
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
}

/// All drawings and movements.
pub struct Art {
    figure: Figure,
    tiles: TileParts,
    /// In the order of [`Picture::ALL`].
    pictures: Vec<Depiction>,
}

/// How a picture is drawn.
enum Depiction {
    Still(Box<SvgDrawing>),
    Moving(Movement),
    Tile(Recipe),
}

impl Art {
    /// The art in the binary, in the colours of a palette.
    ///
    /// # Errors
    /// When a drawing, a part or a movement is missing or cannot be read. A test checks that none is.
    pub fn shipped(palette: Palette) -> Result<Art, ArtError> {
        let files = FOLDERS.iter().flat_map(|(folder, dir)| {
            dir.files().filter_map(move |file| {
                let path = format!("{folder}/{}", file.path().to_str()?);
                Some((path, file.contents_utf8()?))
            })
        });
        let files: Vec<_> = files.collect();
        Art::parse(files.iter().map(|(path, text)| (path.as_str(), *text)).chain([PARTS]), palette)
    }

    /// Art from texts, each with its path relative to `assets/`: for themes and tests with drawings of their own.
    ///
    /// # Errors
    /// As for [`Art::shipped`]; the first fault found.
    pub fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>, palette: Palette) -> Result<Art, ArtError> {
        let files: BTreeMap<&str, &str> = files.into_iter().collect();
        let text = |path: &str| files.get(path).copied().ok_or_else(|| ArtError::FileMissing(path.into()));

        let figure = Figure::parse(text("parts.ron")?, text, palette)?;
        let mut movements = BTreeMap::new();
        for (path, ron) in files.iter().filter(|(path, _)| path.starts_with("movements/")) {
            for (name, movement) in movement::parse(path, ron, &figure)? {
                if movements.insert(name.clone(), movement).is_some() {
                    return Err(ArtError::PictureTwice(name));
                }
            }
        }
        let pictures = Picture::ALL.iter().map(|picture| {
            let name = picture.name();
            match picture.kind() {
                PictureKind::Still => {
                    let path = format!("stills/{name}.svg");
                    Ok(Depiction::Still(Box::new(SvgDrawing::parse(&path, text(&path)?, palette)?)))
                }
                PictureKind::Moving => {
                    movements.remove(name).map(Depiction::Moving).ok_or_else(|| ArtError::PictureMissing(name.into()))
                }
                PictureKind::Tile => {
                    Recipe::of(*picture).map(Depiction::Tile).ok_or_else(|| ArtError::RecipeMissing(name.into()))
                }
            }
        });
        let pictures = pictures.collect::<Result<_, _>>()?;
        let art = Art { pictures, figure, tiles: TileParts::parse(text, palette)? };
        if let Some(name) = movements.into_keys().next() {
            return Err(ArtError::PictureUnknown(name));
        }
        colors::check_used(&art.drawings().flat_map(SvgDrawing::classes).copied().collect())?;
        Ok(art)
    }

    fn drawings(&self) -> impl Iterator<Item = &SvgDrawing> {
        let stills = self.pictures.iter().filter_map(|depiction| match depiction {
            Depiction::Still(drawing) => Some(&**drawing),
            Depiction::Moving(_) | Depiction::Tile(_) => None,
        });
        self.figure.drawings().chain(stills).chain(self.tiles.drawings())
    }

    /// What any frame of the picture may touch, facing right. Facing left it is mirrored about the vertical middle of
    /// the cell.
    pub fn bounds(&self, picture: Picture) -> TileRect {
        let [left, top, width, height] = self.extent(picture).map(|length| length / UNITS);
        TileRect { left, top, width, height }
    }

    /// The pixels that [`draw`](Art::draw) covers at `tile` pixels a tile: left and top relative to the cell's top left
    /// corner, width and height. These are the bounds, rounded outwards to whole pixels, and never empty.
    pub fn pixel_bounds(&self, sprite: Sprite, tile: u32) -> (i32, i32, u32, u32) {
        let [left, top, width, height] = self.extent(sprite.picture).map(|length| length * tile as f32 / UNITS);
        let (right, bottom) = ((left + width).ceil() as i32, (top + height).ceil() as i32);
        let (left, top) = (left.floor() as i32, top.floor() as i32);
        let (width, height) = ((right - left).max(1), (bottom - top).max(1));
        let left = match sprite.facing {
            Facing::Right => left,
            Facing::Left => tile as i32 - left - width,
        };
        (left, top, width as u32, height as u32)
    }

    /// The sprite at `tile` pixels a tile, premultiplied; it covers [`pixel_bounds`](Art::pixel_bounds). Frame *f*
    /// shows the movement at phase *f* / [`FRAMES`]: the first frame is its start, and its end is the start of the next
    /// movement. A frame beyond the last one wraps around.
    ///
    /// # Panics
    /// When the pixels do not fit into memory: beyond some 10,000 pixels a tile.
    pub fn draw(&self, sprite: Sprite, tile: u32, antialias: Antialias) -> Pixmap {
        let right = Sprite { facing: Facing::Right, ..sprite };
        let (left, top, width, height) = self.pixel_bounds(right, tile);
        let mut pixels = Pixmap::new(width, height).expect("pixel bounds are never empty");
        let scale = tile as f32 / UNITS;
        let to_pixels = Transform::from_row(scale, 0.0, 0.0, scale, -left as f32, -top as f32);
        match self.depiction(sprite.picture) {
            Depiction::Still(drawing) => drawing.draw(sprite.skin, antialias, to_pixels, &mut pixels.as_mut()),
            Depiction::Moving(movement) => {
                let phase = f32::from(sprite.frame % FRAMES) / f32::from(FRAMES);
                let pose = movement.pose(phase);
                self.figure.draw(&pose, sprite.skin, antialias, to_pixels, &mut pixels);
            }
            Depiction::Tile(recipe) => self.tiles.draw(*recipe, sprite.frame, antialias, to_pixels, &mut pixels),
        }
        if sprite.facing == Facing::Left {
            mirror(&mut pixels);
        }
        pixels
    }

    fn depiction(&self, picture: Picture) -> &Depiction {
        &self.pictures[picture as usize]
    }

    /// The bounds in hundredths of a tile, which are exact, so that rounding them outwards is too.
    fn extent(&self, picture: Picture) -> [f32; 4] {
        match self.depiction(picture) {
            Depiction::Still(drawing) => drawing.view_box(),
            Depiction::Moving(movement) => movement.bounds(),
            Depiction::Tile(recipe) => self.tiles.view_box(*recipe),
        }
    }
}

/// Reverses each row. Pixels are mirrored, and not shapes, so that both ways look exactly alike.
fn mirror(pixels: &mut Pixmap) {
    let width = pixels.width() as usize;
    pixels.pixels_mut().chunks_exact_mut(width).for_each(<[_]>::reverse);
}
