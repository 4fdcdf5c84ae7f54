use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a column is renamed",
    danger: "Code that knows the old name fails from here on.",
    locks: Locks {
        sqlite: words::SQLITE_BRIEF,
        postgres: words::POSTGRES_BRIEF,
        mysql: "INSTANT from 8.0.28: a metadata lock, briefly",
        mariadb: words::INSTANT,
    },
    safe: "Keep the column's name and rename the field alone (`column_name`), or deploy together.",
};

/// B01: code that knows the column's old name fails.
pub(in crate::hazard) fn rule(operation: &Operation, _: &Scene<'_>) -> Option<String> {
    match operation {
        Operation::RenameColumn { table, column, to } => {
            Some(format!("code that still uses {table}.{column} instead of {to} fails"))
        }
        _ => None,
    }
}
