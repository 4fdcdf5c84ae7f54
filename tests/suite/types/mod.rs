//! Every column type on every server: created through the operations' DDL, read back, compared with what was asked for. And its twin, the same column of a
//! type that is near by, which is reported.

mod defaults;
mod matrix;

use std::collections::{BTreeMap, BTreeSet};

use limbeck_autogenerate::{Actual, Comparing, Verdicts, compare};
use limbeck_introspect::{Request, schema, server};
use limbeck_operations::{
    Operation,
    ddl::{DdlError, ddl},
};
use limbeck_schema::{
    Column, ColumnType, Dialect, Enumeration, Schema, Server, StringLength, Table, canonical_column_type,
    is_kept_alike, lower_column_type, reconcile,
};
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

use crate::round::differences;

/// Whether a type is another one than a column's, seen from some side.
type IsAnother<'a> = &'a dyn Fn(&ColumnType) -> bool;

#[test]
fn sqlite_types_come_back() {
    come_back(Dialect::Sqlite);
}

#[test]
fn postgres_types_come_back() {
    come_back(Dialect::Postgres);
}

#[test]
fn mariadb_types_come_back() {
    come_back(Dialect::MariaDb);
}

fn come_back(dialect: Dialect) {
    let problems = run(with_database(dialect, "types", all));
    assert!(problems.is_empty(), "on {dialect}\n{}", problems.join("\n"));
}

/// A type, and one that is near by.
fn types() -> Vec<(ColumnType, ColumnType)> {
    use ColumnType as T;
    let mood = |labels: &[&str]| T::Enum(Enumeration::new("mood", labels.iter().copied()));
    let array = |member: T| T::Array(Box::new(member));
    vec![
        (T::Char(None), T::char_len(2)),
        (T::char_len(3), T::char_len(4)),
        (T::string(), T::string_len(40)),
        (T::string_len(40), T::string_len(41)),
        (T::String(StringLength::Max), T::string_len(40)),
        (T::Text, T::string_len(40)),
        (T::TinyInteger, T::Integer),
        (T::SmallInteger, T::Integer),
        (T::Integer, T::BigInteger),
        (T::BigInteger, T::Integer),
        (T::TinyUnsigned, T::Integer),
        (T::SmallUnsigned, T::BigUnsigned),
        (T::Unsigned, T::SmallInteger),
        (T::BigUnsigned, T::Integer),
        (T::Float, T::Double),
        (T::Double, T::Float),
        (T::Decimal(None), T::decimal_len(12, 2)),
        (T::decimal_len(10, 2), T::decimal_len(10, 3)),
        (T::Money(None), T::decimal_len(12, 4)),
        (T::Money(Some((12, 4))), T::decimal_len(10, 2)),
        (T::DateTime, T::TimestampWithTimeZone),
        (T::Timestamp, T::TimestampWithTimeZone),
        (T::TimestampWithTimeZone, T::DateTime),
        (T::Time, T::Date),
        (T::Date, T::Time),
        (T::Year, T::Date),
        (T::Interval(None, None), T::Interval(Some("YEAR".to_owned()), None)),
        (T::Interval(Some("YEAR TO MONTH".to_owned()), None), T::Interval(Some("YEAR".to_owned()), None)),
        (T::Interval(None, Some(3)), T::Interval(None, Some(4))),
        (T::Interval(Some("DAY TO SECOND".to_owned()), Some(2)), T::Interval(None, Some(4))),
        (T::Binary(20), T::Binary(21)),
        (T::VarBinary(StringLength::None), T::var_binary(33)),
        (T::var_binary(32), T::var_binary(33)),
        (T::VarBinary(StringLength::Max), T::var_binary(33)),
        (T::Blob, T::var_binary(33)),
        (T::Bit(None), T::Bit(Some(2))),
        (T::Bit(Some(8)), T::Bit(Some(9))),
        (T::VarBit(16), T::VarBit(17)),
        (T::Boolean, T::SmallInteger),
        (T::Json, T::JsonBinary),
        (T::JsonBinary, T::Json),
        (T::Uuid, T::Binary(17)),
        (mood(&["calm", "it's \\ wild"]), mood(&["calm", "it's \\ wild", "gone"])),
        (array(T::Integer), array(T::BigInteger)),
        (array(T::string_len(20)), array(T::string_len(21))),
        (array(T::decimal_len(10, 2)), array(T::decimal_len(11, 2))),
        (array(T::TimestampWithTimeZone), array(T::DateTime)),
        (array(mood(&["calm", "it's \\ wild"])), array(T::Text)),
        (T::Vector(Some(3)), T::Vector(Some(4))),
        (T::Cidr, T::Inet),
        (T::Inet, T::Cidr),
        (T::MacAddr, T::Inet),
        (T::LTree, T::Text),
    ]
}

