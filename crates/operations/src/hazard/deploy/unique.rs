use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, data, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "rows may not agree in columns any more",
    danger: "Code that inserts or updates to equal values fails from here on.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: "as in C05 and C01",
        mysql: words::IN_PLACE,
        mariadb: "NOCOPY: the index is built while others read and write",
    },
    safe: "Deploy code that keeps the values apart first, then clean the rows, then add the constraint.",
};

/// B11: code may still write equal values.
pub(in crate::hazard) fn rule(operation: &Operation, _: &Scene<'_>) -> Option<String> {
    let (table, columns) = data::unique::added(operation)?;
    Some(format!("code that writes rows of {table} which agree in {columns} fails"))
}
