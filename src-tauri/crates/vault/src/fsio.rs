//! Small files, written so that a power cut leaves the old one or the new one, never half of either.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Opens `path` for writing, readable by its owner only, and creates it. With `fresh` it must not exist yet.
pub(crate) fn create_private(path: &Path, fresh: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    if fresh {
        options.create_new(true);
    } else {
        options.create(true).truncate(true);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// Creates a folder and its parents, visible to its owner only.
pub(crate) fn create_private_dir(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Makes a rename inside `dir` durable. Windows has no such call and needs none.
pub(crate) fn sync_dir(dir: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(dir)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = dir;
    Ok(())
}

/// `path` with `suffix` behind its whole name: `book.keys` becomes `book.keys.prev`.
pub(crate) fn sibling(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(suffix);
    path.with_file_name(name)
}

/// Replaces `path` by `bytes`: temporary sibling (0600), fsync, rename, fsync of the folder.
///
/// The sibling has one fixed name, so a crash leaves at most one behind and the next write takes it over.
/// Callers hold a lock, so two writers never share it.
///
/// # Errors
/// What the file system said; the old file is there still.
pub fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let next = sibling(path, ".next");
    let mut file = create_private(&next, false)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    let renamed = written.and_then(|()| fs::rename(&next, path));
    if renamed.is_err() {
        // Nothing was replaced; the half-written sibling is of no use to anybody.
        let _ = fs::remove_file(&next);
    }
    renamed?;
    path.parent().map_or(Ok(()), sync_dir)
}

/// Like [`replace_file`], and keeps the file that was there as `<name>.prev` until the caller drops it.
pub(crate) fn replace_keeping_previous(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(old) = read_small(path, MAX_SMALL_FILE)? {
        replace_file(&sibling(path, ".prev"), &old)?;
    }
    replace_file(path, bytes)
}

/// Largest small file we read into memory (64 KiB): a key file takes 151 bytes, a list of books a few hundred.
pub(crate) const MAX_SMALL_FILE: u64 = 64 * 1024;

/// Reads a file of at most `cap` bytes. `None` when it does not exist, an error when it is larger.
pub(crate) fn read_small(path: &Path, cap: u64) -> io::Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    // One byte more than allowed tells "too large" without reading a hostile giant.
    file.take(cap.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > cap {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok(Some(bytes))
}

/// Deletes a file; one that is not there is no error.
pub(crate) fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
