//! Constraints that the rows may break: the D group.

use limbeck_schema::Schema;

use super::{Hazard, HazardCode};
use crate::Operation;

/// D01: rows may agree in the columns.
pub(super) fn unique(operation: &Operation, _before: &Schema) -> Option<Hazard> {
    let (table, columns) = match operation {
        Operation::AddUnique { table, unique } => (table, unique.columns.join(", ")),
        Operation::CreateIndex { table, index } if index.unique => {
            let parts: Vec<_> =
                index.parts.iter().map(|part| part.target.column().unwrap_or("an expression")).collect();
            (table, parts.join(", "))
        }
        _ => return None,
    };
    Some(Hazard::new(HazardCode::D01, format!("fails if rows of {table} agree in {columns}")))
}

/// D02: rows may refer to nothing.
pub(super) fn foreign_key(operation: &Operation, _before: &Schema) -> Option<Hazard> {
    let Operation::AddForeignKey { table, foreign_key } = operation else {
        return None;
    };
    let columns = foreign_key.columns.join(", ");
    let message = format!("fails if {columns} of a row of {table} is in no row of {}", foreign_key.target);
    Some(Hazard::new(HazardCode::D02, message))
}

/// D03: rows may not meet the check.
pub(super) fn check(operation: &Operation, _before: &Schema) -> Option<Hazard> {
    let Operation::AddCheck { table, check } = operation else {
        return None;
    };
    let message = format!("fails if a row of {table} does not meet {}", check.expression);
    Some(Hazard::new(HazardCode::D03, message))
}

/// D04: rows may agree in the key or hold NULL in it.
pub(super) fn primary_key(operation: &Operation, _before: &Schema) -> Option<Hazard> {
    let Operation::AlterPrimaryKey { table, primary_key: Some(key) } = operation else {
        return None;
    };
    let message = format!("fails if rows of {table} agree in {} or hold NULL there", key.columns.join(", "));
    Some(Hazard::new(HazardCode::D04, message))
}
