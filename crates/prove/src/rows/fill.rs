use std::collections::{BTreeMap, BTreeSet};

use limbeck::connection::server_words;
use limbeck_operations::ddl::quote;
use limbeck_schema::{Column, Dialect, ForeignKey, ObjectName, Schema, Table};
use sea_orm::{ConnectionTrait, DatabaseConnection};

use super::{ROWS, domain::Domain};

/// What a column becomes, if it stays: the column after the revision, and whether it is then part of a key.
pub type Becomes = (Column, bool);

/// What became of the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// How many rows are in.
    pub rows: usize,
    /// The rows that the database did not take: made-up values can break a check, or be too few for a unique column.
    pub refused: Vec<Refusal>,
}

/// A row that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// For which table.
    pub table: ObjectName,
    /// The statement.
    pub sql: String,
    /// The server's words.
    pub reason: String,
}

/// Puts rows into every table of `schema`, each a statement that commits by itself. `becomes` says what a column is after the revision, whose limits count too.
pub async fn fill(
    connection: &DatabaseConnection,
    schema: &Schema,
    dialect: Dialect,
    becomes: impl Fn(&ObjectName, &str) -> Option<Becomes>,
) -> Filled {
    let filling = Filling { schema, dialect, becomes };
    let mut filled = Filled::default();
    let mut late = Vec::new();
    for table in in_order(schema) {
        for row in 0..ROWS {
            match send(connection, table, filling.insert(table, row)).await {
                Ok(()) => filled.rows += 1,
                Err(refusal) => filled.refused.push(refusal),
            }
        }
        late.extend(table.foreign_keys.iter().filter(|key| filling.is_late(table, key)).map(|key| (table, key)));
    }
    for (table, key) in late {
        for row in 0..ROWS {
            filled.refused.extend(send(connection, table, filling.update(table, key, row)).await.err());
        }
    }
    filled
}

async fn send(connection: &DatabaseConnection, table: &Table, sql: String) -> Result<(), Refusal> {
    let sent = connection.execute_unprepared(&sql).await;
    sent.map(|_| ()).map_err(|error| Refusal { table: table.name.clone(), sql, reason: server_words(&error) })
}

struct Filling<'a, F> {
    schema: &'a Schema,
    dialect: Dialect,
    becomes: F,
}

impl<F: Fn(&ObjectName, &str) -> Option<Becomes>> Filling<'_, F> {
    fn insert(&self, table: &Table, row: usize) -> String {
        let columns: Vec<_> = table.columns.iter().filter(|column| column.generated.is_none()).collect();
        let names: Vec<_> = columns.iter().map(|column| quote::identifier(&column.name, self.dialect)).collect();
        let values: Vec<_> = columns.iter().map(|column| self.first_value(table, column, row)).collect();
        let table = quote::object(&table.name, self.dialect);
        format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "))
    }

    fn update(&self, table: &Table, key: &ForeignKey, row: usize) -> String {
        let sets: Vec<_> = key
            .columns
            .iter()
            .filter_map(|column| table.column(column))
            .map(|column| {
                format!("{} = {}", quote::identifier(&column.name, self.dialect), self.value(table, column, row))
            })
            .collect();
        let conditions: Vec<_> = table
            .primary_key
            .iter()
            .flat_map(|key| &key.columns)
            .filter_map(|column| table.column(column))
            .map(|column| {
                format!("{} = {}", quote::identifier(&column.name, self.dialect), self.value(table, column, row))
            })
            .collect();
        let table = quote::object(&table.name, self.dialect);
        format!("UPDATE {table} SET {} WHERE {}", sets.join(", "), conditions.join(" AND "))
    }

    /// Whether the key's rows are there only after this table's: it leads to the table itself, or there is a cycle.
    fn is_late(&self, table: &Table, key: &ForeignKey) -> bool {
        let nullable = key.columns.iter().all(|name| table.column(name).is_some_and(|column| column.nullable));
        nullable && (key.target == table.name || reaches(self.schema, &key.target, &table.name))
    }

    fn first_value(&self, table: &Table, column: &Column, row: usize) -> String {
        let late = table.foreign_keys.iter().any(|key| key.columns.contains(&column.name) && self.is_late(table, key));
        if late { "NULL".to_owned() } else { self.value(table, column, row) }
    }

    fn value(&self, table: &Table, column: &Column, row: usize) -> String {
        let next = (self.becomes)(&table.name, &column.name);
        let may_be_null = column.nullable && next.as_ref().is_none_or(|(next, _)| next.nullable);
        if may_be_null && row == 0 {
            return "NULL".to_owned();
        }
        let mut domain = Domain::of(&column.column_type);
        let mut linked = is_linked(self.schema, table, &column.name);
        if let Some((next, linked_next)) = next {
            domain = domain.both(Domain::of(&next.column_type));
            linked |= linked_next;
        }
        // A row refers to the row of the same number; what numbers rows begins with one.
        if let Domain::Integer { least, .. } = &mut domain
            && linked
        {
            *least = 2;
        }
        domain.literal(row, &column.column_type, self.dialect)
    }
}

/// Whether a column is part of a key, refers to something or is referred to.
pub fn is_linked(schema: &Schema, table: &Table, column: &str) -> bool {
    let has = |columns: &[String]| columns.iter().any(|name| name == column);
    table.is_key(column)
        || table.foreign_keys.iter().any(|key| has(&key.columns))
        || schema
            .tables
            .values()
            .flat_map(|other| &other.foreign_keys)
            .any(|key| key.target == table.name && has(&key.target_columns))
}

/// Whether foreign keys lead from `from` to `to`.
fn reaches(schema: &Schema, from: &ObjectName, to: &ObjectName) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(name) = next.pop() {
        if name == to {
            return true;
        }
        if seen.insert(name) {
            next.extend(schema.table(name).into_iter().flat_map(|table| &table.foreign_keys).map(|key| &key.target));
        }
    }
    false
}

/// The tables so that those that are referred to come first, where the key may not be NULL.
fn in_order(schema: &Schema) -> Vec<&Table> {
    let waits_for = |table: &Table| -> BTreeSet<ObjectName> {
        let required = |key: &&ForeignKey| {
            let nullable = key.columns.iter().all(|name| table.column(name).is_some_and(|column| column.nullable));
            let late = nullable && reaches(schema, &key.target, &table.name);
            key.target != table.name && !late
        };
        table.foreign_keys.iter().filter(required).map(|key| key.target.clone()).collect()
    };
    let mut waiting: BTreeMap<_, _> =
        schema.tables.values().map(|table| (&table.name, (table, waits_for(table)))).collect();
    let mut order = Vec::new();
    while !waiting.is_empty() {
        let ready = waiting.iter().find(|(_, (_, targets))| targets.iter().all(|name| !waiting.contains_key(name)));
        // In a cycle of keys that may not be NULL no table can be first; its rows will be refused.
        let Some(name) = ready.or_else(|| waiting.iter().next()).map(|(name, _)| *name) else { break };
        order.extend(waiting.remove(name).map(|(table, _)| table));
    }
    order
}
