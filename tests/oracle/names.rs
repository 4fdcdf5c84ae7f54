//! Names: a case style, exceptions from it, words that have to be quoted.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "Group", rename_all = "camelCase")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub group_id: i32,
    pub user_name2: String,
    #[sea_orm(indexed)]
    pub address_1: String,
    #[sea_orm(column_name = "Unit Price")]
    pub unit_price: i32,
    #[sea_orm(enum_name = "Renamed")]
    pub another: Option<i32>,
    #[sea_orm(unique)]
    pub order: i32,
    pub r#type: String,
    #[sea_orm(ignore)]
    pub cached: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
