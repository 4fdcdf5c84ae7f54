use limbeck_schema::ColumnType;

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, altered},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a label is added to an enumerated type",
    danger: "Code that does not know the label fails on rows that hold it. PostgreSQL can not use it in the transaction that added it; Limbeck then makes the type anew.",
    locks: Locks {
        sqlite: "none: labels are no part of a type there",
        postgres: "none, or as in C16 where a later step uses the label",
        mysql: "INSTANT at the end of the list, else COPY",
        mariadb: "INSTANT at the end of the list, else COPY",
    },
    safe: "Deploy code that knows the label before anything writes it.",
};

/// B08: code that runs does not know the label.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    if let Operation::AlterEnum { name, previous, next } = operation {
        return words(name, previous, next);
    }
    let (_, column, changes) = altered(operation, scene.before)?;
    let previous = column.column_type.enumeration()?;
    let next = changes.column_type.as_ref().and_then(ColumnType::enumeration)?;
    if previous.name == next.name { words(&next.name, &previous.labels, &next.labels) } else { None }
}

fn words(name: &limbeck_schema::ObjectName, previous: &[String], next: &[String]) -> Option<String> {
    let added: Vec<_> =
        next.iter().filter(|label| !previous.contains(label)).map(|label| format!("`{label}`")).collect();
    (!added.is_empty())
        .then(|| format!("code that does not know {} of {name} fails on rows that hold it", added.join(", ")))
}
