use std::{fmt, str::FromStr};

use sea_orm::{
    ColIdx, ColumnType, DbErr, QueryResult, TryFromU64, TryGetError, TryGetable,
    sea_query::{ArrayType, Nullable, StringLen, Value, ValueType, ValueTypeErr},
};

/// A version of three numbers, stored as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// The first number.
    pub major: u16,
    /// The second number.
    pub minor: u16,
    /// The third number.
    pub patch: u16,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

impl FromStr for Version {
    type Err = ValueTypeErr;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut numbers = text.split('.').map(|number| number.parse().map_err(|_| ValueTypeErr));
        let mut next = || numbers.next().unwrap_or(Err(ValueTypeErr));
        Ok(Self { major: next()?, minor: next()?, patch: next()? })
    }
}

impl From<Version> for Value {
    fn from(version: Version) -> Self {
        version.to_string().into()
    }
}

impl TryGetable for Version {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        let text = String::try_get_by(row, index)?;
        text.parse().map_err(|_| TryGetError::DbErr(DbErr::Type(format!("`{text}` is no version"))))
    }
}

impl TryFromU64 for Version {
    fn try_from_u64(_: u64) -> Result<Self, DbErr> {
        Err(DbErr::ConvertFromU64("Version"))
    }
}

impl ValueType for Version {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <String as ValueType>::try_from(value)?.parse()
    }

    fn type_name() -> String {
        "Version".to_owned()
    }

    fn array_type() -> ArrayType {
        ArrayType::String
    }

    fn column_type() -> ColumnType {
        ColumnType::String(StringLen::N(17))
    }
}

impl Nullable for Version {
    fn null() -> Value {
        String::null()
    }
}
