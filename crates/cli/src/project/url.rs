use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use crate::CliError;

/// A database's URL and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DatabaseUrl {
    /// The URL; the path of a SQLite file is absolute.
    pub text: String,
    /// `--url`, `DATABASE_URL`, `.env`, `limbeck.toml`.
    pub source: &'static str,
}

impl DatabaseUrl {
    /// The file of a SQLite URL.
    pub(crate) fn sqlite_file(&self) -> Option<PathBuf> {
        let path = self.text.strip_prefix("sqlite://")?;
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        (!path.is_empty() && path != ":memory:").then(|| decoded(path).into())
    }
}

/// The URL of the flag, else of the environment, else of `.env`, else of the configuration. Each path is relative to where it stands.
/// `configured` is the configuration's folder and its `url`.
///
/// # Errors
/// A `.env` that would have been asked and can't be read.
pub(super) fn find(
    flag: Option<&str>,
    working: &Path,
    configured: Option<(&Path, Option<&str>)>,
) -> Result<Option<DatabaseUrl>, CliError> {
    let at = |text: &str, folder: &Path, source| Some(DatabaseUrl { text: absolute(text, folder), source });
    if let Some(text) = flag {
        return Ok(at(text, working, "--url"));
    }
    if let Some(text) = std::env::var("DATABASE_URL").ok().filter(|text| !text.is_empty()) {
        return Ok(at(&text, working, "DATABASE_URL"));
    }
    let root = configured.map_or(working, |(root, _)| root);
    if let Some(text) = from_env_file(&root.join(".env"))? {
        return Ok(at(&text, root, ".env"));
    }
    Ok(configured.and_then(|(root, text)| at(text?, root, "limbeck.toml")))
}

/// What `.env` says, where there is one. A folder of this name is somebody's Python.
fn from_env_file(file: &Path) -> Result<Option<String>, CliError> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound || file.is_dir() => return Ok(None),
        Err(source) => return Err(CliError::Read { path: file.to_owned(), source }),
    };
    // Blanks behind the last value need a line end to be none of it.
    let text = format!("{}\n", text.trim_start_matches('\u{feff}'));
    for entry in dotenvy::from_read_iter(text.as_bytes()) {
        match entry {
            Ok((key, value)) if key == "DATABASE_URL" => return Ok(Some(value)),
            Ok(_) => {}
            // What comes next in its place may lead to another database than the one that is meant.
            Err(error) => return Err(CliError::EnvFile { path: file.to_owned(), line: line_of(&error, &text) }),
        }
    }
    Ok(None)
}

/// The number of the line that is none. Its text stays unsaid: a password may stand in it.
fn line_of(error: &dotenvy::Error, text: &str) -> Option<usize> {
    let dotenvy::Error::LineParse(line, _) = error else { return None };
    let part = line.lines().map(str::trim).find(|part| !part.is_empty())?;
    text.lines().position(|line| !line.starts_with('#') && line.contains(part)).map(|at| at + 1)
}

/// A SQLite URL with its file's path made absolute; every other URL as it is.
fn absolute(url: &str, folder: &Path) -> String {
    let Some(rest) = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")) else {
        return url.to_owned();
    };
    let (path, parameters) = match rest.split_once('?') {
        Some((path, parameters)) => (path, format!("?{parameters}")),
        None => (rest, String::new()),
    };
    if path.is_empty() || path == ":memory:" || parameters.contains("mode=memory") {
        return url.to_owned();
    }
    // Only what the folder's name adds is a plain path: the URL is written as one already.
    if Path::new(path).is_absolute() {
        return format!("sqlite://{path}{parameters}");
    }
    format!("sqlite://{}/{path}{parameters}", encoded(&folder.to_string_lossy()))
}

/// A path as it is written in a URL: the driver decodes percents, and takes a question mark for the end of the path.
fn encoded(path: &str) -> String {
    path.replace('%', "%25").replace('?', "%3F")
}

