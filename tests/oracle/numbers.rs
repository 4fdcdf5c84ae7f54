//! Numbers of every width.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "numbers")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub flag: bool,
    pub tiny: i8,
    pub small: i16,
    pub number: i32,
    pub big: Option<i64>,
    pub tiny_unsigned: u8,
    pub small_unsigned: u16,
    pub unsigned: Option<u32>,
    pub big_unsigned: u64,
    pub single: f32,
    pub double: Option<f64>,
    pub plain: Decimal,
    #[sea_orm(column_type = "Decimal(Some((12, 3)))")]
    pub exact: Option<Decimal>,
    #[sea_orm(column_type = "Money(None)")]
    pub price: Decimal,
    #[sea_orm(column_type = "Double")]
    pub overruled: f32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
