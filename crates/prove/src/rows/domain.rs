use limbeck_operations::ddl::quote;
use limbeck_schema::{ColumnType, Dialect, StringLength};

use super::ROWS;

/// The values that a column can hold, as far as made-up rows need to know.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Domain {
    Boolean,
    Integer {
        least: i128,
        most: i128,
    },
    Real,
    Decimal {
        whole: u32,
        fraction: u32,
    },
    Text {
        longest: u32,
    },
    Bytes {
        longest: u32,
        fixed: bool,
    },
    Date,
    Time,
    Moment,
    Year,
    Json,
    Uuid,
    Labels(Vec<String>),
    /// PostgreSQL's own, by an example.
    Example(&'static str),
}

impl Domain {
    /// The domain of a type.
    pub(super) fn of(column_type: &ColumnType) -> Self {
        use ColumnType as T;
        let signed = |bits: u32| Self::Integer { least: -(1_i128 << (bits - 1)), most: (1_i128 << (bits - 1)) - 1 };
        // PostgreSQL and SQLite have no unsigned integers; the next wider signed one holds all values but those of 64 bits.
        let unsigned = |bits: u32| Self::Integer { least: 0, most: (1_i128 << bits.min(63)) - 1 };
        match column_type {
            T::Boolean => Self::Boolean,
            T::TinyInteger => signed(8),
            T::SmallInteger => signed(16),
            T::Integer => signed(32),
            T::BigInteger => signed(64),
            T::TinyUnsigned => unsigned(8),
            T::SmallUnsigned => unsigned(16),
            T::Unsigned => unsigned(32),
            T::BigUnsigned => unsigned(64),
            T::Float | T::Double => Self::Real,
            T::Decimal(None) | T::Money(None) => Self::Decimal { whole: 9, fraction: 0 },
            T::Decimal(Some((precision, scale))) | T::Money(Some((precision, scale))) => {
                Self::Decimal { whole: precision.saturating_sub(*scale), fraction: *scale }
            }
            T::Char(length) => Self::Text { longest: length.unwrap_or(1) },
            T::String(StringLength::N(length)) => Self::Text { longest: *length },
            T::String(StringLength::None | StringLength::Max) | T::Text => Self::Text { longest: 200 },
            T::Binary(length) => Self::Bytes { longest: *length, fixed: true },
            T::VarBinary(StringLength::N(length)) => Self::Bytes { longest: *length, fixed: false },
            T::VarBinary(StringLength::None | StringLength::Max) | T::Blob => {
                Self::Bytes { longest: 200, fixed: false }
            }
            T::Date => Self::Date,
            T::Time => Self::Time,
            T::DateTime | T::Timestamp | T::TimestampWithTimeZone => Self::Moment,
            T::Year => Self::Year,
            T::Json | T::JsonBinary => Self::Json,
            T::Uuid => Self::Uuid,
            T::Enum(enumeration) => Self::Labels(enumeration.labels.clone()),
            T::Array(_) => Self::Example("{}"),
            T::Interval(..) => Self::Example("1 day"),
            T::Bit(_) | T::VarBit(_) => Self::Example("1"),
            T::Cidr | T::Inet => Self::Example("10.0.0.0/8"),
            T::MacAddr => Self::Example("08:00:2b:01:02:03"),
            T::LTree => Self::Example("a.b"),
            T::Vector(_) | T::Custom(_) => Self::Text { longest: 20 },
        }
    }

    /// What both hold, for a column whose type changes and whose values are to come through.
    pub(super) fn both(self, other: Self) -> Self {
        use Domain as D;
        match (self, other) {
            (D::Integer { least: a, most: b }, D::Integer { least: c, most: d }) => {
                D::Integer { least: a.max(c), most: b.min(d) }
            }
            (D::Text { longest: a }, D::Text { longest: b }) => D::Text { longest: a.min(b) },
            (D::Decimal { whole: a, fraction: b }, D::Decimal { whole: c, fraction: d }) => {
                D::Decimal { whole: a.min(c), fraction: b.min(d) }
            }
            (labels @ D::Labels(_), D::Text { .. }) | (D::Text { .. }, labels @ D::Labels(_)) => labels,
            (D::Labels(one), D::Labels(other)) => {
                D::Labels(one.into_iter().filter(|label| other.contains(label)).collect())
            }
            (D::Integer { .. }, D::Text { longest }) | (D::Text { longest }, D::Integer { .. }) => {
                let most = 10_i128.pow(longest.min(9)) - 1;
                D::Integer { least: 0, most }
            }
            (integer @ D::Integer { .. }, D::Real) | (D::Real, integer @ D::Integer { .. }) => {
                D::Integer { least: -1_000_000, most: 1_000_000 }.both(integer)
            }
            // Whole numbers, which no type of numbers rounds.
            (integer @ D::Integer { .. }, D::Decimal { whole, .. })
            | (D::Decimal { whole, .. }, integer @ D::Integer { .. }) => {
                let most = 10_i128.pow(whole.min(18)) - 1;
                D::Integer { least: -most, most }.both(integer)
            }
            (D::Real, D::Decimal { whole, .. }) | (D::Decimal { whole, .. }, D::Real) => {
                let most = 10_i128.pow(whole.min(6)) - 1;
                D::Integer { least: -most, most }
            }
            (D::Real | D::Decimal { .. }, D::Text { longest }) | (D::Text { longest }, D::Real | D::Decimal { .. }) => {
                D::Integer { least: 0, most: 10_i128.pow(longest.min(6)) - 1 }
            }
            (one, _) => one,
        }
    }

