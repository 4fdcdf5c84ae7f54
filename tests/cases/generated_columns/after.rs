//! Columns that the server computes.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "boxes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub width: i32,
    pub height: i32,
    #[sea_orm(extra = "GENERATED ALWAYS AS (width * height) STORED")]
    pub area: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
