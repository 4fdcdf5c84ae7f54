use limbeck_schema::Dialect;

use crate::{
    Operation,
    hazard::{
        Explanation, Locks, Scene,
        explanation::words,
        stall::{Stall, Work},
    },
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a unique constraint is added",
    danger: "Others wait until its index is built.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: "ACCESS EXCLUSIVE: readers and writers wait while the index is built",
        mysql: words::IN_PLACE,
        mariadb: "NOCOPY: the index is built while others read and write",
    },
    safe: "On PostgreSQL build a unique index CONCURRENTLY, and take it with ADD CONSTRAINT .. UNIQUE USING INDEX.",
};

/// C05: others wait for the constraint's index.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let Operation::AddUnique { table, .. } = operation else {
        return None;
    };
    match scene.dialect {
        Dialect::Postgres => Some(Stall::All(Work::Build).of(table)),
        Dialect::Sqlite => Some(Stall::Writers(Work::Rewrite).of(table)),
        Dialect::MySql | Dialect::MariaDb => None,
    }
}
