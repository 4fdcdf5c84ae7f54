//! Values that have no form in a type of another kind.

use limbeck_operations::{HazardCode, ddl::quote::string};
use limbeck_schema::{ColumnType, Dialect, Server, Version, lower_column_type};

use super::{Family, Misfit, characters, range};

/// PostgreSQL can say whether a text is a value of a type from this release on (manual, section 9.26, `pg_input_is_valid`).
const SAYS_WHAT_IS_VALID: Version = Version::new(16, 0, 0);

/// Which values have no form in the new type.
pub(super) fn misfit(
    column: &str,
    (previous, from): (&ColumnType, Family),
    (next, to): (&ColumnType, Family),
    server: &Server,
) -> Misfit {
    let converted = match server.dialect {
        Dialect::Sqlite => return Misfit::Never,
        Dialect::Postgres => postgres(column, from, (next, to), server),
        Dialect::MySql | Dialect::MariaDb => mysql_like(column, from, (next, to), server.dialect),
    };
    match converted {
        Converted::Always => Misfit::Never,
        Converted::Unless { condition, certain } => Misfit::Where { code: HazardCode::D07, condition, certain },
        Converted::Unknown => Misfit::Unknown {
            code: HazardCode::D07,
            reason: format!(
                "{} {} can't say without an error which values of {previous} are none of {next}",
                server.dialect, server.version
            ),
        },
    }
}

/// What becomes of the values.
enum Converted {
    /// Each has a form.
    Always,
    /// Those that meet the condition have none.
    Unless { condition: String, certain: bool },
    /// Only the conversion itself tells.
    Unknown,
}

impl Converted {
    fn unless(condition: String) -> Self {
        Self::Unless { condition, certain: true }
    }
}

const NUMBER: &str = "^[[:space:]]*[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?[[:space:]]*$";
const INTEGER: &str = "^[[:space:]]*[+-]?[0-9]+[[:space:]]*$";
/// What floating point numbers and numerics of PostgreSQL may be besides (manual, section 8.1.3).
const NO_NUMBER: &str = "^[[:space:]]*[+-]?(nan|inf|infinity)[[:space:]]*$";
/// Every abbreviation that is clear (manual, section 8.6).
const BOOLEAN: &str = "^[[:space:]]*(t|tr|tru|true|y|ye|yes|on|1|f|fa|fal|fals|false|n|no|of|off|0)[[:space:]]*$";
/// A hyphen may stand behind any group of four digits, and braces around all (manual, section 8.12).
const UUID: &str = "^([0-9a-f]{4}-?){7}[0-9a-f]{4}$|^[{]([0-9a-f]{4}-?){7}[0-9a-f]{4}[}]$";
const DATE: &str = "^[[:space:]]*(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const TIME: &str = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?";

