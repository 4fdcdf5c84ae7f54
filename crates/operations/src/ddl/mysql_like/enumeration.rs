//! Changes of an enumerated type's labels: every column of it is restated.

use limbeck_schema::{Check, Column, Dialect, ForeignKey, ObjectName, Pair, Schema, Server, Table};

use super::{
    add,
    alter::{drop_check, restated},
    column::altered,
    named,
};
use crate::{
    Operation,
    ddl::{
        DdlError, Statement, constraint,
        expression::is_label,
        index,
        quote::{identifier, object, string},
    },
    replay::replay,
};

/// One ALTER TABLE for each table that has columns of the type. A row with a label that is gone stops it where `sql_mode` is strict.
pub(super) fn alter(
    name: &ObjectName,
    labels: &[String],
    before: &Schema,
    operation: &Operation,
    server: &Server,
) -> Result<Vec<Statement>, DdlError> {
    let statements = before.tables.values().flat_map(|table| alter_table(table, name, labels, server)).collect();
    without_keys(name, before, statements, operation, server)
}

/// `statements` with the foreign keys off whose ends have the type: the server refuses to change one end alone (errors 1832 and 1833). Their indexes stay.
fn without_keys(
    name: &ObjectName,
    before: &Schema,
    statements: Vec<Statement>,
    operation: &Operation,
    server: &Server,
) -> Result<Vec<Statement>, DdlError> {
    let dialect = server.dialect;
    let has_type = |table: &Table, column: &String| table.column(column).is_some_and(|column| holds(column, name));
    let is_met = |table: &Table, key: &ForeignKey| {
        let target = before.table(&key.target);
        key.columns.iter().any(|column| has_type(table, column))
            || target.is_some_and(|target| key.target_columns.iter().any(|column| has_type(target, column)))
    };
    let keys = before.tables.values().flat_map(|table| table.foreign_keys.iter().map(move |key| (table, key)));
    let (mut drops, mut adds) = (Vec::new(), Vec::new());
    for (table, key) in keys.filter(|(table, key)| is_met(table, key)) {
        let key_name = identifier(named(key.name.as_deref(), "foreign key", operation)?, dialect);
        drops.push(Statement::new(format!("ALTER TABLE {} DROP FOREIGN KEY {key_name}", object(&table.name, dialect))));
        adds.push(Statement::new(add(&table.name, &constraint::foreign_key(key, dialect), dialect)));
    }
    Ok([drops, statements, adds].concat())
}

fn alter_table(table: &Table, name: &ObjectName, labels: &[String], server: &Server) -> Vec<Statement> {
    let columns: Vec<_> = table.columns.iter().filter_map(|column| relabelled(column, name, labels)).collect();
    if columns.is_empty() {
        return Vec::new();
    }
    let clauses: Vec<_> =
        columns.iter().map(|column| format!("MODIFY COLUMN {}", restated(table, column, server))).collect();
    altered(&table.name, &clauses.join(", "), &columns, server)
}

/// The column with its new labels, if it is of the type. A default whose label goes is not restated; the revision has to set another.
fn relabelled(column: &Column, name: &ObjectName, labels: &[String]) -> Option<Column> {
    let mut next = column.clone();
    let enumeration = next.column_type.enumeration_mut().filter(|enumeration| enumeration.name == *name)?;
    enumeration.labels = labels.to_vec();
    next.default = next.default.filter(|default| is_label(default, labels));
    Some(next)
}

/// A label before and after.
#[derive(Clone, Copy)]
pub(super) struct Renaming<'a> {
    pub(super) name: &'a ObjectName,
    pub(super) label: &'a str,
    pub(super) to: &'a str,
}

/// The list takes the other label in, the rows take it, the list lets the label go: MODIFY alone refuses rows with a label that is not in its list
/// (error 1265, measured on 10.11). Checks that have the label are off in between.
pub(super) fn rename(
    renaming: Renaming<'_>,
    before: &Schema,
    operation: &Operation,
    server: &Server,
) -> Result<Vec<Statement>, DdlError> {
    let mut after = before.clone();
    replay(operation, &mut after, server.dialect)?;
    let mut statements = Vec::new();
    for (name, table) in &before.tables {
        if let Some(next) = after.table(name).filter(|next| *next != table) {
            statements.extend(rename_in_table(renaming, Pair::new(table, next), operation, server)?);
        }
    }
    without_keys(renaming.name, before, statements, operation, server)
}

