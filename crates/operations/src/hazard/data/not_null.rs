use limbeck_schema::Dialect;

use crate::{
    Operation,
    hazard::{Explanation, Left, Locks, Scene, altered, deploy, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column may not be NULL, and rows may be without a value",
    danger: "Rows that hold NULL stop the statement; so does any row where a new column has no default (PostgreSQL, SQLite).",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_SCAN,
        mysql: words::IN_PLACE,
        mariadb: "INPLACE beside readers and writers; COPY with a stored or an indexed virtual column",
    },
    safe: "Look for the rows first (`upgrade --dry-run` counts them) and fill them.",
};

/// D05: rows may hold NULL, or would have to in a new column. MySQL and MariaDB fill a new column by themselves.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    if let Operation::AddColumn { table, column } = operation {
        deploy::required_column::rule(operation, scene)?;
        return match scene.dialect {
            Dialect::Sqlite | Dialect::Postgres => {
                Some(format!("fails if {table} has rows: they have no value for {}", column.name))
            }
            Dialect::MySql | Dialect::MariaDb => None,
        };
    }
    let (table, column, _) = altered(operation, scene.before)?;
    deploy::not_null::rule(operation, scene)?;
    match scene.column {
        Left::Filled => None,
        Left::Lost => Some(format!("fails if {table} has rows: they have no value for {}", column.name)),
        Left::Untouched => Some(format!("fails if a row of {table} holds NULL in {}", column.name)),
    }
}
