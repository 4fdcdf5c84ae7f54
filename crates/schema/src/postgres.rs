//! PostgreSQL: types in the spelling of `format_type`.

use crate::{ColumnType, StringLength, sql_text, sqlite::split};

/// The type in the words in which the catalog gives it back; `None` where PostgreSQL has none.
/// The classes of types that become one: SeaORM's mapping (sea-query 1.0.2, `backend/postgres/table.rs`).
pub(crate) fn lower(column_type: &ColumnType) -> Option<String> {
    use ColumnType as T;
    let text = match column_type {
        T::Char(None) => "character(1)".to_owned(),
        T::Char(Some(n)) => format!("character({n})"),
        T::String(StringLength::N(n)) => format!("character varying({n})"),
        T::String(StringLength::None | StringLength::Max) => "character varying".to_owned(),
        T::Text => "text".to_owned(),
        T::TinyInteger | T::TinyUnsigned | T::SmallInteger => "smallint".to_owned(),
        T::SmallUnsigned | T::Integer => "integer".to_owned(),
        T::Unsigned | T::BigInteger | T::BigUnsigned => "bigint".to_owned(),
        T::Float => "real".to_owned(),
        T::Double => "double precision".to_owned(),
        T::Decimal(None) => "numeric".to_owned(),
        T::Decimal(Some((p, s))) => format!("numeric({p},{s})"),
        // SeaORM writes `money(p, s)`, which PostgreSQL refuses; money has no precision.
        T::Money(_) => "money".to_owned(),
        T::DateTime | T::Timestamp => "timestamp without time zone".to_owned(),
        T::TimestampWithTimeZone => "timestamp with time zone".to_owned(),
        T::Time => "time without time zone".to_owned(),
        T::Date => "date".to_owned(),
        T::Interval(fields, precision) => {
            let fields = fields.as_ref().map(|fields| format!(" {}", fields.to_lowercase())).unwrap_or_default();
            let precision = precision.map(|precision| format!("({precision})")).unwrap_or_default();
            format!("interval{fields}{precision}")
        }
        T::Binary(_) | T::VarBinary(_) | T::Blob => "bytea".to_owned(),
        T::Bit(None) => "bit(1)".to_owned(),
        T::Bit(Some(n)) => format!("bit({n})"),
        T::VarBit(n) => format!("bit varying({n})"),
        T::Boolean => "boolean".to_owned(),
        T::Json => "json".to_owned(),
        T::JsonBinary => "jsonb".to_owned(),
        T::Uuid => "uuid".to_owned(),
        T::Enum(enumeration) => {
            let schema =
                enumeration.name.schema.as_ref().map(|schema| format!("{}.", quote(schema))).unwrap_or_default();
            format!("{schema}{}", quote(&enumeration.name.name))
        }
        T::Array(member) => format!("{}[]", lower(member)?),
        T::Vector(None) => "vector".to_owned(),
        T::Vector(Some(n)) => format!("vector({n})"),
        T::Cidr => "cidr".to_owned(),
        T::Inet => "inet".to_owned(),
        T::MacAddr => "macaddr".to_owned(),
        T::LTree => "ltree".to_owned(),
        T::Custom(sql) => sql.clone(),
        T::Year => return None,
    };
    Some(text)
}

fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Synonyms and the spelling that `format_type` uses for them (manual, table 8.1).
const SYNONYMS: [(&str, &str); 22] = [
    ("int2", "smallint"),
    ("int4", "integer"),
    ("int", "integer"),
    ("int8", "bigint"),
    ("float4", "real"),
    ("float8", "double precision"),
    ("float", "double precision"),
    ("bool", "boolean"),
    ("decimal", "numeric"),
    ("varchar", "character varying"),
    ("char", "character"),
    ("bpchar", "character"),
    ("varbit", "bit varying"),
    ("timestamptz", "timestamp with time zone"),
    ("timestamp", "timestamp without time zone"),
    ("timetz", "time with time zone"),
    ("time", "time without time zone"),
    ("serial", "integer"),
    ("serial4", "integer"),
    ("bigserial", "bigint"),
    ("serial8", "bigint"),
    ("smallserial", "smallint"),
];

/// A type's text with its synonyms resolved.
pub(crate) fn canonical(sql: &str) -> String {
    if let Some(member) = sql.trim().strip_suffix("[]") {
        return format!("{}[]", canonical(member));
    }
    if sql.contains('"') {
        return sql.trim().to_owned();
    }
    let (name, arguments) = split(sql);
    let known = SYNONYMS.iter().find(|(synonym, _)| *synonym == name).map_or(name.as_str(), |(_, known)| known);
    let list = arguments.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
    match (known, list.as_str()) {
        ("character", "") => "character(1)".to_owned(),
        ("bit", "") => "bit(1)".to_owned(),
        (_, "") => known.to_owned(),
        // A scale that is not said is 0 (manual, section 8.1.2).
        ("numeric", list) if arguments.len() == 1 => format!("numeric({list},0)"),
        // timestamp(3) is `timestamp(3) without time zone` in the catalog.
        (_, list) => match known.split_once(' ') {
            Some((first @ ("timestamp" | "time"), rest)) => format!("{first}({list}) {rest}"),
            _ => format!("{known}({list})"),
        },
    }
}

