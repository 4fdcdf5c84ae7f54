use limbeck_operations::{Operation, replay};
use limbeck_schema::{Capabilities, Dialect, ObjectName, Schema};

use super::super::{Drift, Kind, Noted, Rename};

/// The renames that apply to `recorded`, as operations, tables first; they are done to it. A rename applies if only the name before is
/// recorded, and only the one after is wanted; in a chain, `b` to `c` and `a` to `b`, the later one makes way for the one behind it.
pub(in super::super) fn applicable(
    renames: &[Rename],
    wanted: &Schema,
    recorded: &mut Schema,
    dialect: Dialect,
) -> Vec<(Rename, Operation)> {
    let mut pending: Vec<&Rename> = renames.iter().collect();
    pending.sort();
    pending.dedup();
    let mut done = Vec::new();
    // Tables first: the columns' renames are under the tables' names after.
    for kind in [Kind::Table, Kind::Column, Kind::Enum] {
        let of_kind: Vec<&Rename> = pending.iter().copied().filter(|rename| self::kind(rename) == kind).collect();
        chains(of_kind, wanted, (&mut *recorded, dialect), &mut done);
    }
    done
}

/// Does what applies of one kind, again and again: a rename may wait for another one to free its name.
fn chains(
    mut pending: Vec<&Rename>,
    wanted: &Schema,
    (recorded, dialect): (&mut Schema, Dialect),
    done: &mut Vec<(Rename, Operation)>,
) {
    let all = pending.clone();
    pending.retain(|rename| leads_on(rename, &all, wanted, recorded));
    loop {
        let next = pending.iter().position(|rename| !has(recorded, rename, Side::To));
        let Some(at) = next else { return };
        let rename = pending.remove(at);
        let operation = operation(rename);
        if replay(&operation, recorded, dialect).is_ok() {
            done.push((rename.clone(), operation));
        }
    }
}

/// Whether the rename goes from what is recorded to what is wanted: the name before is wanted only where another rename leads to it, the name
/// after recorded only where another one leads away, and the chain has an end, which a swap has not.
fn leads_on(rename: &Rename, all: &[&Rename], wanted: &Schema, recorded: &Schema) -> bool {
    let mut at = rename;
    if !has(recorded, at, Side::From) || !has(wanted, at, Side::To) {
        return false;
    }
    // Forwards to a free name.
    for step in 0.. {
        if !has(recorded, at, Side::To) {
            break;
        }
        let next = all.iter().find(|other| follows(at, other) && has(wanted, other, Side::To));
        match next {
            Some(next) if step < all.len() => at = next,
            Some(_) | None => return false,
        }
    }
    // Backwards to a name that nobody wants.
    at = rename;
    for step in 0.. {
        if !has(wanted, at, Side::From) {
            return true;
        }
        let previous = all.iter().find(|other| follows(other, at) && has(recorded, other, Side::From));
        match previous {
            Some(previous) if step < all.len() => at = previous,
            Some(_) | None => return false,
        }
    }
    false
}

/// Whether `next` renames what has the name that `rename` gives.
fn follows(rename: &Rename, next: &Rename) -> bool {
    match (rename, next) {
        (Rename::Table { to, .. }, Rename::Table { from, .. }) => to == from,
        (Rename::Column { table, to, .. }, Rename::Column { table: other, from, .. }) => table == other && to == from,
        (Rename::Label { enumeration, to, .. }, Rename::Label { enumeration: other, from, .. }) => {
            enumeration == other && to == from
        }
        _ => false,
    }
}

/// One of the two names of a rename.
#[derive(Clone, Copy)]
enum Side {
    From,
    To,
}

const fn kind(rename: &Rename) -> Kind {
    match rename {
        Rename::Table { .. } => Kind::Table,
        Rename::Column { .. } => Kind::Column,
        Rename::Label { .. } => Kind::Enum,
    }
}

fn operation(rename: &Rename) -> Operation {
    match rename {
        Rename::Table { from, to } => Operation::RenameTable { table: from.clone(), to: to.clone() },
        Rename::Column { table, from, to } => {
            Operation::RenameColumn { table: table.clone(), column: from.clone(), to: to.clone() }
        }
        Rename::Label { enumeration, from, to } => {
            Operation::RenameEnumLabel { name: enumeration.clone(), label: from.clone(), to: to.clone() }
        }
    }
}

/// Whether `schema` has what the rename names.
fn has(schema: &Schema, rename: &Rename, side: Side) -> bool {
    match rename {
        Rename::Table { from, to } => schema.tables.contains_key(side.of(from, to)),
        Rename::Column { table, from, to } => {
            schema.table(table).is_some_and(|table| table.column(side.of::<str>(from, to)).is_some())
        }
        Rename::Label { enumeration, from, to } => {
            schema.enums.get(enumeration).is_some_and(|known| known.labels.contains(side.of(from, to)))
        }
    }
}

impl Side {
    const fn of<'a, T: ?Sized>(self, from: &'a T, to: &'a T) -> &'a T {
        match self {
            Self::From => from,
            Self::To => to,
        }
    }
}

/// Does the renames to what the database has, so that it compares under the names after. One that somebody did already by hand is a drift.
pub(in super::super) fn rename_actual<'a>(
    operations: impl IntoIterator<Item = &'a Operation>,
    actual: &mut Schema,
    dialect: Dialect,
) -> Vec<Drift> {
    let mut drifted = Vec::new();
    for operation in operations {
        let by_hand = renamed_by_hand(operation, actual, dialect);
        // What does not fit was renamed by hand, or is not there at all.
        let _ = replay(operation, actual, dialect);
        if let Some((object, from, to)) = by_hand {
            drifted.push(Drift {
                recorded: Some(from),
                actual: Some(to),
                hint: Some("the database already has the new name".to_owned()),
                object,
            });
        }
    }
    drifted
}

/// The object that the database has under the name after, and both names.
fn renamed_by_hand(operation: &Operation, actual: &Schema, dialect: Dialect) -> Option<(Noted, String, String)> {
    let (object, from, to, is_there) = match operation {
        Operation::RenameTable { table, to } => {
            let object = Noted { kind: Kind::Table, table: None, name: table.to_string() };
            let is_there = actual.tables.contains_key(to) && !actual.tables.contains_key(table);
            (object, table.to_string(), to.to_string(), is_there)
        }
        Operation::RenameColumn { table, column, to } => {
            let object = Noted { kind: Kind::Column, table: Some(table.clone()), name: column.clone() };
            let known = actual.table(table);
            let has = |name: &str| known.is_some_and(|table| table.column(name).is_some());
            (object, column.clone(), to.clone(), has(to) && !has(column))
        }
        Operation::RenameEnumLabel { name, label, to } => {
            let object = Noted { kind: Kind::Enum, table: None, name: name.to_string() };
            let labels = labels_of(actual, name, dialect);
            let has = |label: &String| labels.contains(label);
            (object, label.clone(), to.clone(), has(to) && !has(label))
        }
        _ => return None,
    };
    is_there.then_some((object, from, to))
}

/// The labels of an enumerated type: of a database that has no such objects only the columns were read.
fn labels_of<'a>(schema: &'a Schema, name: &ObjectName, dialect: Dialect) -> &'a [String] {
    let mut columns = schema.tables.values().flat_map(|table| &table.columns);
    let found = if Capabilities::of(dialect).enum_types {
        schema.enums.get(name)
    } else {
        columns.find_map(|column| column.column_type.enumeration().filter(|known| known.name == *name))
    };
    found.map_or(&[], |known| &known.labels)
}
