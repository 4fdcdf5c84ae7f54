//! Targets under other names: imported, through `crate`, through a prelude of the application's.

/// The entities of this file under names of their own.
pub mod prelude {
    pub use super::super::shapes::hub::{Column as HubColumn, Entity as Hub};
    pub use super::imported::Entity as Imported;
}

pub mod imported {
    use super::super::shapes::hub::{Column as HubColumns, Entity as HubEntity};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "far_imported")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub hub_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "HubEntity", from = "Column::HubId", to = "HubColumns::Id", on_delete = "Cascade")]
        Hub,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod by_crate {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "far_by_crate")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub hub_id: i32,
        pub author_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "crate::entities::relations::shapes::hub::Entity",
            from = "Column::HubId",
            to = "crate::entities::relations::shapes::hub::Column::Id"
        )]
        Hub,
        #[sea_orm(
            belongs_to = "crate::entities::compact::author::Entity",
            from = "self::Column::AuthorId",
            to = "crate::entities::compact::author::Column::Id"
        )]
        Author,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod by_prelude {
    use super::prelude::*;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "far_by_prelude")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub hub_id: i32,
        pub imported_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "Hub", from = "Column::HubId", to = "HubColumn::Id")]
        Hub,
        #[sea_orm(
            belongs_to = "super::prelude::Imported",
            from = "Column::ImportedId",
            to = "super::imported::Column::Id",
            on_update = "Cascade"
        )]
        Imported,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod by_self {
    use sea_orm::entity::prelude::*;

    pub mod inner {
        use sea_orm::entity::prelude::*;

        #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
        #[sea_orm(table_name = "far_inner")]
        pub struct Model {
            #[sea_orm(primary_key)]
            pub id: i32,
            pub outer_id: i32,
        }

        #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
        pub enum Relation {
            #[sea_orm(belongs_to = "super::Entity", from = "Column::OuterId", to = "super::Column::Id")]
            Outer,
        }

        impl ActiveModelBehavior for ActiveModel {}
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "far_outer")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        pub inner_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(belongs_to = "self::inner::Entity", from = "Column::InnerId", to = "self::inner::Column::Id")]
        Inner,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
