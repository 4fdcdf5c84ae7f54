//! The settings of a project: `limbeck.toml`, or the part of it that production needs and the build script compiles in.

mod timeout;

use std::collections::BTreeMap;

use limbeck_operations::Denied;
use limbeck_schema::{Dialect, ObjectName, SqliteTypes};
use serde::{Deserialize, Serialize};

pub use timeout::{ParseTimeoutError, Timeout};

/// What `limbeck.toml` says. Every key may be left out.
///
/// ```
/// let settings = limbeck::Settings::parse("history_table = \"revisions\"")?;
/// assert_eq!(settings.history_table, "revisions");
/// # Ok::<(), limbeck::SettingsError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Where the entities are: files, folders, or patterns of them (`crates/*/src/entities`), relative to the file's own folder. What a pattern that
    /// begins with `!` matches is left out, with all that is below it.
    pub entities: Vec<String>,
    /// The dialects that the project runs on; empty means that of the URL.
    pub dialects: Vec<Dialect>,
    /// The folder of the `migrations` crate.
    pub migrations: String,
    /// The database to work on, where neither the command line nor the environment names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// A server for the scratch databases that revisions are proved on; each is made there under a name of its own, and dropped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scratch_url: Option<String>,
    /// The table that remembers what ran; `schema.table` puts it into a schema of its own.
    pub history_table: String,
    /// How long a statement waits for a lock that another session has, before it gives up and is tried again. Not on SQLite, where a run waits for
    /// other writers before each revision.
    pub lock_timeout: Timeout,
    /// How often what did not get its lock is tried again, after pauses that grow.
    pub lock_retries: u32,
    /// How long a statement may run; not on SQLite and MySQL.
    pub statement_timeout: Timeout,
    /// Tables and views that are none of Limbeck's business, as patterns with `*` and `?`; one with a dot is held against `schema.name`.
    pub ignore: Vec<String>,
    /// What is never dropped, whether an entity states it or not: tables, their parts as `table.part`, and types, with `*` and `?`.
    pub keep: Vec<String>,
    /// How declared types of SQLite compare: by what they mean, or exactly.
    pub sqlite_types: SqliteTypes,
    /// Views, as patterns like those of `ignore`: the entities over them are no tables.
    pub views: Vec<String>,
    /// Hazards that `migrate` and `check` take for errors: letters of groups (`A`) or codes (`A02`).
    pub deny: Vec<String>,
    /// Column types that the sources don't tell, by the path of a Rust type (`crate::Money`), or by table and column (`orders.total`). The last key:
    /// in TOML a table has to follow what is none.
    pub types: BTreeMap<String, String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            entities: Vec::new(),
            dialects: Vec::new(),
            migrations: "migrations".to_owned(),
            url: None,
            scratch_url: None,
            history_table: "limbeck_history".to_owned(),
            lock_timeout: Timeout::seconds(5),
            lock_retries: 5,
            statement_timeout: Timeout::OFF,
            ignore: Vec::new(),
            keep: Vec::new(),
            sqlite_types: SqliteTypes::Meaning,
            views: Vec::new(),
            deny: Vec::new(),
            types: BTreeMap::new(),
        }
    }
}

/// Why a text is no `limbeck.toml`, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("limbeck.toml:{line}:{column}: {message}")]
pub struct SettingsError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong there.
    pub message: String,
}

