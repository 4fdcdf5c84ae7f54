//! A module that is called as a crate is, and an entity whose module is called as a type.

pub mod chrono {
    //! Not the crate of this name.

    pub type NaiveDate = i32;
}

pub mod uuid {
    use sea_orm::entity::prelude::*;

    use super::chrono;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "own_names_uuid")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub day: chrono::NaiveDate,
        pub real: ::chrono::NaiveDate,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
