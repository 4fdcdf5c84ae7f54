//! Keys whose numbering goes by the text of the type.

/// The text ends with `Uuid`, whatever it is.
pub mod ends {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
    pub struct NoUuid(pub i64);

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_key_ends")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: NoUuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An alias of an integer is numbered, one of a text by its text is too.
pub mod alias {
    use sea_orm::entity::prelude::*;

    pub type Number = i64;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_key_alias")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: Number,
        #[sea_orm(indexed, unique_key = "n")]
        pub other: Option<Number>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An ignored field that says it is the key; `auto_increment = false` at a second attribute.
pub mod ignored {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_key_ignored")]
    pub struct Model {
        #[sea_orm(primary_key)]
        #[sea_orm(auto_increment = false)]
        pub id: i32,
        #[sea_orm(ignore)]
        pub gone: i32,
        #[sea_orm(ignore, column_type = "Text", unique)]
        pub with_type: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An enum of numbers that the database numbers, by SeaORM's rule.
pub mod stated_text {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "hard_key_stated_text")]
    pub struct Model {
        #[sea_orm(primary_key, column_type = "String(StringLen::N(36))")]
        pub id: String,
        #[sea_orm(column_type = "Binary(16)")]
        pub raw: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
