//! Defaults that are computed change; the volatile ones are read, not run.

pub mod ticket {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "tickets")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_expr = "Expr::cust(\"now() + interval '1 day'\")")]
        pub until: DateTimeWithTimeZone,
        #[sea_orm(default_expr = "Expr::cust(\"gen_random_uuid()\")")]
        pub token: Uuid,
        #[sea_orm(column_type = "String(StringLen::N(12))")]
        #[sea_orm(default_expr = "Expr::cust(\"upper('a')\")")]
        pub label: String,
        #[sea_orm(default_expr = "Expr::cust(\"(1+2)\")")]
        pub number: i32,
        #[sea_orm(default_expr = "Expr::cust(\"CURRENT_DATE + 1\")")]
        pub day: Date,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
