use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::Error;

/// A revision file, as far as its text tells.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RevisionFile {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its name without `.rs`, which is its module's.
    pub(crate) stem: String,
    /// The first line of its documentation.
    pub(crate) message: String,
    /// When it was made, as it says.
    pub(crate) created: String,
}

/// The revision files in `folder`, sorted by name; none where there is no such folder. Hidden files (an editor's locks) and other endings don't count.
///
/// # Errors
/// All problems of all files.
pub(crate) fn find(folder: &Path) -> Result<Vec<RevisionFile>, Vec<Error>> {
    let paths = paths(folder).map_err(|reason| vec![Error::Read { path: folder.to_owned(), reason }])?;
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        match read(path) {
            Ok(file) => files.push(file),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

fn paths(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(reason) if reason.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(reason) => return Err(reason),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !hidden && path.extension().is_some_and(|ending| ending == "rs") && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read(path: PathBuf) -> Result<RevisionFile, Error> {
    let stem = match path.file_stem().and_then(|stem| stem.to_str()) {
        Some(stem) if is_module_name(stem) => stem.to_owned(),
        _ => return Err(Error::Name { path }),
    };
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(reason) => return Err(Error::Read { path, reason }),
    };
    if !text.contains("REVISION") {
        return Err(Error::NoRevision { path });
    }
    let (message, created) = head(&text);
    Ok(RevisionFile { path, stem, message, created })
}

/// The first line of the file's documentation, and the time in its line `Created 2026-11-22 10:14:03 UTC`; empty where they are missing. A licence in plain
/// comments may stand before.
fn head(text: &str) -> (String, String) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut documentation = text
        .lines()
        .map(str::trim)
        .skip_while(|line| line.is_empty() || (line.starts_with("//") && !line.starts_with("//!")))
        .map_while(|line| line.strip_prefix("//!"))
        .map(str::trim);
    let message = documentation.next().unwrap_or_default();
    let created = documentation.filter_map(|line| line.strip_prefix("Created ")).filter(|time| is_time(time)).last();
    (message.to_owned(), created.unwrap_or_default().to_owned())
}

/// Whether it begins as a date does; a message may have a line that begins with `Created`, too.
fn is_time(text: &str) -> bool {
    let date = text.as_bytes().iter().take(10);
    date.len() == 10
        && date.enumerate().all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() })
}

/// Whether a module can have this name. Rust allows more letters, but file systems spell those differently.
fn is_module_name(name: &str) -> bool {
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let rest = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    starts && rest && name != "_" && !KEYWORDS.contains(&name)
}

/// The keywords of edition 2024, strict and reserved (Rust reference, "Keywords").
const KEYWORDS: [&str; 52] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_file_is_read() {
        for (name, text, message, created) in [
            (
                "rendered",
                "//! animals get registered_at\n//!\n//! Created 2026-11-22 10:14:03 UTC\n\nuse limbeck::prelude::*;\n",
                "animals get registered_at",
                "2026-11-22 10:14:03 UTC",
            ),
            (
                "a message that looks like the time",
                "//! Created 2026-01-01\n//! Created two tables\n//!\n//! Created 2026-11-22 10:14:03 UTC\n",
                "Created 2026-01-01",
                "2026-11-22 10:14:03 UTC",
            ),
            ("a licence before", "// SPDX\n\n//! first\nuse x;\n//! Created 2026-11-22\n", "first", ""),
            (
                "a mark of byte order and carriage returns",
                "\u{feff}//! first\r\n//! Created 2026-11-22\r\n",
                "first",
                "2026-11-22",
            ),
            ("nothing", "use x;\n//! late\n", "", ""),
            ("empty", "", "", ""),
            ("short", "//!\n//! Created 2026", "", ""),
            ("not ASCII", "//! Tür\n//! Created 2026-1é-22 10:14:03", "Tür", ""),
        ] {
            assert_eq!(head(text), (message.to_owned(), created.to_owned()), "{name}");
        }
    }

    #[test]
    fn names_of_modules_are_told_from_others() {
        for (name, expected) in [
            ("m20261122_101403_animals", true),
            ("_a", true),
            ("20261122_animals", false),
            ("animals-get", false),
            ("animals.old", false),
            ("größe", false),
            ("mod", false),
            ("self", false),
            ("_", false),
            ("", false),
        ] {
            assert_eq!(is_module_name(name), expected, "{name}");
        }
    }
}
