use serde::{Deserialize, Serialize};

use crate::Enumeration;

/// What a column holds, in SeaORM's words. `lower_column_type` says what each dialect makes of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// Characters, padded to a fixed length.
    Char(Option<u32>),
    /// Characters up to a length.
    String(StringLength),
    /// Characters without a limit.
    Text,
    /// 8 bits, signed.
    TinyInteger,
    /// 16 bits, signed.
    SmallInteger,
    /// 32 bits, signed.
    Integer,
    /// 64 bits, signed.
    BigInteger,
    /// 8 bits, unsigned.
    TinyUnsigned,
    /// 16 bits, unsigned.
    SmallUnsigned,
    /// 32 bits, unsigned.
    Unsigned,
    /// 64 bits, unsigned.
    BigUnsigned,
    /// A floating point number of 32 bits.
    Float,
    /// A floating point number of 64 bits.
    Double,
    /// An exact number: digits in all, and digits after the point.
    Decimal(Option<(u32, u32)>),
    /// An amount of money: digits in all, and digits after the point.
    Money(Option<(u32, u32)>),
    /// Date and time without a zone.
    DateTime,
    /// Date and time, as SeaORM's `Timestamp`.
    Timestamp,
    /// A point in time.
    TimestampWithTimeZone,
    /// A time of day.
    Time,
    /// A date.
    Date,
    /// A year (MySQL and MariaDB).
    Year,
    /// A span of time (PostgreSQL): the fields it is restricted to, and the precision of its seconds.
    Interval(Option<String>, Option<u32>),
    /// Bytes of a fixed length.
    Binary(u32),
    /// Bytes up to a length.
    VarBinary(StringLength),
    /// Bytes without a stated limit.
    Blob,
    /// Bits of a fixed length.
    Bit(Option<u32>),
    /// Bits up to a length.
    VarBit(u32),
    /// True or false.
    Boolean,
    /// JSON, kept as text.
    Json,
    /// JSON, kept parsed.
    JsonBinary,
    /// A UUID.
    Uuid,
    /// One of a list of labels.
    Enum(Enumeration),
    /// A list of values of one type (PostgreSQL).
    Array(Box<ColumnType>),
    /// A vector of numbers (PostgreSQL's extension `vector`).
    Vector(Option<u32>),
    /// A network (PostgreSQL).
    Cidr,
    /// A host or network (PostgreSQL).
    Inet,
    /// A hardware address (PostgreSQL).
    MacAddr,
    /// A label path (PostgreSQL's extension `ltree`).
    LTree,
    /// A type by its SQL text, as the database spells it.
    Custom(String),
}

/// The limit of a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StringLength {
    /// Nothing was said; in an entity it leaves the length open.
    None,
    /// At most so many characters, or bytes for binary strings.
    N(u32),
    /// The longest that the database has.
    Max,
}

impl ColumnType {
    /// `String` with a limit in characters.
    pub const fn string_len(length: u32) -> Self {
        Self::String(StringLength::N(length))
    }

    /// `String` without a stated limit.
    pub const fn string() -> Self {
        Self::String(StringLength::None)
    }

    /// `Char` with its length in characters.
    pub const fn char_len(length: u32) -> Self {
        Self::Char(Some(length))
    }

    /// `Decimal` with its digits in all and after the point.
    pub const fn decimal_len(precision: u32, scale: u32) -> Self {
        Self::Decimal(Some((precision, scale)))
    }

    /// `VarBinary` with a limit in bytes.
    pub const fn var_binary(length: u32) -> Self {
        Self::VarBinary(StringLength::N(length))
    }

    /// A type by its SQL text.
    pub fn custom(sql: impl Into<String>) -> Self {
        Self::Custom(sql.into())
    }

    /// The enumeration of this type, or of the members of this array.
    pub fn enumeration(&self) -> Option<&Enumeration> {
        match self {
            Self::Enum(enumeration) => Some(enumeration),
            Self::Array(member) => member.enumeration(),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn enumeration_mut(&mut self) -> Option<&mut Enumeration> {
        match self {
            Self::Enum(enumeration) => Some(enumeration),
            Self::Array(member) => member.enumeration_mut(),
            _ => None,
        }
    }

    /// Whether this is one of the integer types.
    pub const fn is_integer(&self) -> bool {
        matches!(
            self,
            Self::TinyInteger
                | Self::SmallInteger
                | Self::Integer
                | Self::BigInteger
                | Self::TinyUnsigned
                | Self::SmallUnsigned
                | Self::Unsigned
                | Self::BigUnsigned
        )
    }
}
