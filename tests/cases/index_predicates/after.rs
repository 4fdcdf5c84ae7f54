//! The predicate of an index comes, changes and goes.

pub mod order {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "orders")]
    #[limbeck(
        index(name = "ix_state", columns("state"), where = "total > 0"),
        index(name = "ix_total", columns("total"), where = "total > 20"),
        index(name = "ix_paid", columns("paid")),
        index(name = "ix_open", columns("state", "total"), unique, where = "paid IS NULL")
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
