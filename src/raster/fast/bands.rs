//! Which draw commands lie on which band of the frame, and which parts of the region are painted there.

use std::ops::RangeInclusive;

use super::display_list::DisplayList;
use crate::raster::region::Region;
use crate::scene::Rect;

/// How a frame is cut into bands.
#[derive(Debug, Clone, Copy)]
pub struct BandHeight {
    /// Rows of pixels in each band but the last one, as a power of two: so a shift tells the band of a row.
    exponent: u32,
}

/// For each band the indices of its commands, back to front, and of the region's rectangles.
pub struct Bands {
    commands: ByBand,
    rects: ByBand,
}

/// Indices, sorted by band.
struct ByBand {
    /// For each band where its indices start, and last the number of all.
    starts: Vec<u32>,
    indices: Vec<u32>,
}

impl BandHeight {
    /// At most so many rows.
    pub fn at_most(rows: usize) -> BandHeight {
        BandHeight { exponent: rows.max(1).ilog2() }
    }

    pub const fn rows(self) -> usize {
        1 << self.exponent
    }

    /// The bands that a rectangle of the frame touches.
    fn touching(self, rect: Rect) -> RangeInclusive<usize> {
        rect.y as usize >> self.exponent..=(rect.bottom() as usize - 1) >> self.exponent
    }
}

impl Bands {
    /// The bands of a frame of so many rows. A band outside of the region has no commands.
    pub fn new(list: &DisplayList, region: &Region, height: BandHeight, rows: usize) -> Bands {
        let count = rows.div_ceil(height.rows());
        let rects = ByBand::new(count, region.rects().iter().map(|rect| height.touching(*rect)), |_| true);
        let commands = list.commands.iter().map(|command| height.touching(command.bounds));
        let commands = ByBand::new(count, commands, |band| !rects.of(band).is_empty());
        Bands { commands, rects }
    }

    pub fn commands(&self, band: usize) -> &[u32] {
        self.commands.of(band)
    }

    pub fn rects(&self, band: usize) -> &[u32] {
        self.rects.of(band)
    }
}

impl ByBand {
    /// A counting sort: counts the indices of each band, sums up the starts, then fills in. Bands that are not wanted
    /// get none.
    fn new(
        count: usize,
        bands: impl Iterator<Item = RangeInclusive<usize>> + Clone,
        is_wanted: impl Fn(usize) -> bool,
    ) -> ByBand {
        let mut starts = vec![0; count + 1];
        for band in bands.clone().flatten().filter(|band| is_wanted(*band)) {
            starts[band + 1] += 1;
        }
        for band in 0..count {
            starts[band + 1] += starts[band];
        }
        let mut next = starts.clone();
        let mut indices = vec![0; starts[count] as usize];
        for (index, bands) in (0..).zip(bands) {
            for band in bands.filter(|band| is_wanted(*band)) {
                indices[next[band] as usize] = index;
                next[band] += 1;
            }
        }
        ByBand { starts, indices }
    }

    fn of(&self, band: usize) -> &[u32] {
        &self.indices[self.starts[band] as usize..self.starts[band + 1] as usize]
    }
}
