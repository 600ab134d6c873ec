//! A stream of bits: what a short text is made of.

/// Bits that are written one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct BitWriter {
    bits: Vec<bool>,
}

impl BitWriter {
    /// The lowest bits of a value, the highest of them first.
    pub fn put(&mut self, value: u64, width: u32) {
        self.bits.extend((0..width).rev().map(|bit| value >> bit & 1 == 1));
    }

    /// A value in exponential Golomb code of order `k`: few bits for one of `k` bits or less, two more for each further
    /// bit.
    pub fn put_golomb(&mut self, value: u64, k: u32) {
        let (code, width) = golomb(value, k);
        self.put(0, width - 1 - k);
        self.put(code, width);
    }

    /// The stream as groups of `N` bits; the last one is filled up with zeros.
    pub fn groups<const N: usize>(&self) -> Vec<u8> {
        let group = |bits: &[bool]| (0..N).fold(0, |group, bit| group << 1 | u8::from(bits.get(bit) == Some(&true)));
        self.bits.chunks(N).map(group).collect()
    }
}

/// The length of a value in exponential Golomb code.
pub(super) fn golomb_length(value: u64, k: u32) -> u32 {
    let (_, width) = golomb(value, k);
    2 * width - 1 - k
}

/// The binary part of the code, and its width.
const fn golomb(value: u64, k: u32) -> (u64, u32) {
    let code = value + (1 << k);
    (code, u64::BITS - code.leading_zeros())
}

/// Reads bits out of groups of `N`, which are asked for when they are needed.
pub(super) struct BitReader<const N: usize, I> {
    groups: I,
    /// Bits of the last group that were not read yet.
    bits: u8,
    left: usize,
}

impl<const N: usize, I: Iterator<Item = u8>> BitReader<N, I> {
    pub fn new(groups: I) -> BitReader<N, I> {
        BitReader { groups, bits: 0, left: 0 }
    }

    /// A value of so many bits, 64 at most; none if the stream ends before.
    pub fn take(&mut self, width: u32) -> Option<u64> {
        (0..width).try_fold(0, |value, _| Some(value << 1 | self.bit()?))
    }

    /// A value in exponential Golomb code; none if the stream ends before, or if it is larger than 32 bits hold.
    pub fn take_golomb(&mut self, k: u32) -> Option<u32> {
        let mut width = k;
        while self.bit()? == 0 {
            width += 1;
            if width > u32::BITS {
                return None;
            }
        }
        let code = 1 << width | self.take(width)?;
        u32::try_from(code - (1_u64 << k)).ok()
    }

    fn bit(&mut self) -> Option<u64> {
        if self.left == 0 {
            (self.bits, self.left) = (self.groups.next()?, N);
        }
        self.left -= 1;
        Some(u64::from(self.bits >> self.left & 1))
    }
}
