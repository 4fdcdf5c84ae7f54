//! The types of other crates that SeaORM gives a column type to, by the crate they come from. Sources: `sea_orm::entity::prelude` and the
//! `ValueType` implementations of sea-query 1.0.2 and sea-orm 2.0.4.

use limbeck_schema::{ColumnType, StringLength};

/// What a type of another crate is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// It has this column type.
    Is(ColumnType),
    /// A list: of bytes, or of other things.
    Vec,
    /// What its argument is.
    Option,
}

/// The type that a path of another crate names; the crate may be reached through re-exports of any depth, so the last segment that is a
/// crate with such a type counts. A bare name is a primitive, one of the standard library's, or SeaORM's prelude's.
pub(crate) fn known(path: &[String], has_arguments: bool) -> Option<Known> {
    let (name, owners) = path.split_last()?;
    if owners.is_empty() {
        return primitive(name).or_else(|| standard(name)).or_else(|| prelude(name, has_arguments));
    }
    (0..owners.len()).rev().find_map(|at| {
        // `time` and `uuid` are names that a module may have too: they count where the path begins, or behind a crate that re-exports them.
        let sure = at == 0 || owners[..at].iter().any(|outer| matches!(outer.as_str(), "sea_orm" | "sqlx"));
        let owner = owners[at].as_str();
        if sure || !matches!(owner, "time" | "uuid") { in_crate(owner, name, has_arguments) } else { None }
    })
}

/// Whether SeaORM's prelude has a type of this name.
pub(crate) fn is_in_prelude(name: &str) -> bool {
    prelude(name, false).is_some()
}

/// Whether a path leads into SeaORM, whose globs are preludes.
pub(crate) fn is_sea_orm(path: &[String]) -> bool {
    path.iter().any(|segment| segment == "sea_orm")
}

fn in_crate(owner: &str, name: &str, has_arguments: bool) -> Option<Known> {
    use ColumnType as T;
    let found = match owner {
        "std" | "core" | "alloc" => return standard(name).or_else(|| primitive(name)),
        "sea_orm" => return prelude(name, has_arguments),
        "chrono" => match name {
            "NaiveDate" => T::Date,
            "NaiveTime" => T::Time,
            "NaiveDateTime" => T::DateTime,
            "DateTime" => T::TimestampWithTimeZone,
            _ => return None,
        },
        "time" => match name {
            "Date" => T::Date,
            "Time" => T::Time,
            "PrimitiveDateTime" => T::DateTime,
            "OffsetDateTime" => T::TimestampWithTimeZone,
            _ => return None,
        },
        "uuid" => match name {
            "Uuid" | "Hyphenated" | "Simple" | "Urn" | "Braced" => T::Uuid,
            _ => return None,
        },
        "serde_json" if name == "Value" => T::Json,
        "rust_decimal" if name == "Decimal" => T::Decimal(None),
        "bigdecimal" if name == "BigDecimal" => T::Decimal(None),
        "ipnetwork" if name == "IpNetwork" => T::Inet,
        "mac_address" if name == "MacAddress" => T::MacAddr,
        "pgvector" if name == "Vector" => T::Vector(None),
        // sqlx's re-exports of the same crates.
        "sqlx" => match name {
            "Uuid" => T::Uuid,
            "Decimal" | "BigDecimal" => T::Decimal(None),
            "JsonValue" => T::Json,
            _ => return None,
        },
        _ => return None,
    };
    Some(Known::Is(found))
}

fn primitive(name: &str) -> Option<Known> {
    use ColumnType as T;
    Some(Known::Is(match name {
        "bool" => T::Boolean,
        "i8" => T::TinyInteger,
        "i16" => T::SmallInteger,
        "i32" => T::Integer,
        "i64" => T::BigInteger,
        "u8" => T::TinyUnsigned,
        "u16" => T::SmallUnsigned,
        "u32" => T::Unsigned,
        "u64" => T::BigUnsigned,
        "f32" => T::Float,
        "f64" => T::Double,
        "char" => T::Char(None),
        _ => return None,
    }))
}