impl Settings {
    /// The settings that `text`, in TOML, states.
    ///
    /// # Errors
    /// It is not TOML, names a key that is none, or gives a key a value that it can't have.
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        let settings: Self = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            SettingsError::at(text, at, error.message().to_owned())
        })?;
        settings.verify(text)?;
        Ok(settings)
    }

    fn verify(&self, text: &str) -> Result<(), SettingsError> {
        // PostgreSQL's limit, the strictest of all databases, in bytes (manual, section 4.1.1).
        const LONGEST: usize = 63;
        let wrong = |key: &str, message: String| Err(SettingsError::at(text, line_of(text, key), message));
        let table = self.history_table();
        if table.name.is_empty() || table.schema.as_deref() == Some("") {
            return wrong("history_table", "`history_table` has to be a name".to_owned());
        }
        if table.name.len() > LONGEST {
            return wrong("history_table", format!("`history_table` may have {LONGEST} bytes at most"));
        }
        let twice = self.dialects.iter().enumerate().find(|(at, dialect)| self.dialects[..*at].contains(dialect));
        if let Some((_, dialect)) = twice {
            return wrong("dialects", format!("`dialects` names `{dialect}` twice"));
        }
        if let Some(error) = self.deny.iter().find_map(|text| text.parse::<Denied>().err()) {
            return wrong("deny", format!("`deny`: {error}"));
        }
        Ok(())
    }

    /// The table that remembers what ran, as a name.
    pub fn history_table(&self) -> ObjectName {
        match self.history_table.split_once('.') {
            Some((schema, name)) => ObjectName::qualified(schema, name),
            None => ObjectName::bare(&*self.history_table),
        }
    }

    /// Whether `name` is set aside: a table of Limbeck's own, or one that `ignore` matches.
    pub fn sets_aside(&self, name: &ObjectName) -> bool {
        let history = self.history_table();
        let is_history = name.name == history.name && (history.schema.is_none() || history.schema == name.schema);
        is_history || self.ignore.iter().any(|pattern| name.matches(pattern))
    }

    /// Whether `views` says that `name` is a view.
    pub fn is_view(&self, name: &ObjectName) -> bool {
        self.views.iter().any(|pattern| name.matches(pattern))
    }
}

impl SettingsError {
    fn at(text: &str, offset: usize, message: String) -> Self {
        let before = text.get(..offset).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1, message }
    }
}

