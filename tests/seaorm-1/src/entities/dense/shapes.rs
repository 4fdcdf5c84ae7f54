//! Dense entities of other shapes.

/// No relation at all: it looks like a compact one.
pub mod plain {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_plain")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(default_expr = "Expr::current_timestamp()")]
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A relation that says nothing and one that only other code reads.
pub mod silent {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_silent")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub plain_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod compact {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_compact")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub plain_id: i32,
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

    impl ActiveModelBehavior for ActiveModel {}
}

/// Two keys to one table, and an action's name in every word.
pub mod twice {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_twice")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: u32,
        pub one_id: i32,
        pub r#type: i32,
        pub kind_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::plain::Entity",
            from = "Column::OneId",
            to = "super::plain::Column::Id",
            on_update = "Restrict",
            on_delete = "NoAction"
        )]
        One,
        #[sea_orm(
            belongs_to = "super::plain::Entity",
            from = "Column::KindId",
            to = "super::plain::Column::Id",
            on_delete = "SetDefault"
        )]
        Kind,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Attributes of other derives, and of the model alone.
pub mod foreign {
    use sea_orm::entity::prelude::*;
    use serde::Serialize;

    #[derive(Clone, Debug, PartialEq, Serialize, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_foreign")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Targets in other files.
pub mod far {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_far", schema_name = "warehouse")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub author_id: i32,
        pub hub_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "crate::entities::dense::staff::member::Entity",
            from = "Column::AuthorId",
            to = "crate::entities::dense::staff::member::Column::Id"
        )]
        Author,
        #[sea_orm(
            belongs_to = "super::super::staff::project::Entity",
            from = "Column::HubId",
            to = "super::super::staff::project::Column::Id",
            on_delete = "SetNull"
        )]
        Hub,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
