use limbeck_derive::Limbeck;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Limbeck)]
#[sea_orm(table_name = "animals")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub mood: Mood,
    #[sea_orm(default_value = "wild")]
    pub usual: Mood,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Limbeck)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "mood")]
pub enum Mood {
    #[sea_orm(string_value = "calm")]
    Calm,
    #[sea_orm(string_value = "wild")]
    Wild,
}

impl ActiveModelBehavior for ActiveModel {}
