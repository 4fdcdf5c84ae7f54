//! From the entities to the object that is printed.

use limbeck::Settings;
use limbeck_entity::{Aside, Entities, Entity, Field, Problem};
use limbeck_schema::{Column, Dialect, ForeignKey, Index, ObjectName, Table, lower_column_type};

use super::{
    super::changes::expression_text,
    object::{
        AsideObject, CheckObject, ColumnObject, CountsObject, EntitiesObject, EntityObject, ForeignKeyObject,
        IndexObject, OpaqueObject, UniqueObject, WarningObject,
    },
};
use crate::project::Project;

impl EntitiesObject {
    /// What was understood of the entities whose tables are `chosen`, with the types of `dialect`.
    pub(crate) fn new(
        entities: &Entities,
        settings: &Settings,
        dialect: Dialect,
        chosen: impl Fn(&ObjectName) -> bool,
    ) -> Self {
        let (mut counted, mut set_aside) = (Vec::new(), Vec::new());
        for entity in entities.list.iter().filter(|entity| chosen(&entity.table)) {
            match reason(entity, settings) {
                Some(reason) => set_aside.push(aside_object(entity, reason)),
                None => counted.push(entity_object(entity, entities, dialect)),
            }
        }
        let counts = CountsObject {
            entities: counted.len(),
            columns: counted.iter().map(|entity| entity.columns.len()).sum(),
            opaque: counted.iter().map(|entity| entity.opaque.len()).sum(),
            set_aside: set_aside.len(),
            warnings: entities.warnings.len(),
        };
        Self {
            dialect: dialect.name(),
            entities: counted,
            set_aside,
            warnings: entities.warnings.iter().map(warning_object).collect(),
            counts,
        }
    }
}

/// Why an entity does not count, if it does not.
fn reason(entity: &Entity, settings: &Settings) -> Option<&'static str> {
    match entity.aside {
        Some(Aside::Ignored) => Some("`#[limbeck(ignore)]` says so"),
        Some(Aside::Frozen) => Some("a copy in a folder of migrations, of how the table was then"),
        None if settings.sets_aside(&entity.table) => Some("limbeck.toml ignores the table"),
        None if settings.is_view(&entity.table) => Some("limbeck.toml says that it is a view"),
        None => None,
    }
}

fn aside_object(entity: &Entity, reason: &'static str) -> AsideObject {
    AsideObject {
        file: Project::display(&entity.span.file),
        line: entity.span.line,
        format: entity.format.name(),
        table: entity.table.name.clone(),
        schema: entity.table.schema.clone(),
        reason,
    }
}

fn entity_object(entity: &Entity, entities: &Entities, dialect: Dialect) -> EntityObject {
    let table = entities.schema.table(&entity.table);
    let opaque: Vec<OpaqueObject> =
        entity.fields.iter().filter_map(|field| opaque_object(entity, field, entities)).collect();
    let is_opaque = |column: &str| opaque.iter().any(|opaque| opaque.column == column);
    let columns = entity.fields.iter().map(|field| column_object(field, table, is_opaque(&field.column), dialect));
    let columns = columns.collect();
    let empty = Table::new(entity.table.clone(), Vec::new());
    let table = table.unwrap_or(&empty);
    let uniques = table.uniques.iter();
    let checks = table.checks.iter();
    EntityObject {
        file: Project::display(&entity.span.file),
        line: entity.span.line,
        format: entity.format.name(),
        table: entity.table.name.clone(),
        schema: entity.table.schema.clone(),
        columns,
        primary_key: table.primary_key.as_ref().map(|key| key.columns.clone()).unwrap_or_default(),
        uniques: uniques.map(|it| UniqueObject { name: it.name.clone(), columns: it.columns.clone() }).collect(),
        foreign_keys: table.foreign_keys.iter().map(foreign_key_object).collect(),
        indexes: table.indexes.iter().map(index_object).collect(),
        checks: checks.map(|it| CheckObject { name: it.name.clone(), expression: it.expression.clone() }).collect(),
        opaque,
    }
}

fn opaque_object(entity: &Entity, field: &Field, entities: &Entities) -> Option<OpaqueObject> {
    let opaque = entities.opaque.get(&(entity.table.clone(), field.column.clone()))?;
    Some(OpaqueObject {
        column: field.column.clone(),
        rust_type: opaque.rust_type.clone(),
        reason: opaque.reason.clone(),
        help: opaque.help.clone(),
        file: Project::display(&opaque.span.file),
        line: opaque.span.line,
    })
}

fn column_object(field: &Field, table: Option<&Table>, is_opaque: bool, dialect: Dialect) -> ColumnObject {
    let column = table.and_then(|table| table.column(&field.column));
    let typed = column.filter(|_| !is_opaque).map(|column| &column.column_type);
    ColumnObject {
        name: field.column.clone(),
        rust_type: field.rust_type.clone(),
        column_type: typed.map(ToString::to_string),
        sql_type: typed.and_then(|column_type| lower_column_type(column_type, dialect).ok()),
        nullable: column.is_some_and(|column| column.nullable),
        primary_key: table.is_some_and(|table| table.is_key(&field.column)),
        auto_increment: !is_opaque && column.is_some_and(|column| column.auto_increment.is_some()),
        unique: table.is_some_and(|table| is_unique(table, &field.column)),
        default: column.and_then(|column| column.default.as_ref()).map(expression_text),
        generated: column.and_then(computation),
    }
}

fn computation(column: &Column) -> Option<String> {
    Some(column.generated.as_ref()?.expression.clone())
}

/// Whether the values of the column alone are unique.
fn is_unique(table: &Table, column: &str) -> bool {
    table.uniques.iter().any(|unique| unique.columns.as_slice() == [column])
        || table.indexes.iter().any(|index| index.unique && index.plain_columns().is_some_and(|it| it == [column]))
}

fn foreign_key_object(key: &ForeignKey) -> ForeignKeyObject {
    ForeignKeyObject {
        name: key.name.clone(),
        columns: key.columns.clone(),
        references_schema: key.target.schema.clone(),
        references_table: key.target.name.clone(),
        references_columns: key.target_columns.clone(),
        on_delete: key.on_delete.map(|action| action.sql()),
        on_update: key.on_update.map(|action| action.sql()),
    }
}

fn index_object(index: &Index) -> IndexObject {
    let parts = index.parts.iter().map(ToString::to_string);
    IndexObject {
        name: Some(index.name.clone()).filter(|name| !name.is_empty()),
        parts: parts.collect(),
        unique: index.unique,
        filter: index.filter.clone(),
    }
}

fn warning_object(problem: &Problem) -> WarningObject {
    WarningObject {
        file: Project::display(&problem.file),
        line: problem.line,
        column: problem.column,
        message: problem.message.clone(),
        help: problem.help.clone(),
    }
}
