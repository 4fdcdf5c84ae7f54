//! Defaults at the edges of the rules.

pub mod values {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "defaults_hard")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_value = 9_223_372_036_854_775_807i64)]
        pub largest: i64,
        #[sea_orm(default_value = -2147483648)]
        pub least: i32,
        #[sea_orm(default_value = 0x1F)]
        pub hex: i32,
        #[sea_orm(default_value = 1e3)]
        pub exponent: f64,
        #[sea_orm(default_value = 2.0)]
        pub whole: f64,
        #[sea_orm(default_value = 3f64)]
        pub suffixed: f64,
        #[sea_orm(default_value = 5)]
        pub whole_on_double: f64,
        #[sea_orm(default_value = 7)]
        pub number_on_text: String,
        #[sea_orm(default_value = "7")]
        pub digits_on_text: String,
        #[sea_orm(default_value = "2024-01-31")]
        pub day: Date,
        #[sea_orm(default_value = " padded ")]
        pub padded: String,
        #[sea_orm(default_value = "now()")]
        pub looks_like_a_call: String,
        #[sea_orm(default_value = "é😀")]
        pub wide: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Literals of another kind than the column.
pub mod other_kinds {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "defaults_of_other_kinds")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_value = 1)]
        pub one_on_flag: bool,
        #[sea_orm(default_value = true)]
        pub flag_on_number: i32,
        #[sea_orm(default_value = "00000000-0000-0000-0000-000000000000")]
        pub token: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod calls {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "defaults_calls")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_expr = "Expr::val(\"it's\")")]
        pub text: String,
        #[sea_orm(default_expr = "Expr::val(1.25)")]
        pub number: f64,
        #[sea_orm(default_expr = "Expr::val(true)")]
        pub flag: bool,
        #[sea_orm(default_expr = "Expr::val(\"now\".to_owned())")]
        pub owned: String,
        #[sea_orm(default_expr = "sea_orm::sea_query::Expr::value(12)")]
        pub path: i32,
        #[sea_orm(default_expr = "Expr::cust(\"now()\")")]
        pub now: DateTime,
        #[sea_orm(default_expr = "Expr::cust(\"(1)\")")]
        pub parenthesised: i32,
        #[sea_orm(default_expr = "Expr::cust(\"NULL\")")]
        pub null: Option<i32>,
        #[sea_orm(default_expr = "Expr::cust(\"true\")")]
        pub yes: bool,
        #[sea_orm(default_expr = "Expr::current_timestamp()", default_value = "lost")]
        pub either: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
