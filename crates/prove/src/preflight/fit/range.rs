//! Numbers that are beyond a type.

use limbeck_schema::{ColumnType, Dialect, canonical_column_type};

/// The integer types of PostgreSQL, MySQL and MariaDB by their canonical names, with the least and the greatest number.
const INTEGERS: [(&str, &str, &str); 12] = [
    ("tinyint(1)", "-128", "127"),
    ("tinyint", "-128", "127"),
    ("tinyint unsigned", "0", "255"),
    ("smallint", "-32768", "32767"),
    ("smallint unsigned", "0", "65535"),
    ("integer", "-2147483648", "2147483647"),
    ("int", "-2147483648", "2147483647"),
    ("int unsigned", "0", "4294967295"),
    ("bigint", "-9223372036854775808", "9223372036854775807"),
    ("bigint unsigned", "0", "18446744073709551615"),
    ("mediumint", "-8388608", "8388607"),
    ("mediumint unsigned", "0", "16777215"),
];

/// The condition that a number is beyond `next`; `None` if none can be. A fraction is rounded first, as the servers do.
pub(super) fn beyond(number: &str, next: &ColumnType, dialect: Dialect) -> Option<String> {
    let canonical = canonical_column_type(next, dialect);
    if let Some((_, least, greatest)) = INTEGERS.iter().find(|(name, ..)| *name == canonical) {
        return Some(format!("round({}) NOT BETWEEN {least} AND {greatest}", exact(number, dialect)));
    }
    let (precision, scale) = decimal(&canonical)?;
    let whole = "0".repeat(usize::try_from(precision.saturating_sub(scale)).unwrap_or(0).min(1000));
    Some(format!("abs(round({}, {scale})) >= 1{whole}", exact(number, dialect)))
}

/// The digits of `numeric(10,2)` and `decimal(10,2)`.
fn decimal(canonical: &str) -> Option<(u32, u32)> {
    let (name, rest) = canonical.split_once('(')?;
    if !matches!(name, "numeric" | "decimal") {
        return None;
    }
    let (precision, scale) = rest.trim_end_matches(')').split_once(',')?;
    Some((precision.trim().parse().ok()?, scale.trim().parse().ok()?))
}

/// PostgreSQL rounds to a number of digits only what is exact.
fn exact(number: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Postgres => format!("CAST({number} AS numeric)"),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => number.to_owned(),
    }
}
