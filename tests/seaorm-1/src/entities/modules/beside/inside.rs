//! Its folder.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "beside_inside")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub beside_id: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "super::Entity", from = "Column::BesideId", to = "super::Column::Id")]
    Beside,
}

impl ActiveModelBehavior for ActiveModel {}
