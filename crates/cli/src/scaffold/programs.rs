//! The programs of an `xtask` that stands.

use std::{collections::BTreeSet, fs, path::Path};

use toml_edit::{Document, Item, Table};

use crate::CliError;

/// The path of the program that is added.
const ADDED: &str = "src/bin/limbeck.rs";

/// The program that `cargo run` means in the package at `folder` so far, where it has one only: once it has another, the manifest has to name it.
///
/// # Errors
/// The manifest can't be read. One that can't be understood has no program.
pub(super) fn only(folder: &Path) -> Result<Option<String>, CliError> {
    let path = folder.join("Cargo.toml");
    let text = fs::read_to_string(&path).map_err(|source| CliError::Read { path, source })?;
    let Ok(document) = Document::parse(text.as_str()) else { return Ok(None) };
    let package = document.get("package").and_then(Item::as_table);
    let name = package.and_then(|package| package.get("name")?.as_str()).unwrap_or("xtask");
    let finds = package.and_then(|package| package.get("autobins")?.as_bool()).unwrap_or(true);
    let stated: Vec<Stated<'_>> = document
        .get("bin")
        .and_then(Item::as_array_of_tables)
        .map(|bins| bins.iter().filter_map(Stated::of).collect())
        .unwrap_or_default();
    let mut programs: BTreeSet<String> = stated.iter().map(|program| program.name.to_owned()).collect();
    for (found, path) in if finds { found(folder, name) } else { Vec::new() } {
        if path != ADDED && !stated.iter().any(|program| program.path == Some(&*path)) {
            programs.insert(found);
        }
    }
    Ok(programs.pop_first().filter(|_| programs.is_empty()))
}

/// A `[[bin]]`.
struct Stated<'a> {
    name: &'a str,
    path: Option<&'a str>,
}

impl<'a> Stated<'a> {
    fn of(table: &'a Table) -> Option<Self> {
        let text = |key: &str| table.get(key).and_then(Item::as_str);
        Some(Self { name: text("name")?, path: text("path") })
    }
}

/// What cargo finds by itself, each with its path: `main.rs`, and the files and folders of `src/bin`.
fn found(folder: &Path, package: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if folder.join("src/main.rs").is_file() {
        found.push((package.to_owned(), "src/main.rs".to_owned()));
    }
    for entry in fs::read_dir(folder.join("src/bin")).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().join("main.rs").is_file() {
            found.push((name.clone(), format!("src/bin/{name}/main.rs")));
        } else if let Some(stem) = name.strip_suffix(".rs") {
            found.push((stem.to_owned(), format!("src/bin/{name}")));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_program_alone_is_what_cargo_runs() {
        let package = "[package]\nname = \"chores\"\n";
        for (name, manifest, files, expected) in [
            ("a main", "", &["src/main.rs"][..], Some("chores")),
            (
                "a main under another name",
                "[[bin]]\nname = \"x\"\npath = \"src/main.rs\"\n",
                &["src/main.rs"],
                Some("x"),
            ),
            ("another name than the package's", "[[bin]]\nname = \"x\"\n", &["src/bin/x.rs"], Some("x")),
            ("no main", "", &["src/bin/mine.rs"], Some("mine")),
            ("a folder", "", &["src/bin/mine/main.rs", "src/bin/mine/part.rs"], Some("mine")),
            ("two", "", &["src/main.rs", "src/bin/mine.rs"], None),
            ("ours beside it", "", &["src/main.rs", ADDED], Some("chores")),
            ("none", "", &["src/lib.rs"], None),
            ("found by nobody", "autobins = false\n", &["src/bin/mine.rs"], None),
        ] {
            let folder = tempfile::tempdir().expect("a folder");
            for file in files {
                let path = folder.path().join(file);
                fs::create_dir_all(path.parent().expect("a folder")).expect("its folder");
                fs::write(path, "").expect("a file");
            }
            fs::write(folder.path().join("Cargo.toml"), format!("{package}{manifest}")).expect("a manifest");
            assert_eq!(only(folder.path()).expect("a manifest").as_deref(), expected, "{name}");
        }
    }
}
