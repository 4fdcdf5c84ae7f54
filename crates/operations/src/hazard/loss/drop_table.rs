use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a table is dropped",
    danger: "The rows are lost; a downgrade brings back an empty table.",
    locks: Locks {
        sqlite: "the database, for writers, while the rows are deleted",
        postgres: "ACCESS EXCLUSIVE on it and on every table that it refers to, briefly",
        mysql: "a metadata lock; the file is unlinked, which may stall a server with much memory",
        mariadb: "a metadata lock; the file is unlinked, which may stall a server with much memory",
    },
    safe: "Stop using the table first; drop it in a later revision, after a backup.",
};

/// A01: the rows go with their table.
pub(in crate::hazard) fn rule(operation: &Operation, _: &Scene<'_>) -> Option<String> {
    match operation {
        Operation::DropTable { table } => Some(format!("the rows of {table} are lost")),
        _ => None,
    }
}
