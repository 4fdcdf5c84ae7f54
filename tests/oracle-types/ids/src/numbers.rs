use sea_orm::{
    ColIdx, ColumnType, DbErr, QueryResult, TryFromU64, TryGetError, TryGetable,
    sea_query::{ArrayType, Nullable, Value, ValueType, ValueTypeErr},
};

/// The number of something; kept as the signed twin of the type it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbered<const KIND: u8>(pub u64);

impl<const KIND: u8> From<Numbered<KIND>> for Value {
    fn from(number: Numbered<KIND>) -> Self {
        <i64 as TryFrom<u64>>::try_from(number.0).unwrap_or(i64::MAX).into()
    }
}

impl<const KIND: u8> TryGetable for Numbered<KIND> {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        let number = i64::try_get_by(row, index)?;
        Ok(Self(number.unsigned_abs()))
    }
}

impl<const KIND: u8> TryFromU64 for Numbered<KIND> {
    fn try_from_u64(number: u64) -> Result<Self, DbErr> {
        Ok(Self(number))
    }
}

impl<const KIND: u8> ValueType for Numbered<KIND> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <i64 as ValueType>::try_from(value).map(|number| Self(number.unsigned_abs()))
    }

    fn type_name() -> String {
        "Numbered".to_owned()
    }

    fn array_type() -> ArrayType {
        ArrayType::BigInt
    }

    fn column_type() -> ColumnType {
        ColumnType::BigInteger
    }
}

impl<const KIND: u8> Nullable for Numbered<KIND> {
    fn null() -> Value {
        i64::null()
    }
}
