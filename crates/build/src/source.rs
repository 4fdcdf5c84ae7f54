use std::{
    fmt::Write,
    path::{Path, PathBuf},
};

use crate::{Error, revision_file::RevisionFile};

/// Lints that have nothing to say about a revision: its documentation is its head, and what its calls return is there to be passed over.
const ALLOWED: &str = "missing_docs, unreachable_pub, unused_results, rustdoc::all, clippy::style, clippy::pedantic, \
                       clippy::nursery, clippy::restriction";

/// The text of `revisions.rs`. `settings` is the text of `limbeck.toml`, empty where there is none.
///
/// # Errors
/// `NotUnicode`.
pub(crate) fn source(files: &[RevisionFile], settings: &str) -> Result<String, Error> {
    let mut text = String::from("// Made by limbeck-build from the files in src/versions; changes here are lost.\n");
    let mut entries = String::new();
    for RevisionFile { path, stem, message, created } in files {
        let path = unicode(path)?;
        // Writing to a string can't fail.
        let _ = write!(text, "\n#[path = {path:?}]\n#[allow({ALLOWED})]\npub mod {stem};\n");
        let _ = writeln!(
            entries,
            "        ::limbeck::Entry {{ revision: &{stem}::REVISION, file: {stem:?}, message: {message:?}, created: {created:?} }},"
        );
    }
    let _ = write!(
        text,
        "\n/// The revisions of this crate, by the names of their files, and the settings of `limbeck.toml`.\n\
         pub static MIGRATIONS: ::limbeck::Migrations = {{\n    \
         const ENTRIES: &[::limbeck::Entry] = &[\n{entries}    ];\n    \
         ::limbeck::Migrations::new(ENTRIES, {settings:?})\n}};\n"
    );
    Ok(text)
}

fn unicode(path: &Path) -> Result<&str, Error> {
    path.to_str().ok_or_else(|| Error::NotUnicode { path: PathBuf::from(path) })
}
