use limbeck_schema::ColumnType;

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, altered, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a label of an enumerated type goes",
    danger: "Rows that hold the label stop the statement; where MySQL and MariaDB are not strict they become empty.",
    locks: Locks {
        sqlite: "none: labels are no part of a type there",
        postgres: words::POSTGRES_REWRITE,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "Set the rows to another label first, in a revision that keeps both.",
};

/// A07: rows may hold a label that goes.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let (name, gone) = gone(operation, scene)?;
    Some(format!("rows may still hold {gone} of {name}"))
}

/// The name of the type whose labels go, and the labels.
pub(in crate::hazard) fn gone(operation: &Operation, scene: &Scene<'_>) -> Option<(String, String)> {
    if let Operation::AlterEnum { name, previous, next } = operation {
        return Some((name.to_string(), missing(previous, next)?));
    }
    let (_, column, changes) = altered(operation, scene.before)?;
    let previous = column.column_type.enumeration()?;
    let next = changes.column_type.as_ref().and_then(ColumnType::enumeration)?;
    if previous.name != next.name {
        return None;
    }
    Some((next.name.to_string(), missing(&previous.labels, &next.labels)?))
}

fn missing(previous: &[String], next: &[String]) -> Option<String> {
    let gone: Vec<_> =
        previous.iter().filter(|label| !next.contains(label)).map(|label| format!("`{label}`")).collect();
    (!gone.is_empty()).then(|| gone.join(", "))
}
