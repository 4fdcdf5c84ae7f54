use limbeck_schema::{ColumnType, Schema};

use super::{Hazard, HazardCode, altered};
use crate::Operation;

/// A07: rows may hold a label that goes.
pub(super) fn rule(operation: &Operation, before: &Schema) -> Option<Hazard> {
    if let Operation::AlterEnum { name, previous, next } = operation {
        return hazard(&name.to_string(), previous, next);
    }
    let (_, column, changes) = altered(operation, before)?;
    let previous = column.column_type.enumeration()?;
    let next = changes.column_type.as_ref().and_then(ColumnType::enumeration)?;
    if previous.name != next.name {
        return None;
    }
    hazard(&next.name.to_string(), &previous.labels, &next.labels)
}

fn hazard(name: &str, previous: &[String], next: &[String]) -> Option<Hazard> {
    let gone: Vec<_> =
        previous.iter().filter(|label| !next.contains(label)).map(|label| format!("`{label}`")).collect();
    if gone.is_empty() {
        return None;
    }
    let message = format!("rows may still hold {} of {name}", gone.join(", "));
    Some(Hazard::new(HazardCode::A07, message))
}
