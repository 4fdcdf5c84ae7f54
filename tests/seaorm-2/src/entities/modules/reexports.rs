//! Names through several hands: re-exported groups, renames, globs of globs, SeaORM itself under another name.

pub mod orm {
    //! SeaORM as this application calls it.

    pub use sea_orm;
    pub use sea_orm::entity::prelude::*;
}

pub mod all {
    //! Globs of globs.

    pub use super::super::CamelCase::Entity as Camel;
    pub use super::super::folder::*;
    pub use super::orm::*;
    pub use crate::entities::values::newtypes::{Amount as Cents, inner::Price};
}

/// Through the application's own prelude.
pub mod user {
    use super::orm::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "reexports_user")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub at: DateTimeUtc,
        pub token: Uuid,
        pub amount: super::all::Cents,
        pub price: Option<super::all::Price>,
        pub value: super::orm::Json,
        pub day: super::orm::sea_orm::prelude::Date,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod target {
    use super::{
        all::{self, Camel, Cents},
        orm::*,
    };

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "reexports_target")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub camel_id: i32,
        pub child_id: i32,
        pub cents: Cents,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Camel", from = "Column::CamelId", to = "super::super::CamelCase::Column::Id")]
        Camel,
        #[sea_orm(belongs_to = "all::child::Entity", from = "Column::ChildId", to = "all::child::Column::Id")]
        Child,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
