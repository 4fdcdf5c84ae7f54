//! Defaults as literals and as expressions.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "defaults")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(default_value = "it's new")]
    pub status: String,
    #[sea_orm(default_value = 7)]
    pub count: i32,
    #[sea_orm(default_value = -1)]
    pub balance: i64,
    #[sea_orm(default_value = 1.5)]
    pub factor: f64,
    #[sea_orm(default_value = true)]
    pub active: bool,
    #[sea_orm(default_value = false)]
    pub hidden: bool,
    #[sea_orm(default_expr = "Expr::current_timestamp()")]
    pub seen_at: DateTimeUtc,
    #[sea_orm(default_expr = "Expr::val(3)")]
    pub level: i32,
    #[sea_orm(default_value = "")]
    pub empty: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
