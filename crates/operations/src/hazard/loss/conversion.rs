use limbeck_schema::{ColumnType, Dialect, canonical_column_type};

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, altered, explanation::words},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "values are converted to another kind of type",
    danger: "Every value is converted; one that can not be stops the statement on PostgreSQL, becomes a zero or an empty value where MySQL and MariaDB are not strict, and stays as it is on SQLite.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_REWRITE,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "State the conversion with `.using(..)`, or add a new column and move the values over.",
};

/// A06: the values become something of another kind. Everything but bytes has a form as text without a limit, so that is no danger.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let (table, column, changes) = altered(operation, scene.before)?;
    let next = changes.column_type.as_ref()?;
    let dialect = scene.dialect;
    if !is_converted(&column.column_type, next, dialect) {
        return None;
    }
    let (previous, next) = (kind(&column.column_type, dialect).words(), kind(next, dialect).words());
    Some(format!("the values of {table}.{} are converted from {previous} to {next}", column.name))
}

/// Whether the values become something of another kind, which not every value may have a form in.
pub(in crate::hazard) fn is_converted(previous: &ColumnType, next: &ColumnType, dialect: Dialect) -> bool {
    let (from, to) = (kind(previous, dialect), kind(next, dialect));
    let has_form = *next == ColumnType::Text && from != Kind::Bytes;
    from != to && !has_form && !is_one_type(previous, next, dialect)
}

/// Whether the server makes the same of both, so that no value changes. On SQLite, where a type is a word, what it is called counts.
pub(in crate::hazard) fn is_one_type(previous: &ColumnType, next: &ColumnType, dialect: Dialect) -> bool {
    match dialect {
        Dialect::Sqlite => previous == next,
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {
            canonical_column_type(previous, dialect) == canonical_column_type(next, dialect)
        }
    }
}

/// Whether a value may have no form in the new type, so that the conversion stops. PostgreSQL cuts what is too long for a text by itself, as it does
/// in any cast that is said.
pub(in crate::hazard) fn may_fail(previous: &ColumnType, next: &ColumnType, dialect: Dialect) -> bool {
    let always = match (kind(previous, dialect), kind(next, dialect)) {
        (Kind::Boolean, Kind::Number) | (Kind::Instant, Kind::Date) => true,
        // A timestamp of MySQL and MariaDB begins in 1970 and ends in 2038.
        (Kind::Date, Kind::Instant) => !dialect.is_mysql_like(),
        (_, Kind::Text) => dialect == Dialect::Postgres,
        _ => false,
    };
    is_converted(previous, next, dialect) && !always
}

/// Kinds of types. Within one kind a value stays what it is, if it fits.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind<'a> {
    Text,
    Number,
    /// Dates, with or without a time of day.
    Date,
    /// The zone of the session decides what a date without a zone becomes.
    Instant,
    Time,
    Bytes,
    Bits,
    Boolean,
    Json,
    Uuid,
    Enumeration(&'a limbeck_schema::ObjectName),
    List(Box<Kind<'a>>),
    Vector,
    Network,
    /// Only itself is of the same kind.
    Other(&'a ColumnType),
}

fn kind(column_type: &ColumnType, dialect: Dialect) -> Kind<'_> {
    use ColumnType as T;
    match column_type {
        T::Char(_) | T::String(_) | T::Text => Kind::Text,
        T::Float | T::Double | T::Decimal(_) | T::Money(_) => Kind::Number,
        number if number.is_integer() => Kind::Number,
        // A timestamp of MySQL and MariaDB is kept in UTC, and shown in the zone of the session.
        T::Timestamp if dialect.is_mysql_like() => Kind::Instant,
        T::DateTime | T::Timestamp | T::Date => Kind::Date,
        T::TimestampWithTimeZone => Kind::Instant,
        T::Time => Kind::Time,
        T::Binary(_) | T::VarBinary(_) | T::Blob => Kind::Bytes,
        T::Bit(_) | T::VarBit(_) => Kind::Bits,
        T::Boolean => Kind::Boolean,
        T::Json | T::JsonBinary => Kind::Json,
        T::Uuid => Kind::Uuid,
        T::Enum(enumeration) => Kind::Enumeration(&enumeration.name),
        T::Array(member) => Kind::List(Box::new(kind(member, dialect))),
        T::Vector(_) => Kind::Vector,
        T::Cidr | T::Inet => Kind::Network,
        other => Kind::Other(other),
    }
}

impl Kind<'_> {
    fn words(&self) -> String {
        match self {
            Self::Text => "text".to_owned(),
            Self::Number => "numbers".to_owned(),
            Self::Date => "dates without a zone".to_owned(),
            Self::Instant => "points in time".to_owned(),
            Self::Time => "times of day".to_owned(),
            Self::Bytes => "bytes".to_owned(),
            Self::Bits => "bits".to_owned(),
            Self::Boolean => "truth values".to_owned(),
            Self::Json => "JSON".to_owned(),
            Self::Uuid => "UUIDs".to_owned(),
            Self::Enumeration(name) => format!("labels of {name}"),
            Self::List(member) => format!("lists of {}", member.words()),
            Self::Vector => "vectors".to_owned(),
            Self::Network => "networks".to_owned(),
            Self::Other(ColumnType::Custom(sql)) => sql.clone(),
            Self::Other(other) => format!("{other:?}"),
        }
    }
}
