//! Databases and revisions to test with.

use limbeck::{Dialect, Entry, History, Migrations, Revision, Settings};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};
use tempfile::TempDir;

/// A database in a file that goes with it, and an application's pool of it.
pub struct Place {
    pub url: String,
    pub pool: DatabaseConnection,
    _folder: TempDir,
}

pub async fn file() -> Place {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}/test.db?mode=rwc", folder.path().display());
    Place { pool: pool(&url, 4).await, url, _folder: folder }
}

pub async fn pool(url: &str, connections: u32) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).sqlx_logging(false);
    Database::connect(options).await.expect("a pool")
}

/// Revisions as a migrations crate has them. They live as long as the tests.
pub fn migrations(revisions: impl IntoIterator<Item = Revision>) -> &'static Migrations {
    migrations_with("", revisions)
}

pub fn migrations_with(settings: &'static str, revisions: impl IntoIterator<Item = Revision>) -> &'static Migrations {
    let entries: Vec<Entry> = revisions
        .into_iter()
        .map(|revision| Entry {
            file: revision.id,
            message: "a test",
            created: "",
            revision: Box::leak(Box::new(revision)),
        })
        .collect();
    Box::leak(Box::new(Migrations::new(entries.leak(), settings)))
}

pub async fn history(pool: &DatabaseConnection) -> Option<History> {
    History::load(pool, Dialect::Sqlite, &Settings::default()).await.expect("a history")
}

/// The ids that the history has, in the order of application.
pub async fn applied(pool: &DatabaseConnection) -> Vec<String> {
    history(pool).await.unwrap_or_default().rows().iter().map(|row| row.id.clone()).collect()
}

pub async fn execute(pool: &DatabaseConnection, sql: &str) {
    pool.execute_unprepared(sql).await.expect(sql);
}

/// The first column of what `sql` finds, as text.
pub async fn texts(pool: &DatabaseConnection, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(pool.get_database_backend(), sql);
    let rows = pool.query_all_raw(statement).await.expect(sql);
    rows.iter().map(|row| row.try_get_by_index::<String>(0).expect("a text")).collect()
}

pub async fn number(pool: &DatabaseConnection, sql: &str) -> i64 {
    let statement = Statement::from_string(pool.get_database_backend(), sql);
    let row = pool.query_one_raw(statement).await.expect(sql).expect("a row");
    row.try_get_by_index(0).expect("a number")
}

/// All tables but SQLite's own, with their statements.
pub async fn tables(pool: &DatabaseConnection) -> Vec<String> {
    texts(pool, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").await
}
