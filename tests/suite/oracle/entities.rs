//! The sample entities as SeaORM sees them: its own statements for enumerated types, tables and indexes.

use limbeck_schema::Dialect;
use sea_orm::{DbBackend, EntityTrait, Schema, Statement};

use super::sources;

/// A file with entities.
pub struct Sample {
    pub name: &'static str,
    /// The file or folder, from the package's root.
    pub source: &'static str,
    /// The dialects that have all of its types.
    pub dialects: &'static [Dialect],
    /// What SeaORM makes of them.
    pub statements: fn(DbBackend) -> Vec<Statement>,
}

const EVERY: &[Dialect] = &[Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];

/// SeaORM's statements for entities, in an order that a database takes: types, tables, indexes.
#[derive(Default)]
struct Statements {
    types: Vec<Statement>,
    tables: Vec<Statement>,
    indexes: Vec<Statement>,
}

impl Statements {
    fn add<E: EntityTrait>(&mut self, backend: DbBackend, entity: E) {
        let schema = Schema::new(backend);
        if backend == DbBackend::Postgres {
            for statement in schema.create_enum_from_entity(entity).iter().map(|statement| backend.build(statement)) {
                // Two columns of one type are two statements of SeaORM's.
                if !self.types.contains(&statement) {
                    self.types.push(statement);
                }
            }
        }
        self.tables.push(backend.build(&schema.create_table_from_entity(entity)));
        self.indexes.extend(schema.create_index_from_entity(entity).iter().map(|statement| backend.build(statement)));
    }

    fn in_order(self) -> Vec<Statement> {
        self.types.into_iter().chain(self.tables).chain(self.indexes).collect()
    }
}

macro_rules! sample {
    ($name:literal, $source:literal, $dialects:expr, $($entity:path),+) => {
        Sample {
            name: $name,
            source: $source,
            dialects: $dialects,
            statements: |backend| {
                let mut statements = Statements::default();
                $(statements.add(backend, $entity);)+
                statements.in_order()
            },
        }
    };
}

/// All of them. Entities that are referred to come first.
pub const SAMPLES: &[Sample] = &[
    sample!(
        "shelter",
        "../crates/shelter/src/entities",
        EVERY,
        shelter::entities::users::Entity,
        shelter::entities::shelters::Entity,
        shelter::entities::animals::Entity
    ),
    sample!("numbers", "oracle/numbers.rs", EVERY, sources::numbers::Entity),
    sample!("texts", "oracle/texts.rs", EVERY, sources::texts::Entity),
    sample!("times", "oracle/times.rs", EVERY, sources::times::Entity),
    sample!("defaults", "oracle/defaults.rs", EVERY, sources::defaults::Entity),
    sample!("names", "oracle/names.rs", EVERY, sources::names::Entity),
    sample!(
        "keys",
        "oracle/keys.rs",
        EVERY,
        sources::keys::hall::Entity,
        sources::keys::seat::Entity,
        sources::keys::Entity
    ),
    sample!(
        "dense",
        "oracle/dense.rs",
        EVERY,
        sources::dense::staff::Entity,
        sources::dense::project::Entity,
        sources::dense::staff_project::Entity
    ),
    sample!("written", "oracle/written.rs", EVERY, sources::written::bakery::Entity, sources::written::Entity),
    sample!("enums", "oracle/enums.rs", EVERY, sources::enums::Entity),
    sample!("newtypes", "oracle/newtypes.rs", EVERY, sources::newtypes::Entity),
    sample!("postgres_only", "oracle/postgres_only.rs", &[Dialect::Postgres], sources::postgres_only::Entity),
    sample!("mysql_only", "oracle/mysql_only.rs", &[Dialect::MariaDb], sources::mysql_only::Entity),
];
