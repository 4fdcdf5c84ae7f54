use sea_orm::{DbBackend, EntityTrait, Schema};

use super::spec;

/// SeaORM's statements for entities, in an order that a database takes: types, tables, indexes.
#[derive(Clone, Debug, Default)]
pub struct Statements {
    /// `CREATE TYPE`
    pub types: Vec<String>,
    /// `CREATE TABLE`
    pub tables: Vec<String>,
    /// `CREATE INDEX`
    pub indexes: Vec<String>,
}

impl Statements {
    pub(super) fn add<E: EntityTrait>(&mut self, backend: DbBackend, entity: E) {
        let schema = Schema::new(backend);
        if backend == DbBackend::Postgres {
            for statement in schema.create_enum_from_entity(entity) {
                let statement = backend.build(&statement).to_string();
                // Two columns of one type are two statements of SeaORM's.
                if !self.types.contains(&statement) {
                    self.types.push(statement);
                }
            }
        }
        self.tables.push(spec::text(&schema.create_table_from_entity(entity), backend));
        let indexes = schema.create_index_from_entity(entity);
        self.indexes.extend(indexes.iter().map(|statement| backend.build(statement).to_string()));
    }

    /// All of them.
    pub fn in_order(self) -> Vec<String> {
        self.types.into_iter().chain(self.tables).chain(self.indexes).collect()
    }
}
