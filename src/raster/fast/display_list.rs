//! The display list of a frame: a draw command for each item, with what it is painted with.

use std::sync::Arc;

use super::draw_command::{Blit, DrawCommand, Paint};
use super::drawn_shapes::{DrawnBefore, DrawnShape};
use super::grid::Grid;
use super::occlusion::MIN_CULLED_AREA;
use super::placed_tiles::PlacedTiles;
use super::retained_group::RetainedGroup;
use crate::raster::atlas::Atlas;
use crate::raster::bitmap::Bitmap;
use crate::raster::bitmap_cache::BitmapIndex;
use crate::raster::paper::{Paper, PaperLine};
use crate::raster::pixel::premultiplied;
use crate::raster::polygon::Polygon;
use crate::raster::region::{area, intersect};
use crate::scene::{Item, ItemGroup, Rect};

/// The draw commands of all items that touch the frame, back to front.
#[derive(Default, PartialEq)]
pub struct DisplayList {
    pub commands: Vec<DrawCommand>,
    pub sheets: Vec<Arc<Sheet>>,
    pub grids: Vec<Grid>,
    groups: Vec<Arc<RetainedGroup>>,
    shapes: Vec<Arc<DrawnShape>>,
    /// The frame that the shapes were clipped to.
    frame: Rect,
}

/// Graph paper as rows of pixels: for each tone of its wash that is seen, one for each kind of row.
#[derive(PartialEq)]
pub struct Sheet {
    paper: Paper,
    bounds: Rect,
    first_tone: u8,
    tones: Vec<[Vec<u32>; 3]>,
}

impl DisplayList {
    /// The commands for these items; `last` are those of the frame before. Items outside of the frame have none.
    pub fn new<'a>(
        items: impl IntoIterator<Item = &'a Item>,
        last: &DisplayList,
        frame: Rect,
        atlas: &mut Atlas,
    ) -> DisplayList {
        let items = items.into_iter();
        let commands = Vec::with_capacity(items.size_hint().0);
        let mut list = DisplayList { commands, frame, ..DisplayList::default() };
        let mut drawn = DrawnBefore::new(if last.frame == frame { &last.shapes } else { &[] });
        for item in items {
            list.push(item, last, &mut drawn, atlas);
        }
        list
    }

    /// Takes what it holds itself from the frame's bitmaps, once all of them are made.
    pub fn settle(&mut self, made: &[Arc<Bitmap>]) {
        self.grids.iter_mut().for_each(|grid| grid.settle(made));
    }

    /// The large opaque rectangles of the commands.
    pub fn occluders(&self, bitmaps: &[Arc<Bitmap>]) -> Vec<Rect> {
        let occluders = self.commands.iter().filter_map(|command| command.occluder(bitmaps));
        occluders.filter(|occluder| area(*occluder) >= MIN_CULLED_AREA).collect()
    }

    fn push(&mut self, item: &Item, last: &DisplayList, drawn: &mut DrawnBefore, atlas: &mut Atlas) {
        let frame = self.frame;
        match item {
            Item::Fill { rect, color } => {
                let Some(bounds) = intersect(*rect, frame) else { return };
                self.commands.push(DrawCommand { bounds, paint: Paint::Color(premultiplied(*color)) });
            }
            Item::Paper { rect, origin, tile, wash } => {
                let Some(bounds) = intersect(*rect, frame) else { return };
                self.commands.push(DrawCommand { bounds, paint: Paint::Paper(self.sheets.len() as u32) });
                let paper = Paper::new(*origin, *tile, *wash);
                let known = last.sheets.iter().find(|sheet| sheet.is_of(paper, bounds));
                self.sheets.push(known.cloned().unwrap_or_else(|| Arc::new(Sheet::new(paper, bounds))));
            }
            Item::Sprite { sprite, at, tile, opacity } => {
                let index = atlas.sprite(*sprite, *tile);
                let at = (rounded(at.x), rounded(at.y));
                self.push_bitmap(index, at, *opacity, atlas);
            }
            Item::Tiles { tiles, at, tile } => {
                let tile = (*tile).clamp(1, i32::MAX as u32) as i32;
                let placed = PlacedTiles { tiles: Arc::clone(tiles), at: *at, tile, frame };
                let Some(grid) = Grid::new(placed, &last.grids, atlas) else { return };
                let Some(bounds) = intersect(grid.bounds(), frame) else { return };
                self.commands.push(DrawCommand { bounds, paint: Paint::Grid(self.grids.len() as u32) });
                self.grids.push(grid);
            }
            Item::Group(group) => match last.groups.iter().find(|retained| retained.is_of(group, frame)) {
                Some(retained) => {
                    self.commands.extend(retained.listed(atlas));
                    self.shapes.extend_from_slice(&retained.shapes);
                    self.groups.push(Arc::clone(retained));
                }
                None => self.push_group(group, last, drawn, atlas),
            },
            Item::Polygon { .. } | Item::Panel { .. } | Item::Text { .. } => {
                let known = drawn.find(item);
                let Some(shape) = known.or_else(|| DrawnShape::new(item, frame, atlas).map(Arc::new)) else { return };
                let index = atlas.list(std::slice::from_ref(&shape.bitmap));
                self.push_bitmap(index, shape.at, 255, atlas);
                self.shapes.push(shape);
            }
        }
    }

    /// Appends the items of a group; the next frame that shows it takes over what they were drawn as.
    fn push_group(&mut self, group: &ItemGroup, last: &DisplayList, drawn: &mut DrawnBefore, atlas: &mut Atlas) {
        let (frame, missing) = (self.frame, atlas.missing_sprites());
        let (first, first_shape) = (self.commands.len(), self.shapes.len());
        let placed = group.items().iter().filter_map(|item| match item {
            Item::Polygon { corners, color } => Some(Polygon::new(corners, *color, frame)),
            _ => None,
        });
        let placed: Vec<Option<(Polygon, (i32, i32))>> = placed.collect();
        let seen: Vec<&Polygon> = placed.iter().flatten().map(|(polygon, _)| polygon).collect();
        let (mut bitmaps, mut placed) = (atlas.polygons(&seen).into_iter(), placed.iter());
        for item in group.items() {
            if !matches!(item, Item::Polygon { .. }) {
                self.push(item, last, drawn, atlas);
            } else if let Some((_, corner)) = placed.next().and_then(Option::as_ref)
                && let Some(bitmap) = bitmaps.next()
            {
                let index = atlas.list(std::slice::from_ref(&bitmap));
                self.push_bitmap(index, *corner, 255, atlas);
            }
        }
        if atlas.missing_sprites() == missing {
            let (commands, shapes) = (&self.commands[first..], &self.shapes[first_shape..]);
            let retained = RetainedGroup::new(group, frame, commands, atlas.bitmaps(), shapes);
            self.groups.extend(retained.map(Arc::new));
        }
    }

    fn push_bitmap(&mut self, index: BitmapIndex, at: (i32, i32), opacity: u8, atlas: &Atlas) {
        let rect = atlas.bitmaps()[index as usize].bounds_at(at);
        if let Some(bounds) = intersect(rect, self.frame) {
            let blit = Blit { index, corner: (rect.x, rect.y), opacity };
            self.commands.push(DrawCommand { bounds, paint: Paint::Bitmap(blit) });
        }
    }
}

