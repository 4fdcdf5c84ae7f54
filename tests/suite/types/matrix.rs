//! Every type in every way that a column can have it: required, nullable, with a default, unique, in a list. Each is made and read back, and is what was
//! asked for; its twin, other in that one property, is reported, alone.

use limbeck_introspect::{Request, schema, server};
use limbeck_schema::{
    Column, ColumnType, ConstraintKind, Dialect, Expression, Schema, Table, Unique, constraint_name, lower_column_type,
};
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

use super::{against, custom, needs_another_package, statements, table, types};

#[test]
fn sqlite_has_every_type_in_every_way() {
    come_back(Dialect::Sqlite);
}

#[test]
fn postgres_has_every_type_in_every_way() {
    come_back(Dialect::Postgres);
}

#[test]
fn mariadb_has_every_type_in_every_way() {
    come_back(Dialect::MariaDb);
}

fn come_back(dialect: Dialect) {
    let problems = run(with_database(dialect, "matrix", all));
    assert!(problems.is_empty(), "on {dialect}, {} problems\n{}", problems.len(), problems.join("\n"));
}

/// A way in which a column has its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Required,
    Nullable,
    WithDefault,
    Unique,
    InList,
}

const WAYS: [Way; 5] = [Way::Required, Way::Nullable, Way::WithDefault, Way::Unique, Way::InList];

/// Types that a server does not take in a way, by what they are in SQL; it has to refuse them.
const REFUSED: &[(Dialect, Way, &[&str])] = &[(Dialect::Postgres, Way::Unique, &["json", "xml"])];

impl Way {
    /// The table whose column `held` is of this type in this way; none where there is no such column.
    fn table(self, number: usize, column_type: &ColumnType, dialect: Dialect) -> Option<Table> {
        let is_list = match column_type {
            ColumnType::Array(_) => true,
            ColumnType::Custom(sql) => sql.ends_with("[]"),
            _ => false,
        };
        let listed = ColumnType::Array(Box::new(column_type.clone()));
        let mut table = match self {
            Self::InList if is_list || lower_column_type(&listed, dialect).is_err() => return None,
            Self::InList => table(number, &listed),
            Self::Required | Self::Nullable | Self::WithDefault | Self::Unique => table(number, column_type),
        };
        let name = table.name.name.clone();
        let column = table.column_mut("held")?;
        match self {
            Self::Required => column.nullable = false,
            Self::Nullable | Self::InList => {}
            Self::WithDefault => column.default = Some(default_of(column_type, dialect)?),
            Self::Unique => {
                let name = constraint_name(ConstraintKind::Unique, &name, ["held"]);
                table.uniques.push(Unique::new(["held"]).named(name));
            }
        }
        Some(table)
    }

    /// Makes another of it in this one way.
    fn make_twin(self, table: &mut Table) {
        let change = |column: &mut Column| match self {
            Self::Required | Self::Nullable => column.nullable = !column.nullable,
            Self::WithDefault => column.default = Some(Expression::Null),
            Self::InList => column.column_type = ColumnType::Text,
            Self::Unique => {}
        };
        if let Some(column) = table.column_mut("held") {
            change(column);
        }
        if self == Self::Unique {
            table.uniques.clear();
        }
    }
}

