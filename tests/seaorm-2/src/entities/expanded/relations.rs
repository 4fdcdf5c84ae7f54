//! Relations of the expanded format; the enum and its implementation stand apart from the entity.

pub mod part {
    use sea_orm::entity::prelude::*;

    pub use self::relation::Relation;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "expanded_part")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: i32,
        pub left: Option<i32>,
        pub right: Option<i32>,
        pub whole: Option<i32>,
        pub herd_farm: i32,
        pub herd_number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        Left,
        Right,
        #[sea_orm(column_name = "WHOLE")]
        Whole,
        HerdFarm,
        HerdNumber,
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
                Self::Left | Self::Right | Self::Whole => ColumnType::Integer.def().null(),
                _ => ColumnType::Integer.def(),
            }
        }
    }

    mod relation {
        use super::{Column, Entity};
        use crate::entities::{compact::ranch::herd, expanded::keys::pair};
        use sea_orm::entity::prelude::*;

        #[derive(Copy, Clone, Debug, EnumIter)]
        pub enum Relation {
            Pair,
            Whole,
            Herd,
            Parts,
        }

        impl Related<super::Entity> for Entity {
            fn to() -> RelationDef {
                Relation::Whole.def()
            }
        }

        impl RelationTrait for Relation {
            fn def(&self) -> RelationDef {
                match self {
                    Relation::Pair => Entity::belongs_to(pair::Entity)
                        .from((Column::Right, Column::Left))
                        .to((pair::Column::Right, pair::Column::Left))
                        .on_delete(ForeignKeyAction::SetNull)
                        .into(),
                    Relation::Whole => {
                        Entity::belongs_to(super::Entity).from(Column::Whole).to(super::Column::Id).into()
                    }
                    Relation::Herd => Entity::belongs_to(herd::Entity)
                        .from((Column::HerdFarm, Column::HerdNumber))
                        .to((herd::Column::Farm, herd::Column::Number))
                        .fk_name("part_of_herd")
                        .into(),
                    Relation::Parts => Entity::has_many(super::Entity).from(Column::Id).to(Column::Whole).into(),
                }
            }
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The derive of relations on an expanded entity.
pub mod derived {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "expanded_derived")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: i32,
        pub part_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        PartId,
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
                Self::PartId => ColumnType::Integer.def(),
            }
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::part::Entity",
            from = "Column::PartId",
            to = "super::part::Column::Id",
            on_delete = "Cascade"
        )]
        Part,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
