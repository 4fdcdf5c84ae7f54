//! Stated types that say something else than the field.

pub mod plain {
    use sea_orm::FromJsonQueryResult;
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    pub struct Settings {
        pub dark: bool,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "String(StringLen::N(8))")]
    pub enum Level {
        #[sea_orm(string_value = "low")]
        Low,
        #[sea_orm(string_value = "high")]
        High,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "contradicting_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "Text")]
        pub token: Uuid,
        #[sea_orm(column_type = "JsonBinary", nullable)]
        pub settings: Settings,
        #[sea_orm(column_type = "Text", nullable)]
        pub level: Option<Level>,
        #[sea_orm(column_type = "String(StringLen::N(5))", nullable)]
        pub at: Time,
        #[sea_orm(select_as = "text", save_as = "citext", column_type = "custom(\"citext\")")]
        pub mail: String,
        #[sea_orm(select_as = "text")]
        pub cast: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A structure that states all, in the second of two attributes.
pub mod apart {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "contradicting_apart")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "Integer")]
        #[sea_orm(column_type = "BigInteger", indexed)]
        pub later_wins: i64,
        #[sea_orm(unique)]
        #[sea_orm(column_type = "Text")]
        pub both: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
