//! An entity whose relations stand in another folder.

pub use crate::entities::relations::apart::Relation;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mixed_apart")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub hub_id: i32,
    pub parent_id: Option<i32>,
}

impl ActiveModelBehavior for ActiveModel {}
