//! A column type as SeaORM spells it.

use std::fmt;

use crate::{ColumnType, StringLength};

impl fmt::Display for ColumnType {
    /// `String(StringLen::N(64))`, `Decimal(Some((16, 4)))`: what `#[sea_orm(column_type = "..")]` takes. An enumeration is written with its name and
    /// labels, as `enum_name` and `string_value` state them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(variant(self))?;
        match self {
            Self::Char(value) | Self::Bit(value) | Self::Vector(value) => write!(f, "({value:?})"),
            Self::String(length) | Self::VarBinary(length) => write!(f, "({})", string_length(*length)),
            Self::Decimal(size) | Self::Money(size) => write!(f, "({size:?})"),
            Self::Interval(None, precision) => write!(f, "(None, {precision:?})"),
            Self::Interval(Some(fields), precision) => {
                write!(f, "(Some(PgInterval::{}), {precision:?})", camel(fields))
            }
            Self::Binary(length) | Self::VarBit(length) => write!(f, "({length})"),
            Self::Enum(enumeration) => write!(f, "({:?}, {:?})", enumeration.name.to_string(), enumeration.labels),
            Self::Array(member) => write!(f, "({member})"),
            Self::Custom(sql) => write!(f, "({sql:?})"),
            Self::Text
            | Self::TinyInteger
            | Self::SmallInteger
            | Self::Integer
            | Self::BigInteger
            | Self::TinyUnsigned
            | Self::SmallUnsigned
            | Self::Unsigned
            | Self::BigUnsigned
            | Self::Float
            | Self::Double
            | Self::DateTime
            | Self::Timestamp
            | Self::TimestampWithTimeZone
            | Self::Time
            | Self::Date
            | Self::Year
            | Self::Blob
            | Self::Boolean
            | Self::Json
            | Self::JsonBinary
            | Self::Uuid
            | Self::Cidr
            | Self::Inet
            | Self::MacAddr
            | Self::LTree => Ok(()),
        }
    }
}

/// The name of the variant, which is SeaORM's.
const fn variant(column_type: &ColumnType) -> &'static str {
    use ColumnType as T;
    match column_type {
        T::Char(_) => "Char",
        T::String(_) => "String",
        T::Text => "Text",
        T::TinyInteger => "TinyInteger",
        T::SmallInteger => "SmallInteger",
        T::Integer => "Integer",
        T::BigInteger => "BigInteger",
        T::TinyUnsigned => "TinyUnsigned",
        T::SmallUnsigned => "SmallUnsigned",
        T::Unsigned => "Unsigned",
        T::BigUnsigned => "BigUnsigned",
        T::Float => "Float",
        T::Double => "Double",
        T::Decimal(_) => "Decimal",
        T::Money(_) => "Money",
        T::DateTime => "DateTime",
        T::Timestamp => "Timestamp",
        T::TimestampWithTimeZone => "TimestampWithTimeZone",
        T::Time => "Time",
        T::Date => "Date",
        T::Year => "Year",
        T::Interval(..) => "Interval",
        T::Binary(_) => "Binary",
        T::VarBinary(_) => "VarBinary",
        T::Blob => "Blob",
        T::Bit(_) => "Bit",
        T::VarBit(_) => "VarBit",
        T::Boolean => "Boolean",
        T::Json => "Json",
        T::JsonBinary => "JsonBinary",
        T::Uuid => "Uuid",
        T::Enum(_) => "Enum",
        T::Array(_) => "Array",
        T::Vector(_) => "Vector",
        T::Cidr => "Cidr",
        T::Inet => "Inet",
        T::MacAddr => "MacAddr",
        T::LTree => "LTree",
        T::Custom(_) => "Custom",
    }
}

fn string_length(length: StringLength) -> String {
    match length {
        StringLength::None => "StringLen::None".to_owned(),
        StringLength::N(length) => format!("StringLen::N({length})"),
        StringLength::Max => "StringLen::Max".to_owned(),
    }
}

/// `DAY TO SECOND` as `DayToSecond`.
fn camel(fields: &str) -> String {
    let words = fields.split_whitespace().map(|word| {
        let mut rest = word.chars();
        let first = rest.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(rest.map(|c| c.to_ascii_lowercase())).collect::<String>()
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Enumeration;

    #[test]
    fn types_are_spelt_as_seaorm_spells_them() {
        use ColumnType as T;
        for (column_type, expected) in [
            (T::Integer, "Integer"),
            (T::TimestampWithTimeZone, "TimestampWithTimeZone"),
            (T::Char(None), "Char(None)"),
            (T::char_len(36), "Char(Some(36))"),
            (T::string(), "String(StringLen::None)"),
            (T::string_len(64), "String(StringLen::N(64))"),
            (T::VarBinary(StringLength::Max), "VarBinary(StringLen::Max)"),
            (T::Decimal(None), "Decimal(None)"),
            (T::decimal_len(16, 4), "Decimal(Some((16, 4)))"),
            (T::Binary(16), "Binary(16)"),
            (T::Bit(Some(4)), "Bit(Some(4))"),
            (T::VarBit(4), "VarBit(4)"),
            (T::Interval(None, None), "Interval(None, None)"),
            (T::Interval(Some("DAY TO SECOND".into()), Some(3)), "Interval(Some(PgInterval::DayToSecond), Some(3))"),
            (T::Array(Box::new(T::string())), "Array(String(StringLen::None))"),
            (T::Vector(Some(3)), "Vector(Some(3))"),
            (T::custom("citext"), "Custom(\"citext\")"),
            (T::Enum(Enumeration::new("mood", ["a", "b\"c"])), "Enum(\"mood\", [\"a\", \"b\\\"c\"])"),
        ] {
            assert_eq!(column_type.to_string(), expected);
        }
    }
}
