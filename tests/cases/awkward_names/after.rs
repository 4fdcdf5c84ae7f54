//! Names that need quotes: reserved words, capitals, spaces, letters beyond ASCII.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "order")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub group: i32,
    #[sea_orm(indexed, default_value = 0)]
    pub select: i32,
    #[sea_orm(column_name = "Unit Price", default_value = 1)]
    pub unit_price: i32,
    #[sea_orm(column_name = "grün", unique)]
    pub green: Option<i32>,
    #[sea_orm(column_name = "camelCase", indexed)]
    pub camel_case: Option<i32>,
    pub r#type: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
