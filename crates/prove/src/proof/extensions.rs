//! PostgreSQL's extensions, without which types and functions of a schema may be missing.

use limbeck::{Access, Connection};
use limbeck_operations::ddl::quote::identifier;
use limbeck_schema::{Column, ColumnType, Dialect, Expression, IndexTarget, ObjectName, Schema, Table};
use sea_orm::{ConnectionTrait, DbErr, Statement};

use super::Note;

/// Makes those that the database of `url` has and `is_wanted` names; returns those that can't be made, and why.
pub(super) async fn make(scratch: &Connection, url: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<Note> {
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
        Err(reason) => return vec![Note::Aside(format!("which extensions there are is not known: {reason}"))],
    };
    let mut missing = Vec::new();
    for extension in installed.iter().filter(|extension| is_wanted(&extension.name)) {
        if let Err(error) = make_one(scratch, extension).await {
            let reason = limbeck::connection::server_words(&error);
            missing.push(Note::Aside(format!("extension {} can't be made: {reason}", extension.name)));
        }
    }
    missing
}

async fn make_one(scratch: &Connection, extension: &ObjectName) -> Result<(), DbErr> {
    for sql in statements(extension) {
        scratch.database().execute_unprepared(&sql).await?;
    }
    Ok(())
}

/// What makes an extension and its schema. Names that begin with `pg_` are of schemas that are there, and nobody may make one (manual, section 5.9.5).
fn statements(extension: &ObjectName) -> Vec<String> {
    let name = identifier(&extension.name, Dialect::Postgres);
    let Some(schema) = &extension.schema else { return vec![format!("CREATE EXTENSION IF NOT EXISTS {name}")] };
    let quoted = identifier(schema, Dialect::Postgres);
    let own = (!schema.starts_with("pg_")).then(|| format!("CREATE SCHEMA IF NOT EXISTS {quoted}"));
    own.into_iter().chain([format!("CREATE EXTENSION IF NOT EXISTS {name} SCHEMA {quoted}")]).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemas_of_the_system_are_not_made() {
        for (schema, expected) in [("pg_catalog", 1), ("public", 2), ("tools", 2)] {
            let statements = statements(&ObjectName::qualified(schema, "ltree"));
            assert_eq!(statements.len(), expected, "{schema}: {statements:?}");
        }
    }
}
