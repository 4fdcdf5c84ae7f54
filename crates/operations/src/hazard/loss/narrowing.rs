use limbeck_schema::{ColumnType, Dialect, StringLength};

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, altered, explanation::words, loss::conversion::is_one_type},
};

pub(in crate::hazard) const EXPLANATION: Explanation = Explanation {
    title: "a type gets narrower",
    danger: "Values that do not fit any more stop the statement, or are cut or rounded where the server is not strict; SQLite keeps them as they are.",
    locks: Locks {
        sqlite: words::SQLITE_REBUILD,
        postgres: words::POSTGRES_REWRITE,
        mysql: words::COPY,
        mariadb: words::COPY,
    },
    safe: "Look for such values first (`upgrade --dry-run` counts them), or add a new column and move the values over.",
};

/// A05: values of the old type may not fit the new one.
pub(in crate::hazard) fn rule(operation: &Operation, scene: &Scene<'_>) -> Option<String> {
    let (table, column, changes) = altered(operation, scene.before)?;
    let next = changes.column_type.as_ref()?;
    is_narrower(&column.column_type, next, scene.dialect)
        .then(|| format!("values of {table}.{} may not fit the narrower type", column.name))
}

/// Whether a value of `previous` may not fit `next`. Types of different kinds are not asked about here.
pub(in crate::hazard) fn is_narrower(previous: &ColumnType, next: &ColumnType, dialect: Dialect) -> bool {
    use ColumnType as T;
    if is_one_type(previous, next, dialect) {
        return false;
    }
    if let (T::Array(previous), T::Array(next)) = (previous, next) {
        return is_narrower(previous, next, dialect);
    }
    let lengths =
        |length: fn(&ColumnType, Dialect) -> Option<u64>| length(previous, dialect).zip(length(next, dialect));
    if let Some((previous, next)) = lengths(characters).or_else(|| lengths(bytes)) {
        return previous > next;
    }
    if let (Some(previous), Some(next)) = (number(previous, dialect), number(next, dialect)) {
        return !next.holds(previous);
    }
    matches!((previous, next), (T::DateTime | T::Timestamp | T::TimestampWithTimeZone, T::Date))
        || matches!((previous, next), (T::Bit(Some(m)), T::Bit(Some(n))) | (T::VarBit(m), T::VarBit(n)) if m > n)
}

/// Whether a value of `previous` may be too long or too large for `next`. Digits behind the point, and the time of a date with time, are rounded or
/// cut without an error.
pub(in crate::hazard) fn may_overflow(previous: &ColumnType, next: &ColumnType, dialect: Dialect) -> bool {
    use ColumnType as T;
    if is_one_type(previous, next, dialect) {
        return false;
    }
    if let (T::Array(previous), T::Array(next)) = (previous, next) {
        return may_overflow(previous, next, dialect);
    }
    match (number(previous, dialect), number(next, dialect)) {
        (Some(previous), Some(next)) => !next.reaches(previous),
        _ => is_narrower(previous, next, dialect) && *next != T::Date,
    }
}

const UNLIMITED: u64 = u64::MAX;
/// What MySQL and MariaDB make of a string without a length.
const UNSAID: u64 = 255;
/// A `text` or `blob` of MySQL and MariaDB, in bytes.
const MYSQL_TEXT: u64 = 65_535;

/// `limit` on MySQL and MariaDB; the others have none.
const fn limited(limit: u64, dialect: Dialect) -> u64 {
    if dialect.is_mysql_like() { limit } else { UNLIMITED }
}

fn characters(column_type: &ColumnType, dialect: Dialect) -> Option<u64> {
    match column_type {
        ColumnType::Char(length) => Some(u64::from(length.unwrap_or(1))),
        ColumnType::String(StringLength::N(length)) => Some(u64::from(*length)),
        ColumnType::String(StringLength::None) => Some(limited(UNSAID, dialect)),
        ColumnType::String(StringLength::Max) => Some(UNLIMITED),
        ColumnType::Text => Some(limited(MYSQL_TEXT, dialect)),
        _ => None,
    }
}

fn bytes(column_type: &ColumnType, dialect: Dialect) -> Option<u64> {
    match (column_type, dialect) {
        (ColumnType::Binary(_) | ColumnType::VarBinary(_) | ColumnType::Blob, Dialect::Postgres)
        | (ColumnType::VarBinary(StringLength::Max), _) => Some(UNLIMITED),
        (ColumnType::Binary(length) | ColumnType::VarBinary(StringLength::N(length)), _) => Some(u64::from(*length)),
        (ColumnType::VarBinary(StringLength::None), dialect) => Some(limited(UNSAID, dialect)),
        (ColumnType::Blob, dialect) => Some(limited(MYSQL_TEXT, dialect)),
        _ => None,
    }
}

