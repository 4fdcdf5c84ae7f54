//! Dense entities at the edges of the rules.

use crate::entities::{enums::shared::Mood, values::newtypes::Amount};

/// Everything that a column can say, amid relations.
pub mod columns {
    use sea_orm::entity::prelude::*;

    use super::{Amount, Mood};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_columns", rename_all = "camelCase", comment = "all at once")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub row_nr: i32,
        #[sea_orm(has_many)]
        pub links: HasMany<super::link::Entity>,
        #[sea_orm(unique_key = "pair", comment = "how it feels")]
        pub mood: Mood,
        #[sea_orm(unique_key = "pair", renamed_from = "price")]
        pub amount: Option<Amount>,
        #[sea_orm(default_expr = "Expr::current_timestamp()", indexed)]
        pub made_at: DateTimeUtc,
        #[sea_orm(extra = "CHECK (size > 0)", default_value = 1)]
        pub size: i32,
        #[sea_orm(enum_name = "Kind")]
        pub r#type: String,
        #[sea_orm(column_name = "OWN", unique)]
        pub own: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A pair of columns that refers to the key, of which one is renamed, and is optional as a whole.
pub mod link {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_link")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub tenant_id: Option<Uuid>,
        #[sea_orm(column_name = "ROW")]
        pub row_nr: Option<i32>,
        #[sea_orm(belongs_to, from = "(tenant_id, row_nr)", to = "(tenant_id, row_nr)", on_delete = "SetNull")]
        pub target: BelongsTo<Option<super::columns::Entity>>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A graph: a table to itself through a table between.
pub mod node {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_node")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub name: String,
        #[sea_orm(self_ref, via = "edge", from = "From", to = "To")]
        pub next: HasMany<Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod edge {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_edge")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub from_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub to_id: i32,
        #[sea_orm(belongs_to, relation_enum = "From", from = "from_id", to = "id", on_delete = "Cascade")]
        pub from: BelongsTo<super::node::Entity>,
        #[sea_orm(belongs_to, relation_enum = "To", from = "to_id", to = "id", on_delete = "Cascade")]
        pub to: BelongsTo<super::node::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Two tables in a circle.
pub mod chicken {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_chicken")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub hatched_from: Option<i32>,
        #[sea_orm(belongs_to, relation_enum = "HatchedFrom", from = "hatched_from", to = "id", on_delete = "SetNull")]
        pub egg: BelongsTo<Option<super::egg::Entity>>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod egg {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dense_egg")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub laid_by: i32,
        #[sea_orm(belongs_to, relation_enum = "LaidBy", from = "laid_by", to = "id")]
        pub chicken: BelongsTo<super::chicken::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
