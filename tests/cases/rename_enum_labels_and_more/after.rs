//! One value gets the name that another one had, in a table and a column that have other names too; a new value is the default from then on.

use limbeck_derive::Limbeck;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
#[sea_orm(table_name = "beasts")]
#[limbeck(renamed_from = "animals")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(default_value = "asleep")]
    #[limbeck(renamed_from = "mood")]
    pub state: Mood,
    #[sea_orm(default_value = "furious")]
    pub usual: Mood,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Limbeck)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "mood")]
pub enum Mood {
    #[sea_orm(string_value = "asleep")]
    Asleep,
    #[sea_orm(string_value = "wild")]
    #[limbeck(renamed_from = "calm")]
    Calm,
    #[sea_orm(string_value = "furious")]
    #[limbeck(renamed_from = "wild")]
    Wild,
}

impl ActiveModelBehavior for ActiveModel {}
