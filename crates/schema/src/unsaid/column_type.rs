use crate::{ColumnType, Dialect, StringLength};

/// Takes `known` where `wanted` is a type that leaves its length, precision or kind open and `known` is one of those it may mean.
pub(super) fn fill_type(wanted: &mut ColumnType, known: &ColumnType, dialect: Dialect) {
    if let (ColumnType::Array(wanted), ColumnType::Array(known)) = (&mut *wanted, known) {
        // No entity has a word for the kind of JSON in a list.
        if leaves_open(wanted, known, dialect) || is_json_of_a_kind(wanted, known) {
            wanted.clone_from(known);
        }
    } else if leaves_open(wanted, known, dialect) {
        *wanted = known.clone();
    }
}

fn is_json_of_a_kind(wanted: &ColumnType, known: &ColumnType) -> bool {
    *wanted == ColumnType::Json && *known == ColumnType::JsonBinary
}

/// Whether an entity of SeaORM that says `wanted` may mean a column of `known`. The pairs are those that its generator (2.0.4) makes out of
/// the columns of a database.
fn leaves_open(wanted: &ColumnType, known: &ColumnType, dialect: Dialect) -> bool {
    use ColumnType as T;
    match (wanted, known) {
        // A bare `String` is what SeaORM's generator writes for every kind of character type, and for types that it knows as text only.
        (
            T::String(StringLength::None),
            T::String(_) | T::Text | T::Char(_) | T::Interval(..) | T::MacAddr | T::LTree,
        ) => true,
        (T::Char(None), T::Char(_)) => true,
        (T::VarBinary(StringLength::None), T::VarBinary(_) | T::Binary(_) | T::Blob | T::Bit(_) | T::VarBit(_)) => true,
        // The generator's word for MySQL's `blob`.
        (T::Binary(255), T::Blob) => true,
        (T::Boolean, T::Bit(None | Some(1))) => true,
        (T::Integer, T::Year) => true,
        (T::Decimal(None), T::Decimal(_) | T::Money(_)) => true,
        (T::Money(None), T::Money(_)) => true,
        (T::Vector(None), T::Vector(_)) => true,
        (T::Bit(None), T::Bit(_)) => true,
        (T::Interval(None, None), T::Interval(..)) => true,
        // What MariaDB keeps JSON in; the check on it is another thing.
        (T::Custom(sql), T::Json) => dialect == Dialect::MariaDb && sql.eq_ignore_ascii_case("longtext"),
        (wanted, T::Custom(sql)) => may_be(wanted, &sql.to_lowercase()),
        _ => false,
    }
}

/// Whether an entity that says `wanted` may mean a type that no variant says, by its SQL text in small letters.
fn may_be(wanted: &ColumnType, sql: &str) -> bool {
    use ColumnType as T;
    let name = sql.split_once('(').map_or(sql, |(name, _)| name).trim();
    match wanted {
        T::String(StringLength::None) => ["text", "char", "clob", "interval"].iter().any(|word| sql.contains(word)),
        T::Interval(None, None) => name.starts_with("interval"),
        T::VarBinary(StringLength::None) => sql.contains("blob") || name == "bit varying",
        T::DateTime | T::Timestamp | T::TimestampWithTimeZone | T::Time => is_time_with_precision(wanted, sql),
        // Digits, and MySQL's attributes of numbers, for which no entity has a word.
        T::Float => name == "float" || sql == "float unsigned",
        T::Double => name == "double" || sql == "double unsigned",
        T::Decimal(None) => name == "decimal",
        T::Decimal(Some((precision, scale))) => sql.starts_with(&format!("decimal({precision},{scale}) unsigned")),
        T::TinyUnsigned => name == "tinyint" && sql.ends_with("zerofill"),
        T::SmallUnsigned => name == "smallint" && sql.ends_with("zerofill"),
        T::Unsigned => name == "int" && sql.ends_with("zerofill"),
        T::BigUnsigned => name == "bigint" && sql.ends_with("zerofill"),
        _ => false,
    }
}

/// `datetime(6)`, `timestamp(3) with time zone`: the same type with a precision, which no entity can say; nor can it say that a time of day has a zone.
fn is_time_with_precision(wanted: &ColumnType, sql: &str) -> bool {
    let zoned_time = sql == "time with time zone" || sql == "timetz" || sql.starts_with("timetz(");
    let Some((name, rest)) = sql.split_once('(') else {
        return *wanted == ColumnType::Time && zoned_time;
    };
    let zone = rest.contains("with time zone");
    match wanted {
        ColumnType::DateTime => (name == "datetime" || name == "timestamp") && !zone,
        ColumnType::Timestamp => name == "timestamp" && !zone,
        ColumnType::TimestampWithTimeZone => name == "timestamp" && (zone || rest.ends_with(')')),
        ColumnType::Time => name == "time" || zoned_time,
        _ => false,
    }
}

/// Whether a default or collation of a column of one type makes sense for the other. A type by its SQL text may be anything.
pub(super) fn is_same_family(one: &ColumnType, other: &ColumnType) -> bool {
    match (family(one), family(other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

#[derive(PartialEq, Eq)]
enum Family {
    Text,
    Number,
    Boolean,
    DateTime,
    Date,
    Time,
    Bytes,
    Json,
    List,
    Other(ColumnType),
}

fn family(column_type: &ColumnType) -> Option<Family> {
    use ColumnType as T;
    let family = match column_type {
        T::Custom(_) => return None,
        T::Char(_) | T::String(_) | T::Text | T::Enum(_) => Family::Text,
        T::TinyInteger
        | T::SmallInteger
        | T::Integer
        | T::BigInteger
        | T::TinyUnsigned
        | T::SmallUnsigned
        | T::Unsigned
        | T::BigUnsigned
        | T::Float
        | T::Double
        | T::Decimal(_)
        | T::Money(_)
        | T::Year => Family::Number,
        T::Boolean => Family::Boolean,
        T::DateTime | T::Timestamp | T::TimestampWithTimeZone => Family::DateTime,
        T::Date => Family::Date,
        T::Time => Family::Time,
        T::Binary(_) | T::VarBinary(_) | T::Blob => Family::Bytes,
        T::Json | T::JsonBinary => Family::Json,
        T::Interval(..) => Family::Other(T::Interval(None, None)),
        T::Bit(_) | T::VarBit(_) => Family::Other(T::Bit(None)),
        T::Vector(_) => Family::Other(T::Vector(None)),
        T::Array(_) => Family::List,
        T::Uuid | T::Cidr | T::Inet | T::MacAddr | T::LTree => Family::Other(column_type.clone()),
    };
    Some(family)
}
