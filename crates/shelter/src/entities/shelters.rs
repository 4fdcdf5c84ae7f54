//! Houses where animals wait for a home.

use sea_orm::entity::prelude::*;

/// A house.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shelters")]
pub struct Model {
    /// Given by the application, so that a house is known before it is stored.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub city: String,
    #[sea_orm(has_many)]
    pub animals: HasMany<super::animals::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
