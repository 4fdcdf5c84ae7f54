//! A file that is another module than its name says.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "elsewhere")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub child: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::folder::child::Entity",
        from = "Column::Child",
        to = "super::folder::child::Column::Id"
    )]
    Child,
}

impl ActiveModelBehavior for ActiveModel {}
