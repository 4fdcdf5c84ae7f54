mod blocker;
mod stays;

use limbeck_introspect::IntrospectError;
use limbeck_operations::{ReplayError, ddl::DdlError};
use sea_orm::DbErr;

use crate::{
    ConnectError, Direction, GraphError, HistoryError, LockError, Report, SettingsError, TargetError,
    connection::server_words,
};

pub use blocker::Blocker;
pub use stays::{Left, Stuck};

/// Why a run stopped, and what it had done by then.
#[derive(Debug, thiserror::Error)]
#[error("{cause}{}", cause.beyond(*left))]
pub struct Error {
    cause: Box<Cause>,
    /// What stays of the revision that stopped.
    left: Left,
    report: Report,
}

impl Error {
    /// Which situation it is.
    pub fn cause(&self) -> &Cause {
        &self.cause
    }

    /// What was done before, and stays done.
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// What to do about it.
    pub fn hint(&self) -> String {
        match (&*self.cause, self.left) {
            (_, Left::Nothing) => self.cause.hint(),
            (Cause::Ddl { .. }, _) => {
                "change what is not done of the revision, and run the command again: it goes on behind the steps that are done".to_owned()
            }
            _ => self.cause.hint(),
        }
    }

    /// The same, saying what stays of the revision that stopped.
    pub(crate) fn with_left(mut self, stays: Left) -> Self {
        if let Cause::Statement { left, .. } | Cause::DataStep { left, .. } = &mut *self.cause {
            *left = stays;
        }
        self.left = stays;
        self
    }

    /// The same, if it is the server's answer to a statement, as the loss of the connection.
    pub(crate) fn lost(mut self) -> Self {
        *self.cause = match *self.cause {
            Cause::Statement { source, .. }
            | Cause::DataStep { source, .. }
            | Cause::Database { source, .. }
            | Cause::History(HistoryError::Unwritable { source, .. })
            | Cause::Lock(LockError::Refused(source)) => Cause::ConnectionLost { source },
            other => other,
        };
        self
    }

    /// The same, if a lock was not given, with who is in the way.
    pub(crate) fn blocked(mut self, tries: u32, blockers: Vec<Blocker>) -> Self {
        *self.cause = match *self.cause {
            Cause::Statement { id, operation, source, left, .. } => {
                Cause::Blocked { id, operation, tries, blockers, source, left }
            }
            Cause::DataStep { id, name, source, left } => {
                Cause::Blocked { id, operation: format!("data step `{name}`"), tries, blockers, source, left }
            }
            other => other,
        };
        self
    }

    pub(crate) fn with_report(mut self, report: Report) -> Self {
        self.report = report;
        self
    }
}

impl<C: Into<Cause>> From<C> for Error {
    fn from(cause: C) -> Self {
        Self { cause: Box::new(cause.into()), left: Left::Nothing, report: Report::default() }
    }
}