/// Where the line of `key` begins; the text's beginning if it is not stated.
fn line_of(text: &str, key: &str) -> usize {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with(key) {
            return offset;
        }
        offset += line.len();
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_said_is_the_defaults() {
        let settings = Settings::parse("").expect("an empty file");
        assert_eq!(settings, Settings::default());
        assert_eq!(settings.history_table, "limbeck_history");
        assert_eq!(settings.migrations, "migrations");
    }

    #[test]
    fn every_key_is_read_and_written_back() {
        let text = r#"
            entities = ["crates/*/src/entities"]
            dialects = ["sqlite", "postgres", "mysql", "mariadb"]
            migrations = "db/migrations"
            url = "sqlite://dev.db"
            scratch_url = "postgres://localhost/postgres"
            history_table = "audit.revisions"
            lock_timeout = "250ms"
            lock_retries = 9
            statement_timeout = 90
            ignore = ["spatial_ref_sys", "tmp_*"]
            keep = ["logs", "animals.note"]
            sqlite_types = "exact"
            views = ["v_*"]
            deny = ["A", "c16"]

            [types]
            "crate::Money" = "decimal(16,4)"
            "orders.total" = "custom(\"money\")"
        "#;
        let settings = Settings::parse(text).expect("a whole file");
        assert_eq!(settings.entities, ["crates/*/src/entities"]);
        assert_eq!(settings.dialects, Dialect::ALL);
        assert_eq!(settings.migrations, "db/migrations");
        assert_eq!(settings.url.as_deref(), Some("sqlite://dev.db"));
        assert_eq!(settings.scratch_url.as_deref(), Some("postgres://localhost/postgres"));
        assert_eq!(settings.history_table(), ObjectName::qualified("audit", "revisions"));
        assert_eq!(settings.lock_timeout, Timeout::of(std::time::Duration::from_millis(250)));
        assert_eq!((settings.lock_retries, settings.statement_timeout), (9, Timeout::seconds(90)));
        assert_eq!(settings.keep, ["logs", "animals.note"]);
        assert_eq!(settings.sqlite_types, SqliteTypes::Exact);
        assert_eq!(settings.views, ["v_*"]);
        assert_eq!(settings.deny, ["A", "c16"]);
        let types: Vec<_> = settings.types.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(types, [("crate::Money", "decimal(16,4)"), ("orders.total", "custom(\"money\")")]);
        let written = toml::to_string(&settings).expect("settings are TOML");
        assert_eq!(Settings::parse(&written), Ok(settings));
    }

    #[test]
    fn mistakes_are_named_with_their_place() {
        for (name, text, line, column, part) in [
            ("unknown key", "\nhistroy_table = \"x\"", 2, 1, "unknown field `histroy_table`, expected one of"),
            ("unknown dialect", "dialects = [\"sqlite\", \"pg\"]", 1, 23, "unknown variant `pg`, expected one of"),
            ("wrong kind of type", "[types]\n\"crate::Money\" = 1", 2, 18, "expected a string"),
            ("wrong kind", "ignore = \"tmp_*\"", 1, 10, "expected a sequence"),
            ("no time", "\nlock_timeout = \"soon\"", 2, 16, "`soon` is no time: say `5s`"),
            ("no time at all", "statement_timeout = true", 1, 21, "expected a time"),
            ("a time before", "statement_timeout = -1", 1, 21, "expected a time"),
            ("not TOML", "ignore = [", 1, 11, ""),
            ("twice", "# x\ndialects = [\"sqlite\", \"sqlite\"]", 2, 1, "names `sqlite` twice"),
            ("no hazard", "\ndeny = [\"A\", \"A04\"]", 2, 1, "`A04` is no hazard; the nearest is A05"),
            ("no name", "history_table = \"\"", 1, 1, "has to be a name"),
            ("half a name", "history_table = \".x\"", 1, 1, "has to be a name"),
            ("long name", &format!("history_table = \"{}\"", "x".repeat(64)), 1, 1, "63 bytes"),
        ] {
            let error = Settings::parse(text).expect_err(name);
            assert_eq!((error.line, error.column), (line, column), "{name}: {error}");
            assert!(error.message.contains(part), "{name}: {error}");
            assert!(error.to_string().starts_with(&format!("limbeck.toml:{line}:{column}: ")), "{name}: {error}");
        }
    }

    #[test]
    fn what_is_ignored_is_set_aside() {
        let settings = Settings {
            ignore: ["spatial_ref_sys", "tmp_*", "*_old", "audit.*", "a*b*c", "log?"].map(str::to_owned).to_vec(),
            ..Settings::default()
        };
        for (name, expected) in [
            (ObjectName::bare("limbeck_history"), true),
            (ObjectName::bare("spatial_ref_sys"), true),
            (ObjectName::qualified("x", "spatial_ref_sys"), true),
            (ObjectName::bare("tmp_"), true),
            (ObjectName::bare("tmp_1"), true),
            (ObjectName::bare("a_tmp_1"), false),
            (ObjectName::bare("users_old"), true),
            (ObjectName::bare("users_older"), false),
            (ObjectName::qualified("audit", "users"), true),
            (ObjectName::bare("users"), false),
            (ObjectName::bare("a1b2b3c"), true),
            (ObjectName::bare("a1c2b"), false),
            (ObjectName::bare("log1"), true),
            (ObjectName::bare("log"), false),
            (ObjectName::bare("log12"), false),
        ] {
            assert_eq!(settings.sets_aside(&name), expected, "{name}");
        }
    }

    #[test]
    fn views_are_told_by_their_names() {
        let settings = Settings { views: vec!["v_*".to_owned(), "audit.*".to_owned()], ..Settings::default() };
        for (name, expected) in [
            (ObjectName::bare("v_sales"), true),
            (ObjectName::bare("sales"), false),
            (ObjectName::qualified("audit", "sales"), true),
            (ObjectName::bare("audit"), false),
        ] {
            assert_eq!(settings.is_view(&name), expected, "{name}");
        }
    }
}
