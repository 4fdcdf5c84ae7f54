use std::fmt;

use crate::{ColumnType, Dialect, mariadb, mysql, postgres, sqlite};

/// A type that a dialect does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsupported {
    /// The type, as SeaORM names it.
    pub column_type: String,
    /// The dialect that lacks it.
    pub dialect: Dialect,
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} has no type for `{}`", self.dialect, self.column_type)
    }
}

impl std::error::Error for Unsupported {}

/// The SQL type that `column_type` becomes on `dialect`, as CREATE TABLE writes it.
///
/// Source: SeaORM's own mapping (sea-query 1.0.2, `backend/*/table.rs`, `prepare_column_type`), in the spelling in which PostgreSQL gives it
/// back (`format_type`), enum names quoted and labels escaped.
///
/// # Errors
/// `Unsupported` where the dialect has no such type.
pub fn lower_column_type(column_type: &ColumnType, dialect: Dialect) -> Result<String, Unsupported> {
    let lowered = match dialect {
        Dialect::Sqlite => sqlite::lower(column_type),
        Dialect::Postgres => postgres::lower(column_type),
        Dialect::MySql => mysql::lower(column_type),
        Dialect::MariaDb => mariadb::lower(column_type),
    };
    lowered.ok_or_else(|| Unsupported { column_type: column_type.to_string(), dialect })
}
