//! Lists, which only PostgreSQL has.

pub mod plain {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "arrays_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub tags: Vec<String>,
        pub small: Vec<i16>,
        pub numbers: Option<Vec<i32>>,
        pub big: Vec<i64>,
        pub tokens: Vec<Uuid>,
        pub flags: Vec<bool>,
        pub amounts: Vec<Decimal>,
        pub values: Vec<Json>,
        pub bytes: Vec<Vec<u8>>,
        pub days: Option<Vec<Date>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod stated {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "arrays_stated")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "Array(RcOrArc::new(ColumnType::Decimal(Some((10, 2)))))")]
        pub prices: Vec<Decimal>,
        #[sea_orm(column_type = "Array(RcOrArc::new(ColumnType::Text))", nullable)]
        pub words: Option<Vec<String>>,
        #[sea_orm(
            column_type = "Array(sea_orm::sea_query::RcOrArc::new(sea_orm::ColumnType::String(StringLen::N(3))))"
        )]
        pub codes: Vec<String>,
        #[sea_orm(column_type = "JsonBinary")]
        pub nested: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod of_enums {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "flavour")]
    pub enum Flavour {
        #[sea_orm(string_value = "sweet")]
        Sweet,
        #[sea_orm(string_value = "sour")]
        Sour,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "arrays_of_enums")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub flavours: Vec<Flavour>,
        pub maybe: Option<Vec<Flavour>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
