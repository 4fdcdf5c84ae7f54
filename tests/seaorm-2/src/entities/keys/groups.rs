//! Indexes, and unique groups of columns.

pub mod groups {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "unique_groups")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(unique_key = "z")]
        pub one: i32,
        #[sea_orm(unique_key = "a", indexed)]
        pub two: Option<i32>,
        #[sea_orm(unique_key = "z", unique)]
        pub three: String,
        #[sea_orm(unique_key = "a")]
        pub four: Date,
        #[sea_orm(unique_key = "alone")]
        pub five: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A member of the key is in a group, and a group's name is that of no column.
pub mod with_key {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "unique_with_key")]
    pub struct Model {
        #[sea_orm(primary_key, unique_key = "per-tenant")]
        pub id: i32,
        #[sea_orm(unique_key = "per-tenant")]
        pub tenant: i32,
        #[sea_orm(unique_key = "Per Name")]
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Two groups at one column: the last one is taken.
pub mod twice {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "unique_twice")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(unique_key = "first")]
        pub one: i32,
        #[sea_orm(unique_key = "first", unique_key = "second")]
        pub two: i32,
        #[sea_orm(unique_key = "second")]
        pub three: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod indexed {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "Indexed")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub plain: i32,
        #[sea_orm(indexed, column_name = "Spaced Out")]
        pub spaced: i32,
        #[sea_orm(indexed, unique)]
        pub both: i32,
        #[sea_orm(unique)]
        pub only: Option<i32>,
        #[sea_orm(indexed)]
        #[sea_orm(column_name = "apart")]
        pub in_two_attributes: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
