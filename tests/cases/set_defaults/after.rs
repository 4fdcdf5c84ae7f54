//! Columns get defaults.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "animals")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(default_value = "new")]
    pub status: String,
    #[sea_orm(default_value = -1)]
    pub visits: i32,
    #[sea_orm(default_value = false)]
    pub active: bool,
    #[sea_orm(default_expr = "Expr::current_timestamp()")]
    pub seen_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
