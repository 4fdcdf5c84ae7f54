//! What SeaORM builds of an entity, in the words of Limbeck's schema. The same source serves both releases; what they spell
//! differently is in `spec`.

mod column_type;
mod spec;
mod statements;
mod table;

use std::panic::catch_unwind;

use limbeck_comparing::Described;
use limbeck_schema::{Dialect, ObjectName};
use sea_orm::{DbBackend, EntityTrait};

pub use statements::Statements;

/// An entity as SeaORM sees it.
#[derive(Clone, Copy)]
pub struct Sample {
    /// The path of its `Entity`.
    pub path: &'static str,
    table: fn() -> ObjectName,
    described: fn(Dialect) -> Described,
    statements: fn(&mut Statements, DbBackend),
}

impl Sample {
    /// The sample of an entity.
    pub const fn of<E: EntityTrait + Default>(path: &'static str) -> Self {
        Self {
            path,
            table: || table::table_name(E::default()),
            described: |dialect| table::describe(E::default(), dialect),
            statements: |statements, backend| statements.add(backend, E::default()),
        }
    }

    /// Its table.
    pub fn table(&self) -> ObjectName {
        (self.table)()
    }

    /// What SeaORM makes of it, or the words with which it panics: the server has not all of its types.
    ///
    /// # Errors
    /// SeaORM panics.
    pub fn describe(&self, dialect: Dialect) -> Result<Described, String> {
        let caught = catch_unwind(|| {
            // Some types are refused only when they are written.
            (self.statements)(&mut Statements::default(), backend(dialect));
            (self.described)(dialect)
        });
        caught.map_err(|panic| {
            let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
            text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
        })
    }

    /// Adds SeaORM's own statements for it.
    pub fn add_to(&self, statements: &mut Statements, dialect: Dialect) {
        (self.statements)(statements, backend(dialect));
    }
}

/// SeaORM's word for a dialect.
pub fn backend(dialect: Dialect) -> DbBackend {
    match dialect {
        Dialect::Sqlite => DbBackend::Sqlite,
        Dialect::Postgres => DbBackend::Postgres,
        Dialect::MySql | Dialect::MariaDb => DbBackend::MySql,
    }
}
