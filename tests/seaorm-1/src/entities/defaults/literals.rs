//! Defaults as literals.

pub mod plain {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "defaults_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_value = "new")]
        pub status: String,
        #[sea_orm(default_value = "it's new")]
        pub quoted: String,
        #[sea_orm(default_value = "")]
        pub empty: String,
        #[sea_orm(default_value = 7)]
        pub count: i32,
        #[sea_orm(default_value = -1)]
        pub balance: i64,
        #[sea_orm(default_value = 78u32)]
        pub suffixed: u32,
        #[sea_orm(default_value = 1_000_000)]
        pub million: i32,
        #[sea_orm(default_value = 1.5)]
        pub factor: f64,
        #[sea_orm(default_value = -0.25)]
        pub negative: Option<f64>,
        #[sea_orm(default_value = true)]
        pub active: bool,
        #[sea_orm(default_value = false)]
        pub hidden: bool,
        #[sea_orm(default_value = 'c', column_type = "Char(Some(1))")]
        pub letter: String,
        #[sea_orm(default_value = "日本語", column_type = "Text")]
        pub words: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Literals that read two ways: to SeaORM these are strings, whatever they look like.
pub mod strings {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "defaults_strings")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_value = "0")]
        pub number: i32,
        #[sea_orm(default_value = "1.5", column_type = "Decimal(Some((4, 1)))")]
        pub exact: Decimal,
        #[sea_orm(default_value = "NULL")]
        pub null: Option<String>,
        #[sea_orm(default_value = "{}", column_type = "JsonBinary")]
        pub json: Json,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The same where not every server takes the string.
pub mod refused_strings {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "defaults_refused_strings")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_value = "false")]
        pub flag: bool,
        #[sea_orm(default_value = "CURRENT_TIMESTAMP")]
        pub at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Strings with characters that servers escape in their own ways.
pub mod escaped {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "defaults_escaped")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_value = "a\\b")]
        pub backslash: String,
        #[sea_orm(default_value = "two\nlines")]
        pub lines: String,
        #[sea_orm(default_value = "a\ttab")]
        pub tab: String,
        #[sea_orm(default_value = "say \"x\"")]
        pub quotes: String,
        #[sea_orm(default_value = r"C:\temp")]
        pub raw: String,
        #[sea_orm(default_value = r#"{"a": "it's"}"#)]
        pub json: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
