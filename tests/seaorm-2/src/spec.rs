//! What SeaORM 2 spells otherwise than SeaORM 1.

use sea_orm::{
    DbBackend,
    sea_query::{
        ColumnDef, DynIden, EscapeBuilder, Expr, ForeignKeyCreateStatement, IndexCreateStatement, MysqlQueryBuilder,
        PostgresQueryBuilder, Query, SqliteQueryBuilder, TableName, TableRef,
    },
};

/// What stands in a column's definition.
pub(crate) struct Spec {
    pub(crate) not_null: bool,
    pub(crate) unique: bool,
    pub(crate) primary_key: bool,
    pub(crate) auto_increment: bool,
    pub(crate) default: Option<Expr>,
    pub(crate) comment: Option<String>,
    pub(crate) extra: Option<String>,
}

pub(crate) fn spec(column: &ColumnDef) -> Spec {
    let spec = column.get_column_spec();
    assert!(spec.check.is_none() && spec.generated.is_none() && spec.using.is_none(), "no entity can say this");
    Spec {
        not_null: spec.nullable == Some(false),
        unique: spec.unique,
        primary_key: spec.primary_key,
        auto_increment: spec.auto_increment,
        default: spec.default.clone(),
        comment: spec.comment.clone(),
        extra: spec.extra.clone(),
    }
}

/// The schema and name that a reference to a table has.
pub(crate) fn name(table: &TableRef) -> (Option<String>, String) {
    let TableRef::Table(TableName(schema, table), None) = table else {
        panic!("{table:?} is no table");
    };
    (schema.as_ref().map(|schema| schema.1.to_string()), table.to_string())
}

/// The text of an expression on one backend, without the escapes that it has for strings.
pub(crate) fn expression(expression: &Expr, backend: DbBackend) -> String {
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
        other => panic!("{other:?} is new"),
    }
}

/// The text of a name.
pub(crate) fn iden(name: &DynIden) -> String {
    name.to_string()
}

pub(crate) fn index_name(index: &IndexCreateStatement) -> String {
    index.get_index_spec().get_name().expect("SeaORM names an index").to_owned()
}

pub(crate) fn key_name(key: &ForeignKeyCreateStatement) -> String {
    key.get_foreign_key().get_name().expect("SeaORM names a foreign key").to_owned()
}
