//! What MySQL and MariaDB write alike. How each spells it back is in `mysql` and `mariadb`.

use crate::{ColumnType, Enumeration, ObjectName, StringLength, sql_text, sqlite::split};

/// The type as CREATE TABLE writes it (sea-query 1.0.2, `backend/mysql/table.rs`), enum labels escaped; `None` where there is none.
pub(crate) fn lower(column_type: &ColumnType) -> Option<String> {
    use ColumnType as T;
    let text = match column_type {
        T::Char(None) => "char(1)".to_owned(),
        T::Char(Some(n)) => format!("char({n})"),
        T::String(StringLength::N(n)) => format!("varchar({n})"),
        T::String(StringLength::None) => "varchar(255)".to_owned(),
        // SeaORM writes varchar(65535), which no row of utf8mb4 can hold; the longest that fits leaves no room for another column.
        T::String(StringLength::Max) => "longtext".to_owned(),
        T::Text => "text".to_owned(),
        T::TinyInteger => "tinyint".to_owned(),
        T::SmallInteger => "smallint".to_owned(),
        T::Integer => "int".to_owned(),
        T::BigInteger => "bigint".to_owned(),
        T::TinyUnsigned => "tinyint unsigned".to_owned(),
        T::SmallUnsigned => "smallint unsigned".to_owned(),
        T::Unsigned => "int unsigned".to_owned(),
        T::BigUnsigned => "bigint unsigned".to_owned(),
        T::Float => "float".to_owned(),
        T::Double => "double".to_owned(),
        T::Decimal(None) | T::Money(None) => "decimal(10,0)".to_owned(),
        T::Decimal(Some((p, s))) | T::Money(Some((p, s))) => format!("decimal({p},{s})"),
        T::DateTime => "datetime".to_owned(),
        T::Timestamp | T::TimestampWithTimeZone => "timestamp".to_owned(),
        T::Time => "time".to_owned(),
        T::Date => "date".to_owned(),
        T::Year => "year".to_owned(),
        T::Binary(n) => format!("binary({n})"),
        T::VarBinary(StringLength::N(n)) => format!("varbinary({n})"),
        T::VarBinary(StringLength::None) => "varbinary(255)".to_owned(),
        T::VarBinary(StringLength::Max) => "longblob".to_owned(),
        T::Blob => "blob".to_owned(),
        T::Bit(None) => "bit(1)".to_owned(),
        T::Bit(Some(n)) | T::VarBit(n) => format!("bit({n})"),
        T::Boolean => "tinyint(1)".to_owned(),
        T::Json | T::JsonBinary => "json".to_owned(),
        T::Uuid => "binary(16)".to_owned(),
        T::Enum(enumeration) => {
            let labels: Vec<_> = enumeration
                .labels
                .iter()
                .map(|label| format!("'{}'", label.replace('\\', "\\\\").replace('\'', "''")))
                .collect();
            format!("enum({})", labels.join(","))
        }
        T::Custom(sql) => sql.clone(),
        T::Interval(..) | T::Array(_) | T::Vector(_) | T::Cidr | T::Inet | T::MacAddr | T::LTree => return None,
    };
    Some(text)
}

/// What the catalog gives back of a text: its tables are utf8mb3 (MySQL manual, section 10.2.2; MariaDB too), and what is beyond comes back as `?`
/// (measured on 10.11), though a default fills in what was written.
pub(crate) fn as_cataloged(text: &str) -> String {
    text.chars().map(|c| if u32::from(c) > 0xFFFF { '?' } else { c }).collect()
}

