//! SeaORM's words, for the statements that the tests send themselves.

use limbeck_schema::Dialect;
use sea_orm::DbBackend;

/// SeaORM's word for a dialect.
pub fn backend(dialect: Dialect) -> DbBackend {
    match dialect {
        Dialect::Sqlite => DbBackend::Sqlite,
        Dialect::Postgres => DbBackend::Postgres,
        Dialect::MySql | Dialect::MariaDb => DbBackend::MySql,
    }
}
