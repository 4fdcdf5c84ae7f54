//! The relations of an entity that stands in another folder.

use crate::entities::{
    mixed::apart::{Column, Entity},
    relations::shapes::hub,
};
use sea_orm::entity::prelude::*;

#[derive(Copy, Clone, Debug, EnumIter)]
pub enum Relation {
    Hub,
    Parent,
}

impl RelationTrait for Relation {
    fn def(&self) -> RelationDef {
        match self {
            Self::Hub => Entity::belongs_to(hub::Entity)
                .from(Column::HubId)
                .to(hub::Column::Id)
                .on_update(ForeignKeyAction::Cascade)
                .into(),
            Self::Parent => {
                Entity::belongs_to(Entity).from(Column::ParentId).to(Column::Id).fk_name("apart_parent").into()
            }
        }
    }
}
