//! Keys of several columns between tables, a tree, an entity of the migrations' own table.

pub mod herd {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "herd")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub farm: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod cow {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "cow")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub farm: i32,
        pub herd_number: i32,
        pub mother: Option<i32>,
        pub father: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::herd::Entity",
            from = "(Column::Farm, Column::HerdNumber)",
            to = "(super::herd::Column::Farm, super::herd::Column::Number)",
            on_delete = "Cascade"
        )]
        Herd,
        #[sea_orm(belongs_to = "Entity", from = "Column::Mother", to = "Column::Id", on_delete = "SetNull")]
        Mother,
        #[sea_orm(belongs_to = "Entity", from = "Column::Father", to = "Column::Id", fk_name = "cow_father")]
        Father,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod milk {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "milk")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub cow_id: i32,
        #[sea_orm(primary_key)]
        pub day: Date,
        #[sea_orm(column_type = "Decimal(Some((6, 2)))")]
        pub litres: Decimal,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::cow::Entity",
            from = "Column::CowId",
            to = "super::cow::Column::Id",
            on_delete = "Cascade",
            on_update = "Cascade"
        )]
        Cow,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod applied {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "seaql_migrations")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: String,
        pub applied_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
