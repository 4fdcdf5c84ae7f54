use limbeck_schema::{ColumnType, Enumeration, StringLength};
use sea_orm::sea_query::{ColumnType as Theirs, PgInterval, StringLen};

use crate::spec;

/// SeaORM's type as Limbeck's; of all of them, so that a new one ends the test.
pub(super) fn column_type(of: &Theirs) -> ColumnType {
    match of {
        Theirs::Char(length) => ColumnType::Char(*length),
        Theirs::String(length) => ColumnType::String(string_length(length)),
        Theirs::Text => ColumnType::Text,
        Theirs::Blob => ColumnType::Blob,
        Theirs::TinyInteger => ColumnType::TinyInteger,
        Theirs::SmallInteger => ColumnType::SmallInteger,
        Theirs::Integer => ColumnType::Integer,
        Theirs::BigInteger => ColumnType::BigInteger,
        Theirs::TinyUnsigned => ColumnType::TinyUnsigned,
        Theirs::SmallUnsigned => ColumnType::SmallUnsigned,
        Theirs::Unsigned => ColumnType::Unsigned,
        Theirs::BigUnsigned => ColumnType::BigUnsigned,
        Theirs::Float => ColumnType::Float,
        Theirs::Double => ColumnType::Double,
        Theirs::Decimal(digits) => ColumnType::Decimal(*digits),
        Theirs::DateTime => ColumnType::DateTime,
        Theirs::Timestamp => ColumnType::Timestamp,
        Theirs::TimestampWithTimeZone => ColumnType::TimestampWithTimeZone,
        Theirs::Time => ColumnType::Time,
        Theirs::Date => ColumnType::Date,
        Theirs::Year => ColumnType::Year,
        Theirs::Interval(fields, precision) => ColumnType::Interval(fields.as_ref().map(interval), *precision),
        Theirs::Binary(length) => ColumnType::Binary(*length),
        Theirs::VarBinary(length) => ColumnType::VarBinary(string_length(length)),
        Theirs::Bit(length) => ColumnType::Bit(*length),
        Theirs::VarBit(length) => ColumnType::VarBit(*length),
        Theirs::Boolean => ColumnType::Boolean,
        Theirs::Money(digits) => ColumnType::Money(*digits),
        Theirs::Json => ColumnType::Json,
        Theirs::JsonBinary => ColumnType::JsonBinary,
        Theirs::Uuid => ColumnType::Uuid,
        Theirs::Custom(name) => ColumnType::Custom(spec::iden(name)),
        Theirs::Enum { name, variants } => {
            ColumnType::Enum(Enumeration::new(spec::iden(name), variants.iter().map(spec::iden)))
        }
        Theirs::Array(member) => ColumnType::Array(Box::new(column_type(member))),
        Theirs::Vector(length) => ColumnType::Vector(*length),
        Theirs::Cidr => ColumnType::Cidr,
        Theirs::Inet => ColumnType::Inet,
        Theirs::MacAddr => ColumnType::MacAddr,
        Theirs::LTree => ColumnType::LTree,
        other => panic!("{other:?} is new"),
    }
}

fn string_length(length: &StringLen) -> StringLength {
    match length {
        StringLen::N(length) => StringLength::N(*length),
        StringLen::Max => StringLength::Max,
        StringLen::None => StringLength::None,
    }
}

fn interval(fields: &PgInterval) -> String {
    fields.to_string()
}
