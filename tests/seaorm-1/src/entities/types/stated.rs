//! Column types in all spellings that compile.

/// As code: paths, functions, constants.
pub mod expressions {
    use sea_orm::entity::prelude::*;

    fn kind() -> DynIden {
        SeaRc::new(Kind)
    }

    #[derive(DeriveIden)]
    struct Kind;

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
