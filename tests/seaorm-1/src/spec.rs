//! What SeaORM 1 spells otherwise than SeaORM 2.

use sea_orm::{
    DbBackend,
    sea_query::{
        ColumnDef, ColumnSpec, DynIden, EscapeBuilder, ForeignKeyCreateStatement, IndexCreateStatement,
        MysqlQueryBuilder, PostgresQueryBuilder, Query, SimpleExpr, SqliteQueryBuilder, TableRef,
    },
};

/// What stands in a column's definition.
#[derive(Default)]
pub(crate) struct Spec {
    pub(crate) not_null: bool,
    pub(crate) unique: bool,
    pub(crate) primary_key: bool,
    pub(crate) auto_increment: bool,
    pub(crate) default: Option<SimpleExpr>,
    pub(crate) comment: Option<String>,
    pub(crate) extra: Option<String>,
}

pub(crate) fn spec(column: &ColumnDef) -> Spec {
    let mut spec = Spec::default();
    for one in column.get_column_spec() {
        match one {
            ColumnSpec::Null => spec.not_null = false,
            ColumnSpec::NotNull => spec.not_null = true,
            ColumnSpec::Default(default) => spec.default = Some(default.clone()),
            ColumnSpec::AutoIncrement => spec.auto_increment = true,
            ColumnSpec::UniqueKey => spec.unique = true,
            ColumnSpec::PrimaryKey => spec.primary_key = true,
            ColumnSpec::Extra(extra) => spec.extra = Some(extra.clone()),
            ColumnSpec::Comment(comment) => spec.comment = Some(comment.clone()),
            ColumnSpec::Check(_) | ColumnSpec::Generated { .. } | ColumnSpec::Using(_) => {
                panic!("no entity can say {one:?}")
            }
        }
    }
    spec
}

/// The schema and name that a reference to a table has.
pub(crate) fn name(table: &TableRef) -> (Option<String>, String) {
    match table {
        TableRef::Table(table) => (None, table.to_string()),
        TableRef::SchemaTable(schema, table) => (Some(schema.to_string()), table.to_string()),
        other => panic!("{other:?} is no table"),
    }
}

/// The text of an expression on one backend, without the escapes that it has for strings.
pub(crate) fn expression(expression: &SimpleExpr, backend: DbBackend) -> String {
    let select = backend.build(Query::select().expr(expression.clone())).to_string();
    let sql = select.strip_prefix("SELECT ").unwrap_or(&select);
    let quoted = sql.strip_prefix('E').unwrap_or(sql).strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    match quoted {
        Some(escaped) => format!("'{}'", unescaped(escaped, backend).replace('\'', "''")),
        None => sql.to_owned(),
    }
}

/// A string without the backend's escapes.
pub(crate) fn unescaped(text: &str, backend: DbBackend) -> String {
    match backend {
        DbBackend::Sqlite => SqliteQueryBuilder.unescape_string(text),
        DbBackend::Postgres => PostgresQueryBuilder.unescape_string(text),
        DbBackend::MySql => MysqlQueryBuilder.unescape_string(text),
    }
}

/// The text of a name.
pub(crate) fn iden(name: &DynIden) -> String {
    name.to_string()
}

/// SeaORM 1 tells no name of an index but in SQL.
pub(crate) fn index_name(index: &IndexCreateStatement) -> String {
    let sql = index.to_string(PostgresQueryBuilder);
    quoted(sql.split_once("INDEX ").map_or(sql.as_str(), |(_, rest)| rest))
}

pub(crate) fn key_name(key: &ForeignKeyCreateStatement) -> String {
    let sql = key.to_string(PostgresQueryBuilder);
    quoted(sql.split_once("CONSTRAINT ").map_or(sql.as_str(), |(_, rest)| rest))
}

/// The name in quotes at the beginning.
fn quoted(sql: &str) -> String {
    let inner = sql.strip_prefix('"').unwrap_or(sql).replace("\"\"", "\u{0}");
    inner.split('"').next().unwrap_or_default().replace('\u{0}', "\"")
}
