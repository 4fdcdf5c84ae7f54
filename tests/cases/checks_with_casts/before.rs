//! Casts that somebody wrote are told from those that PostgreSQL adds; intervals, patterns and JSON come in its words.

pub mod sample {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "samples")]
    #[limbeck(
        check(name = "ck_half", expr = "amount / 2 > 1"),
        check(name = "ck_price", expr = "price > 0"),
        check(name = "ck_seen", expr = "seen_at > born + interval '1 day'")
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "String(StringLen::N(12))")]
        pub code: String,
        pub amount: i32,
        #[sea_orm(column_type = "Decimal(Some((12, 2)))")]
        pub price: Decimal,
        #[sea_orm(column_type = "JsonBinary")]
        pub facts: Json,
        pub born: Date,
        pub seen_at: DateTimeWithTimeZone,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
