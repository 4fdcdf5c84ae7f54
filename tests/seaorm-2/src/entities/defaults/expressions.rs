//! Defaults as expressions.

pub mod plain {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "defaults_expressions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_expr = "Expr::current_timestamp()")]
        pub at: DateTimeUtc,
        #[sea_orm(default_expr = "Expr::current_date()")]
        pub day: Date,
        #[sea_orm(default_expr = "Expr::current_time()")]
        pub hour: Time,
        #[sea_orm(default_expr = "Expr::val(3)")]
        pub level: i32,
        #[sea_orm(default_expr = "Expr::value(-4)")]
        pub value: i32,
        #[sea_orm(default_expr = "0")]
        pub zero: i32,
        #[sea_orm(default_expr = "true")]
        pub yes: bool,
        #[sea_orm(default_expr = "\"abc\"")]
        pub text: String,
        #[sea_orm(default_expr = "Expr::cust(\"CURRENT_TIMESTAMP\")")]
        pub custom: DateTime,
        #[sea_orm(default_expr = "sea_orm::sea_query::Keyword::CurrentTimestamp")]
        pub keyword: DateTime,
        #[sea_orm(default_expr = "sea_orm::sea_query::SimpleExpr::Keyword(sea_orm::sea_query::Keyword::CurrentDate)")]
        pub by_path: Date,
        #[sea_orm(default_value = 5, default_expr = "6")]
        pub both: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// SQL, which stands as it is.
pub mod sql {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "defaults_sql")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_expr = "Expr::cust(\"1 + 2\")")]
        pub sum: i32,
        #[sea_orm(default_expr = "Expr::cust(\"lower('ABC')\")")]
        pub lower: String,
        #[sea_orm(default_expr = "Expr::cust(\"'quoted'\")")]
        pub literal: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