/// The nearest whole number. Most sprites stand on one, and `round` is much slower than this test for it.
fn rounded(coordinate: f32) -> i32 {
    let whole = coordinate as i32;
    if whole as f32 == coordinate { whole } else { coordinate.round() as i32 }
}

impl Sheet {
    fn new(paper: Paper, bounds: Rect) -> Sheet {
        let (first_tone, last_tone) = (paper.tone(bounds.y), paper.tone(bounds.bottom() - 1));
        let width = bounds.width as usize;
        // What lies on a tile repeats itself.
        let columns: Vec<PaperLine> =
            (bounds.x..bounds.right()).take(paper.tile() as usize).map(|x| paper.column(x)).collect();
        let tones = (first_tone..=last_tone).map(|tone| {
            PaperLine::ALL.map(|row| {
                let colors = paper.row_colors(row, tone);
                let mut pixels = Vec::with_capacity(width);
                pixels.extend(columns.iter().map(|column| colors[*column as usize]));
                while pixels.len() < width {
                    pixels.extend_from_within(..pixels.len().min(width - pixels.len()));
                }
                pixels
            })
        });
        Sheet { paper, bounds, first_tone, tones: tones.collect() }
    }

    /// Whether it shows this paper in this rectangle.
    fn is_of(&self, paper: Paper, bounds: Rect) -> bool {
        (self.paper, self.bounds) == (paper, bounds)
    }

    pub fn paper(&self) -> Paper {
        self.paper
    }

    /// The pixels of row `y`, columns `start..end` of the frame.
    #[inline(always)]
    pub fn row(&self, y: i32, start: i32, end: i32) -> &[u32] {
        let row = &self.tones[usize::from(self.paper.tone(y) - self.first_tone)][self.paper.row(y) as usize];
        &row[(start - self.bounds.x) as usize..(end - self.bounds.x) as usize]
    }
}
