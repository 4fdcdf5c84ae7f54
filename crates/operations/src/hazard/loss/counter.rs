use crate::{
    Operation, Setting,
    hazard::{Explanation, Locks, Scene, altered, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column numbers the rows no more",
    danger: "The counter is lost: numbered again later, the column may give out numbers that were used before.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_BRIEF,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "Make sure that code sets the column by itself; keep the highest number that was given out.",
};

/// A09: the counter goes.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let (table, column, changes) = altered(operation, scene.before)?;
    let stops = column.auto_increment.is_some() && changes.auto_increment == Some(Setting::Drop);
    stops.then(|| format!("the counter of {table}.{} is lost", column.name))
}