/// What numbers a type holds without loss.
#[derive(Clone, Copy)]
enum Number {
    /// The bits of an integer, and whether it has a sign.
    Integer { bits: u32, signed: bool },
    /// Digits before and behind the point.
    Decimal { whole: u32, fraction: u32 },
    /// The bits of the mantissa.
    Float { mantissa: u32 },
}

/// A decimal without a precision has no limit on PostgreSQL and SQLite.
fn number(column_type: &ColumnType, dialect: Dialect) -> Option<Number> {
    use ColumnType as T;
    // PostgreSQL has no integers of one byte and none without a sign.
    let is_postgres = dialect == Dialect::Postgres;
    let integer = |bits, signed| {
        let bits = if is_postgres && bits == 8 { 16 } else { bits };
        Some(Number::Integer { bits, signed: signed || is_postgres })
    };
    match column_type {
        T::TinyInteger => integer(8, true),
        T::SmallInteger => integer(16, true),
        T::Integer => integer(32, true),
        T::BigInteger => integer(64, true),
        T::TinyUnsigned => integer(8, false),
        T::SmallUnsigned => integer(16, false),
        T::Unsigned => integer(32, false),
        T::BigUnsigned => integer(64, false),
        T::Decimal(None) | T::Money(None) if dialect.is_mysql_like() => {
            Some(Number::Decimal { whole: 10, fraction: 0 })
        }
        T::Decimal(None) | T::Money(None) => Some(Number::Decimal { whole: u32::MAX, fraction: u32::MAX }),
        T::Decimal(Some((precision, scale))) | T::Money(Some((precision, scale))) => {
            Some(Number::Decimal { whole: precision.saturating_sub(*scale), fraction: *scale })
        }
        T::Float => Some(Number::Float { mantissa: 24 }),
        T::Double => Some(Number::Float { mantissa: 53 }),
        _ => None,
    }
}

impl Number {
    /// Whether every value of `other` is one of `self`.
    fn holds(self, other: Self) -> bool {
        use Number as N;
        match (self, other) {
            (N::Integer { bits, signed: true }, N::Integer { bits: other, signed: false }) => bits > other,
            (N::Integer { signed: false, .. }, N::Integer { signed: true, .. }) => false,
            (N::Integer { bits, .. }, N::Integer { bits: other, .. }) => bits >= other,
            (N::Decimal { whole, .. }, N::Integer { bits, signed }) => whole >= digits(bits, signed),
            (N::Decimal { whole, fraction }, N::Decimal { whole: other_whole, fraction: other_fraction }) => {
                whole >= other_whole && fraction >= other_fraction
            }
            (N::Float { mantissa }, N::Integer { bits, .. }) => mantissa >= bits,
            (N::Float { mantissa }, N::Float { mantissa: other }) => mantissa >= other,
            (N::Integer { .. } | N::Float { .. }, N::Decimal { .. })
            | (N::Integer { .. } | N::Decimal { .. }, N::Float { .. }) => false,
        }
    }
}

impl Number {
    /// Whether the largest value of `other` is not beyond the largest of `self`.
    fn reaches(self, other: Self) -> bool {
        use Number as N;
        match (self, other) {
            (N::Integer { .. }, N::Integer { .. }) => self.holds(other),
            // A decimal may have a sign.
            (N::Integer { bits, signed }, N::Decimal { whole, .. }) => signed && digits(bits, signed) > whole,
            (N::Decimal { whole, .. }, N::Decimal { whole: other, .. }) => whole >= other,
            (N::Decimal { .. }, N::Integer { .. }) => self.holds(other),
            // A floating point number reaches further than the others, and a double further than a float.
            (N::Float { mantissa }, N::Float { mantissa: other }) => mantissa >= other,
            (N::Float { .. }, N::Integer { .. } | N::Decimal { .. }) => true,
            (N::Integer { .. } | N::Decimal { .. }, N::Float { .. }) => false,
        }
    }
}

/// The decimal digits of the largest integer of so many bits.
const fn digits(bits: u32, signed: bool) -> u32 {
    match (bits, signed) {
        (8, _) => 3,
        (16, _) => 5,
        (32, _) => 10,
        (_, true) => 19,
        (_, false) => 20,
    }
}
