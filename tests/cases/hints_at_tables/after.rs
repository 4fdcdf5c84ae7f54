//! Hints say what SeaORM has no words for: composite and descending indexes, named constraints, checks of a table, computed columns.

pub mod article {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "articles")]
    #[limbeck(
        index(columns("shelf", "price desc")),
        unique(name = "one article a place", columns("shelf", "place")),
        check(name = "no such shelf", expr = "shelf <> 77"),
        check = "amount <> 78"
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub shelf: i32,
        pub place: i32,
        #[limbeck(index(name = "dearest first", desc))]
        pub price: i32,
        pub amount: i32,
        #[limbeck(generated(expr = "coalesce(shelf, place)", stored))]
        pub found_at: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