/// Why a run stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Cause {
    /// `limbeck.toml` was not understood.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The revisions are no graph.
    #[error(transparent)]
    Graph(#[from] GraphError),
    /// The target leads nowhere.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// There is no connection.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// There is no lock.
    #[error(transparent)]
    Lock(#[from] LockError),
    /// The history table.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The database can't be read.
    #[error(transparent)]
    Introspect(#[from] IntrospectError),
    /// A revision names what the database does not have, or makes what it has. Nothing of it ran, if the error says no more.
    #[error("revision `{id}` does not fit the database: {operation}: {reason}")]
    DoesNotFit {
        /// The revision.
        id: String,
        /// The operation, in a few words.
        operation: String,
        /// What the database has.
        reason: ReplayError,
    },
    /// A revision changes a column that is not as the revisions before it made it. Nothing of it ran, if the error says no more.
    #[error(
        "revision `{id}` does not fit the database: {operation}: the column is `{actual}` there, and the revisions before made it `{recorded}`"
    )]
    Drifted {
        /// The revision.
        id: String,
        /// The operation, in a few words.
        operation: String,
        /// The type in the database, in its words.
        actual: String,
        /// The type that is recorded, in the database's words.
        recorded: String,
    },
    /// A baseline is for a database that no revision has touched.
    #[error("the database has a history already, which begins with `{id}`")]
    HasHistory {
        /// Its first revision.
        id: String,
    },
    /// A revision does not fit what the revisions before it made, whatever the database has. Nothing of it ran, if the error says no more.
    #[error("revision `{id}` does not fit the revisions before it: {operation}: {reason}")]
    NotRecordable {
        /// The revision.
        id: String,
        /// The operation, in a few words.
        operation: String,
        /// What does not fit.
        reason: ReplayError,
    },
    /// An operation can't be said to this server. Nothing of the revision ran, if the error says no more.
    #[error("revision `{id}`: {source}")]
    Ddl {
        /// The revision.
        id: String,
        /// Why.
        source: DdlError,
    },
    /// The server refused a statement.
    #[error("revision `{id}`: {operation} failed: {}; {left}", server_words(source))]
    Statement {
        /// The revision.
        id: String,
        /// The operation, in a few words.
        operation: String,
        /// The statement.
        sql: String,
        /// The server's answer.
        source: DbErr,
        /// What stays of the revision.
        left: Left,
    },
    /// Another session had a lock for too long, at each try.
    #[error(
        "revision `{id}`: {operation} did not get its lock, {tries} times ({}): {}; {left}",
        server_words(source),
        blocker::in_words(blockers)
    )]
    Blocked {
        /// The revision.
        id: String,
        /// The operation, in a few words.
        operation: String,
        /// How often it was tried.
        tries: u32,
        /// Who has locks on the tables, as far as is known; those with the longest transactions.
        blockers: Vec<Blocker>,
        /// The server's answer.
        source: DbErr,
        /// What stays of the revision.
        left: Left,
    },
    /// A data step returned an error.
    #[error("revision `{id}`: data step `{name}` failed: {}; {left}", server_words(source))]
    DataStep {
        /// The revision.
        id: String,
        /// The step's name.
        name: String,
        /// What it returned.
        source: DbErr,
        /// What stays of the revision.
        left: Left,
    },
    /// Raw SQL or a data step has ended the revision's transaction.
    #[error("revision `{id}`: {operation} ended the revision's transaction: what ran up to there can't be taken back")]
    LeftTransaction {
        /// The revision.
        id: String,
        /// The operation, in a few words.
        operation: String,
    },
    /// PostgreSQL: a data step went on behind an error, and the transaction is of no use any more. Nothing of the revision was kept.
    #[error("revision `{id}`: an error in {operation} was not passed on, and nothing of its transaction was kept")]
    Swallowed {
        /// The revision.
        id: String,
        /// The operation, in a few words.
        operation: String,
    },
    /// SQLite: after the revision rows would refer to rows that are not there. It was rolled back.
    #[error("revision `{id}` would leave rows that refer to nothing: {}; nothing of it was kept", violations.join(", "))]
    ForeignKeys {
        /// The revision.
        id: String,
        /// Which tables, in words.
        violations: Vec<String>,
    },
    /// SQLite: foreign keys could not be switched off for a rebuild; nothing ran.
    #[error("revision `{id}`: foreign keys can't be switched off, and a table has to be rebuilt")]
    ForeignKeysStay {
        /// The revision.
        id: String,
    },
    /// An earlier run has begun a revision and not come to its end, where DDL can't be rolled back, and this run can't go on from there.
    #[error("{direction} of revision `{id}` was begun and did not end: {done} of its {total} steps are done{}", why.words(next))]
    Unfinished {
        /// The revision.
        id: String,
        /// Which way it was going.
        direction: Direction,
        /// How many of its steps are certainly done.
        done: usize,
        /// How many it has.
        total: usize,
        /// The step that comes next, in a few words.
        next: String,
        /// Why this run can't go on from there.
        why: Stuck,
    },
    /// A squashed revision does not record what those do that it replaces and that ran here. Nothing was changed.
    #[error("revision `{id}` can't take the place of `{}` in the history, which made something else: {difference}", replaced.join("`, `"))]
    ReplacesOther {
        /// The squashed revision.
        id: String,
        /// What it replaces.
        replaced: Vec<String>,
        /// The first object that differs, or why it can't be told.
        difference: String,
    },
    /// Called twice, a revision says two different things, so that the history could not tell what ran. Asked in debug builds only; nothing ran.
    #[error("the {direction} of revision `{id}` says something else each time it is called")]
    Impure {
        /// The revision.
        id: String,
        /// Which way.
        direction: Direction,
    },
    /// The run can't be one transaction. Nothing ran.
    #[error("the run can't be one transaction: {reason}")]
    NotInOneTransaction {
        /// Why: the server, or the operations.
        reason: String,
    },
    /// SQLite: a rebuild that was no transaction dropped a table and ended before its copy got the name. Nothing ran.
    #[error("the table `{copy}` is the copy of a table that is gone: a rebuild did not come to its end")]
    OnlyCopy {
        /// The copy's name, which ends with that of the table.
        copy: String,
    },
    /// SQLite: a rebuild that was no transaction has left a copy, and the table of its name has not all of its rows. Nothing ran.
    #[error("the table `{copy}`, the copy that a rebuild has left, has {rows} rows that `{table}` has not")]
    FullerCopy {
        /// The copy's name.
        copy: String,
        /// The table's.
        table: String,
        /// How many, by the columns that both have.
        rows: i64,
    },
    /// A person says what became of a step in doubt, and there is none.
    #[error("no step is in doubt on this database")]
    NothingInDoubt,
    /// A session was lost on the way, or a statement outside of any step failed.
    #[error("{what} failed: {}", server_words(source))]
    Database {
        /// What was being done.
        what: String,
        /// The server's answer.
        source: DbErr,
    },
    /// The session is gone, and with it the lock.
    #[error("the connection to the database was lost: {}", server_words(source))]
    ConnectionLost {
        /// The driver's words.
        source: DbErr,
    },
}

