//! Files that are written whole or not at all.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

/// Replaces a file, which a link may lead to, or makes it: under a temporary name beside it, then renamed. It stays as readable and writable as it was.
///
/// # Errors
/// It can't be written; then it is as it was.
pub(crate) fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    let path = match fs::canonicalize(path) {
        Ok(path) => path,
        Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(error),
    };
    // Hidden, and with an ending of its own: the build script of revisions looks at nothing like it.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = path.with_file_name(format!(".{name}.{}", std::process::id()));
    let written = fill(&temporary, &path, text).and_then(|()| fs::rename(&temporary, &path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// On the disk before it gets the name: after a crash either text is there, and neither is cut off.
fn fill(temporary: &Path, path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create(temporary)?;
    if let Ok(known) = fs::metadata(path) {
        file.set_permissions(known.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_replaced_is_as_it_was_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("x");
        write_whole(&path, "first").expect("a file that is new");
        write_whole(&path, "second").expect("a file that is replaced");
        assert_eq!(fs::read_to_string(&path).expect("a file"), "second");
        let taken = folder.path().join("folder");
        fs::create_dir(&taken).expect("a folder");
        write_whole(&taken, "text").expect_err("a folder is no file");
        write_whole(&folder.path().join("no/x"), "text").expect_err("there is no such folder");
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 2);
    }
}
