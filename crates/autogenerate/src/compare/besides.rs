//! What the connected database has of a table and no revision made, so that people are told of it where it goes for good.

use std::collections::BTreeMap;

use limbeck_operations::Operation;
use limbeck_schema::{Beyond, Dialect, NOT_NULL_ON_CONFLICT, ObjectName, Pair, Schema, Table};

use super::{
    Sides,
    differ::{Difference, Object, differences},
    parts::Part,
};

/// The schemas that the changes start from, with what the database has of their tables besides.
pub(super) fn with_besides(sides: &Sides<'_>, starts: &BTreeMap<Dialect, Schema>) -> BTreeMap<Dialect, Schema> {
    let mut starts = starts.clone();
    add(sides, &mut starts);
    starts
}

fn add(sides: &Sides<'_>, starts: &mut BTreeMap<Dialect, Schema>) {
    let (Some(actual), Some(base)) = (&sides.actual, sides.bases.get(&sides.dialect)) else { return };
    let Some(start) = starts.get_mut(&sides.dialect) else { return };
    let mut besides: BTreeMap<&ObjectName, Vec<Beyond>> = BTreeMap::new();
    for (name, table) in &actual.tables {
        if let Some(known) = base.table(name) {
            besides.insert(name, of_table(known, table));
        }
    }
    for difference in differences(Pair::new(base, actual), sides.words_of_server(), &sides.aside) {
        if let Some((table, beyond)) = of_difference(&difference) {
            besides.entry(table).or_default().push(beyond);
        }
    }
    let renames = sides.renames.get(&sides.dialect).map(Vec::as_slice).unwrap_or_default();
    for (name, beyond) in besides {
        let before = renames.iter().find_map(|rename| match rename {
            Operation::RenameTable { table, to } if to == name => Some(table),
            _ => None,
        });
        if let Some(table) = start.table_mut(before.unwrap_or(name)) {
            table.beyond = beyond;
        }
    }
}

/// What the vocabulary has no field for, or comparing passes over.
fn of_table(known: &Table, actual: &Table) -> Vec<Beyond> {
    let mut found = actual.beyond.clone();
    found.extend(actual.triggers.iter().map(|trigger| Beyond::new(format!("trigger {}", trigger.name))));
    if known.options != actual.options {
        found.push(Beyond::new("its options as a table"));
    }
    let is_other = |name: &str, extra: &Option<String>| {
        extra.is_some() && known.column(name).is_some_and(|column| column.extra != *extra)
    };
    for column in actual.columns.iter().filter(|column| is_other(&column.name, &column.extra)) {
        let words = column.extra.as_deref().unwrap_or_default();
        found.push(Beyond {
            columns: vec![column.name.clone()],
            goes_with_not_null: words.contains(NOT_NULL_ON_CONFLICT),
            ..Beyond::new(format!("`{words}` of {}", column.name))
        });
    }
    found
}

/// What is there only, and what is there in another way. Of a part that stands on a column nothing is said with that column: it can't be dropped before the part.
fn of_difference<'a>(difference: &Difference<'a>) -> Option<(&'a ObjectName, Beyond)> {
    let Some(Object::Part(table, part)) = difference.next.first() else { return None };
    let beyond = match part {
        Part::Facet(column, facet) => Beyond {
            columns: vec![column.name.clone()],
            ..Beyond::new(format!("{} of {} as it is there", facet.kind(), column.name))
        },
        Part::Comment(_) => Beyond::new("its comment as it is there"),
        part => {
            let noted = part.noted(table);
            Beyond::new(format!("{} {}", noted.kind, noted.name))
        }
    };
    Some((*table, beyond))
}
