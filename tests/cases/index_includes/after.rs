//! What an index includes, and where NULLs stand in it.

pub mod order {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "orders")]
    #[limbeck(
        index(name = "ix_state", columns("state"), include("total", "paid")),
        index(name = "ix_paid", columns("paid desc nulls first"))
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
