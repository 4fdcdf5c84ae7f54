//! Required columns of all sorts come to a table that may have rows: each is added, filled, and only then forbidden to be NULL.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "animals")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub name: String,
    #[sea_orm(column_type = "Text")]
    pub note: String,
    pub legs: i32,
    #[sea_orm(column_type = "Decimal(Some((6, 2)))")]
    pub weight: Decimal,
    pub tame: bool,
    pub seen_at: DateTimeUtc,
    pub chip: Uuid,
    pub size: Size,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "animal_size")]
pub enum Size {
    #[sea_orm(string_value = "small")]
    Small,
    #[sea_orm(string_value = "large")]
    Large,
}
