//! A label that gets another name: SQLite keeps it in the rows, and in the text of the table where a default or an expression has it.

use std::collections::BTreeMap;

use limbeck_schema::{ColumnType, ObjectName, Pair, Schema, Table};

use super::{DIALECT, rebuild::Rebuild};
use crate::ddl::{
    Statement,
    quote::{identifier, object, string},
};

/// A label before and after.
#[derive(Clone, Copy)]
pub(super) struct Renaming<'a> {
    pub(super) name: &'a ObjectName,
    pub(super) label: &'a str,
    pub(super) to: &'a str,
}

/// How a table takes the other label.
pub(super) enum Way {
    /// It has no column of the type.
    Nothing,
    /// By an UPDATE of each column.
    Update,
    /// By making it anew: its text has the label, or an UPDATE would run its triggers.
    Rebuild,
}

impl Renaming<'_> {
    /// How `tables`, before and after, get from the one to the other.
    pub(super) fn way(self, tables: Pair<&Table>) -> Way {
        if self.holders(tables.previous).next().is_none() {
            return Way::Nothing;
        }
        // The columns' types alone are no text of SQLite's.
        let mut retyped = tables.previous.clone();
        for (column, next) in retyped.columns.iter_mut().zip(&tables.next.columns) {
            column.column_type.clone_from(&next.column_type);
        }
        if retyped == *tables.next && tables.previous.triggers.is_empty() { Way::Update } else { Way::Rebuild }
    }

    /// One UPDATE a column. Without foreign keys where one begins or ends at it: both ends are updated, one after the other.
    pub(super) fn updates(self, table: &Table, before: &Schema) -> Vec<Statement> {
        let refers = |column: &str| {
            let is_own = table.foreign_keys.iter().any(|key| key.columns.iter().any(|known| known == column));
            let mut keys = before.tables.values().flat_map(|other| &other.foreign_keys);
            is_own || keys.any(|key| key.target == table.name && key.target_columns.iter().any(|known| known == column))
        };
        let update = |column: &str| {
            let (on, name) = (object(&table.name, DIALECT), identifier(column, DIALECT));
            let (label, to) = (string(self.label, DIALECT), string(self.to, DIALECT));
            let sql = format!("UPDATE {on} SET {name} = {to} WHERE {name} = {label}");
            if refers(column) { Statement::without_foreign_keys(sql) } else { Statement::new(sql) }
        };
        self.holders(table).map(update).collect()
    }

    /// The table made anew, with the other label in its text and its rows.
    pub(super) fn rebuild(self, tables: Pair<&Table>, guarded: bool) -> Vec<Statement> {
        let mut sources: BTreeMap<String, String> = tables
            .next
            .columns
            .iter()
            .filter(|column| column.generated.is_none())
            .map(|column| (column.name.clone(), identifier(&column.name, DIALECT)))
            .collect();
        for column in self.holders(tables.previous) {
            let name = identifier(column, DIALECT);
            let (label, to) = (string(self.label, DIALECT), string(self.to, DIALECT));
            let source = format!("CASE WHEN {name} = {label} THEN {to} ELSE {name} END");
            sources.insert(column.to_owned(), source);
        }
        Rebuild { previous: tables.previous, next: tables.next.clone(), sources, guarded }.statements()
    }

    /// The columns that hold labels; computed ones follow by themselves.
    fn holders(self, table: &Table) -> impl Iterator<Item = &str> {
        let name = self.name.clone();
        let holds = move |column_type: &ColumnType| match column_type {
            ColumnType::Enum(enumeration) => enumeration.name == name,
            _ => false,
        };
        let columns =
            table.columns.iter().filter(move |column| holds(&column.column_type) && column.generated.is_none());
        columns.map(|column| column.name.as_str())
    }
}
