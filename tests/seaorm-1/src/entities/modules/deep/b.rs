//! Two, inside a module of its own.

pub mod c {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "deep_c")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub a_id: i32,
        pub elsewhere_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "crate::entities::modules::a::Entity",
            from = "Column::AId",
            to = "crate::entities::modules::a::Column::Id"
        )]
        A,
        #[sea_orm(
            belongs_to = "super::super::super::elsewhere::Entity",
            from = "Column::ElsewhereId",
            to = "super::super::super::elsewhere::Column::Id"
        )]
        Elsewhere,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
