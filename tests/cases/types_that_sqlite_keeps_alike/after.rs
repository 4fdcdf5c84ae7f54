//! Types that SQLite keeps alike change beside what makes the table anew on the way up and not on the way down.

pub mod visit {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "visits")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub seen_at: DateTime,
        pub known: Json,
        #[sea_orm(default_expr = "Expr::current_timestamp()")]
        pub left_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
