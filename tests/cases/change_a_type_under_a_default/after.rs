//! Types change together with their defaults.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "readings")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(column_type = "String(StringLen::N(20))", default_value = "seven")]
    pub code: String,
    #[sea_orm(default_value = 2)]
    pub amount: i32,
    #[sea_orm(default_value = 3)]
    pub level: i64,
    #[sea_orm(default_value = 1)]
    pub active: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
