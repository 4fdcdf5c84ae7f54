pub mod order {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "orders")]
    #[limbeck(
        index(name = "ix_state", columns("state")),
        index(name = "ix_total", columns("total"), where = "total > 10"),
        index(name = "ix_paid", columns("paid"), where = "paid IS NOT NULL")
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
