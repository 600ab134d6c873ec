//! The output: a file that is replaced as a whole, or a device or a pipe that is written to.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufWriter, IntoInnerError, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempPath};

use super::leftovers::{self, remove_leftovers};
use super::streams::standard_stream;

/// Buffered bytes for a path.
///
/// A regular file is written under a temporary name in the same folder and renamed by [`Output::commit`]: until then,
/// and if the output is dropped, the file under the path is what it was. A symlink is followed, and stays; an existing
/// file keeps its mode, and its owner where the system permits. Anything else that can be written to, such as a device,
/// a pipe or the file behind `/dev/stdout`, gets the bytes at once.
#[derive(Debug)]
pub struct Output(Destination);

#[derive(Debug)]
enum Destination {
    /// A temporary file, its path, at which it is deleted if it is dropped there, and the path that it is renamed to.
    File(BufWriter<File>, TempPath, PathBuf),
    Stream(BufWriter<File>),
}

impl Output {
    /// Opens an output, and removes what killed runs have left in its folder. For a FIFO it waits for a reader.
    ///
    /// # Errors
    /// When there is a folder under this path, or a file that may not be written to; when no file can be created there.
    pub fn create(path: &Path) -> io::Result<Output> {
        // The system checks the permission to write; nothing is truncated.
        match OpenOptions::new().write(true).open(path) {
            Ok(file) => {
                let metadata = file.metadata()?;
                match standard_stream(&metadata) {
                    Some(stream) => Ok(Output(Destination::Stream(BufWriter::new(stream)))),
                    None if metadata.is_file() => Output::replacing(fs::canonicalize(path)?, Some(&metadata)),
                    None => Ok(Output(Destination::Stream(BufWriter::new(file)))),
                }
            }
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Output::replacing(end_of_links(path), None),
            Err(cause) => Err(cause),
        }
    }

    fn replacing(path: PathBuf, existing: Option<&Metadata>) -> io::Result<Output> {
        let folder = folder_of(&path);
        remove_leftovers(folder);
        let (file, temporary) = create_temporary(folder)?;
        if let Some(existing) = existing {
            copy_owner(existing, &file)?;
            file.set_permissions(existing.permissions())?;
        }
        Ok(Output(Destination::File(BufWriter::new(file), temporary, path)))
    }

    /// Completes the output: all bytes are on the disk, and the file is under its path. More can be written to the file
    /// that is returned, without a buffer.
    ///
    /// # Errors
    /// When something could not be written; then the previous contents are untouched.
    pub fn commit(self) -> io::Result<File> {
        match self.0 {
            Destination::Stream(stream) => stream.into_inner().map_err(IntoInnerError::into_error),
            Destination::File(file, temporary, path) => {
                let file = file.into_inner().map_err(IntoInnerError::into_error)?;
                file.sync_all()?;
                temporary.persist(&path)?;
                // Makes the new name durable, on systems where a folder can be opened.
                if let Ok(folder) = File::open(folder_of(&path)) {
                    folder.sync_all()?;
                }
                Ok(file)
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Destination::File(file, ..) => file.write(bytes),
            Destination::Stream(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Destination::File(file, ..) => file.flush(),
            Destination::Stream(stream) => stream.flush(),
        }
    }
}

/// Whether writing to this path would replace a file that exists.
pub fn would_replace(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_file() && standard_stream(&metadata).is_none())
}

/// Where symlinks lead whose target does not exist yet; any other path as it is. Loops are refused by the system
/// before.
fn end_of_links(path: &Path) -> PathBuf {
    let mut end = path.to_owned();
    while let Ok(target) = fs::read_link(&end) {
        end = folder_of(&end).join(target);
    }
    end
}

/// The folder in which a path lies.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file with the mode that new files have. Made here and not by the builder, whose errors name the temporary path.
fn create_temporary(folder: &Path) -> io::Result<(File, TempPath)> {
    let mut builder = Builder::new();
    builder.prefix(leftovers::PREFIX).suffix(leftovers::SUFFIX);
    let file = builder.make_in(folder, |path| File::create_new(path))?;
    Ok(file.into_parts())
}

/// Gives a file the owner and the group of another one; only the superuser may give all files away.
#[cfg(unix)]
fn copy_owner(from: &Metadata, to: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    match fchown(to, Some(from.uid()), Some(from.gid())) {
        Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        done => done,
    }
}

/// Owners are inherited from the folder.
#[cfg(not(unix))]
fn copy_owner(_: &Metadata, _: &File) -> io::Result<()> {
    Ok(())
}
