use limbeck_schema::{ColumnType, StringLength};

use crate::{
    Operation,
    hazard::{Explanation, Locks, Scene, altered, explanation::words},
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
    is_narrower(&column.column_type, next)
        .then(|| format!("values of {table}.{} may not fit the narrower type", column.name))
}

/// Whether a value of `previous` may not fit `next`, on any of the dialects. Types of different kinds are not asked about here.
pub(in crate::hazard) fn is_narrower(previous: &ColumnType, next: &ColumnType) -> bool {
    use ColumnType as T;
    if previous == next {
        return false;
    }
    if let (T::Array(previous), T::Array(next)) = (previous, next) {
        return is_narrower(previous, next);
    }
    if let (Some(previous), Some(next)) = (characters(previous), characters(next)) {
        return previous.longest > next.shortest;
    }
    if let (Some(previous), Some(next)) = (bytes(previous), bytes(next)) {
        return previous.longest > next.shortest;
    }
    if let (Some(previous), Some(next)) = (number(previous, Number::UNLIMITED), number(next, Number::UNSAID)) {
        return !next.holds(previous);
    }
    matches!((previous, next), (T::DateTime | T::Timestamp | T::TimestampWithTimeZone, T::Date))
        || matches!((previous, next), (T::Bit(Some(m)), T::Bit(Some(n))) | (T::VarBit(m), T::VarBit(n)) if m > n)
}

/// Whether a value of `previous` may be too long or too large for `next`. Digits behind the point, and the time of a date with time, are rounded or
/// cut without an error.
pub(in crate::hazard) fn may_overflow(previous: &ColumnType, next: &ColumnType) -> bool {
    use ColumnType as T;
    if previous == next {
        return false;
    }
    if let (T::Array(previous), T::Array(next)) = (previous, next) {
        return may_overflow(previous, next);
    }
    let numbers = (number(previous, Number::UNLIMITED), number(next, Number::UNSAID));
    match numbers {
        (Some(previous), Some(next)) => !next.reaches(previous),
        _ => is_narrower(previous, next) && *next != T::Date,
    }
}

/// How many characters or bytes a type holds; `shortest` and `longest` differ where the dialects do.
struct Lengths {
    shortest: u64,
    longest: u64,
}

const fn exactly(length: u32) -> Lengths {
    Lengths { shortest: length as u64, longest: length as u64 }
}

const UNLIMITED: u64 = u64::MAX;
/// What MySQL and MariaDB make of a string without a length.
const UNSAID: u64 = 255;
/// A `text` or `blob` of MySQL and MariaDB, in bytes.
const MYSQL_TEXT: u64 = 65_535;

fn characters(column_type: &ColumnType) -> Option<Lengths> {
    match column_type {
        ColumnType::Char(length) => Some(exactly(length.unwrap_or(1))),
        ColumnType::String(StringLength::N(length)) => Some(exactly(*length)),
        // Without a limit on PostgreSQL and SQLite: a longer limit elsewhere is not narrower than this.
        ColumnType::String(StringLength::None) => Some(Lengths { shortest: UNSAID, longest: UNLIMITED }),
        ColumnType::String(StringLength::Max) | ColumnType::Text => {
            Some(Lengths { shortest: UNLIMITED, longest: UNLIMITED })
        }
        _ => None,
    }
}

fn bytes(column_type: &ColumnType) -> Option<Lengths> {
    match column_type {
        ColumnType::Binary(length) | ColumnType::VarBinary(StringLength::N(length)) => Some(exactly(*length)),
        ColumnType::VarBinary(StringLength::None) => Some(Lengths { shortest: UNSAID, longest: UNSAID }),
        ColumnType::VarBinary(StringLength::Max) => Some(Lengths { shortest: UNLIMITED, longest: UNLIMITED }),
        ColumnType::Blob => Some(Lengths { shortest: MYSQL_TEXT, longest: MYSQL_TEXT }),
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

impl Number {
    /// A decimal without a precision, as PostgreSQL has it.
    const UNLIMITED: Self = Self::Decimal { whole: u32::MAX, fraction: u32::MAX };
    /// The same, as MySQL and MariaDB have it.
    const UNSAID: Self = Self::Decimal { whole: 10, fraction: 0 };
}

/// `unsaid` is taken for a decimal without a precision: the widest before, the narrowest after.
fn number(column_type: &ColumnType, unsaid: Number) -> Option<Number> {
    use ColumnType as T;
    let integer = |bits, signed| Some(Number::Integer { bits, signed });
    match column_type {
        T::TinyInteger => integer(8, true),
        T::SmallInteger => integer(16, true),
        T::Integer => integer(32, true),
        T::BigInteger => integer(64, true),
        T::TinyUnsigned => integer(8, false),
        T::SmallUnsigned => integer(16, false),
        T::Unsigned => integer(32, false),
        T::BigUnsigned => integer(64, false),
        T::Decimal(None) | T::Money(None) => Some(unsaid),
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
            (N::Integer { bits, signed }, N::Decimal { whole, .. }) => digits(bits, signed) > whole,
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
