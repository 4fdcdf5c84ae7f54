use crate::{
    Operation, Setting,
    hazard::{Explanation, Locks, Scene, altered, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a default goes or becomes another one",
    danger: "Code that leaves the column out inserts another value from here on, or fails.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_BRIEF,
        mysql: words::INSTANT,
        mariadb: words::INSTANT,
    },
    safe: "Deploy code that always sets the column first. Rows that are there keep their values.",
};

/// B05: code may leave the column to its default.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let (table, column, changes) = altered(operation, scene.before)?;
    let previous = column.default.as_ref()?;
    match changes.default.as_ref()? {
        Setting::Set(next) if next == previous => None,
        Setting::Set(_) => Some(format!("code that leaves {table}.{} out inserts another value", column.name)),
        Setting::Drop if column.nullable => Some(format!("code that leaves {table}.{} out inserts NULL", column.name)),
        Setting::Drop => Some(format!("code that leaves {table}.{} out fails", column.name)),
    }
}
