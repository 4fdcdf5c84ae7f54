pub mod user {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "users")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(unique)]
        pub email: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod animal {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "animals", comment = "who lives here")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(indexed, default_value = 1, comment = "where")]
        pub hall: i32,
        #[sea_orm(unique)]
        pub chip: Option<Uuid>,
        pub mood: Mood,
        pub mother_id: Option<i64>,
        pub keeper_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "Entity",
            from = "Column::MotherId",
            to = "Column::Id",
            on_delete = "SetNull"
        )]
        Mother,
        #[sea_orm(
            belongs_to = "super::user::Entity",
            from = "Column::KeeperId",
            to = "super::user::Column::Id",
            on_delete = "Restrict"
        )]
        Keeper,
    }

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "mood")]
    pub enum Mood {
        #[sea_orm(string_value = "calm")]
        Calm,
        #[sea_orm(string_value = "wild")]
        Wild,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
