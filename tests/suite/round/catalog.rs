use limbeck_introspect::{Request, server};
use limbeck_prove::catalog;
use limbeck_schema::{Dialect, ObjectName, Schema, SqliteTypes};
use limbeck_tests::Database;

pub use limbeck_prove::catalog::same;

/// Limbeck's own table.
pub fn is_history(name: &ObjectName) -> bool {
    name.name == limbeck::Settings::default().history_table().name
}

/// What to read beside the default schema: the one that a list has.
pub fn request(database: &Database) -> Request {
    match database.dialect {
        Dialect::Postgres => Request { schemas: vec!["shop".to_owned()] },
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Request::default(),
    }
}

/// What the catalog says, but for the history.
pub async fn read(database: &Database) -> Schema {
    let server = server(&database.connection).await.expect("a server that says what it is");
    let schema = catalog::read(&database.connection, &server, &request(database), SqliteTypes::Meaning).await;
    let mut schema = schema.expect("a catalog that is read");
    schema.tables.retain(|name, _| !is_history(name));
    schema
}

/// Asserts that both are the same, object by object.
pub fn assert_same(expected: &Schema, actual: &Schema, when: &str) {
    if let Err(reason) = same(expected, actual) {
        panic!("{when}: {reason}");
    }
}
