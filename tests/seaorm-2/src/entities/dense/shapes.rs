//! Dense entities of other shapes.

/// No relation at all: it looks like a compact one.
pub mod plain {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_expr = "Expr::current_timestamp()")]
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A relation that says nothing and one that only other code reads.
pub mod silent {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_silent")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub plain_id: i32,
        pub plain: HasOne<super::plain::Entity>,
        pub plains: HasMany<super::plain::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A relation enum of its own beside `compact_model`.
pub mod compact {
    use sea_orm::entity::prelude::*;

    #[sea_orm::compact_model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_compact")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub plain_id: i32,
        pub plain: HasOne<super::plain::Entity>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::plain::Entity",
            from = "Column::PlainId",
            to = "super::plain::Column::Id",
            on_delete = "Cascade",
            fk_name = "by_hand"
        )]
        Plain,
    }

    impl Related<super::plain::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Plain.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Two keys to one table, and an action's name in every word.
pub mod twice {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_twice")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: u32,
        pub one_id: i32,
        pub r#type: i32,
        pub kind_id: i32,
        #[sea_orm(
            belongs_to,
            relation_enum = "One",
            from = "one_id",
            to = "id",
            on_update = "Restrict",
            on_delete = "NoAction"
        )]
        pub one: BelongsTo<super::plain::Entity>,
        #[sea_orm(belongs_to, relation_enum = "Kind", from = "kind_id", to = "id", on_delete = "SetDefault")]
        pub kind: BelongsTo<super::plain::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Attributes of other derives, and of the model alone.
pub mod foreign {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_foreign", model_attrs(derive(Serialize)))]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub name: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Targets in other files.
pub mod far {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_far", schema_name = "warehouse")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub author_id: i32,
        pub hub_id: Option<i32>,
        #[sea_orm(belongs_to, from = "author_id", to = "id")]
        pub author: BelongsTo<crate::entities::dense::staff::member::Entity>,
        #[sea_orm(belongs_to, from = "hub_id", to = "id", on_delete = "SetNull")]
        pub hub: BelongsTo<Option<super::super::staff::project::Entity>>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
