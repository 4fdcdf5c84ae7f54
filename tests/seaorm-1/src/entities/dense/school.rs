//! Relations amid the columns, of pairs, optional ones, renamed columns.

pub mod class {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "school_class", rename_all = "camelCase")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub school_nr: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub class_nr: i32,
        pub room: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod pupil {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "school_pupil")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(column_name = "SchoolNr")]
        pub school_nr: i32,
        pub class_nr: i32,
        #[sea_orm(unique)]
        pub email: String,
        pub row: i16,
        pub place: i16,
        pub friend_id: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::class::Entity",
            from = "(Column::SchoolNr, Column::ClassNr)",
            to = "(super::class::Column::SchoolNr, super::class::Column::ClassNr)",
            on_delete = "Cascade",
            on_update = "Cascade"
        )]
        Class,
        #[sea_orm(belongs_to = "Entity", from = "Column::FriendId", to = "Column::Id")]
        Friend,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod mark {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "school_mark")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub pupil_id: Option<i64>,
        #[sea_orm(default_value = 1, indexed)]
        pub value: i16,
        #[sea_orm(column_type = "Decimal(Some((4, 2)))", nullable)]
        pub weight: Option<Decimal>,
        #[sea_orm(ignore)]
        pub shown: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::pupil::Entity",
            from = "Column::PupilId",
            to = "super::pupil::Column::Id",
            on_delete = "SetNull"
        )]
        Pupil,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
