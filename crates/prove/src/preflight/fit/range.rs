//! Numbers that are beyond a type.

use limbeck_schema::{ColumnType, Dialect, canonical_column_type};

/// The integer types of PostgreSQL, MySQL and MariaDB by their canonical names, with the least and the greatest number.
const INTEGERS: [(&str, i128, i128); 12] = [
    ("tinyint(1)", -128, 127),
    ("tinyint", -128, 127),
    ("tinyint unsigned", 0, 255),
    ("smallint", -32_768, 32_767),
    ("smallint unsigned", 0, 65_535),
    ("integer", -2_147_483_648, 2_147_483_647),
    ("int", -2_147_483_648, 2_147_483_647),
    ("int unsigned", 0, 4_294_967_295),
    ("bigint", -9_223_372_036_854_775_808, 9_223_372_036_854_775_807),
    ("bigint unsigned", 0, 18_446_744_073_709_551_615),
    ("mediumint", -8_388_608, 8_388_607),
    ("mediumint unsigned", 0, 16_777_215),
];

/// What an exact type holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exact {
    Integer { least: i128, greatest: i128 },
    Decimal { whole: u32, scale: u32 },
}

impl Exact {
    /// `None` for what is not exact, or has no limit.
    fn of(column_type: &ColumnType, dialect: Dialect) -> Option<Self> {
        let canonical = canonical_column_type(column_type, dialect);
        if let Some((_, least, greatest)) = INTEGERS.iter().find(|(name, ..)| *name == canonical) {
            return Some(Self::Integer { least: *least, greatest: *greatest });
        }
        let (precision, scale) = decimal(&canonical)?;
        Some(Self::Decimal { whole: precision.saturating_sub(scale), scale })
    }

    /// Whether every number of it is one of `other`, once it is rounded to what that holds of a fraction.
    fn lies_within(self, other: Self) -> bool {
        match (self, other) {
            (Self::Integer { least, greatest }, Self::Integer { least: from, greatest: to }) => {
                from <= least && greatest <= to
            }
            (Self::Integer { least, greatest }, Self::Decimal { whole, .. }) => {
                let limit = 10_i128.checked_pow(whole);
                limit.is_none_or(|limit| -limit < least && greatest < limit)
            }
            (Self::Decimal { whole, scale }, Self::Integer { least, greatest }) => {
                // 99.5 is rounded to 100.
                let most = 10_i128.checked_pow(whole).map(|limit| if scale == 0 { limit - 1 } else { limit });
                most.is_some_and(|most| least <= -most && most <= greatest)
            }
            (Self::Decimal { whole, scale }, Self::Decimal { whole: next, scale: kept }) => {
                whole < next || (whole == next && scale <= kept)
            }
        }
    }
}

/// The condition that a number is beyond `next`; `None` if none of the type `previous` can be, which is not given for what is none of a number's types. A
/// fraction is rounded first, as the servers do.
pub(super) fn beyond(
    number: &str,
    previous: Option<&ColumnType>,
    next: &ColumnType,
    dialect: Dialect,
) -> Option<String> {
    let from = previous.and_then(|previous| Exact::of(previous, dialect));
    if matches!(next, ColumnType::Float) {
        // Nothing exact that has a limit comes near the greatest of them.
        return if from.is_some() { None } else { beyond_float(number, dialect) };
    }
    let to = Exact::of(next, dialect)?;
    if from.is_some_and(|from| from.lies_within(to)) {
        return None;
    }
    let number = exact(number, dialect);
    Some(match to {
        Exact::Integer { least, greatest } => format!("round({number}) NOT BETWEEN {least} AND {greatest}"),
        Exact::Decimal { whole, scale } => {
            let zeros = "0".repeat(usize::try_from(whole).unwrap_or(0).min(1000));
            format!("abs(round({number}, {scale})) >= 1{zeros}")
        }
    })
}

/// Numbers of double precision that no `float` is near to. PostgreSQL refuses those that would be rounded to zero, too; it takes its infinities and what
/// is no number, which is greater than all (manual, section 8.1.3; the limits are those of IEEE 754, rounded to the nearest).
fn beyond_float(number: &str, dialect: Dialect) -> Option<String> {
    match dialect {
        Dialect::Sqlite => None,
        Dialect::Postgres => {
            let number = format!("CAST({number} AS double precision)");
            let large = format!("abs({number}) >= 3.4028235677973366e38 AND abs({number}) < 'Infinity'");
            Some(format!("({large}) OR ({number} <> 0 AND abs({number}) <= 7.006492321624085e-46)"))
        }
        Dialect::MySql | Dialect::MariaDb => Some(format!("abs({number}) > 3.4028234663852886e38")),
    }
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
