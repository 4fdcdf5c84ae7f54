use std::path::{Path, PathBuf};

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
pub(super) fn find(
    flag: Option<&str>,
    working: &Path,
    configured: Option<(&Path, Option<&str>)>,
) -> Option<DatabaseUrl> {
    let at = |text: &str, folder: &Path, source| DatabaseUrl { text: absolute(text, folder), source };
    if let Some(text) = flag {
        return Some(at(text, working, "--url"));
    }
    if let Some(text) = std::env::var("DATABASE_URL").ok().filter(|text| !text.is_empty()) {
        return Some(at(&text, working, "DATABASE_URL"));
    }
    let root = configured.map_or(working, |(root, _)| root);
    if let Some(text) = from_env_file(&root.join(".env")) {
        return Some(at(&text, root, ".env"));
    }
    let (root, text) = configured?;
    Some(at(text?, root, "limbeck.toml"))
}

fn from_env_file(file: &Path) -> Option<String> {
    let entries = dotenvy::from_path_iter(file).ok()?;
    entries.flatten().find(|(key, _)| key == "DATABASE_URL").map(|(_, value)| value)
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
        assert_eq!(found, Some(DatabaseUrl { text: "postgres://h/d".into(), source: "--url" }));
    }
}
