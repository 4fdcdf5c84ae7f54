//! Columns by the names of `sea_orm_migration::schema`. Each may not be NULL until `.null()` says so.

use limbeck_schema::{AutoIncrement, Column, ColumnType, Enumeration, Expression, Generated, ObjectName, StringLength};

/// A column under construction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnDefinition {
    column: Column,
    is_key: bool,
}

impl From<ColumnDefinition> for Column {
    fn from(definition: ColumnDefinition) -> Self {
        definition.column
    }
}

impl ColumnDefinition {
    /// The column's name if it is a key by its builder's name, as `pk_auto` is.
    pub(crate) fn key(&self) -> Option<&str> {
        self.is_key.then_some(self.column.name.as_str())
    }

    /// It may be NULL.
    pub fn null(mut self) -> Self {
        self.column.nullable = true;
        self
    }

    /// The value that the server fills in.
    pub fn default(mut self, default: impl Into<Expression>) -> Self {
        self.column.default = Some(default.into());
        self
    }

    /// The server numbers the rows, in the dialect's usual way.
    pub fn auto_increment(mut self) -> Self {
        self.column.auto_increment = Some(AutoIncrement::ByDefault);
        self
    }

    /// PostgreSQL: the server always numbers the rows.
    pub fn identity_always(mut self) -> Self {
        self.column.auto_increment = Some(AutoIncrement::Always);
        self
    }

    /// PostgreSQL: the rows are numbered by this sequence, which the column owns.
    pub fn serial(mut self, sequence: impl Into<String>) -> Self {
        self.column.auto_increment = Some(AutoIncrement::Serial(sequence.into()));
        self
    }

    /// It is computed by this expression and stored.
    pub fn generated_stored(mut self, expression: impl Into<String>) -> Self {
        self.column.generated = Some(Generated { expression: expression.into(), stored: true });
        self
    }

    /// It is computed by this expression when it is read.
    pub fn generated_virtual(mut self, expression: impl Into<String>) -> Self {
        self.column.generated = Some(Generated { expression: expression.into(), stored: false });
        self
    }

    /// MySQL and MariaDB: what an UPDATE of the row sets it to.
    pub fn on_update(mut self, expression: impl Into<Expression>) -> Self {
        self.column.on_update = Some(expression.into());
        self
    }

    /// Its collation.
    pub fn collation(mut self, collation: impl Into<String>) -> Self {
        self.column.collation = Some(collation.into());
        self
    }

    /// Its comment.
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        self.column.comment = Some(comment.into());
        self
    }

    /// SQL text at the end of its definition.
    pub fn extra(mut self, sql: impl Into<String>) -> Self {
        self.column.extra = Some(sql.into());
        self
    }

    /// It stays when no entity states it.
    pub fn keep(mut self) -> Self {
        self.column.keep = true;
        self
    }
}

/// A column of any type.
pub fn column_of(name: impl Into<String>, column_type: ColumnType) -> ColumnDefinition {
    ColumnDefinition { column: Column::new(name, column_type), is_key: false }
}

/// A column of one character.
pub fn char(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Char(None))
}

/// A column of characters, as SeaORM's bare `String`.
pub fn string(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::string())
}

/// A column of characters without a limit.
pub fn text(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Text)
}

/// A column of 8 bits, signed.
pub fn tiny_integer(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::TinyInteger)
}

/// A column of 16 bits, signed.
pub fn small_integer(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::SmallInteger)
}

/// A column of 32 bits, signed.
pub fn integer(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Integer)
}

/// A column of 64 bits, signed.
pub fn big_integer(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::BigInteger)
}

/// A column of 8 bits, unsigned.
pub fn tiny_unsigned(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::TinyUnsigned)
}

/// A column of 16 bits, unsigned.
pub fn small_unsigned(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::SmallUnsigned)
}

/// A column of 32 bits, unsigned.
pub fn unsigned(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Unsigned)
}

/// A column of 64 bits, unsigned.
pub fn big_unsigned(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::BigUnsigned)
}

/// A column of a floating point number of 32 bits.
pub fn float(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Float)
}

/// A column of a floating point number of 64 bits.
pub fn double(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Double)
}

/// A column of an exact number.
pub fn decimal(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Decimal(None))
}

/// A column of an amount of money.
pub fn money(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Money(None))
}

/// A column of date and time without a zone.
pub fn date_time(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::DateTime)
}

/// A column of date and time, as SeaORM's `Timestamp`.
pub fn timestamp(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Timestamp)
}

/// A column of a point in time.
pub fn timestamp_with_time_zone(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::TimestampWithTimeZone)
}

/// A column of a time of day.
pub fn time(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Time)
}

