//! A table is changed in every way at once, which a rebuild does in one go.

pub mod user {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "users")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(unique)]
        pub email: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod animal {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "animals", comment = "who lives here")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(renamed_from = "nick", default_value = "none")]
        pub name: String,
        #[sea_orm(indexed)]
        pub weight: i64,
        pub chip: Option<i32>,
        #[sea_orm(default_value = true, comment = "still here")]
        pub active: bool,
        pub owner_id: Option<i32>,
        pub vet_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::user::Entity",
            from = "Column::OwnerId",
            to = "super::user::Column::Id",
            on_delete = "SetNull"
        )]
        Owner,
        #[sea_orm(
            belongs_to = "super::user::Entity",
            from = "Column::VetId",
            to = "super::user::Column::Id"
        )]
        Vet,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
