//! The colours of a GIF: 255 that fit all of its frames, without dithering.
//!
//! Most pixels are paper, and few are pencil: by their number the lines would get no colours of their own and lose
//! their soft edges. So each colour counts by the square root of its pixels. Each entry of the table is a colour that
//! is in the pictures, the most frequent one of those nearest to it, so that paper stays exactly paper. Dithering would
//! dissolve lines into dots, and make noise of flat areas, which packs badly.

use color_quant::NeuQuant;
use rustc_hash::FxHashMap;

use crate::raster::Frame;

/// Colours of a table. The last index of a byte is left for pixels that do not change.
pub(super) const COLORS: usize = 255;

/// A pixel is copied at most so many times into the sample that the table is made of.
const MOST_COPIES: u32 = 256;

/// Red, green and blue.
type Rgb = [u8; 3];

/// Colours, and how many pixels have them.
#[derive(Debug, Default)]
pub(super) struct ColorCounts(FxHashMap<Rgb, u32>);

/// The table, and the index of each colour that was looked up before.
pub(super) struct ColorTable {
    colors: Vec<Rgb>,
    known: FxHashMap<Rgb, u8>,
}

impl ColorCounts {
    pub fn add(&mut self, frame: &Frame) {
        for &[red, green, blue, _] in frame.data().as_chunks().0 {
            *self.0.entry([red, green, blue]).or_default() += 1;
        }
    }

    pub fn table(&self) -> ColorTable {
        let mut counts: Vec<(Rgb, u32)> = self.0.iter().map(|(color, count)| (*color, *count)).collect();
        // Maps have no order; the table is to be the same every time.
        counts.sort_unstable();
        if counts.len() <= COLORS {
            return ColorTable::new(counts.into_iter().map(|(color, _)| color).collect());
        }
        let copies = |count: u32| count.isqrt().clamp(1, MOST_COPIES) as usize;
        let sample = counts.iter().flat_map(|(rgb, count)| [[rgb[0], rgb[1], rgb[2], 255]].repeat(copies(*count)));
        let quantized = NeuQuant::new(1, COLORS, &sample.collect::<Vec<_>>().concat());
        let mut rough = ColorTable::new(quantized.color_map_rgb().as_chunks().0.to_vec());
        let mut best: FxHashMap<u8, (u32, Rgb)> = FxHashMap::default();
        for (color, count) in counts {
            let entry = best.entry(rough.index(color)).or_insert((count, color));
            *entry = (*entry).max((count, color));
        }
        let mut colors: Vec<Rgb> = best.into_values().map(|(_, color)| color).collect();
        colors.sort_unstable();
        ColorTable::new(colors)
    }
}

impl ColorTable {
    fn new(colors: Vec<Rgb>) -> ColorTable {
        ColorTable { colors, known: FxHashMap::default() }
    }

    /// Three bytes for each colour.
    pub fn bytes(&self) -> Vec<u8> {
        self.colors.concat()
    }

    /// The index of the nearest colour.
    pub fn index(&mut self, color: Rgb) -> u8 {
        let ColorTable { colors, known } = self;
        *known.entry(color).or_insert_with(|| {
            let nearest = colors.iter().enumerate().min_by_key(|(_, other)| distance(color, **other));
            nearest.map_or(0, |(index, _)| index as u8)
        })
    }
}

/// The distance of two colours: of red, green and blue, the eye sees green best and blue least.
fn distance(one: Rgb, other: Rgb) -> i32 {
    let square = |channel: usize| (i32::from(one[channel]) - i32::from(other[channel])).pow(2);
    3 * square(0) + 6 * square(1) + square(2)
}
