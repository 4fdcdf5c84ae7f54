//! What goes with its rows or values, and whether somebody wants it kept.

use std::collections::BTreeSet;

use limbeck_autogenerate::{Comparison, Leaving};
use limbeck_operations::Operation;
use limbeck_schema::Schema;

/// The first table or column that goes for good and of which nobody said that it may. What is made anew under its name is no such thing.
pub(super) fn undecided(comparison: &Comparison, wanted: &Schema, decided: &BTreeSet<Leaving>) -> Option<Leaving> {
    let going = comparison.changes.iter().filter_map(|change| match &change.step.operation {
        Operation::DropTable { table } if wanted.table(table).is_none() => {
            Some(Leaving::Table { table: table.clone() })
        }
        Operation::DropColumn { table, column } => {
            let is_stated = wanted.table(table).is_some_and(|table| table.column(column).is_some());
            (!is_stated).then(|| Leaving::Column { table: table.clone(), column: column.clone() })
        }
        _ => None,
    });
    going.into_iter().find(|going| !decided.contains(going))
}

/// What `keep` calls it.
pub(super) fn entry(leaving: &Leaving) -> String {
    match leaving {
        Leaving::Table { table } => table.to_string(),
        Leaving::Column { table, column } => format!("{table}.{column}"),
        Leaving::Label { enumeration, label } => format!("{enumeration}.{label}"),
    }
}
