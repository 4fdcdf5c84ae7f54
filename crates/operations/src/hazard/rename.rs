use limbeck_schema::Schema;

use super::{Hazard, HazardCode};
use crate::Operation;

/// B01: code that knows the column's old name fails.
pub(super) fn column(operation: &Operation, _before: &Schema) -> Option<Hazard> {
    match operation {
        Operation::RenameColumn { table, column, to } => {
            let message = format!("code that still uses {table}.{column} instead of {to} fails");
            Some(Hazard::new(HazardCode::B01, message))
        }
        _ => None,
    }
}

/// B02: code that knows the table's old name fails.
pub(super) fn table(operation: &Operation, _before: &Schema) -> Option<Hazard> {
    match operation {
        Operation::RenameTable { table, to } => {
            let message = format!("code that still uses {table} instead of {to} fails");
            Some(Hazard::new(HazardCode::B02, message))
        }
        _ => None,
    }
}
