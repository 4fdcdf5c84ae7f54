use limbeck_schema::Schema;

use super::{Hazard, HazardCode, altered};
use crate::{Operation, Setting};

/// A02: the values go with their column, or give way to computed ones. A computed column holds nothing that its expression would not
/// give again.
pub(super) fn rule(operation: &Operation, before: &Schema) -> Option<Hazard> {
    if let Operation::DropColumn { table, column } = operation {
        let known = before.table(table).and_then(|table| table.column(column));
        let computed = known.is_some_and(|column| column.generated.is_some());
        let hazard = || Hazard::new(HazardCode::A02, format!("the values of {table}.{column} are lost"));
        return (!computed).then(hazard);
    }
    let (table, column, changes) = altered(operation, before)?;
    let replaced = column.generated.is_none() && matches!(changes.generated, Some(Setting::Set(_)));
    let hazard = || {
        Hazard::new(
            HazardCode::A02,
            format!("the values of {table}.{} are lost, it is computed from then on", column.name),
        )
    };
    replaced.then(hazard)
}