fn rename_in_table(
    renaming: Renaming<'_>,
    tables: Pair<&Table>,
    operation: &Operation,
    server: &Server,
) -> Result<Vec<Statement>, DdlError> {
    let dialect = server.dialect;
    let (previous, next) = (tables.previous, tables.next);
    let mut statements = Vec::new();
    let mut open = previous.clone();
    open.checks.retain(|check| next.checks.contains(check));
    let closed: Vec<_> = previous.checks.iter().filter(|check| !next.checks.contains(check)).collect();
    for check in closed {
        statements.extend(drop_check(previous, check, operation, server)?);
    }
    let indexes = || previous.indexes.iter().filter(|index| !next.indexes.contains(index));
    statements.extend(indexes().map(|found| Statement::new(index::drop(&found.name, &previous.name, dialect))));

    let holders: Vec<&Column> = previous.columns.iter().filter(|column| holds(column, renaming.name)).collect();
    let list = |labels: &[&str]| -> Vec<Statement> {
        let widened = holders.iter().map(|column| with_labels(column, labels)).collect::<Vec<_>>();
        modify(&open, &widened, server)
    };
    if may_be_one(renaming.label, renaming.to) {
        // The list can't have both: the rows go by way of a third label.
        let aside = format!("{}_limbeck_next", renaming.to);
        statements.extend(list(&[&aside]));
        statements.extend(update(&open, &holders, (renaming.label, &aside), server));
        let taken = holders.iter().map(|column| {
            let mut taken = next.column(&column.name).map_or_else(|| (*column).clone(), Column::clone);
            taken.generated.clone_from(&column.generated);
            with_labels(&taken, &[&aside])
        });
        statements.extend(modify(&open, &taken.collect::<Vec<_>>(), server));
        statements.extend(update(&open, &holders, (&aside, renaming.to), server));
    } else {
        statements.extend(list(&[renaming.to]));
        statements.extend(update(&open, &holders, (renaming.label, renaming.to), server));
    }
    let opened = || next.checks.iter().filter(|check| !previous.checks.contains(check));
    // A check that MariaDB keeps with its column is restated with it.
    let is_of = |check: &Check, column: &Column| match dialect {
        Dialect::MariaDb => check.name.as_ref() == Some(&column.name),
        Dialect::MySql | Dialect::Sqlite | Dialect::Postgres => false,
    };
    let changed = next
        .columns
        .iter()
        .filter(|column| previous.column(&column.name) != Some(column) || opened().any(|check| is_of(check, column)));
    statements.extend(modify(next, &changed.cloned().collect::<Vec<_>>(), server));
    let opened = opened().filter(|check| !next.columns.iter().any(|column| is_of(check, column)));
    statements.extend(opened.map(|check| Statement::new(add(&next.name, &constraint::check(check, dialect), dialect))));
    let renamed = next.indexes.iter().filter(|index| !previous.indexes.contains(index));
    statements.extend(renamed.map(|found| Statement::new(index::create(found, &next.name, dialect))));
    Ok(statements)
}

fn holds(column: &Column, name: &ObjectName) -> bool {
    column.column_type.enumeration().is_some_and(|enumeration| enumeration.name == *name)
}

/// The column with more labels at the end of its list; what it has stays where it is, so that no row is written.
fn with_labels(column: &Column, labels: &[&str]) -> Column {
    let mut next = column.clone();
    if let Some(enumeration) = next.column_type.enumeration_mut() {
        for label in labels {
            if !enumeration.labels.iter().any(|known| known == label) {
                enumeration.labels.push((*label).to_owned());
            }
        }
    }
    next
}

/// Whether a collation may take both for the same label, which a list can't have twice (error 1291, measured on 10.11).
fn may_be_one(label: &str, to: &str) -> bool {
    let is_plain = label.is_ascii() && to.is_ascii();
    !is_plain || label.trim_end().eq_ignore_ascii_case(to.trim_end())
}

fn modify(table: &Table, columns: &[Column], server: &Server) -> Vec<Statement> {
    if columns.is_empty() {
        return Vec::new();
    }
    let clauses: Vec<_> =
        columns.iter().map(|column| format!("MODIFY COLUMN {}", restated(table, column, server))).collect();
    altered(&table.name, &clauses.join(", "), columns, server)
}

/// One UPDATE a column; what the server would set on an update by itself stays as it is.
fn update(table: &Table, holders: &[&Column], (label, to): (&str, &str), server: &Server) -> Vec<Statement> {
    let dialect = server.dialect;
    let on = object(&table.name, dialect);
    let (label, to) = (string(label, dialect), string(to, dialect));
    let stamps = table.columns.iter().filter(|column| column.on_update.is_some());
    let stamps: String =
        stamps.map(|column| identifier(&column.name, dialect)).map(|name| format!(", {name} = {name}")).collect();
    // Computed columns follow by themselves.
    let columns = holders.iter().filter(|column| column.generated.is_none());
    columns
        .map(|column| identifier(&column.name, dialect))
        .map(|name| Statement::new(format!("UPDATE {on} SET {name} = {to}{stamps} WHERE {name} = {label}")))
        .collect()
}