/// The type that `format_type` prints in these words.
pub(crate) fn raise(sql: &str) -> ColumnType {
    use ColumnType as T;
    if let Some(member) = sql.strip_suffix("[]") {
        return match raise(member) {
            T::Custom(_) => T::Custom(sql.to_owned()),
            member => T::Array(Box::new(member)),
        };
    }
    let (name, arguments) = split(sql);
    match (name.as_str(), arguments.as_slice()) {
        ("character", [n]) => T::Char(Some(*n)),
        ("character varying", []) => T::String(StringLength::None),
        ("character varying", [n]) => T::String(StringLength::N(*n)),
        ("text", []) => T::Text,
        ("smallint", []) => T::SmallInteger,
        ("integer", []) => T::Integer,
        ("bigint", []) => T::BigInteger,
        ("real", []) => T::Float,
        ("double precision", []) => T::Double,
        ("numeric", []) => T::Decimal(None),
        ("numeric", [p, s]) => T::Decimal(Some((*p, *s))),
        ("money", []) => T::Money(None),
        ("timestamp without time zone", []) => T::DateTime,
        ("timestamp with time zone", []) => T::TimestampWithTimeZone,
        ("time without time zone", []) => T::Time,
        ("date", []) => T::Date,
        ("interval", []) => T::Interval(None, None),
        ("bytea", []) => T::VarBinary(StringLength::None),
        ("bit", [n]) => T::Bit(Some(*n)),
        ("bit varying", [n]) => T::VarBit(*n),
        ("boolean", []) => T::Boolean,
        ("json", []) => T::Json,
        ("jsonb", []) => T::JsonBinary,
        ("uuid", []) => T::Uuid,
        ("vector", []) => T::Vector(None),
        ("vector", [n]) => T::Vector(Some(*n)),
        ("cidr", []) => T::Cidr,
        ("inet", []) => T::Inet,
        ("macaddr", []) => T::MacAddr,
        ("ltree", []) => T::LTree,
        _ => T::Custom(sql.to_owned()),
    }
}

/// A literal without the cast that the catalog hangs on it: `'new'::character varying` is `'new'`.
pub(crate) fn without_cast(text: &str) -> &str {
    let mut at = 0;
    for piece in sql_text::pieces(text) {
        if matches!(piece, sql_text::Piece::Other(":")) && text[at..].starts_with("::") {
            let type_name = &text[at + 2..];
            let is_type = sql_text::is_balanced(type_name) && !type_name.contains('\'');
            return if is_type { sql_text::without_outer_parentheses(&text[..at]) } else { text };
        }
        at += length(piece);
    }
    text
}

/// An expression without its casts: the catalog adds `::text` and `::numeric` where none were written.
pub(crate) fn without_casts(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pieces = sql_text::pieces(text).peekable();
    while let Some(piece) = pieces.next() {
        if piece == sql_text::Piece::Other(":") && pieces.peek() == Some(&sql_text::Piece::Other(":")) {
            pieces.next();
            skip_type(&mut pieces);
            continue;
        }
        out.push_str(as_text(piece));
    }
    out
}

/// Skips a type's words: `character varying`, `numeric(12,2)`, `text[]`.
fn skip_type<'a>(pieces: &mut std::iter::Peekable<impl Iterator<Item = sql_text::Piece<'a>>>) {
    use sql_text::Piece;
    const SECOND_WORDS: [&str; 7] = ["varying", "precision", "without", "with", "time", "zone", "bit"];
    pieces.next();
    loop {
        match pieces.peek() {
            Some(Piece::Other("[" | "]")) => {
                pieces.next();
            }
            Some(Piece::Other("(")) => while pieces.next().is_some_and(|piece| piece != Piece::Other(")")) {},
            Some(Piece::Space(_)) => {
                // The space belongs to the type only if one of its further words follows; otherwise it stays in the text.
                return;
            }
            Some(Piece::Word(word)) if SECOND_WORDS.contains(word) => {
                pieces.next();
            }
            _ => return,
        }
    }
}

fn as_text(piece: sql_text::Piece<'_>) -> &str {
    use sql_text::Piece;
    match piece {
        Piece::Text(text) | Piece::Quoted(text) | Piece::Word(text) | Piece::Space(text) | Piece::Other(text) => text,
    }
}

fn length(piece: sql_text::Piece<'_>) -> usize {
    as_text(piece).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synonyms_are_resolved() {
        for (sql, expected) in [
            ("varchar(20)", "character varying(20)"),
            ("INT4", "integer"),
            ("timestamptz", "timestamp with time zone"),
            ("timestamp(3)", "timestamp(3) without time zone"),
            ("int4[]", "integer[]"),
            ("\"Mood\"", "\"Mood\""),
            ("citext", "citext"),
            ("numeric(12, 2)", "numeric(12,2)"),
        ] {
            assert_eq!(canonical(sql), expected, "{sql}");
        }
    }

    #[test]
    fn casts_go() {
        assert_eq!(without_cast("'a::b'::text"), "'a::b'");
        assert_eq!(without_cast("nextval('s'::regclass)"), "nextval('s'::regclass)");
        assert_eq!(without_casts("status = 'a'::text AND n > (1)::numeric(12,2)"), "status = 'a' AND n > (1)");
    }
}
