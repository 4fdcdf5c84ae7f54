use std::collections::{BTreeMap, BTreeSet};

use limbeck_operations::{Operation, replay};
use limbeck_schema::{Column, Dialect, Expression, ForeignKey, IndexTarget, ObjectName, Pair, Schema, Table};

use super::{
    Orders, Planning, Values,
    foreign_keys::Keys,
    place::{Phase, Place, Stage},
    table::TableChange,
};

/// What one dialect needs.
pub(super) struct Changing<'a> {
    /// The schema before, with its enumerated types altered already.
    pub(super) base: Schema,
    pub(super) end: &'a Schema,
    pub(super) wanted: &'a Schema,
    pub(super) orders: &'a Orders,
    fills: &'a Values,
    enums: Vec<(Stage, Operation)>,
}

pub(super) type Placed = Vec<(Place, Operation)>;

impl<'a> Changing<'a> {
    pub(super) fn new(
        base: &Schema,
        end: &'a Schema,
        (planning, dialect): (&'a Planning<'_>, Dialect),
        orders: &'a Orders,
    ) -> Self {
        let mut changed = base.clone();
        let mut enums = Vec::new();
        for (name, enumeration) in &base.enums {
            let Some(next) = end.enums.get(name).filter(|next| next.labels != enumeration.labels) else { continue };
            let (previous, next) = (enumeration.labels.clone(), next.labels.clone());
            let stage = if goes_last(name, Pair::new(base, end), planning.fills) {
                Stage::ShrinkEnums
            } else if only_grows(&previous, &next) {
                Stage::GrowEnums
            } else {
                Stage::AlterEnums
            };
            let operation = Operation::AlterEnum { name: name.clone(), previous, next };
            // The columns take the labels over, so that they don't differ once more.
            if replay(&operation, &mut changed, dialect).is_ok() {
                enums.push((stage, operation));
            }
        }
        Self { base: changed, end, wanted: planning.wanted, orders, fills: planning.fills, enums }
    }

    /// All operations, each with its place.
    pub(super) fn operations(self, renames: &[Operation]) -> Placed {
        let mut placed = Vec::new();
        for (at, operation) in renames.iter().enumerate() {
            let stage = match operation {
                Operation::RenameTable { .. } => Stage::RenameTables,
                Operation::RenameEnumLabel { .. } => Stage::RenameLabels,
                _ => Stage::RenameColumns,
            };
            placed.push((Place::new(stage, operation.table(), Phase::Whole, "").ranked(at), operation.clone()));
        }
        self.enums(renames, &mut placed);
        let keys = Keys::of(&self);
        let cleared = self.clear_names();
        for (name, table) in &self.end.tables {
            match self.base.table(name) {
                None => self.create_table(table, &keys, &mut placed),
                Some(previous) => {
                    let wanted = self.wanted.table(name);
                    TableChange { previous, next: table, wanted, keys: &keys, cleared: &cleared, fills: self.fills }
                        .operations(&mut placed);
                }
            }
        }
        for name in self.base.tables.keys().filter(|name| !self.end.tables.contains_key(*name)) {
            let place = Place::new(Stage::DropTables, Some(name), Phase::Whole, "");
            let place = place.ranked(self.orders.drop.position_from_end(name));
            placed.push((place, Operation::DropTable { table: name.clone() }));
        }
        keys.operations(&mut placed);
        placed.extend(cleared);
        placed
    }

    fn enums(&self, renames: &[Operation], placed: &mut Placed) {
        let is_renamed = |of: &ObjectName| {
            renames.iter().any(|rename| matches!(rename, Operation::RenameEnumLabel { name, .. } if name == of))
        };
        let place = |stage, name: &ObjectName| Place::new(stage, None, Phase::Whole, name.to_string());
        for (name, enumeration) in &self.end.enums {
            if !self.base.enums.contains_key(name) {
                let keep = self.end.kept_enums.contains(name);
                let operation = Operation::CreateEnum { enumeration: enumeration.clone(), keep };
                placed.push((place(Stage::CreateEnums, name), operation));
            }
        }
        for (stage, operation) in &self.enums {
            if let Operation::AlterEnum { name, .. } = operation {
                // It states the labels as they are called after the renames.
                let stage = if is_renamed(name) { (*stage).max(Stage::AlterEnums) } else { *stage };
                placed.push((place(stage, name), operation.clone()));
            }
        }
        for name in self.base.enums.keys().filter(|name| !self.end.enums.contains_key(*name)) {
            placed.push((place(Stage::DropEnums, name), Operation::DropEnum { name: name.clone() }));
        }
    }

    /// Makes a table whole, its indexes directly after it.
    fn create_table(&self, table: &Table, keys: &Keys<'_>, placed: &mut Placed) {
        let mut definition = table.clone();
        let indexes = std::mem::take(&mut definition.indexes);
        definition.triggers.clear();
        definition.beyond.clear();
        definition.foreign_keys.retain(|key| keys.is_inline(table, key));
        let place = |phase, name: &str| {
            Place::new(Stage::CreateTables, Some(&table.name), phase, name)
                .ranked(self.orders.create.position(&table.name))
        };
        placed.push((place(Phase::Whole, ""), Operation::CreateTable { definition }));
        for index in indexes {
            let place = place(Phase::CreateIndex, &index.name);
            placed.push((place, Operation::CreateIndex { table: table.name.clone(), index }));
        }
    }

