//! Runs revisions on a database: one connection, one lock, one path; each revision with its record in one transaction where the database has that.

mod adopt;
mod apply;
mod copies;
mod down;
mod event;
mod flight;
mod limits;
mod look;
mod one_transaction;
mod plan;
mod prepare;
mod record;
mod replace;
mod schemas;
mod session;
mod settle;
mod stamp;
mod steps;
mod task;
mod transaction;
mod turn;
mod up;
mod work;

use std::{collections::BTreeMap, time::Duration};

use sea_orm::DatabaseConnection;

pub use adopt::Baseline;
pub use event::Event;
pub(crate) use limits::statements as limit_statements;
pub use plan::{Plan, Planned, Sent};
pub use settle::Assume;
pub(crate) use up::unfinished;

use crate::{Connection, Error, Graph, Migrations, Report, Settings, Target, Timeout, history::Layout};
use session::Session;

/// How long a run waits for another one to end, if nothing else is said.
const LOCK_WAIT: Duration = Duration::from_secs(60);

/// Brings `database` up to `target`, on a connection of its own with the options of that pool.
///
/// Any number of processes may call it at once: one runs each revision, the others wait, up to a minute, and find it done.
///
/// # Errors
/// See [`Cause`](crate::Cause); the error holds the report of what was done before.
pub async fn upgrade(database: &DatabaseConnection, migrations: &Migrations, target: Target) -> Result<Report, Error> {
    let connection = Connection::of(database).await?;
    let outcome = Run::new(migrations).upgrade(&connection, &target).await;
    connection.close().await;
    outcome
}

/// Takes `database` back to `target`, which stays applied, on a connection of its own with the options of that pool.
///
/// A revision is undone with the downgrade of its file, as long as the file's upgrade is what ran; else with the downgrade that was stored when it ran.
///
/// # Errors
/// See [`Cause`](crate::Cause); the error holds the report of what was done before.
pub async fn downgrade(
    database: &DatabaseConnection,
    migrations: &Migrations,
    target: Target,
) -> Result<Report, Error> {
    let connection = Connection::of(database).await?;
    let outcome = Run::new(migrations).downgrade(&connection, &target).await;
    connection.close().await;
    outcome
}

/// Writes into the history that `database` stands at `target`, and runs nothing.
///
/// # Errors
/// See [`Cause`](crate::Cause).
pub async fn stamp(database: &DatabaseConnection, migrations: &Migrations, target: Target) -> Result<Report, Error> {
    let connection = Connection::of(database).await?;
    let outcome = Run::new(migrations).stamp(&connection, &[target], false).await;
    connection.close().await;
    outcome
}

/// A run with options. [`upgrade`], [`downgrade`] and [`stamp`] are runs without.
///
/// ```
/// use std::{collections::BTreeMap, time::Duration};
///
/// use limbeck::{Connection, Error, Event, Migrations, Report, Run, Target};
///
/// async fn migrate(db: &sea_orm::DatabaseConnection, migrations: &Migrations) -> Result<Report, Error> {
///     let connection = Connection::of(db).await?;
///     let show = |event: &Event<'_>| {
///         if let Event::RevisionDone { id, duration, .. } = event {
///             eprintln!("{id} in {duration:?}");
///         }
///     };
///     Run::new(migrations).lock_wait(Duration::from_secs(300)).on_event(show).upgrade(&connection, &Target::Head).await
/// }
/// ```
pub struct Run<'a> {
    migrations: &'a Migrations,
    settings: Option<Settings>,
    lock_wait: Duration,
    lock_timeout: Option<Timeout>,
    lock_retries: Option<u32>,
    statement_timeout: Option<Timeout>,
    single_transaction: bool,
    arguments: BTreeMap<String, String>,
    assume: Option<Assume>,
    on_event: Option<Box<Listener<'a>>>,
}

/// Who is told what happens.
type Listener<'a> = dyn Fn(&Event<'_>) + Send + Sync + 'a;

