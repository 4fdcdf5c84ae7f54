use limbeck_schema::Dialect;

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, altered, explanation::words, loss::narrowing::may_overflow},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a type gets narrower than values may be",
    danger: "Values that are too long or too large stop the statement, or are cut where MySQL and MariaDB are not strict.",
    locks: Locks {
        sqlite: "none fails: it keeps the values as they are",
        postgres: words::POSTGRES_REWRITE,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "Look for the values first (`upgrade --dry-run` counts them) and shorten them.",
};

/// D06: values may be too long or too large. SQLite keeps them.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    match scene.dialect {
        Dialect::Sqlite => return None,
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {}
    }
    let (table, column, changes) = altered(operation, scene.before)?;
    let next = changes.column_type.as_ref()?;
    may_overflow(&column.column_type, next, scene.dialect)
        .then(|| format!("fails if a value of {table}.{} is too long or too large", column.name))
}
