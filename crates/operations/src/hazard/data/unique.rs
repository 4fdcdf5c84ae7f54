use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a unique constraint or index is added",
    danger: "Rows that agree in these columns stop the statement; the collation decides which texts agree.",
    locks: Locks {
        sqlite: "as in C05",
        postgres: "as in C05 and C01",
        mysql: words::IN_PLACE,
        mariadb: "NOCOPY: the index is built while others read and write",
    },
    safe: "Look for the rows first (`upgrade --dry-run` counts them) and settle which of them stays.",
};

/// D01: rows may agree in the columns.
pub(in crate::hazard) fn rule(operation: &Operation, _: &Scene<'_>) -> Option<String> {
    let (table, columns) = added(operation)?;
    Some(format!("fails if rows of {table} agree in {columns}"))
}

/// The table and the columns, in words, that an operation makes unique.
pub(in crate::hazard) fn added(operation: &Operation) -> Option<(&limbeck_schema::ObjectName, String)> {
    match operation {
        Operation::AddUnique { table, unique } => Some((table, unique.columns.join(", "))),
        Operation::CreateIndex { table, index } if index.unique => {
            let parts: Vec<_> =
                index.parts.iter().map(|part| part.target.column().unwrap_or("an expression")).collect();
            Some((table, parts.join(", ")))
        }
        _ => None,
    }
}