/// A path of a URL as the driver reads it: `%20` is a space.
fn decoded(path: &str) -> String {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, others @ ..] = rest {
        let code = match (first, others) {
            (b'%', [high, low, ..]) => digit(*high).zip(digit(*low)),
            _ => None,
        };
        rest = if code.is_some() { &others[2..] } else { others };
        bytes.push(code.map_or(*first, |(high, low)| high * 16 + low));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlite_paths_are_relative_to_where_they_stand() {
        for (url, expected) in [
            ("sqlite://dev.db", "sqlite:///project/dev.db"),
            ("sqlite:data/dev.db?mode=rwc", "sqlite:///project/data/dev.db?mode=rwc"),
            ("sqlite:///tmp/dev.db", "sqlite:///tmp/dev.db"),
            ("sqlite::memory:", "sqlite::memory:"),
            ("postgres://u:p@h/d", "postgres://u:p@h/d"),
        ] {
            assert_eq!(absolute(url, Path::new("/project")), expected, "{url}");
        }
    }

    #[test]
    fn a_folder_may_have_any_name() {
        for (url, folder, expected, file) in [
            ("sqlite://dev.db", "/a b", "sqlite:///a b/dev.db", "/a b/dev.db"),
            ("sqlite://dev.db", "/a%41?b", "sqlite:///a%2541%3Fb/dev.db", "/a%41?b/dev.db"),
            ("sqlite://my%20dev.db?mode=rwc", "/ü", "sqlite:///ü/my%20dev.db?mode=rwc", "/ü/my dev.db"),
            ("sqlite:///100%/%4.db", "/x", "sqlite:///100%/%4.db", "/100%/%4.db"),
        ] {
            let text = absolute(url, Path::new(folder));
            assert_eq!(text, expected, "{url} in {folder}");
            let found = DatabaseUrl { text, source: "--url" }.sqlite_file();
            assert_eq!(found.as_deref(), Some(Path::new(file)), "{url} in {folder}");
        }
    }

    #[test]
    fn the_flag_comes_first() {
        let found =
            find(Some("postgres://h/d"), Path::new("/w"), Some((Path::new("/project"), Some("sqlite://dev.db"))));
        assert_eq!(found.ok(), Some(Some(DatabaseUrl { text: "postgres://h/d".into(), source: "--url" })));
    }

    #[test]
    fn a_file_of_variables_is_read_as_far_as_the_url() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(".env");
        let found = |text: &str| {
            fs::write(&file, text).expect("a file");
            from_env_file(&file).map_err(|error| error.to_string())
        };
        let broken = |line| Err(format!("{}:{line}: is no `NAME=value`", file.display()));
        for (name, text, expected) in [
            ("nothing", "", Ok(None)),
            ("another", "OTHER=1\n", Ok(None)),
            ("quoted, behind a mark", "\u{feff}DATABASE_URL='sqlite://a b'\n", Ok(Some("sqlite://a b".to_owned()))),
            ("the first counts", "DATABASE_URL=a\nDATABASE_URL=b\n", Ok(Some("a".to_owned()))),
            ("a blank at the end", "DATABASE_URL=a ", Ok(Some("a".to_owned()))),
            ("broken behind it", "DATABASE_URL=a\nOTHER=a b\n", Ok(Some("a".to_owned()))),
            ("a blank without quotes", "# x\nDATABASE_URL=a secret\n", broken(2)),
            ("no variable before it", "one\nDATABASE_URL=a\n", broken(1)),
            ("a quote that does not end", "X=1\nDATABASE_URL=\"a\nb\n", broken(2)),
        ] {
            assert_eq!(found(text), expected, "{name}");
        }
        fs::remove_file(&file).expect("no file");
        assert!(matches!(from_env_file(&file), Ok(None)), "no file");
        fs::create_dir(&file).expect("a folder");
        assert!(matches!(from_env_file(&file), Ok(None)), "a folder");
    }
}
