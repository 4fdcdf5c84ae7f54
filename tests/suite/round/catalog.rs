use limbeck_introspect::{Request, schema, server};
use limbeck_schema::{Dialect, ObjectName, Schema, canonical_check};
use limbeck_tests::Database;

/// Limbeck's own table.
pub fn is_history(name: &ObjectName) -> bool {
    name.name == limbeck::Settings::default().history_table().name
}

/// What the catalog says, but for the history; the order of columns and of constraints set aside, which no one promises.
pub async fn read(database: &Database) -> Schema {
    let server = server(&database.connection).await.expect("a server that says what it is");
    let mut schema = schema(&database.connection, &server, &Request::default()).await.expect("a catalog that is read");
    schema.tables.retain(|name, _| !is_history(name));
    for table in schema.tables.values_mut() {
        table.columns.sort_by(|one, other| one.name.cmp(&other.name));
        table.indexes.sort_by(|one, other| one.name.cmp(&other.name));
        table.uniques.sort_by(|one, other| (&one.name, &one.columns).cmp(&(&other.name, &other.columns)));
        table.foreign_keys.sort_by(|one, other| (&one.name, &one.columns).cmp(&(&other.name, &other.columns)));
        table.checks.sort_by(|one, other| (&one.name, &one.expression).cmp(&(&other.name, &other.expression)));
        table.triggers.sort_by(|one, other| one.name.cmp(&other.name));
        // RENAME COLUMN of SQLite puts the name into quotes wherever it stands in an expression.
        if database.dialect == Dialect::Sqlite {
            for check in &mut table.checks {
                check.expression = canonical_check(check, database.dialect);
            }
        }
    }
    schema
}

/// Asserts that both are the same, object by object.
pub fn same(expected: &Schema, actual: &Schema, when: &str) {
    let names = |schema: &Schema| schema.tables.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(expected), names(actual), "{when}: the tables");
    for (name, table) in &expected.tables {
        let other = &actual.tables[name];
        for column in &table.columns {
            assert_eq!(Some(column), other.column(&column.name), "{when}: column {name}.{}", column.name);
        }
        assert_eq!(table, other, "{when}: table {name}");
    }
    assert_eq!(expected.enums, actual.enums, "{when}: the enumerated types");
    assert_eq!(expected.views, actual.views, "{when}: the views");
}
