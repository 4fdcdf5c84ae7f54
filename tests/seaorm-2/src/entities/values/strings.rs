//! Types that say `value_type = "String"`: they look like enums of the other derive.

pub mod plain {
    use std::{fmt, str::FromStr};

    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Debug, PartialEq, Eq, DeriveValueType)]
    #[sea_orm(value_type = "String")]
    pub enum Sort {
        Up,
        Down,
    }

    impl fmt::Display for Sort {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(match self {
                Self::Up => "up",
                Self::Down => "down",
            })
        }
    }

    impl FromStr for Sort {
        type Err = sea_orm::sea_query::ValueTypeErr;

        fn from_str(text: &str) -> Result<Self, Self::Err> {
            match text {
                "up" => Ok(Self::Up),
                "down" => Ok(Self::Down),
                _ => Err(sea_orm::sea_query::ValueTypeErr),
            }
        }
    }

    #[derive(Copy, Clone, Debug, PartialEq, Eq, DeriveValueType)]
    #[sea_orm(value_type = "String", column_type = "Char(Some(1))")]
    pub enum Side {
        Left,
        Right,
    }

    impl fmt::Display for Side {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(match self {
                Self::Left => "l",
                Self::Right => "r",
            })
        }
    }

    impl FromStr for Side {
        type Err = sea_orm::sea_query::ValueTypeErr;

        fn from_str(text: &str) -> Result<Self, Self::Err> {
            match text {
                "l" => Ok(Self::Left),
                "r" => Ok(Self::Right),
                _ => Err(sea_orm::sea_query::ValueTypeErr),
            }
        }
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "values_as_strings")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub sort: Sort,
        pub side: Option<Side>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
