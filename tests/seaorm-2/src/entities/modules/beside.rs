//! A file beside its folder.

use sea_orm::entity::prelude::*;

pub mod inside;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "beside")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub inside_id: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "inside::Entity", from = "Column::InsideId", to = "inside::Column::Id")]
    Inside,
}

impl ActiveModelBehavior for ActiveModel {}
