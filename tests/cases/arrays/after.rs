//! Columns of arrays come, change and go.

pub mod list {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "lists")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub numbers: Vec<i64>,
        pub words: Option<Vec<String>>,
        pub moments: Option<Vec<DateTimeWithTimeZone>>,
        #[sea_orm(default_expr = "Expr::cust(\"'{}'\")")]
        pub flags: Vec<bool>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
