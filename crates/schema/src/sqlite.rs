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
