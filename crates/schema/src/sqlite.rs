//! SQLite: declared types are text; only their affinity counts.

use crate::{ColumnType, StringLength};

/// The declared type (sea-query 1.0.2, `backend/sqlite/table.rs`); `None` where SQLite has none.
pub(crate) fn lower(column_type: &ColumnType) -> Option<String> {
    use ColumnType as T;
    let text = match column_type {
        T::Char(None) => "char".to_owned(),
        T::Char(Some(n)) => format!("char({n})"),
        T::String(StringLength::N(n)) => format!("varchar({n})"),
        T::String(StringLength::None | StringLength::Max) => "varchar".to_owned(),
        T::Text => "text".to_owned(),
        T::TinyInteger | T::TinyUnsigned => "tinyint".to_owned(),
        T::SmallInteger | T::SmallUnsigned => "smallint".to_owned(),
        T::Integer | T::Unsigned | T::BigInteger | T::BigUnsigned => "integer".to_owned(),
        T::Float => "float".to_owned(),
        T::Double => "double".to_owned(),
        T::Decimal(None) => "real_decimal".to_owned(),
        T::Money(None) => "real_money".to_owned(),
        T::Decimal(Some((p, s))) | T::Money(Some((p, s))) => format!("real({p}, {s})"),
        T::DateTime => "datetime_text".to_owned(),
        T::Timestamp => "timestamp_text".to_owned(),
        T::TimestampWithTimeZone => "timestamp_with_timezone_text".to_owned(),
        T::Time => "time_text".to_owned(),
        T::Date => "date_text".to_owned(),
        T::Binary(n) => format!("blob({n})"),
        T::VarBinary(StringLength::N(n)) => format!("varbinary_blob({n})"),
        T::VarBinary(StringLength::None | StringLength::Max) => "varbinary_blob".to_owned(),
        T::Blob => "blob".to_owned(),
        T::Boolean => "boolean".to_owned(),
        T::Json => "json_text".to_owned(),
        T::JsonBinary => "jsonb_text".to_owned(),
        T::Uuid => "uuid_text".to_owned(),
        T::Enum(_) => "enum_text".to_owned(),
        T::Custom(sql) => sql.clone(),
        T::Year
        | T::Interval(..)
        | T::Bit(_)
        | T::VarBit(_)
        | T::Array(_)
        | T::Vector(_)
        | T::Cidr
        | T::Inet
        | T::MacAddr
        | T::LTree => return None,
    };
    Some(text)
}

/// The affinity of a declared type (datatype3.html, section 3.1).
pub(crate) fn affinity(declared: &str) -> &'static str {
    let declared = declared.to_ascii_lowercase();
    let has = |word: &str| declared.contains(word);
    if has("int") {
        "INTEGER"
    } else if has("char") || has("clob") || has("text") {
        "TEXT"
    } else if has("blob") || declared.is_empty() {
        "BLOB"
    } else if has("real") || has("floa") || has("doub") {
        "REAL"
    } else {
        "NUMERIC"
    }
}

/// What a declared type means, with its stated length. Where its words mean nothing more, the affinity.
///
/// Integers have no width, floating point numbers no size: SQLite keeps each value as wide as it has to be (datatype3.html, section 2).
pub(crate) fn canonical(declared: &str) -> String {
    let (name, arguments) = split(declared);
    let class = class(&name, declared, !arguments.is_empty());
    if arguments.is_empty() || !matches!(class, "TEXT" | "BLOB" | "DECIMAL") {
        return class.to_owned();
    }
    let list = arguments.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
    format!("{class}({list})")
}

/// `name` is the declared type without its arguments, in lower case. SeaORM's names end in what they are kept as (`json_text`).
fn class(name: &str, declared: &str, has_arguments: bool) -> &'static str {
    match name.split([' ', '_']).next().unwrap_or_default() {
        "date" => "DATE",
        "time" => "TIME",
        "datetime" | "timestamp" | "timestamptz" => "TIMESTAMP",
        "json" | "jsonb" => "JSON",
        "uuid" => "UUID",
        "bool" | "boolean" => "BOOLEAN",
        "decimal" | "numeric" | "money" => "DECIMAL",
        "real" if has_arguments || name.contains('_') => "DECIMAL",
        _ => affinity(declared),
    }
}

/// Whether values of both declared types are kept alike, so that one may be said for the other: tables made by hand say `text` for dates,
/// JSON and UUIDs, and `integer` for booleans.
pub(crate) fn is_kept_alike(one: &str, other: &str) -> bool {
    let other = kept_as(other);
    kept_as(one).iter().any(|storage| other.contains(storage))
}