fn standard(name: &str) -> Option<Known> {
    Some(match name {
        "String" | "Cow" => Known::Is(ColumnType::string()),
        "Vec" => Known::Vec,
        "Option" => Known::Option,
        _ => return None,
    })
}

fn prelude(name: &str, has_arguments: bool) -> Option<Known> {
    use ColumnType as T;
    Some(Known::Is(match name {
        "Json" | "JsonValue" => T::Json,
        "Date" | "ChronoDate" | "TimeDate" => T::Date,
        "Time" | "ChronoTime" | "TimeTime" => T::Time,
        // The prelude's takes no arguments; with some it is chrono's generic one.
        "DateTime" if has_arguments => T::TimestampWithTimeZone,
        "DateTime" | "ChronoDateTime" | "TimeDateTime" => T::DateTime,
        "DateTimeWithTimeZone" | "DateTimeUtc" | "DateTimeLocal" => T::TimestampWithTimeZone,
        "ChronoDateTimeWithTimeZone" | "ChronoDateTimeUtc" | "ChronoDateTimeLocal" => T::TimestampWithTimeZone,
        "TimeDateTimeWithTimeZone" => T::TimestampWithTimeZone,
        "ChronoUnixTimestamp" | "ChronoUnixTimestampMillis" => T::BigInteger,
        "TimeUnixTimestamp" | "TimeUnixTimestampMillis" => T::BigInteger,
        "Decimal" | "BigDecimal" => T::Decimal(None),
        "Uuid" => T::Uuid,
        "TextUuid" => T::String(StringLength::None),
        "PgVector" => T::Vector(None),
        "IpNetwork" => T::Inet,
        "MacAddress" => T::MacAddr,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_known_by_the_crate_they_come_from() {
        use ColumnType as T;
        for (path, arguments, expected) in [
            ("i64", false, Some(Known::Is(T::BigInteger))),
            ("u8", false, Some(Known::Is(T::TinyUnsigned))),
            ("String", false, Some(Known::Is(T::string()))),
            ("Vec", true, Some(Known::Vec)),
            ("prost::alloc::vec::Vec", true, Some(Known::Vec)),
            ("std::option::Option", true, Some(Known::Option)),
            ("std::borrow::Cow", true, Some(Known::Is(T::string()))),
            ("DateTime", false, Some(Known::Is(T::DateTime))),
            ("DateTime", true, Some(Known::Is(T::TimestampWithTimeZone))),
            ("chrono::DateTime", true, Some(Known::Is(T::TimestampWithTimeZone))),
            ("sea_orm::prelude::chrono::NaiveDateTime", false, Some(Known::Is(T::DateTime))),
            ("sea_orm::prelude::DateTime", false, Some(Known::Is(T::DateTime))),
            ("common::sea_orm::entity::prelude::DateTimeUtc", false, Some(Known::Is(T::TimestampWithTimeZone))),
            ("time::OffsetDateTime", false, Some(Known::Is(T::TimestampWithTimeZone))),
            ("time::Date", false, Some(Known::Is(T::Date))),
            ("uuid::Uuid", false, Some(Known::Is(T::Uuid))),
            ("uuid::fmt::Hyphenated", false, Some(Known::Is(T::Uuid))),
            ("serde_json::Value", false, Some(Known::Is(T::Json))),
            ("rust_decimal::Decimal", false, Some(Known::Is(T::Decimal(None)))),
            ("sea_orm::sqlx::types::chrono::NaiveDate", false, Some(Known::Is(T::Date))),
            ("std::time::Duration", false, None),
            ("sea_orm::sqlx::types::Uuid", false, Some(Known::Is(T::Uuid))),
            ("other::Uuid", false, None),
            ("entity::time::Date", false, None),
            ("i128", false, None),
        ] {
            let path: Vec<_> = path.split("::").map(str::to_owned).collect();
            assert_eq!(known(&path, arguments), expected, "{path:?}");
        }
    }
}
