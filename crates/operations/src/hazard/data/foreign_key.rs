use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a foreign key is added",
    danger: "Rows that refer to nothing stop the statement.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: "SHARE ROW EXCLUSIVE on both tables: writers wait while every row is read",
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "Look for the rows first (`upgrade --dry-run` counts them); add what they refer to, or let them refer to nothing.",
};

/// D02: rows may refer to nothing.
pub(in crate::hazard) fn rule(operation: &Operation, _: &Scene<'_>) -> Option<String> {
    let Operation::AddForeignKey { table, foreign_key } = operation else {
        return None;
    };
    let columns = foreign_key.columns.join(", ");
    Some(format!("fails if {columns} of a row of {table} is in no row of {}", foreign_key.target))
}
