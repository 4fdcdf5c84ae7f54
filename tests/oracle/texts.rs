//! Text, bytes and what is stored as either.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "texts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub open: String,
    #[sea_orm(column_type = "String(StringLen::N(40))")]
    pub short: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub long: Option<String>,
    #[sea_orm(column_type = "Char(Some(3))")]
    pub fixed: String,
    #[sea_orm(column_type = "Char(None)")]
    pub letter: String,
    pub bytes: Vec<u8>,
    #[sea_orm(column_type = "VarBinary(StringLen::N(32))")]
    pub digest: Option<Vec<u8>>,
    #[sea_orm(column_type = "Binary(20)")]
    pub fixed_bytes: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub picture: Vec<u8>,
    pub json: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub parsed: Option<Json>,
    pub other: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
