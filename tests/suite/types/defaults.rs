//! Defaults of every kind: given to a column, read back, compared with what was asked for.

use limbeck_introspect::{Request, schema, server};
use limbeck_schema::{ColumnType, Dialect, Enumeration, Expression, Schema};
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

use super::{against, statements, table};

/// Defaults of every kind, with the types that they are given to.
fn defaults() -> Vec<(ColumnType, Expression)> {
    use ColumnType as T;
    use Expression as E;
    vec![
        (T::string_len(40), E::Text("it's \"so\" \\ 100 %".into())),
        (T::string_len(40), E::Text(String::new())),
        (T::string_len(40), E::Text("5".into())),
        (T::string_len(40), E::Text("null".into())),
        (T::string_len(40), E::Text("žluťoučký 🐎".into())),
        (T::string_len(40), E::Integer(-7)),
        (T::string_len(40), E::Number("1.50".into())),
        (T::Text, E::Number("-2.5".into())),
        (T::char_len(3), E::Number("1.5".into())),
        (T::Integer, E::Integer(0)),
        (T::Integer, E::Integer(-2_147_483_648)),
        (T::Integer, E::Text("7".into())),
        (T::BigInteger, E::Integer(i64::MAX)),
        (T::SmallInteger, E::Sql("(1 + 2)".into())),
        (T::Boolean, E::Boolean(true)),
        (T::Boolean, E::Boolean(false)),
        (T::Double, E::Number("1.5".into())),
        (T::Double, E::Integer(3)),
        (T::decimal_len(10, 2), E::Number("-1.50".into())),
        (T::decimal_len(10, 2), E::Integer(12)),
        (T::Date, E::Text("2024-02-29".into())),
        (T::Time, E::Text("12:30:00".into())),
        (T::DateTime, E::Text("2024-02-29 12:30:00".into())),
        (T::DateTime, E::CurrentTimestamp),
        (T::TimestampWithTimeZone, E::CurrentTimestamp),
        (T::Timestamp, E::CurrentTimestamp),
        (T::char_len(3), E::Text("abc".into())),
        (T::Enum(Enumeration::new("mood", ["calm", "it's"])), E::Text("it's".into())),
    ]
}

#[test]
fn defaults_come_back() {
    for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb] {
        let problems = run(with_database(dialect, "defaults", every_default));
        assert!(problems.is_empty(), "on {dialect}\n{}", problems.join("\n"));
    }
}

async fn every_default(database: Database) -> Vec<String> {
    let dialect = database.dialect;
    let server = server(&database.connection).await.expect("a server that says what it is");
    let mut problems = Vec::new();
    let mut before = Schema::default();
    let mut tables = Vec::new();
    for (number, (column_type, default)) in defaults().into_iter().enumerate() {
        let mut table = table(number, &column_type);
        table.columns[1].default = Some(default);
        match statements(&table, &before, &server) {
            Ok(statements) => {
                for sql in statements {
                    if let Err(error) = database.connection.execute_unprepared(&sql).await {
                        problems.push(format!("{error}\n{sql}"));
                    }
                }
            }
            Err(error) => problems.push(error.to_string()),
        }
        before.insert(table.clone());
        tables.push(table);
    }
    let actual = schema(&database.connection, &server, &Request::default()).await.expect("a catalog that is read");
    for mut table in tables {
        let default = table.columns[1].default.clone();
        let reported = against(&table, &Schema::default(), &actual, dialect);
        if !reported.is_empty() {
            problems.push(format!("{default:?}: nothing expected, reported is {reported:?}"));
        }
        table.columns[1].default = Some(Expression::Sql("(40 + 2)".to_owned()));
        let reported = against(&table, &Schema::default(), &actual, dialect);
        if reported.len() != 1 || !reported[0].contains("held") {
            problems.push(format!("{default:?} wanted as another: one difference expected, reported is {reported:?}"));
        }
    }
    problems
}
