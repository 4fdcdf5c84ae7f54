use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use limbeck_schema::{Dialect, Server};
use sea_orm::{ConnectionTrait, DbErr, Statement};

use super::{Event, Run, limits::Limits};
use crate::{
    Cause, Connection, Entry, Error, History, Report, Settings,
    connection::MYSQL_SESSION,
    history::{HistoryTable, Layout},
    lock::{Held, Lock},
};

/// What a run works with: its one connection, the lock on it, and what is known of the history.
pub(super) struct Session<'a> {
    pub(super) run: &'a Run<'a>,
    pub(super) connection: &'a Connection,
    pub(super) server: Server,
    pub(super) table: HistoryTable,
    /// What is there of the history table.
    pub(super) layout: Layout,
    pub(super) history: History,
    pub(super) report: Report,
    pub(super) limits: Limits,
    /// What data steps can ask for.
    pub(super) arguments: Arc<BTreeMap<String, String>>,
    /// Whether what a person said of the step in doubt was taken up.
    pub(super) is_assumed: bool,
    entries: HashMap<&'static str, &'static Entry>,
    lock: Lock,
    /// SQLite: numbers that tell what others have done meanwhile.
    watched: Watched,
}

/// SQLite: `data_version` changes when another session commits, `schema_version` when anybody changes the schema (pragma.html).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Watched {
    data: i64,
    schema: i64,
}

impl<'a> Session<'a> {
    /// Asks what the server is, and takes the lock.
    pub(super) async fn begin(run: &'a Run<'a>, connection: &'a Connection, settings: Settings) -> Result<Self, Error> {
        match Self::locked(run, connection, settings).await {
            Err(error) if connection.is_lost().await => Err(error.lost()),
            outcome => outcome,
        }
    }

    async fn locked(run: &'a Run<'a>, connection: &'a Connection, settings: Settings) -> Result<Self, Error> {
        let server = limbeck_introspect::server(connection.database()).await?;
        let waiting = || run.tell(&Event::Waiting);
        let lock = Lock::acquire(connection, &server, &settings, run.lock_wait, waiting).await?;
        let session = Self::with(run, connection, &settings, (server, lock));
        match session.set_up().await {
            Ok(()) => Ok(session),
            Err(error) => {
                session.lock.release(connection).await;
                Err(error)
            }
        }
    }

    /// Gives the session what its statements rely on.
    async fn set_up(&self) -> Result<(), Error> {
        if self.dialect().is_mysql_like() {
            for sql in MYSQL_SESSION {
                self.send(sql).await?;
            }
            // With it off any ALTER gives a `timestamp NOT NULL` a default of its own (measured on MariaDB 10.11). A server that does not
            // let it be set has it on, or is older than it; the statements themselves say what they can.
            let sql = "SET SESSION explicit_defaults_for_timestamp = 1";
            let _ = self.connection.database().execute_unprepared(sql).await;
        }
        self.limit().await
    }

    /// Asks what the server is, to look only: without a lock.
    pub(super) async fn reading(
        run: &'a Run<'a>,
        connection: &'a Connection,
        settings: Settings,
    ) -> Result<Self, Error> {
        let server = limbeck_introspect::server(connection.database()).await?;
        Ok(Self::with(run, connection, &settings, (server, Lock::Unneeded)))
    }

    fn with(run: &'a Run<'a>, connection: &'a Connection, settings: &Settings, (server, lock): (Server, Lock)) -> Self {
        let server = Server { sqlite_types: settings.sqlite_types, ..server };
        Self {
            run,
            connection,
            table: HistoryTable::new(server.dialect, settings.history_table()),
            layout: Layout::Missing,
            history: History::default(),
            report: Report::default(),
            limits: Limits::of(run, settings),
            arguments: Arc::new(run.arguments.clone()),
            is_assumed: false,
            entries: run.migrations.entries().iter().map(|entry| (entry.revision.id, entry)).collect(),
            server,
            lock,
            watched: Watched::default(),
        }
    }

    /// Gives the lock back, and the report with the outcome.
    pub(super) async fn end(self, outcome: Result<(), Error>) -> Result<Report, Error> {
        let outcome = match outcome {
            Err(error) if self.connection.is_lost().await => Err(error.lost()),
            outcome => outcome,
        };
        self.lock.release(self.connection).await;
        match outcome {
            Ok(()) => Ok(self.report),
            Err(error) => Err(error.with_report(self.report)),
        }
    }

    pub(super) const fn dialect(&self) -> Dialect {
        self.server.dialect
    }

    /// The compiled revision of this id.
    pub(super) fn entry(&self, id: &str) -> Option<&'static Entry> {
        self.entries.get(id).copied()
    }

    /// Reads the history.
    pub(super) async fn load(&mut self) -> Result<(), Error> {
        self.watched = self.watch().await?;
        (self.layout, self.history) = self.loaded().await?;
        Ok(())
    }

    pub(super) async fn loaded(&self) -> Result<(Layout, History), Error> {
        Ok(History::read(self.connection.database(), &self.table).await?)
    }

    /// What has to be kept until a session in memory is set right.
    pub(super) fn held_in_memory(&self) -> Option<Held> {
        self.lock.held_in_memory()
    }

    /// Makes sure that the lock is still this session's.
    pub(super) async fn assert_lock(&self) -> Result<(), Error> {
        Ok(self.lock.assert_held(self.connection).await?)
    }

    /// SQLite: whether another run, or anybody who changed the schema, was quicker since the history was read. Inside of a transaction the answer stays true.
    pub(super) async fn overtaken(&mut self) -> Result<bool, Error> {
        if self.dialect() != Dialect::Sqlite {
            return Ok(false);
        }
        let now = self.watch().await?;
        if now == self.watched {
            return Ok(false);
        }
        let overtaken = now.schema != self.watched.schema || self.loaded().await?.1 != self.history;
        self.watched = now;
        Ok(overtaken)
    }

    /// SQLite: what this run has done itself is nothing that others did.
    pub(super) async fn watch_on(&mut self) -> Result<(), Error> {
        self.watched.schema = self.watch().await?.schema;
        Ok(())
    }

    async fn watch(&self) -> Result<Watched, Error> {
        match self.dialect() {
            Dialect::Sqlite => {
                Ok(Watched { data: self.pragma("data_version").await?, schema: self.pragma("schema_version").await? })
            }
            Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => Ok(Watched::default()),
        }
    }

    /// SQLite: the number that a PRAGMA answers; 0 if it answers nothing.
    pub(super) async fn pragma(&self, name: &str) -> Result<i64, Error> {
        self.number(format!("PRAGMA {name}")).await
    }

    async fn number(&self, sql: String) -> Result<i64, Error> {
        let database = self.connection.database();
        let failed = |source: DbErr| Cause::Database { what: format!("`{sql}`"), source };
        let statement = Statement::from_string(database.get_database_backend(), &sql);
        let row = database.query_one_raw(statement).await.map_err(failed)?;
        Ok(row.map_or(Ok(0), |row| row.try_get_by_index(0)).map_err(failed)?)
    }

    /// Sends a statement that is no part of a step.
    pub(super) async fn send(&self, sql: &str) -> Result<(), Error> {
        let failed = |source: DbErr| Cause::Database { what: format!("`{sql}`"), source };
        self.connection.database().execute_unprepared(sql).await.map_err(failed)?;
        Ok(())
    }

    /// Makes the history table where it is not there, or brings one of an earlier version up to this one's.
    pub(super) async fn ensure_table(&self) -> Result<(), Error> {
        for sql in self.table.make(&self.layout) {
            self.send(&sql).await?;
        }
        Ok(())
    }
}
