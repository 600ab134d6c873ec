//! Text: one handwritten font, its glyphs kept as masks of coverage.

use std::collections::HashMap;
use std::rc::Rc;

use ab_glyph::{Font as _, FontRef, GlyphId, PxScale, ScaleFont as _, point};
use tiny_skia::Pixmap;

use super::hints::Antialias;
use crate::scene::{Align, Color, Rect};

/// Text is never made smaller than this, in pixels, to fit its place; it is cut off instead.
const SMALLEST: f32 = 8.0;

/// How much of each pixel a glyph covers, 255 for all of it.
struct Mask {
    left: i32,
    top: i32,
    width: usize,
    coverage: Vec<u8>,
}

/// The font, with the glyphs that were drawn so far.
pub struct Lettering {
    font: FontRef<'static>,
    masks: HashMap<(GlyphId, u32), Rc<Mask>>,
}

/// A change of text size that is too small to see is not worth another set of glyphs: sizes are quarters of a pixel.
const SIZES_A_PIXEL: f32 = 4.0;

/// Glyphs are few; should somebody resize text for hours, the masks are forgotten and made again.
const MOST_MASKS: usize = 4096;

impl Lettering {
    /// The font that travels in the binary.
    pub fn shipped() -> Lettering {
        let font = FontRef::try_from_slice(include_bytes!("../../assets/font/patrick-hand.ttf"))
            .expect("the font in the binary is a font");
        Lettering { font, masks: HashMap::new() }
    }

    /// Draws one line into the rectangle, smaller if it would not fit.
    #[expect(clippy::too_many_arguments, reason = "the parts of one text item, and where it goes")]
    pub fn draw(
        &mut self,
        target: &mut Pixmap,
        text: &str,
        rect: Rect,
        size: f32,
        align: Align,
        color: Color,
        antialias: Antialias,
    ) {
        let wanted = self.width(text, size);
        let fitting = if wanted > rect.width as f32 { size * rect.width as f32 / wanted } else { size };
        let size = (fitting.max(SMALLEST) * SIZES_A_PIXEL).floor() / SIZES_A_PIXEL;

        let width = self.width(text, size);
        let free = rect.width as f32 - width;
        let start = rect.x as f32
            + match align {
                Align::Left => 0.0,
                Align::Centre => free / 2.0,
                Align::Right => free,
            };
        let scaled = self.font.as_scaled(PxScale::from(size));
        let (ascent, height) = (scaled.ascent(), scaled.height());
        let baseline = (rect.y as f32 + (rect.height as f32 - height) / 2.0 + ascent).round() as i32;

        for (glyph, x) in self.line(text, size) {
            let mask = self.mask(glyph, size);
            blend_mask(target, &mask, (start + x).round() as i32, baseline, color, antialias);
        }
    }

    /// The glyphs of a line and how far right of its start each stands.
    fn line(&self, text: &str, size: f32) -> Vec<(GlyphId, f32)> {
        let font = self.font.as_scaled(PxScale::from(size));
        let mut pen = 0.0;
        let mut last = None;
        text.chars()
            .map(|character| {
                let glyph = font.glyph_id(character);
                if let Some(last) = last {
                    pen += font.kern(last, glyph);
                }
                let place = pen;
                pen += font.h_advance(glyph);
                last = Some(glyph);
                (glyph, place)
            })
            .collect()
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let font = self.font.as_scaled(PxScale::from(size));
        self.line(text, size).last().map_or(0.0, |(glyph, place)| place + font.h_advance(*glyph))
    }

    fn mask(&mut self, glyph: GlyphId, size: f32) -> Rc<Mask> {
        if self.masks.len() > MOST_MASKS {
            self.masks.clear();
        }
        let key = (glyph, (size * SIZES_A_PIXEL) as u32);
        let font = &self.font;
        self.masks.entry(key).or_insert_with(|| Rc::new(draw_mask(font, glyph, size))).clone()
    }
}

fn draw_mask(font: &FontRef<'static>, glyph: GlyphId, size: f32) -> Mask {
    let placed = glyph.with_scale_and_position(PxScale::from(size), point(0.0, 0.0));
    let Some(outline) = font.outline_glyph(placed) else {
        return Mask { left: 0, top: 0, width: 0, coverage: Vec::new() };
    };
    let bounds = outline.px_bounds();
    let (width, height) = (bounds.width() as usize, bounds.height() as usize);
    let mut coverage = vec![0; width * height];
    outline.draw(|x, y, covered| {
        let place = y as usize * width + x as usize;
        if let Some(value) = coverage.get_mut(place) {
            *value = (covered.clamp(0.0, 1.0) * 255.0).round() as u8;
        }
    });
    Mask { left: bounds.min.x as i32, top: bounds.min.y as i32, width, coverage }
}

/// Lays a colour over the target wherever the mask covers it.
fn blend_mask(target: &mut Pixmap, mask: &Mask, x: i32, y: i32, color: Color, antialias: Antialias) {
    let (width, height) = (target.width() as i32, target.height() as i32);
    if mask.width == 0 {
        return;
    }
    let data = target.data_mut();
    for (row, line) in mask.coverage.chunks_exact(mask.width).enumerate() {
        let py = y + mask.top + row as i32;
        if !(0..height).contains(&py) {
            continue;
        }
        for (column, &covered) in line.iter().enumerate() {
            let px = x + mask.left + column as i32;
            let covered = match antialias {
                Antialias::On => covered,
                Antialias::Off => u8::from(covered >= 128) * 255,
            };
            if covered == 0 || !(0..width).contains(&px) {
                continue;
            }
            let alpha = div_255(u32::from(covered) * u32::from(color.alpha));
            let place = (py as usize * width as usize + px as usize) * 4;
            let ink = [color.red, color.green, color.blue, 255];
            for (value, ink) in data[place..place + 4].iter_mut().zip(ink) {
                *value = div_255(u32::from(ink) * alpha + u32::from(*value) * (255 - alpha)) as u8;
            }
        }
    }
}

/// Exact rounded division by 255, for products of two bytes.
const fn div_255(product: u32) -> u32 {
    let rounded = product + 128;
    (rounded + (rounded >> 8)) >> 8
}
