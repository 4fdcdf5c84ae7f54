//! What `extra` appends to a column's definition, in SQL, and comments.

pub mod plain {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "extras_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(extra = "CHECK (price > 0)")]
        pub price: i32,
        #[sea_orm(extra = "DEFAULT CURRENT_TIMESTAMP")]
        pub at: DateTime,
        #[sea_orm(extra = "DEFAULT 0", indexed)]
        pub count: i32,
        #[sea_orm(extra = "DEFAULT 'ab' CHECK (length(name) > 1)", unique)]
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod collated {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "extras_collated")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(extra = "COLLATE NOCASE", unique)]
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod computed {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "extras_computed")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub price: i32,
        #[sea_orm(extra = "GENERATED ALWAYS AS (price * 2) STORED")]
        pub double: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod comments {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "comments", comment = "what is said of a table")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(comment = "一つ目")]
        pub one: i32,
        /// Docs are no comments: `<b>`.
        #[sea_orm(comment = "it's \"the\" second; \\ and more")]
        pub two: Option<i32>,
        #[sea_orm(unique, comment = "third")]
        #[sea_orm(comment = "third, said again")]
        pub three: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
