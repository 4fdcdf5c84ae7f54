//! Texts, bytes, JSON.

pub mod plain {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "texts_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub open: String,
        pub maybe: Option<String>,
        pub bytes: Vec<u8>,
        pub maybe_bytes: Option<Vec<u8>>,
        pub json: Json,
        pub maybe_json: Option<Json>,
        pub token: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod stated {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "texts_stated")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "String(StringLen::N(40))")]
        pub short: String,
        #[sea_orm(column_type = "String(StringLen::None)")]
        pub none: String,
        #[sea_orm(column_type = "Text", nullable)]
        pub long: Option<String>,
        #[sea_orm(column_type = "Char(Some(3))")]
        pub fixed: String,
        #[sea_orm(column_type = "Char(None)")]
        pub letter: String,
        #[sea_orm(column_type = "VarBinary(StringLen::N(32))")]
        pub digest: Option<Vec<u8>>,
        #[sea_orm(column_type = "VarBinary(StringLen::None)", nullable)]
        pub open: Option<Vec<u8>>,
        #[sea_orm(column_type = "Binary(20)")]
        pub fixed_bytes: Vec<u8>,
        #[sea_orm(column_type = "Blob")]
        pub picture: Vec<u8>,
        #[sea_orm(column_type = "Json")]
        pub json: Json,
        #[sea_orm(column_type = "JsonBinary", nullable)]
        pub parsed: Option<Json>,
        #[sea_orm(column_type = "Uuid")]
        pub token: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The longest that there is.
pub mod longest {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "texts_longest")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "String(StringLen::Max)")]
        pub text: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// In the style of functions, with suffixes, with paths.
pub mod functions {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "texts_functions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(column_type = "string(Some(9))")]
        pub nine: String,
        #[sea_orm(column_type = "string(None)")]
        pub none: String,
        #[sea_orm(column_type = "var_binary(16)")]
        pub bytes: Vec<u8>,
        #[sea_orm(column_type = "String(StringLen::N(78u32))")]
        pub suffixed: String,
        #[sea_orm(column_type = "String(sea_orm::sea_query::StringLen::N(1_000))")]
        pub by_path: String,
        #[sea_orm(column_type = "custom(\"citext\")")]
        pub citext: String,
        #[sea_orm(column_type = "custom(\"varchar(12)\")")]
        pub twelve: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
