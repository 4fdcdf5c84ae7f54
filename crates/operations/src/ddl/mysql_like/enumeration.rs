//! Changes of an enumerated type's labels: every column of it is restated.

use limbeck_schema::{Column, ObjectName, Schema, Server, Table};

use super::{alter::restated, column::altered};
use crate::ddl::{Statement, expression::is_label};

/// One ALTER TABLE for each table that has columns of the type. A row with a label that is gone stops it where `sql_mode` is strict.
pub(super) fn alter(name: &ObjectName, labels: &[String], before: &Schema, server: &Server) -> Vec<Statement> {
    before.tables.values().flat_map(|table| alter_table(table, name, labels, server)).collect()
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
