//! A first table with every kind of column that all the databases have.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "samples")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub flag: bool,
    pub tiny: i8,
    pub small: i16,
    pub number: i32,
    pub big: i64,
    pub single: f32,
    pub double: f64,
    #[sea_orm(column_type = "Decimal(Some((12, 3)))")]
    pub price: Decimal,
    #[sea_orm(column_type = "Char(Some(3))")]
    pub currency: String,
    #[sea_orm(column_type = "String(StringLen::N(40))")]
    pub short_name: String,
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub story: String,
    #[sea_orm(column_type = "VarBinary(StringLen::N(64))")]
    pub digest: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub picture: Vec<u8>,
    pub day: Date,
    pub hour: Time,
    pub seen_at: DateTime,
    pub stored_at: DateTimeUtc,
    pub token: Uuid,
    pub detail: Json,
    pub nothing: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
