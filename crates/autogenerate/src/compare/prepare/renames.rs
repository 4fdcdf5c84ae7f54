use limbeck_operations::{Operation, replay};
use limbeck_schema::Schema;

use super::super::{Drift, Kind, Noted, Rename};

/// The renames that apply to `recorded`, as operations, tables first; they are done to it. A rename applies if only the name before is
/// recorded, and only the one after is wanted.
pub(in super::super) fn applicable(renames: &[Rename], wanted: &Schema, recorded: &mut Schema) -> Vec<Operation> {
    let mut sorted: Vec<&Rename> = renames.iter().collect();
    sorted.sort();
    let mut operations = Vec::new();
    for rename in sorted {
        let operation = operation(rename);
        if applies(rename, wanted, recorded) && replay(&operation, recorded).is_ok() {
            operations.push(operation);
        }
    }
    operations
}

fn operation(rename: &Rename) -> Operation {
    match rename {
        Rename::Table { from, to } => Operation::RenameTable { table: from.clone(), to: to.clone() },
        Rename::Column { table, from, to } => {
            Operation::RenameColumn { table: table.clone(), column: from.clone(), to: to.clone() }
        }
    }
}

fn applies(rename: &Rename, wanted: &Schema, recorded: &Schema) -> bool {
    match rename {
        Rename::Table { from, to } => {
            let only =
                |schema: &Schema, one, other| schema.tables.contains_key(one) && !schema.tables.contains_key(other);
            only(recorded, from, to) && only(wanted, to, from)
        }
        Rename::Column { table, from, to } => {
            let only = |schema: &Schema, one: &str, other: &str| {
                schema.table(table).is_some_and(|table| table.column(one).is_some() && table.column(other).is_none())
            };
            only(recorded, from, to) && only(wanted, to, from)
        }
    }
}

/// Does the renames to what the database has, so that it compares under the names after. One that somebody did already by hand is a drift.
pub(in super::super) fn rename_actual(operations: &[Operation], actual: &mut Schema) -> Vec<Drift> {
    let mut drifted = Vec::new();
    for operation in operations {
        if replay(operation, actual).is_ok() {
            continue;
        }
        let (object, to, is_there) = match operation {
            Operation::RenameTable { table, to } => {
                let object = Noted { kind: Kind::Table, table: None, name: table.to_string() };
                (object, to.to_string(), actual.tables.contains_key(to) && !actual.tables.contains_key(table))
            }
            Operation::RenameColumn { table, column, to } => {
                let object = Noted { kind: Kind::Column, table: Some(table.clone()), name: column.clone() };
                let known = actual.table(table);
                let has = |name: &str| known.is_some_and(|table| table.column(name).is_some());
                (object, to.clone(), has(to) && !has(column))
            }
            _ => continue,
        };
        if is_there {
            drifted.push(Drift {
                recorded: Some(object.name.clone()),
                actual: Some(to),
                hint: Some("the database already has the new name".to_owned()),
                object,
            });
        }
    }
    drifted
}
