//! Dense entities at the edges of the rules.

use crate::entities::{enums::shared::Mood, values::newtypes::Amount};

/// Everything that a column can say, amid relations.
pub mod columns {
    use sea_orm::entity::prelude::*;

    use super::{Amount, Mood};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_columns", rename_all = "camelCase", comment = "all at once")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub row_nr: i32,
        #[sea_orm(comment = "how it feels")]
        pub mood: Mood,
        #[sea_orm(unique_key = "pair")]
        pub amount: Option<Amount>,
        #[sea_orm(default_expr = "Expr::current_timestamp()", indexed)]
        pub made_at: DateTimeUtc,
        #[sea_orm(default_value = 1)]
        pub size: i32,
        #[sea_orm(enum_name = "Kind")]
        pub r#type: String,
        #[sea_orm(column_name = "OWN", unique)]
        pub own: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A pair of columns that refers to the key, of which one is renamed, and is optional as a whole.
pub mod link {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_link")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub tenant_id: Option<Uuid>,
        #[sea_orm(column_name = "ROW")]
        pub row_nr: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::columns::Entity",
            from = "(Column::TenantId, Column::RowNr)",
            to = "(super::columns::Column::TenantId, super::columns::Column::RowNr)",
            on_delete = "SetNull"
        )]
        Target,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A graph: a table to itself through a table between.
pub mod node {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_node")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod edge {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_edge")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub from_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub to_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::node::Entity",
            from = "Column::FromId",
            to = "super::node::Column::Id",
            on_delete = "Cascade"
        )]
        From,
        #[sea_orm(
            belongs_to = "super::node::Entity",
            from = "Column::ToId",
            to = "super::node::Column::Id",
            on_delete = "Cascade"
        )]
        To,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Two tables in a circle.
pub mod chicken {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_chicken")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub hatched_from: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::egg::Entity",
            from = "Column::HatchedFrom",
            to = "super::egg::Column::Id",
            on_delete = "SetNull"
        )]
        Egg,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod egg {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_egg")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub laid_by: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "super::chicken::Entity", from = "Column::LaidBy", to = "super::chicken::Column::Id")]
        Chicken,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
