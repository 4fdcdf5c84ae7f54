use limbeck_comparing::{Described, read_extra};
use limbeck_schema::{
    AutoIncrement, Column, ColumnType, Dialect, Enumeration, ForeignKey, Index, IndexPart, ObjectName, PrimaryKey,
    ReferentialAction, Table, Unique, raise_default,
};
use sea_orm::{
    ColumnTrait, DbBackend, EntityTrait, Iterable, Schema,
    sea_query::{ColumnDef, ForeignKeyAction, ForeignKeyCreateStatement, IndexCreateStatement, TableRef},
};

use super::{backend, column_type::column_type};
use crate::spec;

/// What SeaORM builds of the entity.
pub(super) fn describe<E: EntityTrait>(entity: E, dialect: Dialect) -> Described {
    let schema = Schema::new(backend(dialect));
    let statement = schema.create_table_from_entity(entity);
    let name = object_name(statement.get_table_name().expect("a table has a name"));
    let mut table = Table::new(name, Vec::new());
    table.comment = statement.get_comment().cloned();
    let mut renames = Vec::new();
    let mut key = Vec::new();
    for (definition, column) in statement.get_columns().iter().zip(E::Column::iter()) {
        let theirs = column_type(column.def().get_column_type());
        check_column_type(definition, &theirs, dialect);
        let is_key = add_column(&mut table, definition, theirs, dialect, &mut renames);
        key.extend(is_key.then(|| definition.get_column_name().to_string()));
    }
    table.primary_key = (!key.is_empty()).then(|| PrimaryKey::new(key));
    for index in statement.get_indexes() {
        let columns = index.get_index_spec().get_column_names();
        let name = spec::index_name(index);
        assert!(index.is_primary_key() && table.primary_key.is_none(), "one primary key");
        table.primary_key = Some(PrimaryKey::new(columns).named(name));
    }
    table.indexes = schema.create_index_from_entity(entity).iter().map(index).collect();
    table.foreign_keys = statement.get_foreign_key_create_stmts().iter().map(foreign_key).collect();
    let enums = schema.create_enum_from_entity(entity);
    let enums = enums.iter().map(|statement| enumeration(&backend(dialect).build(statement).to_string())).collect();
    Described { table, enums, renames }
}

/// Adds the column; whether it is the key alone.
fn add_column(
    table: &mut Table,
    definition: &ColumnDef,
    column_type: ColumnType,
    dialect: Dialect,
    renames: &mut Vec<(String, String)>,
) -> bool {
    let spec = spec::spec(definition);
    let name = definition.get_column_name().to_string();
    let mut column = Column::new(name.as_str(), column_type);
    column.nullable = !spec.not_null;
    column.auto_increment = spec.auto_increment.then_some(AutoIncrement::ByDefault);
    column.default = spec
        .default
        .as_ref()
        .and_then(|default| raise_default(&spec::expression(default, backend(dialect)), &column.column_type, dialect));
    // SeaORM carries the name before in the comment.
    let comment = spec.comment.unwrap_or_default();
    let (comment, before) = match comment.rsplit_once("renamed_from \"") {
        Some((comment, before)) => (comment.trim_end_matches("; "), Some(before.trim_end_matches('"'))),
        None => (comment.as_str(), None),
    };
    renames.extend(before.map(|before| (before.to_owned(), name.clone())));
    column.comment = (!comment.is_empty()).then(|| comment.to_owned());
    if spec.unique {
        table.uniques.push(Unique::new([name.as_str()]));
    }
    if let Some(extra) = &spec.extra {
        read_extra(table, &mut column, extra, dialect);
    }
    table.columns.push(column);
    spec.primary_key
}

/// Enumerated types are the only ones that SeaORM states otherwise in the table than the column does.
fn check_column_type(definition: &ColumnDef, stated: &ColumnType, dialect: Dialect) {
    let made = column_type(definition.get_column_type().expect("a column has a type"));
    let expected = match (stated, dialect) {
        (ColumnType::Enum(enumeration), Dialect::Postgres) => ColumnType::Custom(enumeration.name.to_string()),
        (ColumnType::Enum(enumeration), Dialect::MySql | Dialect::MariaDb) => {
            ColumnType::Custom(format!("ENUM('{}')", enumeration.labels.join("', '")))
        }
        (stated, _) => stated.clone(),
    };
    let name = definition.get_column_name().to_string();
    assert_eq!(made, expected, "{name}");
}

/// The name of the entity's table.
pub(super) fn table_name<E: EntityTrait>(entity: E) -> ObjectName {
    object_name(&entity.table_ref())
}

fn object_name(table: &TableRef) -> ObjectName {
    let (schema, name) = spec::name(table);
    ObjectName { schema, name }
}

fn index(statement: &IndexCreateStatement) -> Index {
    let spec = statement.get_index_spec();
    let parts = spec.get_column_names().into_iter().map(IndexPart::column);
    let mut index = Index::new(spec::index_name(statement), parts);
    index.unique = statement.is_unique_key();
    index
}

fn foreign_key(statement: &ForeignKeyCreateStatement) -> ForeignKey {
    let theirs = statement.get_foreign_key();
    let target = object_name(theirs.get_ref_table().expect("a foreign key has a target"));
    let mut key = ForeignKey::new(theirs.get_columns(), target, theirs.get_ref_columns());
    key.name = Some(spec::key_name(statement));
    key.on_delete = theirs.get_on_delete().map(action);
    key.on_update = theirs.get_on_update().map(action);
    key
}

fn action(action: ForeignKeyAction) -> ReferentialAction {
    match action {
        ForeignKeyAction::Restrict => ReferentialAction::Restrict,
        ForeignKeyAction::Cascade => ReferentialAction::Cascade,
        ForeignKeyAction::SetNull => ReferentialAction::SetNull,
        ForeignKeyAction::NoAction => ReferentialAction::NoAction,
        ForeignKeyAction::SetDefault => ReferentialAction::SetDefault,
        #[allow(unreachable_patterns, reason = "SeaORM 2 keeps it open, SeaORM 1 does not")]
        other => panic!("{other:?} is new"),
    }
}

/// The type of `CREATE TYPE "name" AS ENUM ('a', E'b')`, which has no other way to be asked.
fn enumeration(sql: &str) -> Enumeration {
    let (head, mut rest) = sql.split_once(" AS ENUM (").expect("an enumerated type");
    let name = head.trim_start_matches("CREATE TYPE ").trim_matches('"').replace("\"\"", "\"");
    let mut labels = Vec::new();
    while let Some((_, label)) = rest.split_once('\'') {
        let mut escaped = false;
        let end = label.find(|character| {
            let ends = character == '\'' && !escaped;
            escaped = character == '\\' && !escaped;
            ends
        });
        let end = end.expect("a label ends");
        labels.push(spec::unescaped(&label[..end], DbBackend::Postgres));
        rest = &label[end + 1..];
    }
    Enumeration::new(name, labels)
}
