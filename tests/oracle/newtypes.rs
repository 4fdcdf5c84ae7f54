//! Types of the application's own: newtypes, aliases, JSON structures.

use sea_orm::{FromJsonQueryResult, entity::prelude::*};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
pub struct Amount(pub i64);

#[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
#[sea_orm(column_type = "Text")]
pub struct Story(pub String);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Settings {
    pub dark: bool,
}

pub type Reference = Uuid;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "newtypes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub amount: Amount,
    pub other_amount: Option<Amount>,
    pub story: Story,
    pub settings: Settings,
    pub maybe_settings: Option<Settings>,
    pub reference: Reference,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
