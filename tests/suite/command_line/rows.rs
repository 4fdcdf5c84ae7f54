//! Looking into a database past the program.

use std::{panic::resume_unwind, thread};

use limbeck_schema::Dialect;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};

/// Runs statements, each on its own.
pub fn send(url: &str, statements: &[impl AsRef<str>]) {
    limbeck_tests::run(async {
        let database = open(url).await;
        for sql in statements {
            let sql = sql.as_ref();
            database.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
        close(database).await;
    });
}

/// The column `line` of each row, as text.
pub fn lines(url: &str, sql: &str) -> Vec<String> {
    limbeck_tests::run(async {
        let database = open(url).await;
        let statement = Statement::from_string(database.get_database_backend(), sql);
        let rows = database.query_all_raw(statement).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        let lines = rows.iter().map(|row| row.try_get("", "line").expect("a column `line` of text")).collect();
        close(database).await;
        lines
    })
}

/// What `SELECT COUNT(*)` and the like say.
pub fn count(url: &str, what: &str) -> i64 {
    limbeck_tests::run(async {
        let database = open(url).await;
        let sql = format!("SELECT COUNT(*) AS rows_there FROM {what}");
        let statement = Statement::from_string(database.get_database_backend(), &sql);
        let row = database.query_one_raw(statement).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        let count = row.expect("a row").try_get("", "rows_there").expect("a number");
        close(database).await;
        count
    })
}

async fn open(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.unwrap_or_else(|error| panic!("{url}: {error}"))
}

async fn close(database: DatabaseConnection) {
    database.close().await.expect("the end of the connection");
}

/// An empty database of `dialect` for the time of `story`, which gets its URL.
pub fn with_url<T: Send>(dialect: Dialect, name: &str, story: impl FnOnce(&str) -> T + Send) -> T {
    limbeck_tests::run(limbeck_tests::with_database(dialect, name, |database| async move {
        // A thread of its own, since a story waits for programs and for the runtime in turns.
        let outcome = thread::scope(|scope| scope.spawn(|| story(&database.url)).join());
        outcome.unwrap_or_else(|panic| resume_unwind(panic))
    }))
}
