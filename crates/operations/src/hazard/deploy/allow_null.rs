use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, altered, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column may be NULL from now on",
    danger: "Code that reads the column into what can not be absent fails as soon as a row holds NULL.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_BRIEF,
        mysql: words::IN_PLACE,
        mariadb: words::IN_PLACE,
    },
    safe: "Deploy code that reads an `Option` first.",
};

/// B06: code may not expect NULL.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let (table, column, changes) = altered(operation, scene.before)?;
    let allowed = !column.nullable && changes.nullable == Some(true);
    allowed.then(|| format!("code that does not expect NULL in {table}.{} fails on rows that hold it", column.name))
}
