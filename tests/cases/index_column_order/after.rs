//! The order of the columns of an index, and the way each is sorted.

pub mod order {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "orders")]
    #[limbeck(
        index(name = "ix_one", columns("total", "state")),
        index(name = "ix_two", columns("total desc", "paid")),
        index(name = "ix_three", columns("paid", "total"))
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub state: String,
        pub total: i32,
        pub paid: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
