//! One call per arm, as the generator writes it.

pub mod cellar {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    pub struct Entity;

    impl EntityName for Entity {
        fn table_name(&self) -> &'static str {
            "cellar"
        }
    }

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub id: i32,
        pub name: String,
        pub depth: Option<f32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        Name,
        Depth,
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

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {
        Bottles,
    }

    impl ColumnTrait for Column {
        type EntityName = Entity;

        fn def(&self) -> ColumnDef {
            match self {
                Self::Id => ColumnType::Integer.def(),
                Self::Name => ColumnType::String(StringLen::None).def().unique(),
                Self::Depth => ColumnType::Float.def().null(),
            }
        }
    }

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            match self {
                Self::Bottles => Entity::has_many(super::bottle::Entity).into(),
            }
        }
    }

    impl Related<super::bottle::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Bottles.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The order of the columns and the model's fields differ; a column has no field.
pub mod bottle {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    #[sea_orm(table_name = "bottle")]
    pub struct Entity;

    #[derive(Clone, Debug, PartialEq, DeriveModel, DeriveActiveModel)]
    pub struct Model {
        pub vintage: Option<i16>,
        pub id: i64,
        pub cellar_id: i32,
        pub price: Decimal,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
    pub enum Column {
        Id,
        CellarId,
        Vintage,
        Price,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DerivePrimaryKey)]
    pub enum PrimaryKey {
        Id,
    }

    impl PrimaryKeyTrait for PrimaryKey {
        type ValueType = i64;

        fn auto_increment() -> bool {
            true
        }
    }

    impl ColumnTrait for Column {
        type EntityName = Entity;

        fn def(&self) -> ColumnDef {
            match self {
                Self::Id => ColumnType::BigInteger.def(),
                Self::CellarId => ColumnType::Integer.def().indexed(),
                Self::Vintage => ColumnType::SmallInteger.def().nullable(),
                Self::Price => ColumnType::Decimal(Some((10u32, 2u32))).def(),
            }
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {
        Cellar,
    }

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            match self {
                Self::Cellar => Entity::belongs_to(super::cellar::Entity)
                    .from(Column::CellarId)
                    .to(super::cellar::Column::Id)
                    .on_delete(ForeignKeyAction::Cascade)
                    .on_update(ForeignKeyAction::Cascade)
                    .fk_name("bottle_cellar")
                    .into(),
            }
        }
    }

    impl Related<super::cellar::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Cellar.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}
