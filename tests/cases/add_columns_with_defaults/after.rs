//! Columns that may not be NULL, with something for the rows that are there.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "animals")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub name: String,
    #[sea_orm(default_value = "new")]
    pub status: String,
    #[sea_orm(default_value = 7)]
    pub visits: i32,
    #[sea_orm(default_value = true)]
    pub active: bool,
    #[sea_orm(column_type = "Decimal(Some((8, 2)))", default_value = 1.5)]
    pub fee: Decimal,
    #[sea_orm(default_expr = "Expr::current_timestamp()")]
    pub registered_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