    /// The drops of indexes whose names something gets that comes before their own table's turn.
    fn clear_names(&self) -> Placed {
        let mut new: BTreeMap<&str, BTreeSet<&ObjectName>> = BTreeMap::new();
        for (name, table) in &self.end.tables {
            let known: BTreeSet<&str> = self.base.table(name).into_iter().flat_map(index_names).collect();
            for index in index_names(table).filter(|index| !known.contains(index)) {
                new.entry(index).or_default().insert(name);
            }
        }
        let mut placed = Vec::new();
        for (name, table) in &self.base.tables {
            for (phase, operation) in drops(table, self.end.table(name)) {
                let part = operation.part().unwrap_or_default();
                if new.get(part.as_str()).is_some_and(|tables| tables.iter().any(|other| *other != name)) {
                    placed.push((Place::new(Stage::ClearTheWay, Some(name), phase, part), operation));
                }
            }
        }
        placed
    }
}

fn index_names(table: &Table) -> impl Iterator<Item = &str> {
    let uniques = table.uniques.iter().filter_map(|unique| unique.name.as_deref());
    uniques.chain(table.indexes.iter().map(|index| index.name.as_str()))
}

/// The drops of the unique constraints and indexes of `table` that `next` does not have.
pub(super) fn drops<'a>(table: &'a Table, next: Option<&'a Table>) -> impl Iterator<Item = (Phase, Operation)> + 'a {
    let uniques = gone(&table.uniques, next.map(|next| &next.uniques)).map(|unique| {
        let (columns, name) = (unique.columns.clone(), unique.name.clone());
        (Phase::DropUnique, Operation::DropUnique { table: table.name.clone(), columns, name })
    });
    let indexes = gone(&table.indexes, next.map(|next| &next.indexes)).map(|index| {
        let (name, parts) = (index.name.clone(), index.parts.clone());
        (Phase::DropIndex, Operation::DropIndex { table: table.name.clone(), name, parts })
    });
    uniques.chain(indexes)
}

/// What `next` does not have of `list`.
pub(super) fn gone<'a, T: PartialEq>(list: &'a [T], next: Option<&'a Vec<T>>) -> impl Iterator<Item = &'a T> {
    list.iter().filter(move |item| !next.is_some_and(|next| next.contains(item)))
}

/// The operation that drops `key` from `table`.
pub(super) fn drop_key(table: &ObjectName, key: &ForeignKey) -> Operation {
    Operation::DropForeignKey {
        table: table.clone(),
        columns: key.columns.clone(),
        target: key.target.clone(),
        name: key.name.clone(),
    }
}

/// Whether labels come, and none goes or moves.
fn only_grows(previous: &[String], next: &[String]) -> bool {
    let mut next = next.iter();
    previous.iter().all(|label| next.any(|other| other == label))
}

/// Whether a type is altered after tables and columns have gone: it loses labels, columns of it go, whose rows may hold these, and nothing comes
/// that needs it as it will be, nor is a column of it filled with a label that comes.
fn goes_last(name: &ObjectName, schemas: Pair<&Schema>, fills: &Values) -> bool {
    let labels = schemas.map(|schema| schema.enums.get(name).map(|known| known.labels.as_slice()).unwrap_or_default());
    let loses = labels.previous.iter().any(|label| !labels.next.contains(label));
    let mut comes = labels.next.iter().filter(|label| !labels.previous.contains(label));
    let columns = schemas.map(|schema| columns_of(name, schema));
    let goes = columns.next.is_subset(&columns.previous) && columns.previous != columns.next;
    let tables: BTreeSet<&ObjectName> = columns.next.iter().map(|(table, _)| *table).collect();
    let tables: Vec<&Table> = tables.into_iter().filter_map(|table| schemas.next.table(table)).collect();
    let fills = || fills.iter().filter(|((table, _), _)| tables.iter().any(|known| known.name == *table));
    let is_used = |label: &String| {
        tables.iter().any(|table| names_label(table, label)) || fills().any(|(_, value)| is_of_label(value, label))
    };
    loses && goes && !comes.any(is_used)
}

/// Whether a default, a check, a computation or an index of a table may name a label.
fn names_label(table: &Table, label: &str) -> bool {
    let has = |sql: &String| sql.contains(label);
    let mut defaults = table.columns.iter().filter_map(|column| column.default.as_ref());
    let computations = table.columns.iter().filter_map(|column| column.generated.as_ref());
    let parts = table.indexes.iter().flat_map(|index| &index.parts);
    defaults.any(|default| is_of_label(default, label))
        || computations.map(|computation| &computation.expression).any(has)
        || table.checks.iter().map(|check| &check.expression).any(has)
        || table.indexes.iter().filter_map(|index| index.filter.as_ref()).any(has)
        || parts.into_iter().any(|part| matches!(&part.target, IndexTarget::Expression(sql) if has(sql)))
}

/// Whether a value is a label, or SQL that may name it.
fn is_of_label(value: &Expression, label: &str) -> bool {
    match value {
        Expression::Text(text) => text == label,
        Expression::Sql(sql) => sql.contains(label),
        Expression::Null
        | Expression::Boolean(_)
        | Expression::Integer(_)
        | Expression::Number(_)
        | Expression::CurrentTimestamp
        | Expression::CurrentDate
        | Expression::CurrentTime => false,
    }
}

/// The columns of an enumerated type, by their tables.
fn columns_of<'a>(name: &ObjectName, schema: &'a Schema) -> BTreeSet<(&'a ObjectName, &'a str)> {
    let of_type =
        |column: &&Column| column.column_type.enumeration().is_some_and(|enumeration| enumeration.name == *name);
    let tables = schema.tables.values();
    tables
        .flat_map(|table| table.columns.iter().filter(of_type).map(|column| (&table.name, column.name.as_str())))
        .collect()
}
