use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use crate::ReadError;

/// The Rust files among `paths` and in the folders among them, sorted, each once. Hidden folders, build folders (those with a
/// `CACHEDIR.TAG`) and links to folders are passed over.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, ReadError> {
    let mut files = BTreeSet::new();
    for path in paths {
        let known = fs::metadata(path).map_err(|source| unreadable(path, source))?;
        if known.is_dir() {
            folder(path, &mut files)?;
        } else {
            files.insert(path.clone());
        }
    }
    if files.is_empty() {
        return Err(ReadError::NoSources { paths: paths.to_vec() });
    }
    Ok(files.into_iter().collect())
}

fn folder(path: &Path, files: &mut BTreeSet<PathBuf>) -> Result<(), ReadError> {
    // A list of what is still to do instead of recursion: folders may be nested as deep as the system allows.
    let mut open = vec![path.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder).map_err(|source| unreadable(&folder, source))?;
        for entry in entries {
            let entry = entry.map_err(|source| unreadable(&folder, source))?;
            let path = entry.path();
            let kind = entry.file_type().map_err(|source| unreadable(&path, source))?;
            if kind.is_dir() {
                let hidden = entry.file_name().to_string_lossy().starts_with('.');
                if !hidden && !path.join("CACHEDIR.TAG").exists() {
                    open.push(path);
                }
            } else if path.extension().is_some_and(|extension| extension == "rs") && path.is_file() {
                files.insert(path);
            }
        }
    }
    Ok(())
}

fn unreadable(path: &Path, source: io::Error) -> ReadError {
    ReadError::Io { path: path.to_owned(), source }
}
