use limbeck_introspect::{Request, schema, server};
use limbeck_schema::{Dialect, ObjectName, Schema, canonical_check};
use limbeck_tests::Database;

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
    let mut schema = schema(&database.connection, &server, &request(database)).await.expect("a catalog that is read");
    schema.tables.retain(|name, _| !is_history(name));
    // RENAME COLUMN of SQLite puts the name into quotes wherever it stands in an expression.
    if database.dialect == Dialect::Sqlite {
        for check in schema.tables.values_mut().flat_map(|table| &mut table.checks) {
            check.expression = canonical_check(check, database.dialect);
        }
    }
    schema
}

/// Asserts that both are the same, object by object.
pub fn assert_same(expected: &Schema, actual: &Schema, when: &str) {
    if let Err(reason) = same(expected, actual) {
        panic!("{when}: {reason}");
    }
}

/// Whether both are the same, object by object, the order of columns and constraints set aside.
///
/// # Errors
/// The first object that is not.
pub fn same(expected: &Schema, actual: &Schema) -> Result<(), String> {
    let [expected, actual] = [expected, actual].map(|schema| sorted(schema.clone()));
    fn differ<T: PartialEq + std::fmt::Debug>(what: String, expected: &T, actual: &T) -> Result<(), String> {
        if expected == actual { Ok(()) } else { Err(format!("{what} was\n{expected:?}\nand is\n{actual:?}")) }
    }
    let names = |schema: &Schema| schema.tables.keys().map(ToString::to_string).collect::<Vec<_>>();
    differ("the list of tables".to_owned(), &names(&expected), &names(&actual))?;
    for (name, table) in &expected.tables {
        let Some(other) = actual.tables.get(name) else { return Err(format!("{name} is gone")) };
        for column in &table.columns {
            differ(format!("column {name}.{}", column.name), &Some(column), &other.column(&column.name))?;
        }
        differ(format!("table {name}"), table, other)?;
    }
    differ("the list of enumerated types".to_owned(), &expected.enums, &actual.enums)?;
    differ("the list of views".to_owned(), &expected.views, &actual.views)
}

fn sorted(mut schema: Schema) -> Schema {
    for table in schema.tables.values_mut() {
        table.columns.sort_by(|one, other| one.name.cmp(&other.name));
        table.indexes.sort_by(|one, other| one.name.cmp(&other.name));
        table.uniques.sort_by(|one, other| (&one.name, &one.columns).cmp(&(&other.name, &other.columns)));
        table.foreign_keys.sort_by(|one, other| (&one.name, &one.columns).cmp(&(&other.name, &other.columns)));
        table.checks.sort_by(|one, other| (&one.name, &one.expression).cmp(&(&other.name, &other.expression)));
        table.triggers.sort_by(|one, other| one.name.cmp(&other.name));
    }
    schema
}
