//! Names with capital letters, everywhere.

pub mod kind {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "KindOf")]
    pub enum Kind {
        #[sea_orm(string_value = "Aa")]
        Aa,
        #[sea_orm(string_value = "BB")]
        BB,
        #[sea_orm(string_value = "Cc C")]
        CcC,
    }
}

pub mod user {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "UserAccounts")]
    pub struct Model {
        #[sea_orm(primary_key, column_name = "Id")]
        pub id: i32,
        #[sea_orm(column_name = "EMail", unique)]
        pub e_mail: String,
        #[sea_orm(column_name = "kindOf")]
        pub kind_of: super::kind::Kind,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod post {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "blogPosts")]
    pub struct Model {
        #[sea_orm(primary_key, column_name = "ID")]
        pub id: i32,
        #[sea_orm(column_name = "WrittenBy", indexed)]
        pub written_by: i32,
        #[sea_orm(column_name = "ReadBy")]
        pub read_by: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::user::Entity", from = "Column::WrittenBy", to = "super::user::Column::Id")]
        Writer,
        #[sea_orm(
            belongs_to = "super::user::Entity",
            from = "Column::ReadBy",
            to = "super::user::Column::Id",
            on_delete = "SetNull"
        )]
        Reader,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
