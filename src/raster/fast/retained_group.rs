//! The draw commands of a group of items, made once for all frames that show it.

use std::sync::Arc;

use super::draw_command::{Blit, DrawCommand, Paint};
use super::drawn_shapes::DrawnShape;
use crate::raster::atlas::Atlas;
use crate::raster::bitmap::Bitmap;
use crate::raster::bitmap_cache::{BitmapIndex, SizedSprites};
use crate::scene::{Item, ItemGroup, Rect};

/// A group of which every sprite was cached.
#[derive(PartialEq)]
pub struct RetainedGroup {
    group: ItemGroup,
    frame: Rect,
    /// They refer to `bitmaps`.
    commands: Vec<DrawCommand>,
    bitmaps: Vec<Arc<Bitmap>>,
    sprites: SizedSprites,
    /// What may be drawn again in the group that comes after it.
    pub shapes: Vec<Arc<DrawnShape>>,
}

impl RetainedGroup {
    /// The commands of a group, which refer to `listed`, in a frame like this. None if they need more than bitmaps.
    pub fn new(
        group: &ItemGroup,
        frame: Rect,
        commands: &[DrawCommand],
        listed: &[Arc<Bitmap>],
        shapes: &[Arc<DrawnShape>],
    ) -> Option<RetainedGroup> {
        let mut bitmaps = Vec::with_capacity(commands.len());
        let retained = commands.iter().map(|command| match command.paint {
            Paint::Color(_) => Some(*command),
            Paint::Bitmap(blit) => {
                bitmaps.push(Arc::clone(&listed[blit.index as usize]));
                let index = (bitmaps.len() - 1) as BitmapIndex;
                Some(DrawCommand { paint: Paint::Bitmap(Blit { index, ..blit }), ..*command })
            }
            Paint::Paper(_) | Paint::Grid(_) => None,
        });
        let commands = retained.collect::<Option<Vec<DrawCommand>>>()?;
        let sprites = group.items().iter().filter_map(|item| match item {
            Item::Sprite { sprite, tile, .. } => Some((*sprite, *tile)),
            _ => None,
        });
        let (group, sprites, shapes) = (group.clone(), sprites.collect(), shapes.to_vec());
        Some(RetainedGroup { group, frame, commands, bitmaps, sprites, shapes })
    }

    /// Whether they are the commands of this very group, in a frame like this.
    pub fn is_of(&self, group: &ItemGroup, frame: Rect) -> bool {
        self.group.is_clone_of(group) && self.frame == frame
    }

    /// The commands in a frame that lists their bitmaps too.
    pub fn listed(&self, atlas: &mut Atlas) -> impl Iterator<Item = DrawCommand> {
        atlas.draw_retained(&self.sprites);
        let first = atlas.list(&self.bitmaps);
        self.commands.iter().map(move |command| match command.paint {
            Paint::Bitmap(blit) => {
                let blit = Blit { index: first + blit.index, ..blit };
                DrawCommand { paint: Paint::Bitmap(blit), ..*command }
            }
            Paint::Color(_) | Paint::Paper(_) | Paint::Grid(_) => *command,
        })
    }
}
