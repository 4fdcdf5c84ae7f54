use limbeck_schema::{IndexPart, ObjectName};

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, explanation::words},
    replay::Dropped,
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "an index is dropped",
    danger: "Queries that use it read the whole table from here on.",
    locks: Locks {
        sqlite: words::SQLITE_BRIEF,
        postgres: "ACCESS EXCLUSIVE: readers and writers wait, briefly",
        mysql: words::IN_PLACE,
        mariadb: "NOCOPY: a metadata lock, briefly; refused while a foreign key needs the index",
    },
    safe: "Make sure that no query uses it (`pg_stat_user_indexes`, `performance_schema`); on PostgreSQL drop a large one with `.concurrently()`.",
};

/// A10: queries may need the index. One that goes with its columns or its table, or whose place another takes, is not missed; a unique one
/// is a constraint.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let Operation::DropIndex { table, name, parts } = operation else {
        return None;
    };
    let unique = scene.before.table(table).is_some_and(|table| match Dropped::of_index(table, name, parts) {
        Ok(Dropped::Index(index)) => index.unique,
        Ok(Dropped::Unique(_)) => true,
        Err(_) => false,
    });
    if unique || scene.later().any(|later| replaces(later, table, parts)) {
        return None;
    }
    Some(format!("queries of {table} that use the index {name} get slower"))
}

/// Whether a later operation takes the index's place, or what it orders by away.
fn replaces(later: &Operation, of: &ObjectName, parts: &[IndexPart]) -> bool {
    let is_part = |column: &str| parts.iter().any(|part| part.target.column() == Some(column));
    match later {
        Operation::CreateIndex { table, index } => table == of && index.parts.starts_with(parts),
        Operation::DropColumn { table, column } => table == of && is_part(column),
        Operation::DropTable { table } => table == of,
        _ => false,
    }
}