/// A column of a date.
pub fn date(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Date)
}

/// A column of a year (MySQL and MariaDB).
pub fn year(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Year)
}

/// A column of a span of time (PostgreSQL).
pub fn interval(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Interval(None, None))
}

/// A column of bytes, as SeaORM's bare `Vec<u8>`.
pub fn var_binary(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::VarBinary(StringLength::None))
}

/// A column of bytes without a stated limit.
pub fn blob(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Blob)
}

/// A column of one bit.
pub fn bit(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Bit(None))
}

/// A column of true or false.
pub fn boolean(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Boolean)
}

/// A column of JSON, kept as text.
pub fn json(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Json)
}

/// A column of JSON, kept parsed.
pub fn json_binary(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::JsonBinary)
}

/// A column of a UUID.
pub fn uuid(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Uuid)
}

/// A column of a network (PostgreSQL).
pub fn cidr(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Cidr)
}

/// A column of a host or network (PostgreSQL).
pub fn inet(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Inet)
}

/// A column of a hardware address (PostgreSQL).
pub fn mac_address(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::MacAddr)
}

/// A column of a label path (PostgreSQL).
pub fn ltree(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::LTree)
}

/// A column of a vector of numbers (PostgreSQL).
pub fn vector(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Vector(None))
}

/// A column of characters of a fixed length.
pub fn char_len(name: impl Into<String>, length: u32) -> ColumnDefinition {
    column_of(name, ColumnType::Char(Some(length)))
}

/// A column of characters up to a length.
pub fn string_len(name: impl Into<String>, length: u32) -> ColumnDefinition {
    column_of(name, ColumnType::String(StringLength::N(length)))
}

/// A column of bytes of a fixed length.
pub fn binary_len(name: impl Into<String>, length: u32) -> ColumnDefinition {
    column_of(name, ColumnType::Binary(length))
}

/// A column of bytes up to a length.
pub fn var_binary_len(name: impl Into<String>, length: u32) -> ColumnDefinition {
    column_of(name, ColumnType::VarBinary(StringLength::N(length)))
}

/// A column of bits of a fixed length.
pub fn bit_len(name: impl Into<String>, length: u32) -> ColumnDefinition {
    column_of(name, ColumnType::Bit(Some(length)))
}

/// A column of bits up to a length.
pub fn varbit(name: impl Into<String>, length: u32) -> ColumnDefinition {
    column_of(name, ColumnType::VarBit(length))
}

/// A column of a vector of so many numbers (PostgreSQL).
pub fn vector_len(name: impl Into<String>, length: u32) -> ColumnDefinition {
    column_of(name, ColumnType::Vector(Some(length)))
}

/// A column of the longest strings that the database has.
pub fn string_max(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::String(StringLength::Max))
}

/// A column of the longest byte strings that the database has.
pub fn var_binary_max(name: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::VarBinary(StringLength::Max))
}

/// A column of exact numbers: digits in all, and digits after the point.
pub fn decimal_len(name: impl Into<String>, precision: u32, scale: u32) -> ColumnDefinition {
    column_of(name, ColumnType::Decimal(Some((precision, scale))))
}

/// A column of amounts of money: digits in all, and digits after the point.
pub fn money_len(name: impl Into<String>, precision: u32, scale: u32) -> ColumnDefinition {
    column_of(name, ColumnType::Money(Some((precision, scale))))
}

/// A column of an enumerated type with its labels.
pub fn enumeration<L: Into<String>>(
    name: impl Into<String>,
    type_name: impl Into<ObjectName>,
    labels: impl IntoIterator<Item = L>,
) -> ColumnDefinition {
    column_of(name, ColumnType::Enum(Enumeration::new(type_name, labels)))
}

/// A column of lists (PostgreSQL).
pub fn array(name: impl Into<String>, member: ColumnType) -> ColumnDefinition {
    column_of(name, ColumnType::Array(Box::new(member)))
}

/// A column of a type by its SQL text.
pub fn custom(name: impl Into<String>, sql: impl Into<String>) -> ColumnDefinition {
    column_of(name, ColumnType::Custom(sql.into()))
}

/// The usual numbered key: 32 bits, numbered by the server. In `create_table` it is the primary key unless another one is stated.
pub fn pk_auto(name: impl Into<String>) -> ColumnDefinition {
    ColumnDefinition { is_key: true, ..integer(name).auto_increment() }
}

/// A numbered key of 64 bits; else as [`pk_auto`].
pub fn big_pk_auto(name: impl Into<String>) -> ColumnDefinition {
    ColumnDefinition { is_key: true, ..big_integer(name).auto_increment() }
}
