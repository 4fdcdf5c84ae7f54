use sea_orm::entity::prelude::*;

/// An enum that columns of another crate have.
#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "weather")]
pub enum Weather {
    /// No cloud.
    #[sea_orm(string_value = "fair")]
    Fair,
    /// Clouds.
    #[sea_orm(string_value = "foul")]
    Foul,
}
