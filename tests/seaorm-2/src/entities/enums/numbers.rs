//! Enums that are kept as numbers.

pub mod values {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "i32", db_type = "Integer")]
    pub enum Level {
        #[sea_orm(num_value = 0)]
        Low,
        #[sea_orm(num_value = -10)]
        Below,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "i16", db_type = "SmallInteger")]
    pub enum Offset {
        Before = -1,
        Now = 0,
        After = 1,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "i64", db_type = "BigInteger")]
    #[repr(i64)]
    pub enum Big {
        Small = 1,
        Huge = 4_000_000_000,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "u8", db_type = "TinyUnsigned")]
    pub enum Tiny {
        #[sea_orm(num_value = 1)]
        One,
        Two = 2,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "u32", db_type = "Unsigned")]
    pub enum Flags {
        None = 0,
        All = 255,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_of_numbers")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_value = 0)]
        pub level: Level,
        pub offset: Option<Offset>,
        pub big: Big,
        pub tiny: Tiny,
        #[sea_orm(indexed)]
        pub flags: Flags,
        #[sea_orm(column_type = "BigInteger")]
        pub stated: Level,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A number as the key.
pub mod key {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "i32", db_type = "Integer")]
    pub enum Region {
        North = 1,
        South = 2,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enums_of_number_key")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub region: Region,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
