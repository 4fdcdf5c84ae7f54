//! Columns that may be NULL.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "animals")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub name: String,
    pub nickname: Option<String>,
    pub weight: Option<f64>,
    pub born_on: Option<Date>,
    #[sea_orm(column_type = "Decimal(Some((8, 2)))")]
    pub fee: Option<Decimal>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
