//! Columns as they are made. MODIFY drops what it does not repeat, so both are one text.

use limbeck_schema::{
    Column, ColumnType, Dialect, ObjectName, Server, Version, canonical_column_type, lower_column_type,
};

use crate::ddl::{
    Statement,
    expression::{default_value, on_update_value},
    quote::{identifier, object, parenthesised, string},
};

/// A column as it stands in CREATE TABLE and behind `ADD COLUMN` and `MODIFY COLUMN`.
pub(super) fn definition(column: &Column, server: &Server) -> String {
    let dialect = server.dialect;
    let lowered = lower_column_type(&column.column_type, dialect).unwrap_or_default();
    let mut sql = format!("{} {lowered}", identifier(&column.name, dialect));
    // The one word that the server takes only behind the type (measured on 10.11).
    let extra = column.extra.as_deref().unwrap_or_default();
    let (compressed, extra) = match extra.strip_prefix("COMPRESSED") {
        Some(rest) => (" COMPRESSED", rest.trim_start()),
        None => ("", extra),
    };
    sql += compressed;
    if let Some(collation) = column.collation.as_ref().filter(|_| has_collation(column, dialect)) {
        sql += &format!(" COLLATE {}", identifier(collation, dialect));
    }
    match &column.generated {
        Some(generated) => {
            let kind = if generated.stored { "STORED" } else { "VIRTUAL" };
            sql += &format!(" GENERATED ALWAYS AS {} {kind}", parenthesised(&generated.expression));
            // MariaDB knows neither NULL nor NOT NULL for a computed column (error 1064, measured on 10.11).
            match dialect {
                Dialect::MySql if !column.nullable => sql += " NOT NULL",
                Dialect::Sqlite | Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {}
            }
        }
        None => sql += &plain(column, server),
    }
    if let Some(comment) = &column.comment {
        sql += &format!(" COMMENT {}", string(comment, dialect));
    }
    if !extra.is_empty() {
        sql += &format!(" {extra}");
    }
    sql
}

/// What only a column that is not computed has.
fn plain(column: &Column, server: &Server) -> String {
    let dialect = server.dialect;
    let mut sql = match (column.nullable, is_timestamp(column, dialect)) {
        (false, _) => " NOT NULL".to_owned(),
        // Without the word a timestamp is NOT NULL where `explicit_defaults_for_timestamp` is off.
        (true, true) => " NULL".to_owned(),
        (true, false) => String::new(),
    };
    match &column.default {
        Some(default) => sql += &format!(" DEFAULT {}", default_value(default, &column.column_type, dialect)),
        None if takes_implicit_default(column, server) => sql += " DEFAULT CURRENT_TIMESTAMP",
        None => {}
    }
    if let Some(on_update) = &column.on_update {
        sql += &format!(" ON UPDATE {}", on_update_value(on_update, column, dialect));
    }
    if column.auto_increment.is_some() {
        sql += " AUTO_INCREMENT";
    }
    sql
}

/// MariaDB gives its JSON, which is a text, the collation `utf8mb4_bin` by itself; MySQL's has none.
fn has_collation(column: &Column, dialect: Dialect) -> bool {
    match dialect {
        Dialect::MySql | Dialect::MariaDb => !matches!(column.column_type, ColumnType::Json | ColumnType::JsonBinary),
        Dialect::Sqlite | Dialect::Postgres => false,
    }
}

fn is_timestamp(column: &Column, dialect: Dialect) -> bool {
    canonical_column_type(&column.column_type, dialect).starts_with("timestamp")
}

/// From here on `explicit_defaults_for_timestamp` is on by default (MariaDB knowledge base, "Server System Variables").
const EXPLICIT_TIMESTAMPS: Version = Version::new(10, 10, 0);

/// Whether the server would give a default, and `ON UPDATE` to the first such column, that nobody asked for (measured on 10.11 with
/// `explicit_defaults_for_timestamp` off; MySQL 8 has it on by default). A default that is stated and dropped again leaves none, until
/// the table is altered again: where the session may, it should turn the variable on.
fn takes_implicit_default(column: &Column, server: &Server) -> bool {
    let old = match server.dialect {
        Dialect::MariaDb => server.version < EXPLICIT_TIMESTAMPS,
        Dialect::MySql | Dialect::Sqlite | Dialect::Postgres => false,
    };
    old && is_timestamp(column, server.dialect)
        && !column.nullable
        && column.default.is_none()
        && column.on_update.is_none()
        && column.generated.is_none()
}

/// Drops the defaults that were stated to keep the server from giving one.
pub(super) fn without_implicit_defaults<'a>(
    table: &ObjectName,
    columns: impl IntoIterator<Item = &'a Column>,
    server: &Server,
) -> Option<Statement> {
    let dialect = server.dialect;
    let clauses: Vec<_> = columns
        .into_iter()
        .filter(|column| takes_implicit_default(column, server))
        .map(|column| format!("ALTER COLUMN {} DROP DEFAULT", identifier(&column.name, dialect)))
        .collect();
    (!clauses.is_empty())
        .then(|| Statement::new(format!("ALTER TABLE {} {}", object(table, dialect), clauses.join(", "))))
}

/// ALTER TABLE with `clauses`, which make or modify `columns`.
pub(super) fn altered<'a>(
    table: &ObjectName,
    clauses: &str,
    columns: impl IntoIterator<Item = &'a Column>,
    server: &Server,
) -> Vec<Statement> {
    let alter = Statement::new(format!("ALTER TABLE {} {clauses}", object(table, server.dialect)));
    std::iter::once(alter).chain(without_implicit_defaults(table, columns, server)).collect()
}
