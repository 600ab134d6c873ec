//! The board: a world, seen through a camera, as items from back to front. Cells outside the camera's window are left
//! out.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::camera::Camera;
use super::crowd::draw_crowds;
use super::fires::{ashes, flames, glow};
use super::geometry::Point;
use super::ground::{GroundMaps, bridge_kind, kind};
use super::item::Item;
use super::motion::{ON_SLOPE, frame, rabbit_motion};
use super::page::draw_page;
use super::scenery::Scenery;
use super::signs::draw_signs;
use super::splash::{rabbit_splash, token_splash};
use super::sprite::{Picture, Sprite};
use super::tiles::{TILE_REACH, Tileset};
use super::water::WaterView;
use crate::sim::{Ability, Cell, Rabbit, SmallStep, State, Thing, ThingKind, Token, TokenState, World};

/// Appends the items of the board. `phase` is the elapsed part of the step, 0 to 1.
pub fn draw_board(world: &World, scenery: Scenery, camera: &Camera, phase: f32, items: &mut Vec<Item>) {
    BoardCache::default().draw_board(world, scenery, camera, phase, items);
}

/// What need not be made for every frame, for those who draw a world again and again: the maps of its ground until that
/// changes, and its water until a step or the camera changes it.
#[derive(Debug, Clone, Default)]
pub struct BoardCache {
    ground: RefCell<Option<GroundMaps>>,
    water: RefCell<Option<WaterView>>,
}

impl BoardCache {
    /// As [`draw_board`].
    pub fn draw_board(&self, world: &World, scenery: Scenery, camera: &Camera, phase: f32, items: &mut Vec<Item>) {
        let board = Board { world, camera, phase, visible: visible_cells(world, camera) };
        draw_page(world, scenery, camera, items);
        board.ground(&mut self.ground.borrow_mut(), items);
        board.younger_planks(items);
        board.ashes(items);
        board.things(items);
        board.rabbits(items);
        board.water(&mut self.water.borrow_mut(), items);
        board.splashes(items);
        board.fires(items);
        board.placed(items);
        board.labels(items);
    }
}

/// Appends what hides behind another rabbit or cannot be seen: how many share a cell, and what they have learnt.
pub fn draw_labels(world: &World, camera: &Camera, phase: f32, items: &mut Vec<Item>) {
    Board { world, camera, phase, visible: visible_cells(world, camera) }.labels(items);
}

/// The picture of a token.
pub const fn token_picture(ability: Ability) -> Picture {
    match ability {
        Ability::Bash => Picture::TokenBash,
        Ability::Dig => Picture::TokenDig,
        Ability::Bridge => Picture::TokenBridge,
        Ability::Block => Picture::TokenBlock,
        Ability::Climb => Picture::TokenClimb,
        Ability::Explode => Picture::TokenExplode,
        Ability::Brolly => Picture::TokenBrolly,
    }
}

/// The cells whose sprites may be visible in the window.
struct VisibleCells {
    columns: Range<i32>,
    rows: Range<i32>,
}

impl VisibleCells {
    fn contains(&self, cell: Cell) -> bool {
        self.columns.contains(&cell.x) && self.rows.contains(&cell.y)
    }
}

fn visible_cells(world: &World, camera: &Camera) -> VisibleCells {
    let window = camera.window();
    let first = camera.pixel_to_cell(Point::new(window.x as f32, window.y as f32));
    let last = camera.pixel_to_cell(Point::new(window.right() as f32, window.bottom() as f32));
    VisibleCells {
        columns: (first.x - TILE_REACH).max(-TILE_REACH)..(last.x + TILE_REACH + 1).min(world.width() + TILE_REACH),
        rows: (first.y - TILE_REACH).max(-TILE_REACH)..(last.y + TILE_REACH + 1).min(world.height() + TILE_REACH),
    }
}

struct Board<'a> {
    world: &'a World,
    camera: &'a Camera,
    phase: f32,
    visible: VisibleCells,
}

