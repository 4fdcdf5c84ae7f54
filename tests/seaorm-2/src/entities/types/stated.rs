//! Column types in all spellings that compile.

/// As code: paths, functions, constants.
pub mod expressions {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "stated_expressions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = r#"custom("mediumtext")"#)]
        pub raw: String,
        #[sea_orm(column_type = "Custom(sea_orm::sea_query::Alias::new(\"inet6\").into_iden())")]
        pub alias: String,
        #[sea_orm(column_type = "String ( StringLen :: N ( 12 ) )")]
        pub spaced: String,
        #[sea_orm(column_type = "Char(Some(2u32))")]
        pub suffixed: String,
        #[sea_orm(column_type = "Decimal(Some((0x10, 4)))")]
        pub in_hex: Decimal,
        #[sea_orm(column_type = "custom(\"double precision\")")]
        pub two_words: f64,
        #[sea_orm(column_type = "custom(\"numeric(10, 2)\")")]
        pub digits: Decimal,
    }

    use sea_orm::sea_query::IntoIden;

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Types that only running the program tells: a function's, one with a constant.
pub mod run {
    use sea_orm::entity::prelude::*;

    const LENGTH: u32 = 21;

    fn kind() -> DynIden {
        SeaRc::new(Bigint)
    }

    #[derive(DeriveIden)]
    struct Bigint;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "stated_run")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "Custom(kind())")]
        pub by_function: i64,
        #[sea_orm(column_type = "String(StringLen::N(LENGTH))")]
        pub by_constant: String,
        #[sea_orm(column_type = "Custom(self::kind())", nullable)]
        pub by_path: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// An enumerated type in place.
pub mod enumerated {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "stated_enumerated")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(
            column_type = "Enum { name: \"stated_kind\".into_iden(), variants: vec![\"one\".into_iden(), \"two\".into_iden()] }"
        )]
        pub kind: String,
    }

    use sea_orm::sea_query::IntoIden;

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
