//! Predicates and expressions of indexes and a computed column change in nothing but their casts.

pub mod sample {
    use limbeck_derive::Limbeck;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
    #[sea_orm(table_name = "samples")]
    #[limbeck(
        index(name = "ix_few", columns("amount"), where = "code IN ('a', 'b') AND price > 0"),
        index(name = "ix_part", columns("(lower(code))", "amount desc"))
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "String(StringLen::N(12))")]
        pub code: String,
        pub amount: i32,
        #[sea_orm(column_type = "Decimal(Some((12, 2)))")]
        pub price: Decimal,
        pub seen_at: DateTimeWithTimeZone,
        #[limbeck(generated(expr = "code || '-' || amount", stored))]
        #[sea_orm(column_type = "Text")]
        pub both: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
