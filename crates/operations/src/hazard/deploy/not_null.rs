use crate::{
    Operation,
    hazard::{Explanation, Left, Locks, Scene, altered, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column may not be NULL any more",
    danger: "Rows with NULL stop the statement, and code that writes NULL fails from here on.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_SCAN,
        mysql: words::IN_PLACE,
        mariadb: "INPLACE beside readers and writers; COPY with a stored or an indexed virtual column",
    },
    safe: "Fill the column first, and deploy code that always sets it; forbid NULL in a later revision.",
};

/// B04: rows may hold NULL, unless they were filled just before, and code may write it.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let (table, column, changes) = altered(operation, scene.before)?;
    let forbidden = column.nullable && changes.nullable == Some(false);
    let who = match scene.column {
        Left::Filled => "code that leaves it NULL fails",
        Left::Untouched | Left::Lost => "rows may hold it",
    };
    forbidden.then(|| format!("{table}.{} may not be NULL any more: {who}", column.name))
}
