//! PostgreSQL's extensions, without which types and functions of a schema may be missing.

use limbeck::{Access, Connection};
use limbeck_operations::ddl::quote::{identifier, object};
use limbeck_schema::{Column, ColumnType, Dialect, Expression, IndexTarget, ObjectName, Schema, Table};
use sea_orm::{ConnectionTrait, DbErr, Statement};

/// Makes those that the database of `url` has; returns those that can't be made, and why.
pub(super) async fn make(scratch: &Connection, url: &str) -> Vec<String> {
    let installed = match Connection::open(url, Access::Read).await {
        Ok(live) => {
            let installed = installed(&live).await;
            live.close().await;
            installed.map_err(|error| error.to_string())
        }
        Err(error) => Err(error.to_string()),
    };
    let installed = match installed {
        Ok(installed) => installed,
        Err(reason) => return vec![format!("which extensions there are is not known: {reason}")],
    };
    let mut missing = Vec::new();
    for extension in installed {
        let schema = extension.schema.unwrap_or_default();
        let (name, schema) = (identifier(&extension.name, Dialect::Postgres), identifier(&schema, Dialect::Postgres));
        let made = async {
            scratch.database().execute_unprepared(&format!("CREATE SCHEMA IF NOT EXISTS {schema}")).await?;
            scratch
                .database()
                .execute_unprepared(&format!("CREATE EXTENSION IF NOT EXISTS {name} SCHEMA {schema}"))
                .await
        };
        if let Err(error) = made.await {
            let reason = limbeck::connection::server_words(&error);
            missing.push(format!("extension {} can't be made: {reason}", extension.name));
        }
    }
    missing
}

/// The extensions of a database, `schema.name`, in the order in which they were made: one may need another.
async fn installed(live: &Connection) -> Result<Vec<ObjectName>, DbErr> {
    const SQL: &str = "SELECT e.extname::text AS name, n.nspname::text AS schema FROM pg_catalog.pg_extension AS e \
        JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql' ORDER BY e.oid";
    let database = live.database();
    let rows = database.query_all_raw(Statement::from_string(database.get_database_backend(), SQL)).await?;
    let name = |row: &sea_orm::QueryResult| {
        Ok(ObjectName::qualified(row.try_get::<String>("", "schema")?, row.try_get::<String>("", "name")?))
    };
    rows.iter().map(name).collect()
}

/// Whether something of `schema` may come from an extension: most don't, and making extensions takes its time.
pub(super) fn may_be_needed(schema: &Schema) -> bool {
    schema
        .tables
        .values()
        .any(|table| !table.checks.is_empty() || table.columns.iter().any(column_needs) || has_special_index(table))
}

fn column_needs(column: &Column) -> bool {
    let is_foreign = |column_type: &ColumnType| match column_type {
        ColumnType::Custom(_) | ColumnType::LTree | ColumnType::Vector(_) => true,
        ColumnType::Array(member) => matches!(**member, ColumnType::Custom(_)),
        _ => false,
    };
    let has_sql = matches!(column.default, Some(Expression::Sql(_)));
    is_foreign(&column.column_type) || has_sql || column.generated.is_some()
}

fn has_special_index(table: &Table) -> bool {
    table.indexes.iter().any(|index| {
        let has_expression = |part: &limbeck_schema::IndexPart| {
            matches!(part.target, IndexTarget::Expression(_)) || part.operator_class.is_some()
        };
        index.method.is_some() || index.filter.is_some() || index.parts.iter().any(has_expression)
    })
}

/// The schemas that `schema` names, to be made beside the default one.
pub(super) fn schemas(names: impl Iterator<Item = ObjectName>) -> Vec<String> {
    let schemas: std::collections::BTreeSet<String> = names.filter_map(|name| name.schema).collect();
    schemas
        .into_iter()
        .map(|schema| format!("CREATE SCHEMA IF NOT EXISTS {}", object(&ObjectName::bare(schema), Dialect::Postgres)))
        .collect()
}
