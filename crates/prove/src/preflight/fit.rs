//! Values that a new type does not take, as a condition of SQL. SQLite takes every value of every type.

mod cast;
mod range;

use limbeck_operations::{HazardCode, ddl::quote::string};
use limbeck_schema::{ColumnType, Dialect, Server, StringLength, canonical_column_type};

/// Which values of a column don't fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// None can be in the way.
    Never,
    /// Those that meet the condition.
    Where {
        /// What is in their way.
        code: HazardCode,
        condition: String,
        /// Whether the server surely refuses each of them.
        certain: bool,
    },
    /// It can't be told beforehand.
    Unknown { code: HazardCode, reason: String },
}

impl Misfit {
    fn too_long_or_large(condition: Option<String>) -> Self {
        condition.map_or(Self::Never, |condition| Self::Where { code: HazardCode::D06, condition, certain: true })
    }
}

/// Which values of `column`, an expression of the type `previous`, the type `next` does not take on `server`.
pub(super) fn misfit(column: &str, previous: &ColumnType, next: &ColumnType, server: &Server) -> Misfit {
    match server.dialect {
        Dialect::Sqlite => return Misfit::Never,
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {}
    }
    if let (Some(one), Some(other)) = (previous.enumeration(), next.enumeration())
        && one.name == other.name
    {
        let gone: Vec<_> = one.labels.iter().filter(|label| !other.labels.contains(label)).cloned().collect();
        return labels(column, previous, &gone, server.dialect);
    }
    if canonical_column_type(previous, server.dialect) == canonical_column_type(next, server.dialect) {
        return Misfit::Never;
    }
    match (Family::of(previous), Family::of(next)) {
        (Family::List, Family::List) => list(column, previous, next, server),
        (Family::Text, Family::Text) => Misfit::too_long_or_large(too_long(column, previous, next, server.dialect)),
        (Family::Bytes, Family::Bytes) => {
            Misfit::too_long_or_large(too_many_bytes(column, previous, next, server.dialect))
        }
        (Family::Number, Family::Number) => {
            Misfit::too_long_or_large(range::beyond(column, Some(previous), next, server.dialect))
        }
        (Family::Bits, Family::Bits) => Misfit::too_long_or_large(too_many_bits(column, next, server.dialect)),
        // A point in time keeps its date, a date gets a time.
        (Family::Date, Family::Date) => Misfit::Never,
        (from, to) => cast::misfit(column, (previous, from), (next, to), server),
    }
}

/// Rows that hold one of the labels, in a column or in a list.
pub(super) fn labels(column: &str, column_type: &ColumnType, gone: &[String], dialect: Dialect) -> Misfit {
    if gone.is_empty() {
        return Misfit::Never;
    }
    let list = gone.iter().map(|label| string(label, dialect)).collect::<Vec<_>>().join(", ");
    let condition = match (dialect, column_type) {
        (Dialect::Sqlite, _) => return Misfit::Never,
        (Dialect::Postgres, ColumnType::Array(_)) => format!("CAST({column} AS text[]) && ARRAY[{list}]::text[]"),
        (Dialect::Postgres, _) => format!("CAST({column} AS text) IN ({list})"),
        (Dialect::MySql | Dialect::MariaDb, _) => format!("{column} IN ({list})"),
    };
    Misfit::Where { code: HazardCode::D08, condition, certain: true }
}

/// PostgreSQL: a list is in the way if one of its members is.
fn list(column: &str, previous: &ColumnType, next: &ColumnType, server: &Server) -> Misfit {
    let (ColumnType::Array(previous), ColumnType::Array(next)) = (previous, next) else { return Misfit::Never };
    match misfit("limbeck_member", previous, next, server) {
        Misfit::Where { code, condition, certain } => Misfit::Where {
            code,
            condition: format!("EXISTS (SELECT 1 FROM unnest({column}) AS limbeck_member WHERE {condition})"),
            certain,
        },
        other => other,
    }
}

/// Spaces at the end are cut without an error (PostgreSQL manual, section 8.3; MySQL 8.0 manual, section 11.3.2).
fn too_long(column: &str, previous: &ColumnType, next: &ColumnType, dialect: Dialect) -> Option<String> {
    let limit = characters(next, dialect)?;
    if characters(previous, dialect).is_some_and(|longest| longest <= limit) {
        return None;
    }
    Some(format!("char_length(rtrim({column})) > {limit}"))
}

/// How many characters a type takes; `None` if there is no limit that a row could be beyond.
pub(super) fn characters(column_type: &ColumnType, dialect: Dialect) -> Option<u32> {
    // What MySQL and MariaDB make of a string without a length.
    const UNSAID: u32 = 255;
    match column_type {
        ColumnType::Char(length) => Some(length.unwrap_or(1)),
        ColumnType::String(StringLength::N(length)) => Some(*length),
        ColumnType::String(StringLength::None) if dialect.is_mysql_like() => Some(UNSAID),
        _ => None,
    }
}

fn too_many_bytes(column: &str, previous: &ColumnType, next: &ColumnType, dialect: Dialect) -> Option<String> {
    let limit = octets(next, dialect)?;
    let fits = octets(previous, dialect).is_some_and(|longest| longest <= limit);
    (!fits).then(|| format!("octet_length({column}) > {limit}"))
}

/// How many bytes a type takes; PostgreSQL's `bytea` has no length.
fn octets(column_type: &ColumnType, dialect: Dialect) -> Option<u32> {
    const UNSAID: u32 = 255;
    const BLOB: u32 = 65_535;
    match column_type {
        _ if !dialect.is_mysql_like() => None,
        ColumnType::Binary(length) | ColumnType::VarBinary(StringLength::N(length)) => Some(*length),
        ColumnType::VarBinary(StringLength::None) => Some(UNSAID),
        ColumnType::Blob => Some(BLOB),
        _ => None,
    }
}

/// PostgreSQL takes bits of a fixed length only if there are just so many; MySQL and MariaDB take any that fit.
fn too_many_bits(column: &str, next: &ColumnType, dialect: Dialect) -> Option<String> {
    let (length, fixed) = match next {
        ColumnType::Bit(length) => (length.unwrap_or(1), true),
        ColumnType::VarBit(length) => (*length, false),
        _ => return None,
    };
    Some(match dialect {
        Dialect::MySql | Dialect::MariaDb => format!("({column} >> {length}) <> 0"),
        Dialect::Sqlite | Dialect::Postgres if fixed => format!("length({column}) <> {length}"),
        Dialect::Sqlite | Dialect::Postgres => format!("length({column}) > {length}"),
    })
}

/// Types whose values are taken for each other without a conversion, if they fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Text,
    Number,
    Boolean,
    Date,
    Time,
    Bytes,
    Bits,
    Uuid,
    Json,
    Enumeration,
    List,
    Other,
}

impl Family {
    fn of(column_type: &ColumnType) -> Self {
        use ColumnType as T;
        match column_type {
            T::Char(_) | T::String(_) | T::Text => Self::Text,
            T::Float | T::Double | T::Decimal(_) | T::Money(_) => Self::Number,
            number if number.is_integer() => Self::Number,
            T::Boolean => Self::Boolean,
            T::DateTime | T::Timestamp | T::TimestampWithTimeZone | T::Date => Self::Date,
            T::Time => Self::Time,
            T::Binary(_) | T::VarBinary(_) | T::Blob => Self::Bytes,
            T::Bit(_) | T::VarBit(_) => Self::Bits,
            T::Uuid => Self::Uuid,
            T::Json | T::JsonBinary => Self::Json,
            T::Enum(_) => Self::Enumeration,
            T::Array(_) => Self::List,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests;
