use std::path::Path;

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
    pub(crate) fn sqlite_file(&self) -> Option<&Path> {
        let path = self.text.strip_prefix("sqlite://")?;
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        (!path.is_empty() && path != ":memory:").then(|| Path::new(path))
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
    format!("sqlite://{}{parameters}", folder.join(path).display())
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
    fn the_flag_comes_first() {
        let found =
            find(Some("postgres://h/d"), Path::new("/w"), Some((Path::new("/project"), Some("sqlite://dev.db"))));
        assert_eq!(found, Some(DatabaseUrl { text: "postgres://h/d".into(), source: "--url" }));
    }
}
