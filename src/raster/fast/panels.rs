//! Pictures of the front layer's opaque panels: nothing behind them is seen, so their pixels depend on that layer
//! alone. What stays the same from frame to frame is copied, instead of painting panels, buttons and words again.

use std::ops::Range;
use std::sync::Arc;

use super::display_list::DisplayList;
use super::occlusion::visible_parts;
use crate::raster::bitmap::Bitmap;
use crate::raster::frame::Frame;
use crate::raster::region::{area, intersect};
use crate::scene::Rect;

/// Pictures of what a frame shows in rectangles that do not overlap.
pub struct PanelPictures {
    places: Vec<PanelPlace>,
    /// Panel by panel, row by row.
    pixels: Vec<u32>,
}

/// Where a panel is in the frame, and where its pixels begin.
struct PanelPlace {
    panel: Rect,
    start: usize,
}

/// Pictures of panels of which some parts may have changed since.
pub struct CopiedPanels {
    pictures: PanelPictures,
    changed: Vec<Rect>,
    /// What is copied: parts of panels, each with the index of its panel.
    parts: Vec<(Rect, usize)>,
}

impl PanelPlace {
    /// Where the pixels of a part of the panel are: its first row begins at this index, and in each row it has these
    /// columns.
    fn pixels_of(&self, part: Rect) -> (usize, Range<usize>) {
        let columns = (part.x - self.panel.x) as usize..(part.right() - self.panel.x) as usize;
        (self.start + (part.y - self.panel.y) as usize * self.width(), columns)
    }

    /// Pixels of a row.
    fn width(&self) -> usize {
        self.panel.width as usize
    }
}

impl PanelPictures {
    /// The panels of a front layer, from a frame that was painted by it.
    pub fn new(front: &DisplayList, bitmaps: &[Arc<Bitmap>], frame: &Frame) -> PanelPictures {
        let panels = panels(front, bitmaps);
        let mut pixels = Vec::with_capacity(panels.iter().map(|panel| area(*panel)).sum::<u64>() as usize);
        let mut places = Vec::with_capacity(panels.len());
        for panel in panels {
            places.push(PanelPlace { panel, start: pixels.len() });
            rows(frame, panel).for_each(|row| pixels.extend_from_slice(row));
        }
        PanelPictures { places, pixels }
    }
}

impl CopiedPanels {
    /// The pictures for a front layer that paints something else in these rectangles. None if it has other panels.
    pub fn new(
        pictures: PanelPictures,
        front: &DisplayList,
        bitmaps: &[Arc<Bitmap>],
        changed: Vec<Rect>,
    ) -> Option<CopiedPanels> {
        if !pictures.places.iter().map(|place| place.panel).eq(panels(front, bitmaps)) {
            return None;
        }
        let unchanged = |(index, place): (usize, &PanelPlace)| {
            visible_parts(place.panel, &changed).into_iter().map(move |part| (part, index))
        };
        let parts = pictures.places.iter().enumerate().flat_map(unchanged).collect();
        Some(CopiedPanels { pictures, changed, parts })
    }

    /// What is copied, in rectangles that do not overlap.
    pub fn rects(&self) -> impl Iterator<Item = Rect> {
        self.parts.iter().map(|(part, _)| *part)
    }

    /// What is copied in a rectangle, each part with its rows of pixels.
    pub fn parts(&self, clip: Rect) -> impl Iterator<Item = (Rect, impl Iterator<Item = &[u32]>)> {
        let PanelPictures { places, pixels } = &self.pictures;
        self.parts.iter().filter_map(move |(part, index)| {
            let (place, part) = (&places[*index], intersect(*part, clip)?);
            let (start, columns) = place.pixels_of(part);
            let rows = pixels[start..].chunks_exact(place.width()).take(part.height as usize);
            Some((part, rows.map(move |row| &row[columns.clone()])))
        })
    }

    /// The pictures as of this frame, in which what has changed was painted.
    pub fn update(self, frame: &Frame) -> PanelPictures {
        let PanelPictures { places, mut pixels } = self.pictures;
        for place in &places {
            for part in self.changed.iter().filter_map(|changed| intersect(*changed, place.panel)) {
                let (start, columns) = place.pixels_of(part);
                let kept = pixels[start..].chunks_exact_mut(place.width());
                kept.zip(rows(frame, part)).for_each(|(kept, row)| kept[columns.clone()].copy_from_slice(row));
            }
        }
        PanelPictures { places, pixels }
    }
}

/// The panels of a front layer, as rectangles that do not overlap.
fn panels(front: &DisplayList, bitmaps: &[Arc<Bitmap>]) -> Vec<Rect> {
    let mut panels: Vec<Rect> = Vec::new();
    for panel in front.occluders(bitmaps) {
        let parts = visible_parts(panel, &panels);
        panels.extend(parts);
    }
    panels
}

/// The rows of a rectangle in a frame.
fn rows(frame: &Frame, rect: Rect) -> impl Iterator<Item = &[u32]> {
    let columns = rect.x as usize..rect.right() as usize;
    let rows = frame.pixels().chunks_exact(frame.width() as usize);
    rows.skip(rect.y as usize).take(rect.height as usize).map(move |row| &row[columns.clone()])
}