impl Cause {
    /// What stays of a revision that does not fit, where it was found behind steps that were done; in words that follow the others.
    fn beyond(&self, left: Left) -> String {
        match (self, left) {
            (_, Left::Nothing) => String::new(),
            (Self::DoesNotFit { .. } | Self::Drifted { .. } | Self::NotRecordable { .. } | Self::Ddl { .. }, left) => {
                format!("; {left}")
            }
            _ => String::new(),
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Settings(_) => "correct limbeck.toml and build again".to_owned(),
            Self::Graph(error) => error.hint(),
            Self::Target(error) => error.hint(),
            Self::Connect(error) => error.hint(),
            Self::Lock(error) => error.hint(),
            Self::History(error) => error.hint(),
            Self::Introspect(_) => "see whether the user may read the catalog, and the server's version is supported".to_owned(),
            Self::DoesNotFit { .. } | Self::Drifted { .. } => {
                "`check` shows where the database differs from what the revisions made; `stamp` records what is there already".to_owned()
            }
            Self::HasHistory { .. } => "`migrate` writes what changed since; `stamp` sets the history".to_owned(),
            Self::NotRecordable { .. } => {
                "say what raw SQL did to the schema with `.records(..)` in the revision that ran it".to_owned()
            }
            Self::Ddl { .. } => "change the revision; nothing of it ran".to_owned(),
            Self::Statement { left, .. } | Self::DataStep { left, .. } => match left {
                Left::Nothing => "remove the cause, and run the command again".to_owned(),
                Left::Undone { .. } => {
                    "remove the cause, and run the command again: it goes on from there".to_owned()
                }
                Left::Steps { .. } | Left::Partly { .. } => {
                    "remove the cause, and run the command again: it goes on behind the steps that are done".to_owned()
                }
                Left::Unclear { .. } => {
                    "remove the cause, and run the command again: it finds out what became of the step, or says how to go on".to_owned()
                }
            },
            Self::Blocked { blockers, .. } if blockers.is_empty() => {
                "find the session that has the lock, and run the command again; MariaDB names it after `INSTALL SONAME 'metadata_lock_info'`"
                    .to_owned()
            }
            Self::Blocked { .. } => {
                "let it end its transaction, or end it yourself, and run the command again; `--lock-timeout` waits longer, `--lock-retries` tries more often"
                    .to_owned()
            }
            Self::ReplacesOther { id, .. } => format!(
                "`current` shows which of their files were edited since; let `{id}` make what they made, or accept what it says with `stamp {id}`"
            ),
            Self::Impure { .. } => {
                "take clocks, environment, files and random numbers out of it; what depends on the database belongs into a data step".to_owned()
            }
            Self::NotInOneTransaction { .. } => "run it without `--single-transaction`".to_owned(),
            Self::LeftTransaction { .. } => {
                "take BEGIN, COMMIT and ROLLBACK out of the step; see what it left, then `stamp` where the database stands".to_owned()
            }
            Self::Swallowed { .. } => {
                "return the error; or say what is to happen in SQL (ON CONFLICT DO NOTHING), or put SAVEPOINT and ROLLBACK TO SAVEPOINT around what may fail".to_owned()
            }
            Self::ForeignKeys { .. } => {
                "correct the rows in a data step before, or in the database; foreign keys are off in a revision that may rebuild a table, so that ON DELETE and ON UPDATE do nothing there: what relies on them belongs into a revision of its own".to_owned()
            }
            Self::ForeignKeysStay { .. } => "run it outside of any transaction of the application".to_owned(),
            Self::Unfinished { id, direction, why, .. } => why.hint(id, *direction),
            Self::OnlyCopy { copy } => {
                let table = copy.strip_prefix(limbeck_operations::ddl::REBUILT_PREFIX).unwrap_or(copy);
                format!("if its rows are whole, give it the name back: ALTER TABLE \"{copy}\" RENAME TO \"{table}\"")
            }
            Self::FullerCopy { copy, table, .. } => format!(
                "bring those rows over to `{table}` if they belong there, then: DROP TABLE \"{copy}\""
            ),
            Self::NothingInDoubt => "leave `--assume-done` and `--assume-undone` out".to_owned(),
            Self::Database { .. } => "the server's words say what it lacks".to_owned(),
            Self::ConnectionLost { .. } => {
                "once the server answers, run the command again: it finds out what was done, and goes on from there".to_owned()
            }
        }
    }
}
