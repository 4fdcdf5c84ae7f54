//! Names in SQL, for the statements that the tests write themselves.

use limbeck_schema::{Dialect, ObjectName};
use sea_orm::DbBackend;

/// A quoted identifier.
pub fn name(name: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => format!("\"{}\"", name.replace('"', "\"\"")),
        Dialect::MySql | Dialect::MariaDb => format!("`{}`", name.replace('`', "``")),
    }
}

/// A quoted name of a table.
pub fn object(object: &ObjectName, dialect: Dialect) -> String {
    let schema = object.schema.as_ref().map(|schema| format!("{}.", name(schema, dialect))).unwrap_or_default();
    format!("{schema}{}", name(&object.name, dialect))
}

/// SeaORM's word for a dialect.
pub fn backend(dialect: Dialect) -> DbBackend {
    match dialect {
        Dialect::Sqlite => DbBackend::Sqlite,
        Dialect::Postgres => DbBackend::Postgres,
        Dialect::MySql | Dialect::MariaDb => DbBackend::MySql,
    }
}
