//! Quotes, a backslash and what looks like a comment, in names.

pub mod odd {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "it's \"so\" `here`")]
    pub struct Model {
        #[sea_orm(primary_key, column_name = "the \"id\"")]
        pub id: i32,
        #[sea_orm(column_name = "a'b", indexed)]
        pub a: i64,
        #[sea_orm(column_name = "c`d", default_value = "it's")]
        pub c: String,
        #[sea_orm(column_name = "e;--f", unique)]
        pub e: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod other {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "back\\slash")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_name = "of \"it\"")]
        pub of: i32,
        #[sea_orm(column_name = "100 %")]
        pub percent: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::odd::Entity",
            from = "Column::Of",
            to = "super::odd::Column::Id",
            on_delete = "Cascade"
        )]
        Odd,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