fn kept_as(declared: &str) -> &'static [&'static str] {
    let (name, arguments) = split(declared);
    match class(&name, declared, !arguments.is_empty()) {
        "DATE" | "TIME" | "TIMESTAMP" | "JSON" | "TEXT" => &["TEXT"],
        "UUID" => &["TEXT", "BLOB"],
        "BOOLEAN" => &["INTEGER", "NUMERIC"],
        "DECIMAL" => &["REAL", "NUMERIC"],
        "INTEGER" => &["INTEGER"],
        "REAL" => &["REAL"],
        "BLOB" => &["BLOB"],
        _ => &["NUMERIC"],
    }
}

/// The type that SeaORM would have declared in these words.
pub(crate) fn raise(declared: &str) -> ColumnType {
    use ColumnType as T;
    let (name, arguments) = split(declared);
    match (name.as_str(), arguments.as_slice()) {
        ("char", []) => T::Char(None),
        ("char", [n]) => T::Char(Some(*n)),
        ("varchar", []) => T::String(StringLength::None),
        ("varchar", [n]) => T::String(StringLength::N(*n)),
        ("text", []) => T::Text,
        ("tinyint", []) => T::TinyInteger,
        ("smallint", []) => T::SmallInteger,
        // SeaORM's generator reads every integer as `i64`.
        ("integer", []) => T::BigInteger,
        ("float", []) => T::Float,
        ("double", []) => T::Double,
        ("real_decimal", []) => T::Decimal(None),
        ("real_money", []) => T::Money(None),
        ("real", [p, s]) => T::Decimal(Some((*p, *s))),
        ("datetime_text", []) => T::DateTime,
        ("timestamp_text", []) => T::Timestamp,
        ("timestamp_with_timezone_text", []) => T::TimestampWithTimeZone,
        ("time_text", []) => T::Time,
        ("date_text", []) => T::Date,
        ("blob", []) => T::Blob,
        ("blob", [n]) => T::Binary(*n),
        ("varbinary_blob", []) => T::VarBinary(StringLength::None),
        ("varbinary_blob", [n]) => T::VarBinary(StringLength::N(*n)),
        ("boolean", []) => T::Boolean,
        ("json_text", []) => T::Json,
        ("jsonb_text", []) => T::JsonBinary,
        ("uuid_text", []) => T::Uuid,
        _ => T::Custom(declared.to_owned()),
    }
}

/// `varchar(12)` as `varchar` and `[12]`.
pub(crate) fn split(declared: &str) -> (String, Vec<u32>) {
    let lower = declared.trim().to_lowercase();
    let Some((name, rest)) = lower.split_once('(') else {
        return (lower, Vec::new());
    };
    let arguments: Option<Vec<u32>> =
        rest.strip_suffix(')').and_then(|list| list.split(',').map(|argument| argument.trim().parse().ok()).collect());
    match arguments {
        Some(arguments) => (name.trim_end().to_owned(), arguments),
        None => (lower, Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_type_means_is_its_class_and_length() {
        for (declared, expected) in [
            ("integer", "INTEGER"),
            ("bigint(20)", "INTEGER"),
            ("varchar(64)", "TEXT(64)"),
            ("VARCHAR", "TEXT"),
            ("enum_text", "TEXT"),
            ("datetime", "TIMESTAMP"),
            ("timestamp_with_timezone_text", "TIMESTAMP"),
            ("timestamp(6)", "TIMESTAMP"),
            ("date_text", "DATE"),
            ("json", "JSON"),
            ("uuid_text", "UUID"),
            ("numeric(10, 5)", "DECIMAL(10,5)"),
            ("real(10, 5)", "DECIMAL(10,5)"),
            ("real_decimal", "DECIMAL"),
            ("double", "REAL"),
            ("REAL", "REAL"),
            ("bool", "BOOLEAN"),
            ("varbinary_blob(16)", "BLOB(16)"),
            ("whatever", "NUMERIC"),
        ] {
            assert_eq!(canonical(declared), expected, "{declared}");
        }
    }

    #[test]
    fn handmade_tables_say_the_same_in_other_words() {
        for (one, other, expected) in [
            ("timestamp_with_timezone_text", "text", true),
            ("uuid_text", "blob", true),
            ("uuid_text", "char(36)", true),
            ("boolean", "integer", true),
            ("real(10, 5)", "double", true),
            ("varchar(64)", "text", true),
            ("bigint", "smallint", true),
            ("integer", "text", false),
            ("blob", "text", false),
            ("timestamp_text", "integer", false),
        ] {
            assert_eq!(is_kept_alike(one, other), expected, "{one}, {other}");
            assert_eq!(is_kept_alike(other, one), expected, "{other}, {one}");
        }
    }

    #[test]
    fn affinities_follow_the_manual() {
        for (declared, expected) in [
            ("integer", "INTEGER"),
            ("enum_text", "TEXT"),
            ("varbinary_blob", "BLOB"),
            ("", "BLOB"),
            ("real(12, 2)", "REAL"),
            ("boolean", "NUMERIC"),
            ("decimal(10,5)", "NUMERIC"),
            ("CHARINT", "INTEGER"),
        ] {
            assert_eq!(affinity(declared), expected, "{declared}");
        }
    }
}
