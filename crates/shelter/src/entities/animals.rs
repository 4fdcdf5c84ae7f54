//! Animals that wait for a home.

use sea_orm::entity::prelude::*;

/// An animal in a shelter.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "animals")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    #[sea_orm(column_type = "String(StringLen::N(120))", indexed)]
    pub name: String,
    pub kind: AnimalKind,
    /// The day of its birth, where that is known.
    pub born_on: Option<Date>,
    /// In kilograms.
    #[sea_orm(column_type = "Decimal(Some((6, 2)))")]
    pub weight: Option<Decimal>,
    /// The number of the chip under its skin.
    #[sea_orm(unique)]
    pub chip: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub notes: Option<String>,
    pub shelter_id: Uuid,
    #[sea_orm(belongs_to, from = "shelter_id", to = "id", on_delete = "Restrict")]
    pub shelter: BelongsTo<super::shelters::Entity>,
}

/// What an animal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "animal_kind")]
pub enum AnimalKind {
    #[sea_orm(string_value = "cat")]
    Cat,
    #[sea_orm(string_value = "dog")]
    Dog,
    #[sea_orm(string_value = "rabbit")]
    Rabbit,
    #[sea_orm(string_value = "bird")]
    Bird,
}

impl ActiveModelBehavior for ActiveModel {}
