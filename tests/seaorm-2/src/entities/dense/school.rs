//! Relations amid the columns, of pairs, optional ones, renamed columns.

pub mod class {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "school_class", rename_all = "camelCase")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub school_nr: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub class_nr: i32,
        #[sea_orm(has_many)]
        pub pupils: HasMany<super::pupil::Entity>,
        pub room: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod pupil {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "school_pupil")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(column_name = "SchoolNr")]
        pub school_nr: i32,
        #[sea_orm(
            belongs_to,
            from = "(school_nr, class_nr)",
            to = "(school_nr, class_nr)",
            on_delete = "Cascade",
            on_update = "Cascade"
        )]
        pub class: BelongsTo<super::class::Entity>,
        pub class_nr: i32,
        #[sea_orm(unique)]
        pub email: String,
        #[sea_orm(unique_key = "seat")]
        pub row: i16,
        #[sea_orm(unique_key = "seat")]
        pub place: i16,
        pub friend_id: Option<i64>,
        #[sea_orm(self_ref, relation_enum = "Friend", relation_reverse = "Friends", from = "friend_id", to = "id")]
        pub friend: BelongsTo<Option<Entity>>,
        #[sea_orm(self_ref, relation_enum = "Friends", relation_reverse = "Friend")]
        pub friends: HasMany<Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod mark {
    use sea_orm::entity::prelude::*;
    #[allow(unused_imports, reason = "the attribute may be written either way")]
    use sea_orm::model;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "school_mark")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub pupil_id: Option<i64>,
        #[sea_orm(belongs_to, from = "Column::PupilId", to = "Column::Id", on_delete = "SetNull")]
        pub pupil: BelongsTo<Option<super::pupil::Entity>>,
        #[sea_orm(default_value = 1, indexed)]
        pub value: i16,
        #[sea_orm(column_type = "Decimal(Some((4, 2)))", nullable)]
        pub weight: Option<Decimal>,
        #[sea_orm(ignore)]
        pub shown: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
