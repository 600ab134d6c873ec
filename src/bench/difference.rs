//! How two images of the same frame differ: what a hint changes for what it costs.

/// Side lengths of the crops that reports show.
pub const CROP: (usize, usize) = (120, 90);

/// The difference of two images.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The share of pixels that changed, from 0 to 1. 0 is an identical image.
    pub changed: f64,
    /// The largest change of one channel of one pixel, from 0 to 255.
    pub largest_step: u8,
    /// The peak signal-to-noise ratio in decibels, over red, green and blue; none for identical images, where it
    /// would be infinite.
    pub psnr: Option<f64>,
}

impl Difference {
    /// Compares two images of the same size, 4 bytes a pixel (RGBA). Alpha is ignored: frames are opaque.
    ///
    /// ```
    /// use leveret::bench::Difference;
    ///
    /// let black = [0, 0, 0, 255].repeat(100);
    /// let mut dotted = black.clone();
    /// dotted[1] = 255;
    /// let difference = Difference::between(&black, &dotted);
    /// assert_eq!((difference.changed, difference.largest_step), (0.01, 255));
    /// // One of 300 values is wrong by all it can be.
    /// assert!((difference.psnr.unwrap() - 10.0 * 300f64.log10()).abs() < 1e-9);
    /// assert_eq!(Difference::between(&black, &black).psnr, None);
    /// ```
    pub fn between(from: &[u8], to: &[u8]) -> Difference {
        let mut changed = 0u64;
        let mut largest_step = 0;
        let mut squares = 0u64;
        let (from, to) = (from.as_chunks::<4>().0, to.as_chunks::<4>().0);
        for (a, b) in from.iter().zip(to).filter(|(a, b)| a != b) {
            changed += 1;
            for (a, b) in a[..3].iter().zip(&b[..3]) {
                let step = a.abs_diff(*b);
                largest_step = largest_step.max(step);
                squares += u64::from(step).pow(2);
            }
        }
        let pixels = from.len().max(1) as f64;
        let mean = squares as f64 / (3.0 * pixels);
        let psnr = (squares > 0).then(|| 10.0 * (255.0 * 255.0 / mean).log10());
        Difference { changed: changed as f64 / pixels, largest_step, psnr }
    }

    pub fn is_identical(&self) -> bool {
        self.changed == 0.0
    }
}

/// The pixels of an image inside of a rectangle (left, top, width, height), and those outside of it. The image is so
/// many pixels wide, with 4 bytes each.
pub fn split(image: &[u8], width: usize, [left, top, across, down]: [i32; 4]) -> [Vec<u8>; 2] {
    let (columns, rows) = (left..left.saturating_add(across), top..top.saturating_add(down));
    let mut parts = [Vec::new(), Vec::new()];
    for (index, pixel) in image.as_chunks::<4>().0.iter().enumerate() {
        let (x, y) = ((index % width) as i32, (index / width) as i32);
        let part = if columns.contains(&x) && rows.contains(&y) { 0 } else { 1 };
        parts[part].extend_from_slice(pixel);
    }
    parts
}

/// The same small part of two images, where they differ most.
#[derive(Debug, Clone)]
pub struct Crops {
    /// Width and height in pixels.
    pub size: (usize, usize),
    /// 4 bytes a pixel (RGBA).
    pub from: Vec<u8>,
    pub to: Vec<u8>,
}

impl Crops {
    /// Crops two images of this width in pixels, 4 bytes a pixel (RGBA).
    pub fn of(from: &[u8], to: &[u8], width: usize) -> Crops {
        let height = from.len() / 4 / width.max(1);
        let size = (CROP.0.min(width), CROP.1.min(height));
        let (left, top) = position(from, to, (width, height), size);
        let crop = |image: &[u8]| {
            let rows = image.chunks_exact(width * 4).skip(top).take(size.1);
            rows.flat_map(|row| &row[left * 4..(left + size.0) * 4]).copied().collect()
        };
        Crops { size, from: crop(from), to: crop(to) }
    }

    /// The absolute difference of the two, on black, scaled so that the largest step is white.
    pub fn difference(&self) -> Vec<u8> {
        let step = |(a, b): (&[u8; 4], &[u8; 4])| [0, 1, 2].map(|channel| a[channel].abs_diff(b[channel]));
        let pixels = self.from.as_chunks::<4>().0.iter().zip(self.to.as_chunks::<4>().0);
        let largest = pixels.clone().flat_map(step).max().unwrap_or(0).max(1);
        let scale = |value: u8| (u32::from(value) * 255 / u32::from(largest)) as u8;
        pixels.map(step).flat_map(|[red, green, blue]| [scale(red), scale(green), scale(blue), 255]).collect()
    }
}

/// The left top corner of the crop with the largest sum of steps, on a grid of half its size.
fn position(from: &[u8], to: &[u8], (width, height): (usize, usize), size: (usize, usize)) -> (usize, usize) {
    let starts = |length: usize, part: usize| (0..=length - part).step_by((part / 2).max(1));
    let sum = |left: usize, top: usize| -> u64 {
        let rows = top..top + size.1;
        rows.map(|row| {
            let bytes = (row * width + left) * 4..(row * width + left + size.0) * 4;
            from[bytes.clone()].iter().zip(&to[bytes]).map(|(a, b)| u64::from(a.abs_diff(*b))).sum::<u64>()
        })
        .sum()
    };
    starts(height, size.1)
        .flat_map(|top| starts(width, size.0).map(move |left| (left, top)))
        .max_by_key(|(left, top)| sum(*left, *top))
        .unwrap_or((0, 0))
}