    /// The literal of row `row` for a column of `column_type`, as `dialect` takes it. Rows 0, 1 and 2 differ.
    pub(super) fn literal(&self, row: usize, column_type: &ColumnType, dialect: Dialect) -> String {
        let text = |text: &str| quote::string(text, dialect);
        let number = |digits: String| match Self::of(column_type) {
            Self::Text { .. } => quote::string(&digits, dialect),
            _ => digits,
        };
        match self {
            Self::Boolean => match dialect {
                Dialect::Postgres => (row == 1).to_string(),
                Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => u8::from(row == 1).to_string(),
            },
            Self::Integer { least, most } => number(pick([*least, *most, 1], row).to_string()),
            Self::Real => pick(["0", "-1.5", "1048576.25"], row).to_owned(),
            Self::Decimal { whole, fraction } => decimal(row, *whole as usize, *fraction as usize),
            Self::Text { longest } => text(&characters(row, *longest as usize)),
            Self::Bytes { longest, fixed } => bytes(row, *longest as usize, *fixed, dialect),
            Self::Date => text(pick(["1970-01-01", "9999-12-31", "2024-02-29"], row)),
            Self::Time => text(pick(["00:00:00", "23:59:59", "12:00:01"], row)),
            // MySQL's timestamp ends in 2038, and the first hours of 1970 are out of it in some zones.
            Self::Moment => text(pick(["1970-01-02 00:00:00", "2038-01-18 03:14:07", "2024-02-29 12:30:00"], row)),
            Self::Year => pick(["1901", "2155", "2024"], row).to_owned(),
            // In the words of PostgreSQL's `jsonb`, which a column may become and be again: it keeps the value and not the spelling.
            Self::Json => text(pick(["{}", r#"{"a": [1, null, "é"]}"#, "[]"], row)),
            Self::Uuid => uuid(row, dialect),
            Self::Labels(labels) => text(labels.get(row % labels.len().max(1)).map_or("", String::as_str)),
            Self::Example(example) => text(example),
        }
    }
}

/// The value of row `row`.
fn pick<T: Copy>(values: [T; ROWS], row: usize) -> T {
    values[row % ROWS]
}

fn decimal(row: usize, whole: usize, fraction: usize) -> String {
    let point = if fraction == 0 { String::new() } else { format!(".{}", "9".repeat(fraction)) };
    // Where all digits are behind the point, nothing but a zero stands before it.
    let whole = if whole == 0 { "0".to_owned() } else { "9".repeat(whole) };
    match row {
        0 => "0".to_owned(),
        1 => format!("{whole}{point}"),
        _ => format!("-{whole}{point}"),
    }
}

/// The empty string, the longest one up to 200 with letters of several bytes, and one with all that has a meaning to SQL, as far as it goes in.
fn characters(row: usize, longest: usize) -> String {
    match row {
        0 => String::new(),
        1 => "aé€🐎".chars().cycle().take(longest.min(200)).collect(),
        _ => r#"it's "so" \ 100 %_ ?"#.chars().take(longest).collect(),
    }
}

fn bytes(row: usize, longest: usize, fixed: bool, dialect: Dialect) -> String {
    let length = if fixed { longest } else { pick([0, longest.min(200), 1.min(longest)], row) };
    let hex = pick(["00", "ff", "80"], row).repeat(length);
    match dialect {
        Dialect::Postgres => format!("'\\x{hex}'"),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => format!("X'{hex}'"),
    }
}

fn uuid(row: usize, dialect: Dialect) -> String {
    let digit = pick(["0", "f", "7"], row);
    let group = |length| digit.repeat(length);
    match dialect {
        Dialect::MySql | Dialect::MariaDb => format!("X'{}'", group(32)),
        Dialect::Sqlite | Dialect::Postgres => {
            format!("'{}-{}-{}-{}-{}'", group(8), group(4), group(4), group(4), group(12))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_have_as_many_digits_as_go_in() {
        for (whole, fraction, expected) in
            [(0, 2, ["0", "0.99", "-0.99"]), (3, 0, ["0", "999", "-999"]), (2, 1, ["0", "99.9", "-99.9"])]
        {
            let found = [0, 1, 2].map(|row| decimal(row, whole, fraction));
            assert_eq!(found, expected, "{whole} and {fraction}");
        }
    }
}
