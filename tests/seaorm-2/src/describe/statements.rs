use limbeck_comparing::Statements;
use sea_orm::{DbBackend, EntityTrait, Schema};

/// Adds SeaORM's statements for an entity.
pub(super) fn add<E: EntityTrait>(statements: &mut Statements, backend: DbBackend, entity: E) {
    let schema = Schema::new(backend);
    if backend == DbBackend::Postgres {
        for statement in schema.create_enum_from_entity(entity) {
            let statement = backend.build(&statement).to_string();
            // Two columns of one type are two statements of SeaORM's.
            if !statements.types.contains(&statement) {
                statements.types.push(statement);
            }
        }
    }
    statements.tables.push(backend.build(&schema.create_table_from_entity(entity)).to_string());
    let indexes = schema.create_index_from_entity(entity);
    statements.indexes.extend(indexes.iter().map(|statement| backend.build(statement).to_string()));
}
