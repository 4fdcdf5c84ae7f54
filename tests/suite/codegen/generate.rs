//! What `sea-orm-cli generate entity` does (sea-orm-cli 2.0.4, src/commands/generate.rs:209), with its own libraries and defaults.

use std::{fs, path::Path};

use limbeck_schema::Dialect;
use limbeck_tests::Database;
use sea_orm_codegen::{
    BannerVersion, BigIntegerType, DateTimeCrate, EntityFormat, EntityTransformer, EntityWriterContext, OutputFile,
    WithPrelude, WithSerde,
};
use sea_schema::{
    mysql::discovery::SchemaDiscovery as MySql,
    postgres::discovery::SchemaDiscovery as Postgres,
    sea_query::TableCreateStatement,
    sqlite::{def::ColumnVisibility, discovery::SchemaDiscovery as Sqlite},
};

/// The tables of a database, as the generator sees them: without computed columns, and on PostgreSQL without partial unique indexes.
///
/// # Panics
/// Where the generator's discovery does, or the database refuses it.
pub async fn discovered(database: &Database) -> Vec<TableCreateStatement> {
    let connection = &database.connection;
    let mut statements = match database.dialect {
        Dialect::Sqlite => {
            let schema = Sqlite::new(connection.get_sqlite_connection_pool().clone()).discover().await;
            let schema = schema.expect("a database that is discovered").merge_indexes_into_table();
            let computed = [ColumnVisibility::GeneratedVirtual, ColumnVisibility::GeneratedStored];
            let tables = schema.tables.into_iter().map(|mut table| {
                table.columns.retain(|column| !computed.contains(&column.hidden));
                table.write()
            });
            tables.collect::<Vec<_>>()
        }
        Dialect::Postgres => {
            let pool = connection.get_postgres_connection_pool().clone();
            let schema = Postgres::new(pool, "public").discover().await.expect("a database that is discovered");
            let tables = schema.tables.into_iter().map(|mut table| {
                table.columns.retain(|column| column.generated.is_none());
                table.unique_constraints.retain(|unique| !unique.is_partial);
                table.write()
            });
            tables.collect()
        }
        Dialect::MySql | Dialect::MariaDb => {
            let pool = connection.get_mysql_connection_pool().clone();
            let name = database.url.rsplit('/').next().and_then(|rest| rest.split('?').next()).expect("a database");
            let schema = MySql::new(pool, name).discover().await.expect("a database that is discovered");
            let tables = schema.tables.into_iter().map(|mut table| {
                table.columns.retain(|column| !column.extra.generated);
                table.write()
            });
            tables.collect()
        }
    };
    let is_bookkeeping = |statement: &TableCreateStatement| {
        statement.get_table_name().is_some_and(|name| name.sea_orm_table().to_string() == "seaql_migrations")
    };
    statements.retain(|statement| !is_bookkeeping(statement));
    statements
}

/// Writes the entities of the tables into a folder that has nothing else in it.
///
/// # Panics
/// Where the generator fails, or the folder can't be written.
pub fn write(statements: &[TableCreateStatement], format: EntityFormat, folder: &Path) {
    let context = EntityWriterContext::new(
        format,
        WithPrelude::All,
        WithSerde::None,
        false,
        DateTimeCrate::Chrono,
        BigIntegerType::I64,
        None,
        false,
        false,
        false,
        Vec::new(),
        Vec::new(),
        Vec::new(),
        Vec::new(),
        Vec::new(),
        false,
        true,
        BannerVersion::Off,
    );
    let writer = EntityTransformer::transform(statements.to_vec()).expect("tables that can be transformed");
    if folder.exists() {
        fs::remove_dir_all(folder).expect("a folder that can go");
    }
    fs::create_dir_all(folder).expect("a folder for the entities");
    for OutputFile { name, content } in writer.generate(&context).files {
        fs::write(folder.join(&name), content).unwrap_or_else(|error| panic!("cannot write {name}: {error}"));
    }
}
