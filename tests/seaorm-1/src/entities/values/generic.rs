//! Generic wrappers that are called as something else is.

pub mod wrapper {
    use std::marker::PhantomData;

    use sea_orm::{
        ColIdx, TryGetError, TryGetable,
        entity::prelude::{ColumnType, QueryResult, StringLen, Value},
        sea_query::{ArrayType, Nullable, ValueType, ValueTypeErr},
    };

    /// Anything as a text; not the JSON of SeaORM's prelude.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Json<T>(pub String, pub PhantomData<T>);

    impl<T> From<Json<T>> for Value {
        fn from(json: Json<T>) -> Self {
            json.0.into()
        }
    }

    impl<T> TryGetable for Json<T> {
        fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
            String::try_get_by(row, index).map(|text| Self(text, PhantomData))
        }
    }

    impl<T> ValueType for Json<T> {
        fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
            <String as ValueType>::try_from(value).map(|text| Self(text, PhantomData))
        }

        fn type_name() -> String {
            "Json".to_owned()
        }

        fn array_type() -> ArrayType {
            ArrayType::String
        }

        fn column_type() -> ColumnType {
            ColumnType::String(StringLen::None)
        }
    }

    impl<T> Nullable for Json<T> {
        fn null() -> Value {
            String::null()
        }
    }
}

pub mod user {
    use super::wrapper::Json;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "values_generic")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub tags: Json<Vec<String>>,
        pub maybe: Option<Json<i32>>,
        pub real: sea_orm::entity::prelude::Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
