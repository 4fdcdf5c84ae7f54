//! Checks that the servers keep in words of their own.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ranges")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(column_type = "String(StringLen::N(12))", extra = "CHECK (status IN ('new', 'old') OR status LIKE 'x%')")]
    pub status: String,
    #[sea_orm(extra = "CHECK (low BETWEEN -5 AND 100)")]
    pub low: i32,
    #[sea_orm(extra = "CHECK (high IS NULL OR (high >= low AND NOT high = 13))")]
    pub high: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
