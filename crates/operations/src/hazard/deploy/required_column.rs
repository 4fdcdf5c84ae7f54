use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column that may not be NULL is added without a default",
    danger: "A table with rows refuses the column (PostgreSQL, SQLite) or fills it with zeros and empty strings (MySQL, MariaDB), and code that does not know it can not insert any more.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_BRIEF,
        mysql: words::INSTANT,
        mariadb: words::INSTANT,
    },
    safe: "Give it a default, or add it as nullable, fill it and only then forbid NULL.",
};

/// B03: neither the rows that are there nor code that does not know the column have a value for it.
pub(in crate::hazard) fn rule(operation: &Operation, _: &Scene<'_>) -> Option<String> {
    let Operation::AddColumn { table, column } = operation else {
        return None;
    };
    (!column.nullable && !column.fills_rows()).then(|| {
        format!("{table}.{} may not be NULL and has no default: rows that are there have no value for it", column.name)
    })
}
