use limbeck_schema::Dialect;

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, altered, explanation::words, loss::conversion::may_fail},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "values have to be converted",
    danger: "A value that has no form in the new type stops the statement, or becomes a zero where MySQL and MariaDB are not strict.",
    locks: Locks {
        sqlite: "none fails: what can not be converted stays as it is",
        postgres: words::POSTGRES_REWRITE,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "Look for the values first (`upgrade --dry-run` counts them), or add a new column and move over what can be.",
};

/// D07: values may have no form in the new type. SQLite keeps them as they are.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    match scene.dialect {
        Dialect::Sqlite => return None,
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {}
    }
    let (table, column, changes) = altered(operation, scene.before)?;
    let next = changes.column_type.as_ref()?;
    may_fail(&column.column_type, next, scene.dialect)
        .then(|| format!("fails if a value of {table}.{} has no form in the new type", column.name))
}
