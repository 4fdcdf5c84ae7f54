//! Numbers of every width.

pub mod plain {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "numbers_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub flag: bool,
        pub tiny: i8,
        pub small: i16,
        pub number: i32,
        pub big: Option<i64>,
        pub single: f32,
        pub double: Option<f64>,
        pub exact: Decimal,
        pub other_exact: Option<BigDecimal>,
        pub letter: i8,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod unsigned {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "numbers_unsigned")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: u64,
        pub tiny: u8,
        pub small: u16,
        pub number: Option<u32>,
        pub big: u64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod stated {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "numbers_stated")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "TinyInteger")]
        pub tiny: i32,
        #[sea_orm(column_type = "SmallInteger")]
        pub small: i32,
        #[sea_orm(column_type = "Integer")]
        pub number: i64,
        #[sea_orm(column_type = "BigInteger", nullable)]
        pub big: i32,
        #[sea_orm(column_type = "TinyUnsigned")]
        pub tiny_unsigned: u32,
        #[sea_orm(column_type = "SmallUnsigned")]
        pub small_unsigned: u32,
        #[sea_orm(column_type = "Unsigned")]
        pub unsigned: i64,
        #[sea_orm(column_type = "BigUnsigned")]
        pub big_unsigned: i64,
        #[sea_orm(column_type = "Float")]
        pub single: f64,
        #[sea_orm(column_type = "Double")]
        pub double: f32,
        #[sea_orm(column_type = "Decimal(None)")]
        pub exact: Decimal,
        #[sea_orm(column_type = "Decimal(Some((16, 4)))")]
        pub digits: Option<Decimal>,
        #[sea_orm(column_type = "Decimal(Some((18u32, 6u32)))")]
        pub suffixed: BigDecimal,
        #[sea_orm(column_type = "Money(None)")]
        pub money: Decimal,
        #[sea_orm(column_type = "Boolean")]
        pub flag: i8,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
