use limbeck_schema::Schema;

use super::{Hazard, HazardCode};
use crate::Operation;

/// B03: neither the rows that are there nor code that does not know the column have a value for it.
pub(super) fn rule(operation: &Operation, _before: &Schema) -> Option<Hazard> {
    let Operation::AddColumn { table, column } = operation else {
        return None;
    };
    let filled = column.default.is_some() || column.generated.is_some() || column.auto_increment.is_some();
    if column.nullable || filled {
        return None;
    }
    let message =
        format!("{table}.{} may not be NULL and has no default: rows that are there have no value for it", column.name);
    Some(Hazard::new(HazardCode::B03, message))
}
