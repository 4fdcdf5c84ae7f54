//! The build script of a migrations crate: finds the revision files and compiles them in.
//!
//! In: the files of `src/versions`, and the nearest `limbeck.toml`. Out: `revisions.rs` in cargo's `OUT_DIR`, which has a module for each file and all
//! of them in `MIGRATIONS`. So adding a revision is adding a file, and two branches that each add one never conflict.
//!
//! The migrations crate has a `build.rs` of `fn main() { limbeck_build::revisions(); }`, and its `lib.rs` includes what was made with
//! `include!(concat!(env!("OUT_DIR"), "/revisions.rs"));`.
//!
//! Never here: a dependency, `syn`, what a revision does. The order of revisions and their ids are read by `limbeck` when it runs.

mod error;
mod revision_file;
mod source;

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use error::Error;
use revision_file::RevisionFile;

/// The folder of the revision files, under the crate's own.
const FOLDER: &str = "src/versions";

/// The file of the settings, in the crate's folder or one above it.
const SETTINGS: &str = "limbeck.toml";

/// Makes `revisions.rs` in `OUT_DIR`, for a build script's `main`. On a problem it tells cargo each one, with its file and the way out, and ends the
/// process with status 1.
///
/// Cargo runs the build script again when a revision file or `limbeck.toml` changes, appears or goes. Where there is no `limbeck.toml` at all, that is at every
/// build, since one could have appeared in any of the folders above; an empty one will do.
pub fn revisions() {
    let problems = match directories().and_then(|(manifest, out)| make(&manifest, &out)) {
        Ok(watched) => {
            for path in watched {
                println!("cargo::rerun-if-changed={}", path.display());
            }
            return;
        }
        Err(problems) => problems,
    };
    // Not watching anything, cargo runs the script again after any change in the crate.
    for problem in problems {
        println!("cargo::error={problem}");
    }
    std::process::exit(1);
}

/// The crate's folder and the one for what is made, as cargo tells a build script.
fn directories() -> Result<(PathBuf, PathBuf), Vec<Error>> {
    let variable = |name| env::var_os(name).map(PathBuf::from).ok_or_else(|| vec![Error::NoCargo { variable: name }]);
    Ok((variable("CARGO_MANIFEST_DIR")?, variable("OUT_DIR")?))
}

/// Makes `revisions.rs` in `out` from the crate in `manifest`; returns what has to be watched.
fn make(manifest: &Path, out: &Path) -> Result<Vec<PathBuf>, Vec<Error>> {
    let folder = manifest.join(FOLDER);
    let files = revision_file::find(&folder)?;
    let settings = settings(manifest);
    let compiled = match &settings {
        Some(path) => fs::read_to_string(path).map(|text| without_urls(&text)),
        None => Ok(String::new()),
    };
    let compiled =
        compiled.map_err(|reason| vec![Error::Read { path: settings.clone().unwrap_or_default(), reason }])?;
    let text = source::source(&files, &compiled).map_err(|error| vec![error])?;
    let path = out.join("revisions.rs");
    write(&path, &text).map_err(|reason| vec![Error::Write { path, reason }])?;
    let mut watched = vec![folder, settings.unwrap_or_else(|| manifest.join(SETTINGS))];
    watched.extend(files.into_iter().map(|RevisionFile { path, .. }| path));
    Ok(watched)
}

/// The nearest `limbeck.toml`, from the crate's folder upwards.
fn settings(manifest: &Path) -> Option<PathBuf> {
    manifest.ancestors().map(|folder| folder.join(SETTINGS)).find(|path| path.is_file())
}

/// The settings as production needs them: the URLs are for development and may hold a password, which has no place in a program that is handed on.
/// Their lines stay empty, so that an error in the rest names the line of the file.
fn without_urls(text: &str) -> String {
    let is_url = |line: &str| {
        let line = line.trim_start().trim_start_matches(['"', '\'']);
        let rest = line.strip_prefix("scratch_").unwrap_or(line).strip_prefix("url");
        rest.is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with('='))
    };
    text.lines().map(|line| if is_url(line) { "\n".to_owned() } else { format!("{line}\n") }).collect()
}

/// Writes the file if it has another text; an untouched one leaves more of a build fresh.
fn write(path: &Path, text: &str) -> io::Result<()> {
    match fs::read_to_string(path) {
        Ok(known) if known == text => Ok(()),
        _ => fs::write(path, text),
    }
}

#[cfg(test)]
mod tests;
