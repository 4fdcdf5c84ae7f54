use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::SqliteTypes;

/// A kind of database server. Matched exhaustively everywhere, so that a new one is a list of compiler errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    /// SQLite, 3.35 or later.
    Sqlite,
    /// PostgreSQL, 12 or later.
    Postgres,
    /// MySQL, 8.0.19 or later. Supported from its documentation; not tested.
    MySql,
    /// MariaDB, 10.5 or later.
    MariaDb,
}

impl Dialect {
    /// Every dialect, in the order of their declaration.
    pub const ALL: [Self; 4] = [Self::Sqlite, Self::Postgres, Self::MySql, Self::MariaDb];

    /// The name as it stands in `limbeck.toml` and in the stored operations.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
            Self::MySql => "mysql",
            Self::MariaDb => "mariadb",
        }
    }

    /// The name of the variant, as a revision file writes it.
    pub const fn variant(self) -> &'static str {
        match self {
            Self::Sqlite => "Sqlite",
            Self::Postgres => "Postgres",
            Self::MySql => "MySql",
            Self::MariaDb => "MariaDb",
        }
    }

    /// Whether this is MySQL or MariaDB, which share their statements but not their canonical forms.
    pub const fn is_mysql_like(self) -> bool {
        match self {
            Self::MySql | Self::MariaDb => true,
            Self::Sqlite | Self::Postgres => false,
        }
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that is no dialect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseDialectError(pub String);

impl fmt::Display for ParseDialectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no dialect; use one of `sqlite`, `postgres`, `mysql`, `mariadb`", self.0)
    }
}

impl std::error::Error for ParseDialectError {}

impl FromStr for Dialect {
    type Err = ParseDialectError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.to_ascii_lowercase().as_str() {
            "sqlite" => Ok(Self::Sqlite),
            "postgres" | "postgresql" => Ok(Self::Postgres),
            "mysql" => Ok(Self::MySql),
            "mariadb" => Ok(Self::MariaDb),
            _ => Err(ParseDialectError(text.to_owned())),
        }
    }
}

/// A server's version, as numbers that compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// The first number.
    pub major: u32,
    /// The second number.
    pub minor: u32,
    /// The third number.
    pub patch: u32,
}

impl Version {
    /// A version from its three numbers.
    pub const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self { major, minor, patch }
    }

    /// The first version found in `text` (`"10.11.19-MariaDB-0+deb12u1"`, `"3.40.1"`); zeros where there is none.
    pub fn find(text: &str) -> Self {
        let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
        let end = text[start..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(text.len(), |i| start + i);
        let mut numbers = text[start..end].split('.').map(|part| part.parse().unwrap_or(0));
        let mut next = || numbers.next().unwrap_or(0);
        Self { major: next(), minor: next(), patch: next() }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// The server that a statement is written for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// The kind of server.
    pub dialect: Dialect,
    /// Its version.
    pub version: Version,
    /// The schema (PostgreSQL) or database (MySQL, MariaDB) that unqualified names mean; `main` on SQLite.
    pub default_schema: String,
    /// Whether declared types of SQLite are more than words: a change of nothing else is then written. The project says it, no server.
    pub sqlite_types: SqliteTypes,
}

impl Server {
    /// The server to assume when there is no connection (offline scripts, tests): the oldest version that is supported.
    pub fn assumed(dialect: Dialect) -> Self {
        let (version, default_schema) = match dialect {
            Dialect::Sqlite => (Version::new(3, 35, 0), "main"),
            Dialect::Postgres => (Version::new(12, 0, 0), "public"),
            Dialect::MySql => (Version::new(8, 0, 19), ""),
            Dialect::MariaDb => (Version::new(10, 5, 2), ""),
        };
        Self { dialect, version, default_schema: default_schema.to_owned(), sqlite_types: SqliteTypes::Meaning }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_servers_print() {
        for (text, expected) in [
            ("3.40.1", Version::new(3, 40, 1)),
            ("10.11.19-MariaDB-0+deb12u1", Version::new(10, 11, 19)),
            ("PostgreSQL 15.18 (Debian 15.18-0+deb12u1)", Version::new(15, 18, 0)),
            ("8.0.36", Version::new(8, 0, 36)),
            ("none", Version::default()),
        ] {
            assert_eq!(Version::find(text), expected, "{text}");
        }
    }

    #[test]
    fn dialect_names_parse_back() {
        for dialect in Dialect::ALL {
            assert_eq!(dialect.name().parse(), Ok(dialect));
        }
        assert!("oracle".parse::<Dialect>().is_err());
    }
}
