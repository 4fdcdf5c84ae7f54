use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rooms")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub house_id: i32,
    pub number: i32,
    pub floor: i32,
    #[sea_orm(belongs_to, from = "house_id", to = "id")]
    pub house: BelongsTo<super::houses::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
