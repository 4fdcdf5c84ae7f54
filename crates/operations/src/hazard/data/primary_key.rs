use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a table gets another primary key",
    danger: "Rows that agree in the new key, or hold NULL in it, stop the statement; foreign keys to the old key have to go first.",
    locks: Locks { sqlite: words::SQLITE_REBUILD, postgres: "as in C04", mysql: "as in C04", mariadb: "as in C04" },
    safe: "Look for the rows first (`upgrade --dry-run` counts them).",
};

/// D04: rows may agree in the key or hold NULL in it.
pub(in crate::hazard) fn rule(operation: &Operation, _: &Scene<'_>) -> Option<String> {
    let Operation::AlterPrimaryKey { table, primary_key: Some(key) } = operation else {
        return None;
    };
    Some(format!("fails if rows of {table} agree in {} or hold NULL there", key.columns.join(", ")))
}
