use crate::{ColumnType, StringLength};

/// Takes `known` where `wanted` is a type that leaves its length, precision or kind open and `known` is one of those it may mean.
pub(super) fn fill_type(wanted: &mut ColumnType, known: &ColumnType) {
    if let (ColumnType::Array(wanted), ColumnType::Array(known)) = (&mut *wanted, known) {
        fill_type(wanted, known);
    } else if leaves_open(wanted, known) {
        *wanted = known.clone();
    }
}

/// Whether an entity of SeaORM that says `wanted` may mean a column of `known`. The pairs are those that its generator (2.0.4) makes out of
/// the columns of a database.
fn leaves_open(wanted: &ColumnType, known: &ColumnType) -> bool {
    use ColumnType as T;
    match (wanted, known) {
        // A bare `String` is what SeaORM's generator writes for every kind of character type, and for types that it knows as text only.
        (
            T::String(StringLength::None),
            T::String(_) | T::Text | T::Char(_) | T::Interval(..) | T::MacAddr | T::LTree,
        ) => true,
        (T::String(StringLength::None), T::Custom(sql)) => is_text(sql),
        (T::Char(None), T::Char(_)) => true,
        (T::VarBinary(StringLength::None), T::VarBinary(_) | T::Binary(_) | T::Blob | T::VarBit(_)) => true,
        (T::VarBinary(StringLength::None), T::Custom(sql)) => sql.to_lowercase().contains("blob"),
        // The generator's word for MySQL's `blob`.
        (T::Binary(255), T::Blob) => true,
        (T::Boolean, T::Bit(None | Some(1))) => true,
        (T::Integer, T::Year) => true,
        (T::Decimal(None), T::Decimal(_) | T::Money(_)) => true,
        (T::Money(None), T::Money(_)) => true,
        (T::Vector(None), T::Vector(_)) => true,
        (T::Bit(None), T::Bit(_)) => true,
        (T::Interval(None, None), T::Interval(..)) => true,
        (T::DateTime | T::Timestamp | T::TimestampWithTimeZone | T::Time, T::Custom(sql)) => {
            is_time_with_precision(wanted, sql)
        }
        _ => false,
    }
}

fn is_text(sql: &str) -> bool {
    let sql = sql.to_lowercase();
    ["text", "char", "clob"].iter().any(|word| sql.contains(word))
}

/// `datetime(6)`, `timestamp(3) with time zone`: the same type with a precision, which no entity can say.
fn is_time_with_precision(wanted: &ColumnType, sql: &str) -> bool {
    let sql = sql.to_lowercase();
    let Some((name, rest)) = sql.split_once('(') else {
        return false;
    };
    let zone = rest.contains("with time zone");
    match wanted {
        ColumnType::DateTime => (name == "datetime" || name == "timestamp") && !zone,
        ColumnType::Timestamp => name == "timestamp" && !zone,
        ColumnType::TimestampWithTimeZone => name == "timestamp" && (zone || rest.ends_with(')')),
        ColumnType::Time => name == "time" && !zone,
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
