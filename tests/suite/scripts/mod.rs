//! Scripts given to the databases' own clients where something is in the way: no row is lost, and nothing is recorded that was not done. That they lead where
//! the runs lead, each case shows in its round.

mod elsewhere;
mod literals;
mod parted;
mod sqlite;

use limbeck::{Dialect, Entry, History, Migrations, Revision, Scripting, Settings, Target};
use limbeck_tests::Database;
use sea_orm::ConnectionTrait;

/// Revisions as the build script makes them.
pub fn migrations(revisions: &[Revision]) -> &'static Migrations {
    let entry = |revision: &Revision| Entry {
        revision: Box::leak(Box::new(*revision)),
        file: revision.id,
        message: "by hand",
        created: "2026-11-22 10:14:03 UTC",
    };
    let entries: Vec<_> = revisions.iter().map(entry).collect();
    Box::leak(Box::new(Migrations::new(entries.leak(), "")))
}

/// A place by its id.
pub fn at(id: &str) -> Target {
    Target::Revision(id.to_owned())
}

/// The script of an upgrade.
pub fn upgrade(migrations: &Migrations, dialect: Dialect, from: Option<&str>, to: &str) -> String {
    let script = Scripting::new(migrations, dialect).upgrade(from.map(at).as_ref(), &at(to));
    script.unwrap_or_else(|error| panic!("there is no script: {error}")).text
}

/// Runs up to a revision as the tool does.
pub async fn run_up(database: &Database, migrations: &'static Migrations, to: &str) {
    let ran = limbeck::upgrade(&database.connection, migrations, at(to)).await;
    ran.unwrap_or_else(|error| panic!("{error}"));
}

/// Sends statements.
pub async fn send(database: &Database, statements: &[&str]) {
    for sql in statements {
        let sent = database.connection.execute_unprepared(sql).await;
        sent.unwrap_or_else(|error| panic!("{error}\n{sql}"));
    }
}

/// What is recorded, in order, with its state.
pub async fn recorded(database: &Database) -> Vec<String> {
    let history = History::load(&database.connection, database.dialect, &Settings::default()).await;
    let history = history.expect("a history that is read").unwrap_or_default();
    let shown = |row: &limbeck::Row| match row.state {
        limbeck::State::Applied => row.id.clone(),
        limbeck::State::Unfinished { done, clean, .. } => format!("{} at {done}, {clean}", row.id),
    };
    history.rows().iter().map(shown).collect()
}
