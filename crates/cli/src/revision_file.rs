//! A new revision as a file: its id, its text, its place.

use std::{
    fs,
    hash::{BuildHasher, Hasher, RandomState},
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use limbeck::Graph;

pub(crate) use crate::whole::write_whole;

use crate::CliError;

/// 12 hexadecimal digits by chance, with a letter among them, so that no id reads as a number of steps.
pub(crate) fn random_id() -> String {
    loop {
        // The standard library seeds each `RandomState` from the system's randomness.
        let id = format!("{:012x}", RandomState::new().build_hasher().finish() & 0xffff_ffff_ffff);
        if id.contains(|c: char| c.is_ascii_alphabetic()) {
            return id;
        }
    }
}

/// The id of a new revision: the stated one, or one by chance.
///
/// # Errors
/// It can't be one, or a revision has it.
pub(crate) fn new_id(graph: &Graph, stated: Option<&str>) -> Result<String, CliError> {
    let id = stated.map_or_else(|| Ok(random_id()), stated_id)?;
    if graph.is_taken(&id) { Err(CliError::RevisionTaken(id)) } else { Ok(id) }
}

/// A stated id, if it can be one.
///
/// # Errors
/// It has a character that targets use, or looks like a number.
pub(crate) fn stated_id(id: &str) -> Result<String, CliError> {
    let letters = id.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let word = ["head", "heads", "base", "current"].contains(&id);
    if letters && !word && id.len() <= 40 && id.contains(|c: char| c.is_ascii_alphabetic()) {
        Ok(id.to_owned())
    } else {
        Err(CliError::RevisionId(id.to_owned()))
    }
}

/// Now in UTC: `2026-11-22 10:14:03 UTC`.
pub(crate) fn now() -> String {
    jiff::Timestamp::now().strftime(TIME).to_string()
}

const TIME: &str = "%Y-%m-%d %H:%M:%S UTC";

/// The time `seconds` from now, so that files that are made at once sort in their order; or from `after`, where that is later: other clocks may be ahead.
pub(crate) fn later(after: &str, seconds: usize) -> String {
    let seconds = jiff::SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(0));
    let after = jiff::civil::DateTime::strptime(TIME, after).ok();
    let after = after.and_then(|after| jiff::tz::TimeZone::UTC.to_timestamp(after).ok());
    let now = jiff::Timestamp::now();
    let time = after.map_or(now, |after| after.max(now));
    time.checked_add(seconds).unwrap_or(time).strftime(TIME).to_string()
}

/// `source` as `rustfmt` would have it, where there is one; else as it is. The workspace's own `rustfmt.toml` counts.
pub(crate) fn formatted(source: String, folder: &Path) -> String {
    rustfmt(&source, folder).unwrap_or(source)
}

fn rustfmt(source: &str, folder: &Path) -> Option<String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--quiet"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    // A revision is larger than a pipe only when it makes hundreds of tables; a thread keeps that from blocking.
    let mut input = child.stdin.take()?;
    let text = source.to_owned();
    let writing = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writing.join().ok()?.ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !text.is_empty()).then_some(text)
}

/// Writes the file whole or not at all: to a temporary name in its folder, then renamed.
///
/// # Errors
/// A file of that name stands there, or it can't be written.
pub(crate) fn write(folder: &Path, name: &str, source: &str) -> Result<PathBuf, CliError> {
    let path = folder.join(name);
    if path.exists() {
        return Err(CliError::Exists(path));
    }
    let unwritable = |source| CliError::Write { path: path.clone(), source };
    fs::create_dir_all(folder).map_err(unwritable)?;
    write_whole(&path, source).map_err(unwritable)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_later_sorts_behind_what_another_clock_made() {
        for (name, after, seconds, expected) in [
            ("ahead", "2999-01-02 10:00:59 UTC", 2, Some("2999-01-02 10:01:01 UTC")),
            ("behind", "2026-01-02 10:00:59 UTC", 2, None),
            ("no time", "", 2, None),
        ] {
            let found = later(after, seconds);
            match expected {
                Some(expected) => assert_eq!(found, expected, "{name}"),
                None => assert!(found > now() && found < later("", 60), "{name}: {found}"),
            }
        }
    }

    #[test]
    fn ids_are_told_from_numbers_and_words() {
        for (id, good) in
            [("7d3e9a41c0b2", true), ("001", false), ("head", false), ("a-b", false), ("add_users", true), ("", false)]
        {
            assert_eq!(stated_id(id).is_ok(), good, "{id}");
        }
        assert!(stated_id(&random_id()).is_ok());
    }
}
