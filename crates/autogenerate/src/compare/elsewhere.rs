//! What a baseline makes on the databases that it was not written from: what the entities state in their words, and of the rest what is portable.

use std::collections::BTreeSet;

use limbeck_schema::{
    Check, Column, ColumnType, Dialect, Expression, ForeignKey, Index, ObjectName, Schema, Table, Unique,
    lower_column_type,
};

/// The side that a baseline leads to on another dialect.
pub(super) struct Elsewhere<'a> {
    /// What the entities state, with nothing filled in.
    pub(super) stated: &'a Schema,
    /// The same, with what they leave out as the database has it.
    pub(super) filled: &'a Schema,
    /// Whose type the entities could not tell.
    pub(super) opaque: &'a BTreeSet<(ObjectName, String)>,
    /// The dialect that it is for.
    pub(super) dialect: Dialect,
}

impl Elsewhere<'_> {
    /// `end`, what the baseline makes on its own dialect, as it is made here: the words of that server are left out, and what only it can hold.
    pub(super) fn schema(&self, end: &Schema) -> Schema {
        let mut schema = end.clone();
        for table in schema.tables.values_mut() {
            let stated = self.stated.table(&table.name);
            *table = match (stated, self.filled.table(&table.name)) {
                (Some(stated), Some(filled)) => self.table(table, stated, filled),
                (Some(_) | None, _) => self.table(table, &Table::new(table.name.clone(), Vec::new()), table),
            };
        }
        drop_unneeded(&mut schema);
        let columns = schema.tables.values().flat_map(|table| &table.columns);
        let used: BTreeSet<ObjectName> =
            columns.filter_map(|column| column.column_type.enumeration().map(|it| it.name.clone())).collect();
        let is_needed = |name: &ObjectName| used.contains(name) || self.stated.enums.contains_key(name);
        schema.enums.retain(|name, _| is_needed(name));
        schema.kept_enums.retain(is_needed);
        // A column that is a text there may be of a type here.
        for (name, enumeration) in self.stated.enums.iter().filter(|(name, _)| used.contains(*name)) {
            schema.enums.entry(name.clone()).or_insert_with(|| enumeration.clone());
        }
        schema
    }

    fn table(&self, end: &Table, stated: &Table, filled: &Table) -> Table {
        let mut table = end.clone();
        table.columns = end.columns.iter().filter_map(|column| self.column(column, end, stated, filled)).collect();
        let there: BTreeSet<String> = table.columns.iter().map(|column| column.name.clone()).collect();
        let has = |columns: &[String]| columns.iter().all(|column| there.contains(column));
        table.uniques = end.uniques.iter().filter(|it| has(&it.columns)).filter_map(|it| unique(it, stated)).collect();
        table.foreign_keys =
            end.foreign_keys.iter().filter(|it| has(&it.columns)).filter_map(|it| foreign_key(it, stated)).collect();
        table.indexes = end.indexes.iter().filter(|it| !it.keep).map(|it| index(it, stated)).collect();
        table.checks = end.checks.iter().filter(|it| !it.keep).map(|it| check(it, stated)).collect();
        table
    }

    /// A stated column in the entity's words; one that no entity states as it is, if that is portable. A member of the key is part of the table.
    fn column(&self, end: &Column, table: &Table, stated: &Table, filled: &Table) -> Option<Column> {
        let Some(known) = stated.column(&end.name) else {
            return (table.is_key(&end.name) || self.is_portable(end)).then(|| end.clone());
        };
        let mut column = end.clone();
        let is_opaque = self.opaque.contains(&(table.name.clone(), end.name.clone()));
        if let Some(filled) = filled.column(&end.name).filter(|_| !is_opaque) {
            column.column_type.clone_from(&filled.column_type);
        }
        if matches!(column.default, Some(Expression::Sql(_))) {
            column.default = known.default.clone().filter(|default| *default != Expression::Null);
        }
        if column.auto_increment.is_none() || known.auto_increment.is_none() {
            column.auto_increment.clone_from(&known.auto_increment);
        }
        column.generated.clone_from(&known.generated);
        column.on_update = known.on_update.clone().filter(|value| *value != Expression::Null);
        column.collation = known.collation.clone().filter(|collation| !collation.is_empty());
        column.extra.clone_from(&known.extra);
        Some(column)
    }

    fn is_portable(&self, column: &Column) -> bool {
        !matches!(column.column_type, ColumnType::Custom(_))
            && lower_column_type(&column.column_type, self.dialect).is_ok()
            && !matches!(column.default, Some(Expression::Sql(_)))
            && column.generated.is_none()
            && column.on_update.is_none()
            && column.collation.is_none()
            && column.extra.is_none()
    }
}

/// A constraint with those of its facets that are stated; one that no entity states, if it has none.
fn unique(end: &Unique, stated: &Table) -> Option<Unique> {
    let known = stated.uniques.iter().find(|known| known.columns == end.columns);
    let mut unique = end.clone();
    unique.nulls_not_distinct = known.is_some_and(|known| known.nulls_not_distinct);
    unique.deferrable = known.and_then(|known| known.deferrable);
    (!end.keep || unique == *end).then_some(unique)
}

/// A key; when it is checked is said where it is stated.
fn foreign_key(end: &ForeignKey, stated: &Table) -> Option<ForeignKey> {
    let known = stated.foreign_keys.iter().find(|known| known.columns == end.columns && known.target == end.target);
    let deferrable = known.and_then(|known| known.deferrable);
    (!end.keep || deferrable == end.deferrable).then(|| ForeignKey { deferrable, ..end.clone() })
}

/// A stated index in the entity's words, under the name that is there.
fn index(end: &Index, stated: &Table) -> Index {
    let is_it = |known: &&Index| known.unique == end.unique && known.plain_columns() == end.plain_columns();
    let known = stated.indexes.iter().find(|known| known.name == end.name);
    let known = known.or_else(|| stated.indexes.iter().filter(|known| known.plain_columns().is_some()).find(is_it));
    known.map_or_else(|| end.clone(), |known| Index { name: end.name.clone(), ..known.clone() })
}

/// A stated check in the entity's words, where its name tells which.
fn check(end: &Check, stated: &Table) -> Check {
    let known = stated.checks.iter().find(|known| known.name.is_some() && known.name == end.name);
    known.unwrap_or(end).clone()
}

/// Takes away the tables that no entity states and no key refers to any more, and the keys whose table is not there.
fn drop_unneeded(schema: &mut Schema) {
    loop {
        let keys = schema.tables.values().flat_map(|table| table.foreign_keys.iter().map(|key| key.target.clone()));
        let targets: BTreeSet<ObjectName> = keys.collect();
        let count = schema.tables.len();
        schema.tables.retain(|name, table| !table.keep || targets.contains(name));
        if schema.tables.len() == count {
            break;
        }
    }
    let there = schema.clone();
    for table in schema.tables.values_mut() {
        table.foreign_keys.retain(|key| {
            let target = there.table(&key.target);
            key.target_columns.iter().all(|column| target.is_some_and(|target| target.column(column).is_some()))
        });
    }
}
