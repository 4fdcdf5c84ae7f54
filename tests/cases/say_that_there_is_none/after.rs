//! Absence can be said: no default, no comment any more.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "animals", comment = "")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(extra = "DEFAULT NULL", comment = "")]
    pub status: Option<String>,
    #[sea_orm(default_expr = "Expr::cust(\"NULL\")")]
    pub visits: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