/// What a run is for.
enum Command<'a> {
    Upgrade(&'a Target),
    Downgrade(&'a Target),
    Stamp { targets: &'a [Target], purge: bool },
    Adopt(&'a Baseline<'a>),
}

impl<'a> Run<'a> {
    /// A run of these revisions, with the settings that are compiled in beside them.
    pub const fn new(migrations: &'a Migrations) -> Self {
        Self {
            migrations,
            settings: None,
            lock_wait: LOCK_WAIT,
            lock_timeout: None,
            lock_retries: None,
            statement_timeout: None,
            single_transaction: false,
            arguments: BTreeMap::new(),
            assume: None,
            on_event: None,
        }
    }

    /// Other settings than those that are compiled in.
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = Some(settings);
        self
    }

    /// How long to wait for another run to end; a minute if nothing is said.
    pub const fn lock_wait(mut self, wait: Duration) -> Self {
        self.lock_wait = wait;
        self
    }

    /// How long a statement waits for a lock that another session has; else what the settings say, and 5 seconds if nothing is said.
    pub const fn lock_timeout(mut self, timeout: Timeout) -> Self {
        self.lock_timeout = Some(timeout);
        self
    }

    /// How often a revision that did not get a lock is tried again: as a whole where DDL rolls back, else from the statement on. Pauses grow from 1 to 16
    /// seconds. What a data step has done elsewhere than in the database is then done again.
    pub const fn lock_retries(mut self, retries: u32) -> Self {
        self.lock_retries = Some(retries);
        self
    }

    /// How long a statement may run; else what the settings say, and as long as it takes if nothing is said. Not on SQLite and MySQL.
    pub const fn statement_timeout(mut self, timeout: Timeout) -> Self {
        self.statement_timeout = Some(timeout);
        self
    }

    /// All revisions and their records in one transaction: if one fails, none is applied. SQLite and PostgreSQL only.
    pub const fn single_transaction(mut self, single: bool) -> Self {
        self.single_transaction = single;
        self
    }

    /// What data steps are told of `key`.
    pub fn argument(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.arguments.insert(key.into(), value.into());
        self
    }

    /// What became of the step that an earlier run has left in doubt, where the catalog does not tell. The run is refused if there is none.
    pub const fn assume(mut self, assume: Assume) -> Self {
        self.assume = Some(assume);
        self
    }

    /// Is told what happens while it does. It is called between statements, and should be quick.
    pub fn on_event(mut self, listener: impl Fn(&Event<'_>) + Send + Sync + 'a) -> Self {
        self.on_event = Some(Box::new(listener));
        self
    }

    /// Runs what is missing up to `target`. Who drops the future half-way has to drop the connection too, which ends its transaction and its lock.
    ///
    /// # Errors
    /// See [`Cause`](crate::Cause); the error holds the report of what was done before.
    pub async fn upgrade(&self, connection: &Connection, target: &Target) -> Result<Report, Error> {
        self.obey(connection, &Command::Upgrade(target)).await
    }

    /// What [`Self::upgrade`] would do now. It takes no lock and writes nothing; another run may be quicker.
    ///
    /// # Errors
    /// See [`Cause`](crate::Cause): what would stop the run before its first statement.
    pub async fn plan(&self, connection: &Connection, target: &Target) -> Result<Plan, Error> {
        let settings = self.stated_settings()?;
        let graph = Graph::of(self.migrations)?;
        Session::reading(self, connection, settings).await?.plan(&graph, target).await
    }

    /// Undoes what is applied beyond `target`. Works for revisions whose files are not here, from the operations that the history remembers;
    /// data steps of such a revision can't run, and the report names them.
    ///
    /// # Errors
    /// See [`Cause`](crate::Cause); the error holds the report of what was done before.
    pub async fn downgrade(&self, connection: &Connection, target: &Target) -> Result<Report, Error> {
        self.obey(connection, &Command::Downgrade(target)).await
    }

    /// Writes into the history that the database stands at `targets`, and runs nothing: they and what they follow count as applied, what follows
    /// them does not, other branches stay as they are. `Base` empties the history. With `purge` all rows are taken out first, those
    /// of unknown revisions too. Of a way down the steps marked `unless_done` are remembered if the row that is replaced had them, and else not: what was
    /// there before the revision stays when it goes.
    ///
    /// # Errors
    /// See [`Cause`](crate::Cause).
    pub async fn stamp(&self, connection: &Connection, targets: &[Target], purge: bool) -> Result<Report, Error> {
        self.obey(connection, &Command::Stamp { targets, purge }).await
    }

    /// Writes into the history of a database that has none that `baseline`, its first revision, is applied, and runs nothing. Its file may be compiled
    /// afterwards. Of its way down only those steps are remembered that undo something here: see `unless_done`.
    ///
    /// # Errors
    /// The database has a history. See [`Cause`](crate::Cause).
    pub async fn adopt(&self, connection: &Connection, baseline: &Baseline<'_>) -> Result<Report, Error> {
        self.obey(connection, &Command::Adopt(baseline)).await
    }

    /// Makes the history table if it is not there, or brings one of an earlier version up to this one's; says whether it had to.
    ///
    /// # Errors
    /// See [`Cause`](crate::Cause).
    pub async fn ensure_history(&self, connection: &Connection) -> Result<bool, Error> {
        let settings = self.stated_settings()?;
        let mut session = Session::begin(self, connection, settings).await?;
        let outcome = match session.load().await {
            Ok(()) => session.ensure_table().await,
            Err(error) => Err(error),
        };
        let is_made = session.layout != Layout::complete();
        session.end(outcome).await.map(|_| is_made)
    }

    async fn obey(&self, connection: &Connection, command: &Command<'_>) -> Result<Report, Error> {
        let settings = self.stated_settings()?;
        let graph = Graph::of(self.migrations)?;
        let mut session = Session::begin(self, connection, settings).await?;
        let outcome = match command {
            Command::Upgrade(target) => session.upgrade(&graph, target).await,
            Command::Downgrade(target) => session.downgrade(&graph, target).await,
            Command::Adopt(baseline) => session.adopt(baseline).await,
            Command::Stamp { targets, purge } => session.stamp(&graph, targets, *purge).await,
        };
        session.end(outcome).await
    }

    fn stated_settings(&self) -> Result<Settings, Error> {
        Ok(match &self.settings {
            Some(settings) => settings.clone(),
            None => Settings::parse(self.migrations.settings())?,
        })
    }

    fn tell(&self, event: &Event<'_>) {
        if let Some(listener) = &self.on_event {
            listener(event);
        }
    }
}
