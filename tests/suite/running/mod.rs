//! Runs that die, wait, or are told what an earlier one has left.

mod concurrently;
mod copies;
mod edited;
mod lost;
mod meddling;
mod modes;
mod own;
mod planning;
mod returning;
mod settling;
mod squashed;
mod steps;
mod together;
mod waiting;

use std::sync::atomic::{AtomicUsize, Ordering};

use limbeck::{Connection, Entry, Error, Event, History, Migrations, Report, Revision, Row, Run, Settings, Target};
use limbeck_tests::Database;
use sea_orm::{ConnectionTrait, Statement};

use crate::sql::backend;

/// The id of the revision that makes what is there before.
pub const FIRST: &str = "aaaaaaaaaaaa";
/// The id of the revision that is tried.
pub const SECOND: &str = "bbbbbbbbbbbb";

/// Revisions as a migrations crate has them. They live as long as the tests.
pub fn migrations(revisions: impl IntoIterator<Item = Revision>) -> &'static Migrations {
    let entries = revisions.into_iter().map(|revision| Entry {
        revision: Box::leak(Box::new(revision)),
        file: revision.id,
        message: "a test",
        created: "",
    });
    let entries: Vec<Entry> = entries.collect();
    Box::leak(Box::new(Migrations::new(entries.leak(), "")))
}

/// Which way a run goes.
#[derive(Clone, Debug)]
pub enum Way {
    Up,
    Down(&'static str),
}

impl Way {
    pub async fn go(&self, run: &Run<'_>, connection: &Connection) -> Result<Report, Error> {
        match self {
            Self::Up => run.upgrade(connection, &Target::Head).await,
            Self::Down(target) => run.downgrade(connection, &target.parse().expect("a target")).await,
        }
    }
}

/// A run on a connection of its own.
pub async fn go(database: &Database, run: Run<'_>, way: &Way) -> Result<Report, Error> {
    let connection = Connection::of(&database.connection).await.expect("a connection of its own");
    let outcome = way.go(&run, &connection).await;
    connection.close().await;
    outcome
}

/// A run that dies before it sends its `number`-th statement, from 1; whether it came so far.
pub async fn die_before(database: &Database, migrations: &'static Migrations, way: Way, number: usize) -> bool {
    let connection = Connection::of(&database.connection).await.expect("a connection of its own");
    let task = tokio::spawn(async move {
        let sent = AtomicUsize::new(0);
        let die = |event: &Event<'_>| {
            let is_sent = matches!(event, Event::Statement { .. });
            assert!(!is_sent || sent.fetch_add(1, Ordering::Relaxed) + 1 < number, "the run dies, as it should");
        };
        let run = Run::new(migrations).on_event(die);
        way.go(&run, &connection).await.map(|_| ())
    });
    match task.await {
        Ok(outcome) => {
            outcome.expect("a run that nothing is in the way of");
            false
        }
        Err(error) => error.is_panic(),
    }
}

pub async fn send(database: &Database, sql: &str) {
    database.connection.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// The first column of what `sql` finds, as texts.
pub async fn lines(database: &Database, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(backend(database.dialect), sql);
    let rows = database.connection.query_all_raw(statement).await.expect(sql);
    rows.iter().map(|row| row.try_get_by_index::<String>(0).expect("a text")).collect()
}

/// The rows of the history.
pub async fn history(database: &Database) -> Vec<Row> {
    let history = History::load(&database.connection, database.dialect, &Settings::default()).await;
    history.expect("a history").unwrap_or_default().rows().to_vec()
}
