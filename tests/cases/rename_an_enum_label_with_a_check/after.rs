//! A value is written otherwise, in a way that the collation of MariaDB takes for the same; a check has it, and one about another column is left alone.

use limbeck_derive::Limbeck;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
#[sea_orm(table_name = "animals")]
#[limbeck(check(name = "ck_mood", expr = "mood <> 'Calm' OR weight IS NOT NULL"), check(name = "ck_name", expr = "name <> 'calm'"))]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(default_value = "Calm", comment = "how it is")]
    pub mood: Mood,
    pub name: String,
    pub weight: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Limbeck)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "mood")]
pub enum Mood {
    #[sea_orm(string_value = "Calm")]
    #[limbeck(renamed_from = "calm")]
    Calm,
    #[sea_orm(string_value = "wild")]
    Wild,
}

impl ActiveModelBehavior for ActiveModel {}
