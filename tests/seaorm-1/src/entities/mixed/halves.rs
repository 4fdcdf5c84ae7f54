//! Entities of which one half is derived and the other written.

/// The compact derive without a table's name beside a written `Entity`.
pub mod named_apart {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    pub struct Entity;

    impl EntityName for Entity {
        fn table_name(&self) -> &'static str {
            "mixed_named_apart"
        }
    }

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: i32,
        pub name: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        Name,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)]
    pub enum PrimaryKey {
        Id,
    }

    impl PrimaryKeyTrait for PrimaryKey {
        type ValueType = i32;

        fn auto_increment() -> bool {
            true
        }
    }

    impl ColumnTrait for Column {
        type EntityName = Entity;

        fn def(&self) -> ColumnDef {
            match self {
                Self::Id => ColumnType::Integer.def(),
                Self::Name => ColumnType::Text.def().null(),
            }
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod compact_without_name {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    pub struct Entity;

    impl EntityName for Entity {
        fn schema_name(&self) -> Option<&'static str> {
            Some("archive")
        }

        fn table_name(&self) -> &'static str {
            "mixed_compact"
        }
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(column_type = "Text", nullable, indexed)]
        pub name: Option<String>,
        pub other: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::named_apart::Entity",
            from = "Column::Other",
            to = "super::named_apart::Column::Id"
        )]
        Other,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The same with the name at the derive.
pub mod derived_name {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "mixed_derived_name", schema_name = "archive")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(unique)]
        pub name: String,
        pub parent_id: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {
        Parent,
    }

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            match self {
                Self::Parent => Entity::belongs_to(super::compact_without_name::Entity)
                    .from(Column::ParentId)
                    .to(super::compact_without_name::Column::Id)
                    .into(),
            }
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Types with paths at the derives.
pub mod by_path {
    #[derive(Clone, Debug, PartialEq, sea_orm::DeriveEntityModel)]
    #[sea_orm(table_name = "mixed_by_path")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub at: sea_orm::prelude::DateTime,
    }

    #[allow(unused_imports, reason = "the derives of one release ask for more than those of the other")]
    use sea_orm::{ActiveModelBehavior, DerivePrimaryKey, EntityTrait, EnumIter, PrimaryKeyTrait};

    #[derive(Copy, Clone, Debug, sea_orm::EnumIter, sea_orm::DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
