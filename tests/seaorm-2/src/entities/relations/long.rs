//! Names that are longer than databases take: sixty-three or sixty-four characters.

pub mod names {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "a_table_whose_name_is_nearly_as_long_as_a_name_can_be")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(indexed)]
        pub a_column_whose_name_is_long_enough_to_be_cut: i32,
        pub short: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Entity", from = "Column::AColumnWhoseNameIsLongEnoughToBeCut", to = "Column::Id")]
        Long,
        #[sea_orm(belongs_to = "Entity", from = "Column::Short", to = "Column::Id")]
        Short,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
