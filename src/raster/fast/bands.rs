//! Which draw commands lie on which band of the frame.

use super::display_list::DisplayList;
use crate::raster::region::Region;
use crate::scene::Rect;

/// For each band the indices of its commands, back to front.
pub struct Bands {
    /// For each band where its indices start, and last the number of all.
    starts: Vec<u32>,
    commands: Vec<u32>,
}

impl Bands {
    /// Bands of `rows` rows each, in a frame of `height` rows. A band outside of the region has no commands.
    pub fn new(list: &DisplayList, region: &Region, rows: usize, height: usize) -> Bands {
        let count = height.div_ceil(rows);
        // A table, since two divisions for each of thousands of commands would cost more than all else here.
        let band_of: Vec<u32> = (0..height).map(|row| (row / rows) as u32).collect();
        let bands = |rect: Rect| {
            let last = rect.bottom() as usize - 1;
            band_of[rect.y as usize] as usize..=band_of[last] as usize
        };
        let mut painted = vec![false; count];
        region.rects().iter().flat_map(|rect| bands(*rect)).for_each(|band| painted[band] = true);

        // A counting sort: count the commands of each band, sum up the starts, then fill in.
        let mut starts = vec![0; count + 1];
        for command in &list.commands {
            bands(command.bounds).filter(|band| painted[*band]).for_each(|band| starts[band + 1] += 1);
        }
        for band in 0..count {
            starts[band + 1] += starts[band];
        }
        let mut next = starts.clone();
        let mut commands = vec![0; starts[count] as usize];
        for (index, command) in (0..).zip(&list.commands) {
            for band in bands(command.bounds).filter(|band| painted[*band]) {
                commands[next[band] as usize] = index;
                next[band] += 1;
            }
        }
        Bands { starts, commands }
    }

    pub fn commands(&self, band: usize) -> &[u32] {
        &self.commands[self.starts[band] as usize..self.starts[band + 1] as usize]
    }
}
