use limbeck_schema::Schema;

use super::{Hazard, HazardCode};
use crate::Operation;

/// A01: the rows go with their table.
pub(super) fn rule(operation: &Operation, _before: &Schema) -> Option<Hazard> {
    match operation {
        Operation::DropTable { table } => Some(Hazard::new(HazardCode::A01, format!("the rows of {table} are lost"))),
        _ => None,
    }
}
