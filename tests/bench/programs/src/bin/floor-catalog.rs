//! `floor-catalog URL`: connects to a database and reads its catalog once: tables, columns, keys, indexes, enums, with as few and as plain queries as that takes,
//! and makes nothing of the rows. Nobody who reads the catalog is faster.

use std::{error::Error, hint::black_box};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DbBackend, Statement};

const SQLITE: &str = include_str!("../catalog/sqlite.sql");
const POSTGRES: &str = include_str!("../catalog/postgres.sql");
const MYSQL: &str = include_str!("../catalog/mysql.sql");

fn main() -> Result<(), Box<dyn Error>> {
    let url = std::env::args().nth(1).ok_or("usage: floor-catalog URL")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(read(url))
}

async fn read(url: String) -> Result<(), Box<dyn Error>> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let database = Database::connect(options).await?;
    let backend = database.get_database_backend();
    let queries = match backend {
        DbBackend::Sqlite => SQLITE,
        DbBackend::Postgres => POSTGRES,
        DbBackend::MySql => MYSQL,
        _ => return Err("a database of another kind".into()),
    };
    let (mut count, mut rows) = (0, 0);
    for query in queries.split(';').map(str::trim).filter(|query| !query.is_empty()) {
        let found = black_box(database.query_all_raw(Statement::from_string(backend, query)).await?);
        count += 1;
        rows += found.len();
    }
    println!("{count} queries, {rows} rows");
    Ok(())
}
