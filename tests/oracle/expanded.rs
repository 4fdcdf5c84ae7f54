//! The expanded format: every item of an entity is written out.

use sea_orm::entity::prelude::*;

pub mod bakery {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "bakery")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

#[derive(Copy, Clone, Default, Debug, DeriveEntity)]
pub struct Entity;

impl EntityName for Entity {
    fn table_name(&self) -> &'static str {
        "cake"
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveModel, DeriveActiveModel)]
pub struct Model {
    pub id: i64,
    pub name: String,
    pub layers: Option<i32>,
    pub gluten_free: bool,
    pub bakery_id: Option<i32>,
    pub serial: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveColumn)]
pub enum Column {
    Id,
    Name,
    Layers,
    GlutenFree,
    BakeryId,
    #[sea_orm(column_name = "serial_number")]
    Serial,
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
            Self::Name => ColumnType::String(StringLen::N(64)).def().unique(),
            Self::Layers => ColumnType::Integer.def().null().indexed(),
            Self::GlutenFree => ColumnType::Boolean.def().default_value(false),
            Self::BakeryId => ColumnType::Integer.def().nullable(),
            Self::Serial => ColumnType::Uuid.def(),
        }
    }
}

#[derive(Copy, Clone, Debug, EnumIter)]
pub enum Relation {
    Bakery,
}

impl RelationTrait for Relation {
    fn def(&self) -> RelationDef {
        match self {
            Self::Bakery => Entity::belongs_to(bakery::Entity)
                .from(Column::BakeryId)
                .to(bakery::Column::Id)
                .on_delete(sea_orm::sea_query::ForeignKeyAction::SetNull)
                .on_update(sea_orm::sea_query::ForeignKeyAction::Cascade)
                .into(),
        }
    }
}

impl ActiveModelBehavior for ActiveModel {}
