//! Relations that are written by hand, in code, beside an entity of the compact format.

use sea_orm::entity::prelude::*;

pub mod bakery {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "bakery")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i32,
        #[sea_orm(unique)]
        pub code: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter)]
    pub enum Relation {
        Cakes,
    }

    impl RelationTrait for Relation {
        fn def(&self) -> RelationDef {
            match self {
                Self::Cakes => Entity::has_many(super::Entity).into(),
            }
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cake")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(column_type = "String(StringLen::N(64))", unique)]
    pub name: String,
    #[sea_orm(indexed)]
    pub layers: Option<i32>,
    pub bakery_id: Option<i32>,
    pub baked_for: i32,
    pub half_of: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter)]
pub enum Relation {
    Bakery,
    Customer,
    Whole,
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
            Self::Customer => Entity::belongs_to(bakery::Entity)
                .from(Column::BakedFor)
                .to(bakery::Column::Code)
                .fk_name("cake_customer")
                .into(),
            Self::Whole => Entity::belongs_to(Entity).from(Column::HalfOf).to(Column::Id).into(),
        }
    }
}

impl Related<bakery::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Bakery.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
