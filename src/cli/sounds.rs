//! `leveret --sounds`: every sound and every piece of music as a file, to listen to and to look at.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use hound::{SampleFormat, WavSpec, WavWriter};

use super::Failure;
use super::output::Overwriting;
use crate::look::Theme;
use crate::sound::{Cue, RATE, cue_alone, tune_alone};

/// Pieces are written so many times in a row: how one ends and begins again is heard.
const ROUNDS: u32 = 2;

/// Writes a WAV file for each sound and each piece into a folder, which is made if it is missing.
pub fn write(folder: &Path, overwriting: Overwriting) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|cause| Failure::write(folder, &cause))?;
    for cue in Cue::ALL {
        let file = folder.join(format!("{cue:?}.wav").to_lowercase());
        overwriting.write(&file, &wav(&cue_alone(cue)).map_err(|cause| Failure::write(&file, &cause))?)?;
    }
    for theme in Theme::ALL {
        let file = folder.join(format!("music-{}.wav", theme.name()));
        overwriting.write(&file, &wav(&tune_alone(theme, ROUNDS)).map_err(|cause| Failure::write(&file, &cause))?)?;
    }
    Ok(())
}

/// Pairs of samples as a file of 16 bits a sample.
fn wav(samples: &[f32]) -> Result<Vec<u8>, hound::Error> {
    let spec = WavSpec { channels: 2, sample_rate: RATE, bits_per_sample: 16, sample_format: SampleFormat::Int };
    let mut bytes = Cursor::new(Vec::new());
    let mut writer = WavWriter::new(&mut bytes, spec)?;
    for sample in samples {
        writer.write_sample((sample * f32::from(i16::MAX)) as i16)?;
    }
    writer.finalize()?;
    Ok(bytes.into_inner())
}
