//! One entity in a file of its own, with more derives and foreign attributes than its table needs.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Who writes. Not `Vec<Book>`: that is a relation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[sea_orm(table_name = "author")]
pub struct Model {
    #[sea_orm(primary_key)]
    #[serde(skip_deserializing)]
    pub id: i32,
    pub name: String,
    #[serde(rename = "bornOn")]
    born: Option<Date>,
    #[serde(default)]
    pub(crate) retired: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(has_many = "super::library::book::Entity")]
    Books,
}

impl Related<super::library::book::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Books.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
