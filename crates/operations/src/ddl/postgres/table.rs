//! Whole tables, and comments.

use limbeck_schema::{ObjectName, Server, Table};

use super::{DIALECT, column, sequence};
use crate::ddl::{
    Statement, builder, constraint,
    quote::{identifier, object, string},
};

/// CREATE TABLE, the sequences of its `serial` columns, and its comments.
pub(super) fn create(table: &Table) -> Vec<Statement> {
    let name = object(&table.name, DIALECT);
    let columns = table.columns.iter().map(|item| column::definition(item, &table.name)).collect();
    let create = constraint::create_table(&name, columns, table, true, DIALECT);
    let mut statements: Vec<_> = table.columns.iter().filter_map(|item| sequence::create(item, &table.name)).collect();
    statements.push(Statement::new(create));
    statements.extend(table.columns.iter().filter_map(|item| sequence::own(item, &table.name)));
    statements.extend(table.comment.as_deref().map(|text| Statement::new(comment(&table.name, Some(text)))));
    statements.extend(table.columns.iter().filter_map(|item| column::comment_of(item, &table.name)));
    statements
}

/// Renames a table, and moves it where its schema changes.
pub(super) fn rename(table: &ObjectName, to: &ObjectName, server: &Server) -> Vec<Statement> {
    let schema_of = |name: &ObjectName| name.schema.clone().unwrap_or_else(|| server.default_schema.clone());
    let (from_schema, to_schema) = (schema_of(table), schema_of(to));
    let mut statements = Vec::new();
    let mut moved = table.clone();
    if from_schema != to_schema {
        let sql = format!("ALTER TABLE {} SET SCHEMA {}", object(table, DIALECT), identifier(&to_schema, DIALECT));
        statements.push(Statement::new(sql));
        moved.schema = Some(to_schema);
    }
    if table.name != to.name {
        let bare = ObjectName::bare(to.name.as_str());
        statements.push(Statement::new(builder::rename_table(&moved, &bare, DIALECT)));
    }
    statements
}

/// `COMMENT ON TABLE`.
pub(super) fn comment(table: &ObjectName, comment: Option<&str>) -> String {
    format!("COMMENT ON TABLE {} IS {}", object(table, DIALECT), text(comment))
}

/// A comment's text, `NULL` to drop it.
pub(super) fn text(comment: Option<&str>) -> String {
    comment.map_or_else(|| "NULL".to_owned(), |comment| string(comment, DIALECT))
}
