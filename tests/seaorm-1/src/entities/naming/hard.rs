//! Names that are at the edges of the rules.

#![allow(non_snake_case, non_camel_case_types, reason = "the names are the point")]

/// Fields in other cases than snake case, under a style and without.
pub mod cases {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_cases")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub ID: i32,
        pub userID: i32,
        pub HTTPServer2Go: i32,
        pub a1b2C3: i32,
        pub __double: i32,
        pub x_: i32,
        pub Self_: i32,
        pub ünïcode: i32,
        pub r#true_: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod styled {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_styled", rename_all = "camelCase")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub ID: i32,
        pub userID: i32,
        pub HTTPServer2Go: i32,
        pub a1b2C3: i32,
        pub __double: i32,
        pub x_: i32,
        pub ünïcode: i32,
        #[sea_orm(enum_name = "OtherName")]
        pub overruled: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Foreign keys of such fields are found by their variants.
pub mod referring {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_referring", rename_all = "SCREAMING_SNAKE_CASE")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub userID: Option<i32>,
        pub r#type: Option<i32>,
        pub address_1: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::cases::Entity",
            from = "Column::UserId",
            to = "super::cases::Column::Id",
            on_delete = "SetNull"
        )]
        User,
        #[sea_orm(belongs_to = "super::cases::Entity", from = "Column::Type", to = "super::cases::Column::Id")]
        Kind,
        #[sea_orm(
            belongs_to = "super::styled::Entity",
            from = "Column::Address1",
            to = "super::styled::Column::OtherName"
        )]
        Address,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Attributes in several lists and orders, with trailing commas and raw keys.
pub mod lists {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(schema_name = "archive", table_name = "hard_lists")]
    pub struct Model {
        #[sea_orm(primary_key)]
        #[sea_orm(auto_increment = false)]
        pub id: i32,
        #[sea_orm(unique)]
        #[sea_orm(indexed)]
        #[sea_orm()]
        pub code: i32,
        #[sea_orm(nullable, column_type = r##"custom("numeric(3)")"##)]
        pub custom: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
