//! Structures that are kept as JSON.

pub mod plain {
    use sea_orm::{FromJsonQueryResult, entity::prelude::*};
    use serde::{Deserialize, Serialize};

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    pub struct Settings {
        pub dark: bool,
    }

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, sea_orm::FromJsonQueryResult)]
    pub enum Event {
        Made,
        Gone { why: String },
    }

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
    pub struct Tags(pub Vec<String>);

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "json_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub settings: Settings,
        pub maybe: Option<Settings>,
        pub event: Event,
        #[sea_orm(column_type = "JsonBinary")]
        pub tags: Tags,
        #[sea_orm(column_type = "Json", nullable)]
        pub stated: Settings,
        #[sea_orm(column_type = "Text")]
        pub text: Settings,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
