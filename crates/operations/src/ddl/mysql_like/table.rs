//! Whole tables.

use limbeck_schema::{Server, Table};

use super::column;
use crate::ddl::{
    Statement, constraint,
    quote::{identifier, object, string},
};

/// CREATE TABLE with its options and comment.
pub(super) fn create(table: &Table, server: &Server) -> Vec<Statement> {
    let dialect = server.dialect;
    let name = object(&table.name, dialect);
    let columns = table.columns.iter().map(|item| column::definition(item, server)).collect();
    let mut sql = constraint::create_table(&name, columns, table, true, dialect);
    if let Some(engine) = &table.options.engine {
        sql += &format!(" ENGINE={}", identifier(engine, dialect));
    }
    if let Some(collation) = &table.options.collation {
        sql += &format!(" COLLATE={}", identifier(collation, dialect));
    }
    if let Some(comment) = &table.comment {
        sql += &format!(" COMMENT={}", string(comment, dialect));
    }
    std::iter::once(Statement::new(sql))
        .chain(column::without_implicit_defaults(&table.name, &table.columns, server))
        .collect()
}
