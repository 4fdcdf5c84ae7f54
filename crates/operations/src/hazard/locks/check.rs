use crate::{
    Operation,
    hazard::{
        Explanation, Locks, Scene,
        explanation::words,
        stall::{Stall, Work, copied},
    },
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a check is added",
    danger: "Others wait until every row is checked.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_SCAN,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "On PostgreSQL add it NOT VALID, and VALIDATE CONSTRAINT in a later transaction.",
};

/// C07: others wait while the rows are checked.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let Operation::AddCheck { table, .. } = operation else {
        return None;
    };
    Some(copied(scene.dialect, Stall::All(Work::Read)).of(table))
}
