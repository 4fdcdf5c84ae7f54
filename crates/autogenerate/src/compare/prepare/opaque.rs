//! Columns whose type the entities could not tell: their type is the one that is recorded or there, and never a difference.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_schema::{Column, ColumnType, Dialect, ForeignKey, ObjectName, Schema, Table};

use super::{
    super::{
        Comparison, Refused, Skipped,
        parts::{Part, Uniqueness},
        users::names_column,
    },
    Columns,
};

/// The type of such a column until it takes one over: no other column has it, and no enumerated type comes with it.
pub(super) const UNKNOWN: ColumnType = ColumnType::Custom(String::new());

/// Gives the opaque columns of `table` the type that they have in `known`. Their numbering is taken along: whether a key is numbered when nothing is
/// said of it depends on the type.
pub(in super::super) fn take_types(table: &mut Table, known: &Table, opaque: &Columns) {
    for name in opaque_columns(opaque, &table.name) {
        if let (Some(column), Some(known)) = (table.column_mut(name), known.column(name)) {
            take_type(column, known);
        }
    }
}

/// The opaque columns of a table.
pub(super) fn opaque_columns<'a>(opaque: &'a Columns, table: &ObjectName) -> Vec<&'a str> {
    let those = opaque.range((table.clone(), String::new())..).take_while(|(owner, _)| owner == table);
    those.map(|(_, column)| column.as_str()).collect()
}

fn take_type(column: &mut Column, known: &Column) {
    column.column_type.clone_from(&known.column_type);
    column.auto_increment.clone_from(&known.auto_increment);
}

/// Takes out of `wanted` the opaque columns that no base has, since nobody knows how to make them, and says so. One that only some dialects have takes
/// its type from there.
///
/// A table that can't be made without such a column takes no part.
pub(in super::super) fn refuse(
    wanted: &mut Schema,
    bases: &BTreeMap<Dialect, Schema>,
    opaque: &Columns,
    aside: &mut BTreeSet<ObjectName>,
    comparison: &mut Comparison,
) {
    let connected = comparison.dialect.and_then(|dialect| bases.get(&dialect));
    let mut refused: BTreeMap<ObjectName, Vec<String>> = BTreeMap::new();
    for (name, column) in opaque {
        let Some(stated) = wanted.table_mut(name).and_then(|table| table.column_mut(column)) else { continue };
        let known = |base: &'_ Schema| base.table(name).and_then(|table| table.column(column)).cloned();
        match connected.into_iter().chain(bases.values()).find_map(known) {
            Some(_) if bases.values().all(|base| known(base).is_some()) => {}
            Some(known) => {
                take_type(stated, &known);
                if let Some(enumeration) = known.column_type.enumeration() {
                    wanted.enums.entry(enumeration.name.clone()).or_insert_with(|| enumeration.clone());
                }
            }
            None => refused.entry(name.clone()).or_default().push(column.clone()),
        }
    }
    for (name, columns) in refused {
        let is_everywhere = bases.values().all(|base| base.tables.contains_key(&name));
        let needs = |table: &Table| columns.iter().any(|column| needs(table, column));
        if is_everywhere && !wanted.table(&name).is_some_and(needs) {
            columns.iter().for_each(|column| remove_column(wanted, &name, column));
        } else {
            remove_table(wanted, &name, aside);
        }
        remove_keys_to(wanted, &name, &columns, is_everywhere, &mut comparison.skipped);
        comparison.refused.extend(columns.into_iter().map(|column| Refused { table: name.clone(), column }));
    }
}

/// Whether the table would be another one without the column: its key or what computes a column names it.
fn needs(table: &Table, column: &str) -> bool {
    table.is_key(column) || table.columns.iter().any(|other| names_column(&Part::Column(other), column))
}

/// Takes a column away with all that names it.
fn remove_column(wanted: &mut Schema, table: &ObjectName, column: &str) {
    let Some(table) = wanted.table_mut(table) else { return };
    let stays = |part: Part<'_>| !names_column(&part, column);
    table.columns.retain(|other| other.name != column);
    table.uniques.retain(|unique| stays(Part::Unique(Uniqueness::Constraint(unique))));
    table.indexes.retain(|index| stays(Part::Index(index)));
    table.foreign_keys.retain(|key| stays(Part::ForeignKey(key)));
    table.checks.retain(|check| stays(Part::Check(check)));
}

/// Sets a table aside, and the enumerated types that nothing else has.
fn remove_table(wanted: &mut Schema, name: &ObjectName, aside: &mut BTreeSet<ObjectName>) {
    let Some(table) = wanted.tables.remove(name) else { return };
    aside.insert(name.clone());
    let used = enumerations(wanted.tables.values());
    for name in enumerations([&table]).difference(&used) {
        wanted.enums.remove(name);
        aside.insert(name.clone());
    }
}

fn enumerations<'a>(tables: impl IntoIterator<Item = &'a Table>) -> BTreeSet<ObjectName> {
    let types = tables.into_iter().flat_map(|table| &table.columns).map(|column| &column.column_type);
    types.filter_map(|column_type| Some(column_type.enumeration()?.name.clone())).collect()
}

/// Takes away the foreign keys to what is refused, with a word on each.
fn remove_keys_to(
    wanted: &mut Schema,
    target: &ObjectName,
    columns: &[String],
    is_everywhere: bool,
    skipped: &mut Vec<Skipped>,
) {
    let dangles = |key: &ForeignKey| {
        key.target == *target && (!is_everywhere || key.target_columns.iter().any(|column| columns.contains(column)))
    };
    for table in wanted.tables.values_mut() {
        for key in table.foreign_keys.iter().filter(|key| dangles(key)) {
            let reason =
                format!("`{target}` has columns of unknown types, which can't be made: {}", columns.join(", "));
            skipped.push(Skipped { object: Part::ForeignKey(key).noted(&table.name).to_string(), reason });
        }
        table.foreign_keys.retain(|key| !dangles(key));
    }
}
