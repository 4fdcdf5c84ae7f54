//! Types with an implementation of `ValueType` by hand, whatever derives they have.

pub mod plain {
    use sea_orm::{
        ColIdx, TryGetError, TryGetable,
        entity::prelude::*,
        sea_query::{ArrayType, Nullable, ValueType, ValueTypeErr},
    };

    /// A place on a map, as one text.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Place {
        pub east: f64,
        pub north: f64,
    }

    impl From<Place> for Value {
        fn from(place: Place) -> Self {
            format!("{} {}", place.east, place.north).into()
        }
    }

    impl TryGetable for Place {
        fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
            String::try_get_by(row, index).map(|_| Place { east: 0.0, north: 0.0 })
        }
    }

    impl ValueType for Place {
        fn try_from(_: Value) -> Result<Self, ValueTypeErr> {
            Err(ValueTypeErr)
        }

        fn type_name() -> String {
            stringify!(Place).to_owned()
        }

        fn array_type() -> ArrayType {
            ArrayType::String
        }

        fn column_type() -> ColumnType {
            ColumnType::string(Some(64))
        }
    }

    impl Nullable for Place {
        fn null() -> Value {
            Value::String(None)
        }
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "by_hand_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub place: Place,
        pub maybe: Option<Place>,
        #[sea_orm(column_type = "Text")]
        pub stated: Place,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
