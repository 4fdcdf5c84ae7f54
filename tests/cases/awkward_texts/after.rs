//! Defaults, comments and labels with quotes, backslashes, percent and question marks.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub body: Option<String>,
    #[sea_orm(default_value = "it's 100 % \"so\"", comment = "don't; \"ever\" -- 50 %")]
    pub quoted: String,
    #[sea_orm(default_value = "C:\\temp\\new")]
    pub path: String,
    #[sea_orm(default_value = "why? $1 :name")]
    pub question: String,
    #[sea_orm(default_value = "žluťoučký kůň 🐎")]
    pub horse: String,
    #[sea_orm(default_value = "")]
    pub empty: String,
    pub flavour: Option<Flavour>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "flavour")]
pub enum Flavour {
    #[sea_orm(string_value = "it's")]
    Its,
    #[sea_orm(string_value = "a, b")]
    List,
    #[sea_orm(string_value = "back\\slash")]
    Backslash,
}

impl ActiveModelBehavior for ActiveModel {}
