use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a table is renamed",
    danger: "Code that knows the old name fails from here on.",
    locks: Locks {
        sqlite: words::SQLITE_BRIEF,
        postgres: words::POSTGRES_BRIEF,
        mysql: words::INSTANT,
        mariadb: "INSTANT, and EXCLUSIVE: readers and writers wait, briefly",
    },
    safe: "Keep the table's name and rename the entity alone (`table_name`), or leave a view under the old name.",
};

/// B02: code that knows the table's old name fails.
pub(in crate::hazard) fn rule(operation: &Operation, _: &Scene<'_>) -> Option<String> {
    match operation {
        Operation::RenameTable { table, to } => Some(format!("code that still uses {table} instead of {to} fails")),
        _ => None,
    }
}
