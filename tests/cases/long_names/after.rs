//! Names of keys and indexes that are too long for a database are shortened, the same way each time.

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

pub mod measurement {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "the_measurements_of_all_animals_in_all_the_shelters")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub first_measured_by_user: i32,
        #[sea_orm(indexed)]
        pub second_measured_by_user: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::user::Entity",
            from = "Column::FirstMeasuredByUser",
            to = "super::user::Column::Id"
        )]
        First,
        #[sea_orm(
            belongs_to = "super::user::Entity",
            from = "Column::SecondMeasuredByUser",
            to = "super::user::Column::Id"
        )]
        Second,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
