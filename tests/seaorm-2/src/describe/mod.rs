//! What SeaORM builds of an entity, in the words of Limbeck's schema. The same source serves both releases; what they spell
//! differently is in `spec`.

mod column_type;
mod statements;
mod table;

use limbeck_comparing::Sample;
use limbeck_schema::Dialect;
use sea_orm::{DbBackend, EntityTrait};

/// The sample of an entity.
pub const fn sample<E: EntityTrait + Default>(path: &'static str) -> Sample {
    Sample {
        path,
        table: || table::table_name(E::default()),
        described: |dialect| table::describe(E::default(), dialect),
        statements: |statements, dialect| statements::add(statements, backend(dialect), E::default()),
    }
}

/// SeaORM's word for a dialect.
fn backend(dialect: Dialect) -> DbBackend {
    match dialect {
        Dialect::Sqlite => DbBackend::Sqlite,
        Dialect::Postgres => DbBackend::Postgres,
        Dialect::MySql | Dialect::MariaDb => DbBackend::MySql,
    }
}
