//! Intervals, patterns and functions that MariaDB keeps in words of its own.

pub mod ticket {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "tickets")]
    #[limbeck(
        check(name = "ck_code", expr = "code REGEXP '^[a-y]+$' XOR amount = 1"),
        check(name = "ck_born", expr = "date_add(born, interval 1 month) > '1900-01-01'"),
        check(name = "ck_if", expr = "if(amount > 0, 1, 2) = 1 AND length(code) > 0")
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "String(StringLen::N(12))")]
        pub code: String,
        pub amount: i32,
        pub born: Date,
        #[sea_orm(column_type = "custom(\"datetime\")")]
        #[sea_orm(default_expr = "Expr::cust(\"now() + interval 90 minute\")")]
        pub until: DateTime,
        #[limbeck(generated(expr = "concat(upper(code), '-', amount)", stored))]
        #[sea_orm(column_type = "String(StringLen::N(80))")]
        pub both: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