/// Types by their SQL text, which only one database has.
fn custom(dialect: Dialect) -> Vec<(ColumnType, ColumnType)> {
    let texts: &[(&str, &str)] = match dialect {
        Dialect::Sqlite => {
            &[("numeric", "text"), ("decimal(10,5)", "blob"), ("datetime", "integer"), ("jsonb", "text")]
        }
        Dialect::Postgres => &[
            ("citext", "text"),
            ("tsvector", "text"),
            ("timestamptz(3)", "timestamptz(4)"),
            ("timestamp(0)", "timestamp(1)"),
            ("int4range", "int8range"),
            ("xml", "text"),
            ("varchar(7)[]", "varchar(8)[]"),
            ("float8", "float4"),
        ],
        Dialect::MySql | Dialect::MariaDb => &[
            ("mediumint", "int"),
            ("longtext", "mediumtext"),
            ("longblob", "mediumblob"),
            ("datetime(6)", "datetime(3)"),
            ("timestamp(3)", "timestamp(6)"),
            ("set('a','b')", "set('a','b','c')"),
            ("int(10) unsigned", "bigint unsigned"),
            ("double unsigned", "float unsigned"),
        ],
    };
    texts.iter().map(|(text, twin)| (ColumnType::custom(*text), ColumnType::custom(*twin))).collect()
}

/// What the test server's packages do not bring: pgvector is no part of PostgreSQL. Its DDL is looked at, and its catalog text raised, without a server.
fn needs_another_package(column_type: &ColumnType) -> bool {
    matches!(column_type, ColumnType::Vector(_))
}

async fn all(database: Database) -> Vec<String> {
    let dialect = database.dialect;
    let server = server(&database.connection).await.expect("a server that says what it is");
    if dialect == Dialect::Postgres {
        for name in ["ltree", "citext"] {
            let sql = format!("CREATE EXTENSION {name}");
            database.connection.execute_unprepared(&sql).await.expect("PostgreSQL's own additional modules");
        }
    }
    let mut problems = Vec::new();
    let mut made: Vec<(Table, ColumnType)> = Vec::new();
    let mut before = Schema::default();
    for (number, (column_type, twin)) in types().into_iter().chain(custom(dialect)).enumerate() {
        let table = table(number, &column_type);
        if lower_column_type(&column_type, dialect).is_err() {
            problems.extend(refused(&table, &before, &server));
            continue;
        }
        match statements(&table, &before, &server) {
            Ok(_) if needs_another_package(&column_type) => problems.extend(raised(&column_type, dialect)),
            Ok(statements) => {
                for sql in statements {
                    if let Err(error) = database.connection.execute_unprepared(&sql).await {
                        problems.push(format!("{column_type:?}: {error}\n{sql}"));
                    }
                }
                before.insert(table.clone());
                made.push((table, twin));
            }
            Err(error) => problems.push(format!("{column_type:?} has no DDL: {error}")),
        }
    }
    let actual = schema(&database.connection, &server, &Request::default()).await.expect("a catalog that is read");
    for (table, twin) in made {
        problems.extend(compared(&table, twin, &actual, dialect));
    }
    problems
}

fn table(number: usize, column_type: &ColumnType) -> Table {
    let column = Column { nullable: true, ..Column::new("held", column_type.clone()) };
    Table::new(format!("t{number}"), vec![Column::new("id", ColumnType::Integer), column])
}

fn statements(table: &Table, before: &Schema, server: &Server) -> Result<Vec<String>, DdlError> {
    let mut operations = Vec::new();
    let enumeration = table.columns.iter().find_map(|column| column.column_type.enumeration());
    let mut before = before.clone();
    if let Some(enumeration) = enumeration.filter(|enumeration| !before.enums.contains_key(&enumeration.name)) {
        operations.push(Operation::CreateEnum { enumeration: enumeration.clone(), keep: false });
    }
    operations.push(Operation::CreateTable { definition: table.clone() });
    let mut statements = Vec::new();
    for operation in operations {
        let made = ddl(&operation, &before, server)?;
        statements.extend(made.into_iter().map(|statement| statement.sql));
        limbeck_operations::replay(&operation, &mut before, server.dialect)?;
    }
    Ok(statements)
}

