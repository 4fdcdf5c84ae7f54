//! Intervals, patterns and functions that MariaDB keeps in words of its own.

pub mod ticket {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "tickets")]
    #[limbeck(
        check(name = "ck_code", expr = "code REGEXP '^[a-z]+$'"),
        check(name = "ck_born", expr = "born > '1900-01-01'")
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "String(StringLen::N(12))")]
        pub code: String,
        pub amount: i32,
        pub born: Date,
        #[sea_orm(column_type = "custom(\"datetime\")")]
        #[sea_orm(default_expr = "Expr::cust(\"now() + interval 1 day\")")]
        pub until: DateTime,
        #[limbeck(generated(expr = "concat(code, '-', amount)", stored))]
        #[sea_orm(column_type = "String(StringLen::N(80))")]
        pub both: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