/// A type's text with its synonyms and the display width of integers gone; `tinyint(1)` keeps its own, it means a boolean.
pub(crate) fn canonical(sql: &str) -> String {
    let trimmed = sql.trim();
    for name in ["enum", "set"] {
        if let Some(members) = members(name, trimmed) {
            let members: Vec<_> = members.iter().map(|member| format!("'{}'", member.replace('\'', "''"))).collect();
            return format!("{name}({})", members.join(","));
        }
    }
    let lower = trimmed.to_lowercase();
    let (base, unsigned) = match lower.strip_suffix(" unsigned") {
        Some(base) => (base, " unsigned"),
        None => (lower.as_str(), ""),
    };
    let (name, arguments) = split(base);
    let name = match name.as_str() {
        "integer" => "int",
        "bool" | "boolean" => return "tinyint(1)".to_owned(),
        "dec" | "numeric" | "fixed" => "decimal",
        "real" | "double precision" => "double",
        "character varying" => "varchar",
        "character" => "char",
        other => other,
    };
    let integer = matches!(name, "tinyint" | "smallint" | "mediumint" | "int" | "bigint");
    match (name, arguments.as_slice()) {
        ("tinyint", [1]) if unsigned.is_empty() => "tinyint(1)".to_owned(),
        ("year", _) => "year".to_owned(),
        _ if integer => format!("{name}{unsigned}"),
        ("decimal", []) => format!("decimal(10,0){unsigned}"),
        ("decimal", [p]) => format!("decimal({p},0){unsigned}"),
        ("char" | "binary" | "bit", []) => format!("{name}(1)"),
        (_, []) => format!("{name}{unsigned}"),
        (_, list) => {
            let list = list.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
            format!("{name}({list}){unsigned}")
        }
    }
}

/// The type that this canonical text is the lowered form of.
pub(crate) fn raise(canonical: &str) -> ColumnType {
    use ColumnType as T;
    if let Some(labels) = labels(canonical) {
        return T::Enum(Enumeration { name: ObjectName::bare(""), labels });
    }
    let (name, arguments) = split(canonical);
    match (name.as_str(), arguments.as_slice()) {
        ("char", [n]) => T::Char(Some(*n)),
        ("varchar", [n]) => T::String(StringLength::N(*n)),
        ("text", []) => T::Text,
        ("tinyint", [1]) => T::Boolean,
        ("tinyint", []) => T::TinyInteger,
        ("smallint", []) => T::SmallInteger,
        ("int", []) => T::Integer,
        ("bigint", []) => T::BigInteger,
        ("tinyint unsigned", []) => T::TinyUnsigned,
        ("smallint unsigned", []) => T::SmallUnsigned,
        ("int unsigned", []) => T::Unsigned,
        ("bigint unsigned", []) => T::BigUnsigned,
        ("float", []) => T::Float,
        ("double", []) => T::Double,
        ("decimal", [p, s]) => T::Decimal(Some((*p, *s))),
        ("datetime", []) => T::DateTime,
        ("timestamp", []) => T::Timestamp,
        ("time", []) => T::Time,
        ("date", []) => T::Date,
        ("year", []) => T::Year,
        ("binary", [16]) => T::Uuid,
        ("binary", [n]) => T::Binary(*n),
        ("varbinary", [n]) => T::VarBinary(StringLength::N(*n)),
        ("blob", []) => T::Blob,
        ("bit", [n]) => T::Bit(Some(*n)),
        ("json", []) => T::Json,
        _ => T::Custom(canonical.to_owned()),
    }
}

/// `current_timestamp(6)` without its precision where that is the column's, whose canonical type is `declared`. MySQL has no other (8.0 manual, section
/// 11.2.5); MariaDB cuts a finer one to the column's and keeps a coarser one, which gives other values (measured on 10.11).
pub(crate) fn without_precision<'a>(default: &'a str, declared: &str) -> &'a str {
    let (name, arguments) = split(default);
    let (_, of_column) = split(declared);
    let kept = of_column.first().copied().unwrap_or(0);
    match (name.as_str(), arguments.as_slice()) {
        ("current_timestamp", [stated]) if *stated >= kept => &default[..name.len()],
        _ => default,
    }
}

/// The labels of `enum('a','b')`, in their order.
fn labels(sql: &str) -> Option<Vec<String>> {
    members("enum", sql)
}

/// The strings of the type `name('a','b')`; blanks outside of them mean nothing.
fn members(name: &str, sql: &str) -> Option<Vec<String>> {
    let (_, rest) = sql.split_at_checked(name.len()).filter(|(first, _)| first.eq_ignore_ascii_case(name))?;
    let list = rest.trim_start().strip_prefix('(')?.strip_suffix(')')?;
    sql_text::pieces(list)
        .filter(|piece| !matches!(piece, sql_text::Piece::Other(",") | sql_text::Piece::Space(_)))
        .map(|piece| match piece {
            sql_text::Piece::Text(text) => sql_text::unquote_string(text),
            _ => None,
        })
        .collect()
}
