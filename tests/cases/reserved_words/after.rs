//! Names that mean something to SQL, everywhere.

pub mod table {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "type")]
    pub enum Type {
        #[sea_orm(string_value = "select")]
        Select,
        #[sea_orm(string_value = "from")]
        From,
        #[sea_orm(string_value = "where")]
        Where,
    }
}

pub mod order {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "group")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub r#where: String,
        pub order: super::table::Type,
        #[sea_orm(unique_key = "key")]
        pub table: i32,
        #[sea_orm(unique_key = "key")]
        pub column: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod grant {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "references")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub group: i32,
        #[sea_orm(default_value = "user")]
        pub user: String,
        #[sea_orm(indexed)]
        pub index: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::order::Entity",
            from = "Column::Group",
            to = "super::order::Column::Id",
            on_update = "Cascade"
        )]
        Group,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
