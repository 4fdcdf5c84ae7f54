//! Conditions of many shapes come, change and go; each server keeps them in words of its own.

pub mod part {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "parts")]
    #[limbeck(
        check(name = "ck_case", expr = "CASE WHEN low > 0 THEN 1 ELSE 2 END < 3"),
        check(name = "ck_code", expr = "code IN ('a', 'b', 'c')"),
        check(name = "ck_high", expr = "NOT high = 13")
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "String(StringLen::N(12))")]
        pub code: String,
        pub low: i32,
        pub high: Option<i32>,
        #[sea_orm(column_type = "Decimal(Some((12, 2)))")]
        pub price: Decimal,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
