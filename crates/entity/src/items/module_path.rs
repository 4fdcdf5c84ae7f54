//! Modules by path: folders and names joined by `/`, from the root of the file system or from where the sources are named.

use std::path::{Component, Path, PathBuf};

/// The path of a child.
pub(super) fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

/// The path of a folder's module.
pub(super) fn of_folder(folder: &Path) -> String {
    segments(folder).join("/")
}

/// The path of a file's module: its folders, and its name unless that is `mod`, `lib` or `main`.
pub(super) fn of_file(file: &Path) -> String {
    let mut segments = segments(file);
    if let Some(last) = segments.pop() {
        let stem = last.strip_suffix(".rs").unwrap_or(&last);
        if !matches!(stem, "mod" | "lib" | "main") {
            segments.push(stem.to_owned());
        }
    }
    segments.join("/")
}

fn segments(path: &Path) -> Vec<String> {
    let mut segments: Vec<String> = Vec::new();
    for component in path.components() {
        match component {
            Component::Normal(name) => segments.push(name.to_string_lossy().into_owned()),
            Component::ParentDir if segments.last().is_some_and(|last| last != "..") => {
                segments.pop();
            }
            Component::ParentDir => segments.push("..".to_owned()),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    segments
}

/// The files that a module of this path may stand in.
pub(super) fn files(path: &str, is_absolute: bool) -> [PathBuf; 2] {
    let folder = if is_absolute { Path::new("/").join(path) } else { PathBuf::from(path) };
    let mut name = folder.clone().into_os_string();
    name.push(".rs");
    [PathBuf::from(name), folder.join("mod.rs")]
}