/// A type that the dialect lacks is refused before anything is sent.
fn refused(table: &Table, before: &Schema, server: &Server) -> Option<String> {
    match statements(table, before, server) {
        Err(DdlError::Unsupported { .. }) => None,
        other => Some(format!("{:?} is not refused: {other:?}", table.columns[1].column_type)),
    }
}

fn raised(column_type: &ColumnType, dialect: Dialect) -> Option<String> {
    let lowered = lower_column_type(column_type, dialect).ok()?;
    let raised = limbeck_schema::raise_column_type(&lowered, dialect);
    (raised != *column_type).then(|| format!("{column_type:?} becomes {lowered}, which becomes {raised:?}"))
}

/// Nothing for the column that was asked for; one line for its twin, whether a revision made the column or not.
fn compared(table: &Table, twin: ColumnType, actual: &Schema, dialect: Dialect) -> Vec<String> {
    let mut problems = Vec::new();
    let asked = &table.columns[1].column_type;
    let mut made = Schema::default();
    made.insert(table.clone());
    for recorded in [Schema::default(), made.clone()] {
        let reported = against(table, &recorded, actual, dialect);
        if !reported.is_empty() {
            problems.push(format!("{asked:?}: nothing expected, reported is {reported:?}"));
        }
    }
    let differs = |other: &ColumnType| canonical_column_type(other, dialect) != canonical_column_type(asked, dialect);
    // SQLite takes a column that was made elsewhere for the stated one if it keeps values alike.
    let is_kept_otherwise = |other: &ColumnType| !is_kept_alike(other, asked, dialect);
    let is_another: [(Schema, IsAnother<'_>); 2] = [(Schema::default(), &is_kept_otherwise), (made, &differs)];
    for (recorded, is_another) in is_another {
        let twin = [twin.clone(), ColumnType::Date, ColumnType::BigInteger, ColumnType::Blob]
            .into_iter()
            .find(|other| lower_column_type(other, dialect).is_ok() && is_another(other))
            .expect("one of these is another type");
        let mut other = table.clone();
        other.columns[1].column_type = twin.clone();
        // MariaDB writes the labels into the column; the change is that of the type all the same.
        let about = if matches!(twin, ColumnType::Enum(_)) { "mood" } else { "held" };
        let reported = against(&other, &recorded, actual, dialect);
        // A type that a revision made and no column has any more goes with its last column.
        let goes = recorded.enums.len().saturating_sub(twin.enumeration().into_iter().count());
        if reported.len() != 1 + goes || !reported[0].contains(about) {
            problems.push(format!("{asked:?} wanted as {twin:?}: {} expected, reported is {reported:?}", 1 + goes));
        }
    }
    problems
}

/// What is reported of one table.
fn against(table: &Table, recorded: &Schema, actual: &Schema, dialect: Dialect) -> Vec<String> {
    let mut wanted = Schema::default();
    wanted.insert(table.clone());
    let mut actual = actual.clone();
    actual.tables.retain(|name, _| *name == table.name);
    actual.enums.retain(|name, _| wanted.enums.contains_key(name));
    if !recorded.tables.is_empty() {
        reconcile(&mut actual, recorded, dialect);
    }
    let recorded = BTreeMap::from([(dialect, recorded.clone())]);
    let mut comparison = compare(&Comparing {
        wanted: &wanted,
        ignored: &BTreeSet::new(),
        opaque: &BTreeSet::new(),
        recorded: &recorded,
        actual: Some(Actual { dialect, schema: &actual }),
        renames: &[],
        sqlite_types: limbeck_schema::SqliteTypes::Meaning,
        verdicts: Verdicts::none(),
        fills: const { &limbeck_autogenerate::Fills::new() },
        keep: &[],
        drop_unmanaged: false,
        set_aside: &|_| false,
        is_view: &|_| false,
    });
    comparison.unrecorded.clear();
    differences(&comparison)
}
