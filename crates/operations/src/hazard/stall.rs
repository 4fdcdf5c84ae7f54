use std::fmt;

use limbeck_schema::Dialect;

/// Who waits while a statement works on a table, and on what work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stall {
    /// Readers and writers wait.
    All(Work),
    /// Writers wait.
    Writers(Work),
}

/// What has to be done that takes longer the more rows there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// Every row is read.
    Read,
    /// An index is built.
    Build,
    /// Every row is written anew.
    Rewrite,
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "every row is read",
            Self::Build => "the index is built",
            Self::Rewrite => "every row is written anew",
        })
    }
}

impl Stall {
    /// The stall in words, for the tables of this name.
    pub(super) fn of(self, table: &impl fmt::Display) -> String {
        match self {
            Self::All(work) => format!("no one reads or writes {table} while {work}"),
            Self::Writers(work) => format!("no one writes to {table} while {work}"),
        }
    }
}

/// What a change stalls that needs the table to be copied where it can't be done in place: by dialect, SQLite's rebuild included.
pub(super) const fn copied(dialect: Dialect, postgres: Stall) -> Stall {
    match dialect {
        Dialect::Postgres => postgres,
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Stall::Writers(Work::Rewrite),
    }
}
