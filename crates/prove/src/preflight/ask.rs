use limbeck::connection::server_words;
use limbeck_schema::Dialect;
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, QueryResult, Statement,
    TransactionTrait,
};

use super::{
    Answer, Rows,
    query::{COUNT, LONGEST, key_column},
    question::{Asked, Question},
};

/// How long one question may take, in milliseconds. SQLite has no such limit.
const LIMIT: u32 = 5_000;

/// Asks a question, in a transaction of its own that can't write and that is rolled back.
pub(super) async fn answer(database: &DatabaseConnection, dialect: Dialect, question: &Question) -> Answer {
    match &question.asked {
        Asked::Not(reason) => Answer::NotAnswered(reason.clone()),
        Asked::Query { sql, key, certain } => match rows(database, dialect, sql, key).await {
            Ok((count, keys)) => Answer::Rows(Rows { count, certain: *certain, key: key.clone(), keys }),
            Err(error) => Answer::NotAnswered(server_words(&error)),
        },
    }
}

/// The count and the keys of the rows in the way.
type Counted = (u64, Vec<Vec<Option<String>>>);

async fn rows(database: &DatabaseConnection, dialect: Dialect, sql: &str, key: &[String]) -> Result<Counted, DbErr> {
    let read_only = match dialect {
        // Its transactions have no modes; PRAGMA query_only does the same.
        Dialect::Sqlite => None,
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => Some(AccessMode::ReadOnly),
    };
    let transaction = database.begin_with_config(None, read_only).await?;
    let found = asked(&transaction, dialect, sql).await;
    let ended = end(&transaction, dialect).await;
    transaction.rollback().await?;
    let found = found?;
    ended?;
    let count = found.first().map_or(Ok(0), |row| row.try_get::<i64>("", COUNT))?;
    let texts = |row: &QueryResult| (0..key.len()).map(|at| text(row, at)).collect::<Result<Vec<_>, _>>();
    let keys = found.iter().map(texts).collect::<Result<Vec<_>, _>>()?;
    // Without a column that tells them apart there is nothing to show.
    let keys = if key.is_empty() { Vec::new() } else { keys };
    Ok((u64::try_from(count).unwrap_or(0), keys))
}

/// Sets the limits and asks. Nothing of them outlives the transaction, whenever this is dropped; but for SQLite's PRAGMA, which [`end`] takes back: a
/// connection whose question was dropped half-way stays read-only there.
async fn asked(transaction: &DatabaseTransaction, dialect: Dialect, sql: &str) -> Result<Vec<QueryResult>, DbErr> {
    let limit = match dialect {
        Dialect::Sqlite => Some("PRAGMA query_only = ON".to_owned()),
        Dialect::Postgres => Some(format!("SET LOCAL statement_timeout = {LIMIT}")),
        Dialect::MySql | Dialect::MariaDb => None,
    };
    if let Some(limit) = limit {
        transaction.execute_unprepared(&limit).await?;
    }
    let sql = limited(sql, dialect);
    transaction.query_all_raw(Statement::from_string(transaction.get_database_backend(), sql)).await
}

/// A query with the limit of its time in itself, where the dialect has that.
fn limited(sql: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => sql.to_owned(),
        Dialect::MySql => match sql.strip_prefix("SELECT ") {
            Some(rest) => format!("SELECT /*+ MAX_EXECUTION_TIME({LIMIT}) */ {rest}"),
            None => sql.to_owned(),
        },
        Dialect::MariaDb => format!("SET STATEMENT max_statement_time = {} FOR {sql}", LIMIT / 1_000),
    }
}

/// Takes back what would outlive the transaction.
async fn end(transaction: &DatabaseTransaction, dialect: Dialect) -> Result<(), DbErr> {
    match dialect {
        Dialect::Sqlite => transaction.execute_unprepared("PRAGMA query_only = OFF").await.map(|_| ()),
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => Ok(()),
    }
}

/// A member of a key, cut where it is long.
fn text(row: &QueryResult, at: usize) -> Result<Option<String>, DbErr> {
    let text: Option<String> = row.try_get("", &key_column(at))?;
    Ok(text.map(|text| {
        if text.chars().count() > LONGEST { text.chars().take(LONGEST - 1).chain(['…']).collect() } else { text }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_of_time_is_a_part_of_the_query() {
        for (dialect, expected) in [
            (Dialect::Sqlite, "SELECT 1"),
            (Dialect::Postgres, "SELECT 1"),
            (Dialect::MySql, "SELECT /*+ MAX_EXECUTION_TIME(5000) */ 1"),
            (Dialect::MariaDb, "SET STATEMENT max_statement_time = 5 FOR SELECT 1"),
        ] {
            assert_eq!(limited("SELECT 1", dialect), expected, "{dialect}");
        }
    }
}
