//! Catalogs as they are held against each other: before and after a round, nothing may differ.

use limbeck_introspect::{IntrospectError, Request, schema};
use limbeck_schema::{
    ColumnType, Dialect, Expression, IndexTarget, Schema, Server, SqliteTypes, canonical_column_type,
    canonical_expression,
};
use sea_orm::ConnectionTrait;
use serde::Serialize;

/// What the catalog says, in a form in which a round trip is none. RENAME COLUMN of SQLite puts the name into quotes wherever it stands in an
/// expression, a view or a trigger; and the words of a type there are those of the last time that the table was made, since a change to others of the same meaning
/// makes no table anew (`timestamp_with_timezone_text` to `datetime_text`), unless `types` says that words count.
///
/// # Errors
/// The catalog can't be read.
pub async fn read<C: ConnectionTrait>(
    connection: &C,
    server: &Server,
    request: &Request,
    types: SqliteTypes,
) -> Result<Schema, IntrospectError> {
    let mut schema = schema(connection, server, request).await?;
    match server.dialect {
        Dialect::Sqlite => settle(&mut schema, types),
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {}
    }
    Ok(schema)
}

/// Puts every text of a schema of SQLite's into the form in which two spellings of it are equal.
fn settle(schema: &mut Schema, types: SqliteTypes) {
    let settled = |text: &mut String| {
        if let Some(form) = canonical_expression(&Expression::Sql(text.clone()), Dialect::Sqlite) {
            *text = form;
        }
    };
    for table in schema.tables.values_mut() {
        table.checks.iter_mut().for_each(|check| settled(&mut check.expression));
        for index in &mut table.indexes {
            index.filter.iter_mut().for_each(settled);
            for part in &mut index.parts {
                match &mut part.target {
                    IndexTarget::Column(_) => {}
                    IndexTarget::Expression(text) => settled(text),
                }
            }
        }
        table.triggers.iter_mut().for_each(|trigger| trigger.sql.retain(|c| c != '"'));
        for column in &mut table.columns {
            column.generated.iter_mut().for_each(|generated| settled(&mut generated.expression));
            column.column_type = match types {
                SqliteTypes::Meaning => ColumnType::custom(canonical_column_type(&column.column_type, Dialect::Sqlite)),
                SqliteTypes::Exact => continue,
            };
        }
    }
    schema.views.values_mut().for_each(|view| settled(&mut view.definition));
}

/// Whether both are the same, object by object, the order of columns and constraints set aside.
///
/// # Errors
/// The first object that is not, and how it is in both.
pub fn same(expected: &Schema, actual: &Schema) -> Result<(), String> {
    let [expected, actual] = [expected, actual].map(|schema| sorted(schema.clone()));
    let names = |schema: &Schema| schema.tables.keys().map(ToString::to_string).collect::<Vec<_>>();
    hold("the list of tables", &names(&expected), &names(&actual))?;
    for (name, table) in &expected.tables {
        let Some(other) = actual.tables.get(name) else { return Err(format!("{name} is gone")) };
        for column in &table.columns {
            hold(&format!("column {}.{}", name, column.name), &Some(column), &other.column(&column.name))?;
        }
        hold(&format!("table {name}"), table, other)?;
    }
    let enums = |schema: &Schema| schema.enums.values().cloned().collect::<Vec<_>>();
    hold("the list of enumerated types", &enums(&expected), &enums(&actual))?;
    let views = |schema: &Schema| schema.views.values().cloned().collect::<Vec<_>>();
    hold("the list of views", &views(&expected), &views(&actual))
}

fn hold<T: PartialEq + Serialize>(what: &str, expected: &T, actual: &T) -> Result<(), String> {
    if expected == actual {
        return Ok(());
    }
    let text = |value: &T| serde_json::to_string(value).unwrap_or_default();
    Err(format!("{what} was {} and is {}", text(expected), text(actual)))
}

fn sorted(mut schema: Schema) -> Schema {
    for table in schema.tables.values_mut() {
        table.columns.sort_by(|one, other| one.name.cmp(&other.name));
        table.indexes.sort_by(|one, other| one.name.cmp(&other.name));
        table.uniques.sort_by(|one, other| (&one.name, &one.columns).cmp(&(&other.name, &other.columns)));
        table.foreign_keys.sort_by(|one, other| (&one.name, &one.columns).cmp(&(&other.name, &other.columns)));
        table.checks.sort_by(|one, other| (&one.name, &one.expression).cmp(&(&other.name, &other.expression)));
        table.triggers.sort_by(|one, other| one.name.cmp(&other.name));
        table.beyond.sort_by(|one, other| one.what.cmp(&other.what));
    }
    schema
}
