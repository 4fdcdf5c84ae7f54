use crate::{
    Operation,
    hazard::{
        Explanation, Locks, Scene,
        explanation::words,
        stall::{Stall, Work, copied},
    },
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column is added that numbers the rows",
    danger: "Every row is written anew with a number.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_REWRITE,
        mysql: "INPLACE: writers wait while every row is written anew",
        mariadb: "INPLACE: writers wait while every row is written anew",
    },
    safe: "Move the rows to a new table in batches, and swap them.",
};

/// C11: every row gets a number.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let Operation::AddColumn { table, column } = operation else {
        return None;
    };
    column.auto_increment.as_ref()?;
    Some(copied(scene.dialect, Stall::All(Work::Rewrite)).of(table))
}
