use limbeck_schema::Dialect;

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words, loss},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a label goes that rows may hold",
    danger: "Rows that hold the label stop the statement, or become empty where MySQL and MariaDB are not strict.",
    locks: Locks {
        sqlite: "none: labels are no part of a type there",
        postgres: words::POSTGRES_REWRITE,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "Look for the rows first (`upgrade --dry-run` counts them) and set them to another label.",
};

/// D08: rows may hold the label. SQLite does not know labels.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    match scene.dialect {
        Dialect::Sqlite => return None,
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {}
    }
    let (name, gone) = loss::label::gone(operation, scene)?;
    Some(format!("fails if a row holds {gone} of {name}"))
}