/// PostgreSQL. The conversions are those of the DDL: numbers and truth values meet in `integer`, the others in text; a text is cut to its new length.
fn postgres(column: &str, from: Family, (next, to): (&ColumnType, Family), server: &Server) -> Converted {
    let text = format!("CAST({column} AS text)");
    let pattern = |pattern: &str| string(pattern, Dialect::Postgres);
    let some = |condition: String| Converted::unless(format!("{column} IS NOT NULL AND {condition}"));
    match (from, to) {
        (_, Family::Text) | (Family::Number, Family::Boolean) | (Family::Boolean, Family::Number) => Converted::Always,
        (Family::Date, Family::Time) => Converted::Always,
        (_, Family::Enumeration) => match next.enumeration() {
            Some(enumeration) => {
                let labels: Vec<_> = enumeration.labels.iter().map(|label| string(label, Dialect::Postgres)).collect();
                Converted::unless(format!("{text} NOT IN ({})", labels.join(", ")))
            }
            None => Converted::Unknown,
        },
        (Family::List, _) | (_, Family::List | Family::Bytes | Family::Other) => Converted::Unknown,
        _ if server.version >= SAYS_WHAT_IS_VALID => match lower_column_type(next, Dialect::Postgres) {
            Ok(lowered) => some(format!("NOT pg_input_is_valid({text}, {})", pattern(&lowered))),
            Err(_) => Converted::Unknown,
        },
        (Family::Text | Family::Enumeration, Family::Number) => {
            let is_integer = next.is_integer();
            let shape = pattern(if is_integer { INTEGER } else { NUMBER });
            let beyond = range::beyond(&text, None, next, Dialect::Postgres).unwrap_or_else(|| "FALSE".to_owned());
            let other = if is_integer { "TRUE".to_owned() } else { format!("{text} !~* {}", pattern(NO_NUMBER)) };
            some(format!("CASE WHEN {text} ~ {shape} THEN {beyond} ELSE {other} END"))
        }
        (Family::Text | Family::Enumeration, Family::Boolean) => some(format!("{text} !~* {}", pattern(BOOLEAN))),
        (Family::Text | Family::Bytes, Family::Uuid) => some(format!("{text} !~* {}", pattern(UUID))),
        (Family::Text, Family::Date) => {
            let behind = if matches!(next, ColumnType::Date) {
                "[[:space:]]*$".to_owned()
            } else {
                format!("([ T]{TIME}(Z|[+-][0-9]{{2}}(:?[0-9]{{2}})?)?)?[[:space:]]*$")
            };
            let shape = pattern(&format!("{DATE}{behind}"));
            let part = |from: u32, length: u32| format!("CAST(substr(btrim({text}), {from}, {length}) AS integer)");
            let last = format!(
                "date_part('day', make_date({}, {}, 1) + interval '1 month' - interval '1 day')",
                part(1, 4),
                part(6, 2)
            );
            let condition = format!(
                "{column} IS NOT NULL AND CASE WHEN {text} ~ {shape} THEN {} > {last} ELSE TRUE END",
                part(9, 2)
            );
            // It takes dates in many other forms too, `Jan 8 1999` and `yesterday` among them (manual, section 8.5.1).
            Converted::Unless { condition, certain: false }
        }
        (Family::Text, Family::Time) => {
            let shape = pattern(&format!("^[[:space:]]*{TIME}[[:space:]]*$"));
            Converted::Unless { condition: format!("{text} !~ {shape}"), certain: false }
        }
        _ => Converted::Unknown,
    }
}

/// MySQL and MariaDB, in strict mode.
fn mysql_like(column: &str, from: Family, (next, to): (&ColumnType, Family), dialect: Dialect) -> Converted {
    let pattern = |pattern: &str| string(pattern, dialect);
    match (from, to) {
        (_, Family::Text) => match characters(next, dialect) {
            Some(limit) => Converted::unless(format!("char_length(CAST({column} AS char)) > {limit}")),
            None => Converted::Always,
        },
        (Family::Text, Family::Number | Family::Boolean) => {
            let number = format!("CAST(trim({column}) AS decimal(65,20))");
            let shape = format!("{column} NOT REGEXP {}", pattern(NUMBER));
            Converted::unless(match range::beyond(&number, None, next, dialect) {
                Some(beyond) => format!("({shape} OR {beyond})"),
                None => shape,
            })
        }
        (Family::Number | Family::Boolean, Family::Number | Family::Boolean) => {
            match range::beyond(column, None, next, dialect) {
                Some(beyond) => Converted::unless(beyond),
                None => Converted::Always,
            }
        }
        (Family::Text, Family::Date) => {
            let kind = if matches!(next, ColumnType::Date) { "date" } else { "datetime" };
            Converted::unless(format!("{column} IS NOT NULL AND CAST({column} AS {kind}) IS NULL"))
        }
        (Family::Text, Family::Json) => Converted::unless(format!("NOT json_valid({column})")),
        // A UUID is sixteen bytes there, and a text is taken for its bytes.
        (Family::Text | Family::Bytes, Family::Uuid) => Converted::unless(format!("octet_length({column}) > 16")),
        (Family::Text | Family::Enumeration, Family::Enumeration) => match next.enumeration() {
            Some(enumeration) => {
                let labels: Vec<_> = enumeration.labels.iter().map(|label| string(label, dialect)).collect();
                Converted::unless(format!("{column} NOT IN ({})", labels.join(", ")))
            }
            None => Converted::Unknown,
        },
        _ => Converted::Unknown,
    }
}
