//! Files beside a case that hold what it is expected to give. `LIMBECK_UPDATE=1` writes them; they are read and reviewed like code.

use std::path::Path;

/// Compares `actual` with the file, or writes it there.
///
/// # Errors
/// They differ, in words; or the file can't be written.
pub fn compare(file: &Path, actual: &str) -> Result<(), String> {
    let actual = if actual.is_empty() || actual.ends_with('\n') { actual.to_owned() } else { format!("{actual}\n") };
    let known = std::fs::read_to_string(file).unwrap_or_default();
    if known == actual {
        return Ok(());
    }
    if std::env::var_os("LIMBECK_UPDATE").is_some() {
        return std::fs::write(file, actual).map_err(|error| format!("cannot write {}: {error}", file.display()));
    }
    Err(format!(
        "{} differs; run with LIMBECK_UPDATE=1 and read what it writes\n{}",
        file.display(),
        first_difference(&known, &actual)
    ))
}

/// The lines around the first that differs.
fn first_difference(known: &str, actual: &str) -> String {
    let at = known.lines().zip(actual.lines()).take_while(|(one, other)| one == other).count();
    let from = at.saturating_sub(2);
    let lines = |text: &str, mark: char| {
        text.lines().skip(at).take(6).map(|line| format!("{mark}{line}\n")).collect::<String>()
    };
    let context: String = known.lines().skip(from).take(at - from).map(|line| format!(" {line}\n")).collect();
    format!("at line {}:\n{context}{}{}", at + 1, lines(known, '-'), lines(actual, '+'))
}