impl Board<'_> {
    fn ground(&self, last: &mut Option<GroundMaps>, items: &mut Vec<Item>) {
        let known = last.take().map(|maps| maps.updated(self.world));
        let maps = last.insert(known.unwrap_or_else(|| GroundMaps::new(self.world)));
        let (at, tile) = (self.camera.origin(), self.camera.tile());
        let layers = maps.layers().iter().filter(|tiles| tiles.rows() > 0);
        items.extend(layers.map(|tiles| Item::Tiles { tiles: Arc::clone(tiles), at, tile }));
    }

    fn water(&self, last: &mut Option<WaterView>, items: &mut Vec<Item>) {
        let known = last.take().filter(|view| view.is_of(self.world, self.camera));
        let VisibleCells { columns, rows } = &self.visible;
        *last = known.or_else(|| WaterView::new(self.world, self.camera, columns.clone(), rows.clone()));
        if let Some(view) = last {
            view.draw(self.phase, items);
        }
    }

    /// Planks that lie over slopes, or end just outside the world.
    fn younger_planks(&self, items: &mut Vec<Item>) {
        for (cell, block) in self.world.younger_blocks().filter(|(cell, _)| self.visible.contains(*cell)) {
            if let Some(sprite) = Tileset::Blocks.sprite(kind(block)) {
                self.sprite(sprite, cell, 0.0, 0.0, 255, items);
            }
        }
    }

    fn ashes(&self, items: &mut Vec<Item>) {
        for (sprite, cell) in ashes(self.world).filter(|(_, cell)| self.visible.contains(*cell)) {
            self.sprite(sprite, cell, 0.0, 0.0, 255, items);
        }
    }

    fn things(&self, items: &mut Vec<Item>) {
        let is_entering =
            |rabbit: &&Rabbit| matches!(rabbit.state, State::EnteringExit | State::EnteringExitClimbing(_));
        let entered: BTreeSet<Cell> =
            self.world.rabbits().iter().filter(is_entering).map(|rabbit| rabbit.cell).collect();
        for thing in self.visible_things() {
            match thing.kind {
                ThingKind::Entrance(_) => {
                    self.sprite(Sprite::still(Picture::Entrance), thing.cell, 0.0, 0.0, 255, items);
                }
                ThingKind::Exit => {
                    let frame = if entered.contains(&thing.cell) { frame(self.phase) } else { 0 };
                    let sprite = Sprite { frame, ..Sprite::still(Picture::Exit) };
                    self.sprite(sprite, thing.cell, 0.0, 0.0, 255, items);
                }
                ThingKind::Pipe => self.sprite(Sprite::still(Picture::Pipe), thing.cell, 0.0, 0.0, 255, items),
                ThingKind::Token(token) => self.token(thing.cell, token, items),
                // Fires themselves are in front of rabbits.
                ThingKind::Fire(fire) => {
                    let (sprite, y, opacity) = glow(self.world, thing.cell, fire, self.phase);
                    self.sprite(sprite, thing.cell, 0.0, y, opacity, items);
                }
            }
        }
    }

    fn token(&self, cell: Cell, token: Token, items: &mut Vec<Item>) {
        let y = match token.state {
            TokenState::Still => 0.0,
            TokenState::OnSlope => -ON_SLOPE,
            TokenState::Falling => self.phase,
            TokenState::FallToSlope => (self.phase).min(1.0 - ON_SLOPE),
        };
        self.sprite(Sprite::still(token_picture(token.ability)), cell, 0.0, y, 255, items);
    }

    fn rabbits(&self, items: &mut Vec<Item>) {
        for rabbit in self.world.rabbits().iter().filter(|rabbit| self.visible.contains(rabbit.cell)) {
            self.growing_bridge(rabbit, items);
            let (sprite, x, y) = rabbit_motion(self.world, rabbit, self.phase);
            self.sprite(sprite, rabbit.cell, x, y, 255, items);
        }
    }

    fn labels(&self, items: &mut Vec<Item>) {
        let visible = || self.world.rabbits().iter().filter(|rabbit| self.visible.contains(rabbit.cell));
        for rabbit in visible() {
            draw_signs(self.world, rabbit, self.camera, self.phase, items);
        }
        draw_crowds(self.world, visible(), self.camera, self.phase, items);
    }

    /// The plank fades in during the third small step of a bridger.
    fn growing_bridge(&self, rabbit: &Rabbit, items: &mut Vec<Item>) {
        let State::Bridging(form, direction, SmallStep::Three) = rabbit.state else { return };
        let opacity = (self.phase * 2.0 * 255.0).min(255.0) as u8;
        if let Some(sprite) = Tileset::Blocks.sprite(bridge_kind(direction)) {
            self.sprite(sprite, form.plank_cell(rabbit.cell, direction), 0.0, 0.0, opacity, items);
        }
    }

    fn fires(&self, items: &mut Vec<Item>) {
        for thing in self.visible_things() {
            let ThingKind::Fire(fire) = thing.kind else { continue };
            let (sprite, y) = flames(self.world, thing.cell, fire, self.phase);
            self.sprite(sprite, thing.cell, 0.0, y, 255, items);
        }
    }

    fn splashes(&self, items: &mut Vec<Item>) {
        if self.world.waters().next().is_none() {
            return;
        }
        let rabbits = self.world.rabbits().iter().filter(|rabbit| self.visible.contains(rabbit.cell));
        let rabbits = rabbits.filter_map(|rabbit| rabbit_splash(self.world, rabbit));
        let tokens = self.visible_things().filter_map(|thing| token_splash(self.world, thing));
        for splash in rabbits.chain(tokens) {
            if let Some(phase) = splash.phase(self.phase) {
                let sprite = Sprite { frame: frame(phase), ..Sprite::still(Picture::Splash) };
                self.sprite(sprite, splash.cell, 0.0, -splash.surface, 255, items);
            }
        }
    }

    /// Tokens that the player placed since the last step. They do not move before the next one.
    fn placed(&self, items: &mut Vec<Item>) {
        for thing in self.world.placed() {
            if let ThingKind::Token(token) = thing.kind {
                self.token(thing.cell, token, items);
            }
        }
    }

    fn visible_things(&self) -> impl Iterator<Item = &Thing> {
        self.world.things().iter().filter(|thing| self.visible.contains(thing.cell))
    }

    /// A sprite, `x` and `y` tiles right of and below its cell.
    fn sprite(&self, sprite: Sprite, cell: Cell, x: f32, y: f32, opacity: u8, items: &mut Vec<Item>) {
        items.push(Item::Sprite { sprite, at: self.position(cell, x, y), tile: self.camera.tile(), opacity });
    }

    /// The pixel `x` and `y` tiles right of and below the top left corner of a cell.
    fn position(&self, cell: Cell, x: f32, y: f32) -> Point {
        let (left, top) = self.camera.cell_to_pixel(cell);
        let tile = self.camera.tile() as f32;
        Point::new(left as f32 + x * tile, top as f32 + y * tile)
    }
}