/// A default that the type has; none for a type by its SQL text, and for one that the test server lacks.
fn default_of(column_type: &ColumnType, dialect: Dialect) -> Option<Expression> {
    use ColumnType as T;
    use Expression as E;
    let text = |text: &str| E::Text(text.to_owned());
    let sql =
        |postgres: &str, others: &str| E::Sql(if dialect == Dialect::Postgres { postgres } else { others }.to_owned());
    Some(match column_type {
        T::Custom(_) | T::Vector(_) => return None,
        T::Char(_) | T::String(_) | T::Text => text("x"),
        T::TinyInteger | T::SmallInteger | T::Integer | T::BigInteger => E::Integer(-7),
        T::TinyUnsigned | T::SmallUnsigned | T::Unsigned | T::BigUnsigned => E::Integer(7),
        T::Float | T::Double => E::Number("1.5".to_owned()),
        T::Decimal(None) | T::Money(None) => E::Integer(12),
        T::Decimal(Some(_)) | T::Money(Some(_)) => E::Number("1.50".to_owned()),
        T::DateTime | T::Timestamp | T::TimestampWithTimeZone => E::CurrentTimestamp,
        T::Time => text("12:30:00"),
        T::Date => text("2024-02-29"),
        T::Year => E::Integer(2024),
        T::Interval(fields, _) if fields.as_deref().is_some_and(|fields| fields.starts_with("YEAR")) => text("1 year"),
        T::Interval(..) => text("1 day"),
        T::Binary(_) | T::VarBinary(_) | T::Blob => sql("'\\x00'", "X'00'"),
        T::Bit(None | Some(1)) => sql("B'1'", "b'1'"),
        T::Bit(Some(_)) => sql("B'10000000'", "b'10000000'"),
        T::VarBit(_) => sql("B'10'", "b'10'"),
        T::Boolean => E::Boolean(true),
        T::Json | T::JsonBinary | T::Array(_) => text("{}"),
        T::Uuid if dialect.is_mysql_like() => E::Sql("X'00000000000000000000000000000001'".to_owned()),
        T::Uuid => text("00000000-0000-0000-0000-000000000001"),
        T::Enum(enumeration) => text(enumeration.labels.first()?),
        T::Cidr => text("10.0.0.0/8"),
        T::Inet => text("10.0.0.1"),
        T::MacAddr => text("08:00:2b:01:02:03"),
        T::LTree => text("a.b"),
    })
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
    let (mut problems, mut made, mut before) = (Vec::new(), Vec::new(), Schema::default());
    let all = types().into_iter().chain(custom(dialect)).map(|(column_type, _)| column_type);
    let all = all.filter(|known| lower_column_type(known, dialect).is_ok() && !needs_another_package(known));
    for (number, column_type) in all.enumerate() {
        for (at, way) in WAYS.into_iter().enumerate() {
            let Some(table) = way.table(number * WAYS.len() + at, &column_type, dialect) else { continue };
            let lowered = lower_column_type(&column_type, dialect).expect("a type of the dialect");
            let is_refused = REFUSED
                .iter()
                .any(|(of, known, types)| (*of, *known) == (dialect, way) && types.contains(&lowered.as_str()));
            match create(&database, &table, &before, &server).await {
                Ok(()) if is_refused => problems.push(format!("{lowered} {way:?} is not refused any more")),
                Ok(()) => {
                    before.insert(table.clone());
                    made.push((way, lowered, table));
                }
                Err(_) if is_refused => {}
                Err(error) => problems.push(format!("{lowered} {way:?}: {error}")),
            }
        }
    }
    let actual = schema(&database.connection, &server, &Request::default()).await.expect("a catalog that is read");
    for (way, lowered, table) in made {
        let found = compared(way, &table, &actual, dialect);
        problems.extend(found.into_iter().map(|problem| format!("{lowered} {way:?}: {problem}")));
    }
    problems
}

/// Makes a table.
async fn create(
    database: &Database,
    table: &Table,
    before: &Schema,
    server: &limbeck_schema::Server,
) -> Result<(), String> {
    for sql in statements(table, before, server).map_err(|error| error.to_string())? {
        let sent = database.connection.execute_unprepared(&sql).await;
        sent.map_err(|error| format!("{error}\n{sql}"))?;
    }
    Ok(())
}

/// Nothing for what was asked for, one line for its twin, whether a revision made the table or not.
fn compared(way: Way, table: &Table, actual: &Schema, dialect: Dialect) -> Vec<String> {
    let mut made = Schema::default();
    made.insert(table.clone());
    let mut twin = table.clone();
    way.make_twin(&mut twin);
    let mut problems = Vec::new();
    for (recorded, whose) in [(Schema::default(), "of nobody"), (made, "of a revision")] {
        let reported = against(table, &recorded, actual, dialect);
        if !reported.is_empty() {
            problems.push(format!("nothing expected of a table {whose}, reported is {reported:?}"));
        }
        let mut reported = against(&twin, &recorded, actual, dialect);
        // A type that no column has any more goes with its last column.
        reported.retain(|line| !line.contains("DropEnum"));
        if reported.len() != 1 || !reported.iter().all(|line| line.contains("held")) {
            problems.push(format!("one difference expected of the twin of a table {whose}, reported is {reported:?}"));
        }
    }
    problems
}
