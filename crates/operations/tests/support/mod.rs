//! A SQLite database in memory that runs statements as the runner does.

use limbeck_operations::{Needs, Op, Step, ddl::statements, replay_all};
use limbeck_schema::{Dialect, Schema, Server};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, Statement};

/// One connection to a database of its own.
pub struct Sqlite {
    connection: DatabaseConnection,
}

impl Sqlite {
    /// An empty database, foreign keys on.
    pub async fn new() -> Self {
        let mut options = ConnectOptions::new("sqlite::memory:");
        options.max_connections(1).min_connections(1).sqlx_logging(false);
        let connection = Database::connect(options).await.expect("SQLite opens in memory");
        let database = Self { connection };
        database.run("PRAGMA foreign_keys = ON").await.expect("a PRAGMA runs");
        database
    }

    /// Runs one statement.
    pub async fn run(&self, sql: &str) -> Result<(), DbErr> {
        self.connection.execute_unprepared(sql).await.map(|_| ())
    }

    /// Runs statements that the test needs.
    pub async fn set_up(&self, statements: &[&str]) {
        for sql in statements {
            self.run(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
    }

    /// The rows of a query, columns joined by `|`; the query casts them to text.
    pub async fn rows(&self, sql: &str) -> Vec<String> {
        let statement = Statement::from_string(self.connection.get_database_backend(), sql);
        let rows = self.connection.query_all_raw(statement).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        let texts = rows.iter().map(|row| {
            let columns = row.column_names();
            let text = |at| row.try_get_by_index::<Option<String>>(at).expect("text").unwrap_or_else(|| "NULL".into());
            (0..columns.len()).map(text).collect::<Vec<_>>().join("|")
        });
        texts.collect()
    }

    /// The texts of everything that `sqlite_master` has.
    pub async fn texts(&self) -> Vec<String> {
        self.rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name").await
    }

    /// Applies steps in one transaction as the runner does: foreign keys off where a statement needs it, and checked before the end.
    pub async fn apply(&self, steps: &[Step], before: &Schema) -> Result<(), String> {
        let groups = statements(steps, before, &server()).map_err(|error| error.to_string())?;
        let all: Vec<_> = groups.into_iter().flat_map(|group| group.statements).collect();
        if all.iter().any(|statement| statement.needs == Needs::ForeignKeysOff) {
            self.set_up(&["PRAGMA foreign_keys = OFF"]).await;
        }
        self.set_up(&["BEGIN"]).await;
        for statement in &all {
            if let Err(error) = self.run(&statement.sql).await {
                self.set_up(&["ROLLBACK", "PRAGMA legacy_alter_table = OFF", "PRAGMA foreign_keys = ON"]).await;
                return Err(format!("{}: {error}", statement.sql));
            }
        }
        assert_eq!(self.rows("SELECT \"table\" FROM pragma_foreign_key_check").await, Vec::<String>::new());
        self.set_up(&["COMMIT", "PRAGMA foreign_keys = ON"]).await;
        Ok(())
    }

    /// Records, applies and replays.
    pub async fn upgrade(&self, schema: &mut Schema, record: impl FnOnce(&mut Op)) {
        let mut op = Op::default();
        record(&mut op);
        let steps = op.into_steps();
        self.apply(&steps, schema).await.unwrap_or_else(|error| panic!("{error}"));
        replay_all(&steps, schema, Dialect::Sqlite).expect("the steps fit");
    }
}

/// The bundled SQLite.
pub fn server() -> Server {
    Server::assumed(Dialect::Sqlite)
}
