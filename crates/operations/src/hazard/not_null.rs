use limbeck_schema::Schema;

use super::{Hazard, HazardCode, altered};
use crate::Operation;

/// B04: rows may hold NULL, and code may write it.
pub(super) fn rule(operation: &Operation, before: &Schema) -> Option<Hazard> {
    let (table, column, changes) = altered(operation, before)?;
    if !column.nullable || changes.nullable != Some(false) {
        return None;
    }
    let message = format!("{table}.{} may not be NULL any more: rows may hold it", column.name);
    Some(Hazard::new(HazardCode::B04, message))
}
