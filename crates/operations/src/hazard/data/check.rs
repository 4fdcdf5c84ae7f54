use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a check is added",
    danger: "Rows that do not meet the check stop the statement; NULL meets it.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_SCAN,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "Look for the rows first (`upgrade --dry-run` counts them) and mend them.",
};

/// D03: rows may not meet the check.
pub(in crate::hazard) fn rule(operation: &Operation, _: &Scene<'_>) -> Option<String> {
    let Operation::AddCheck { table, check } = operation else {
        return None;
    };
    Some(format!("fails if a row of {table} does not meet {}", check.expression))
}
