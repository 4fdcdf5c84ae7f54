//! All enums that several entities have.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "mood")]
pub enum Mood {
    #[sea_orm(string_value = "calm")]
    Calm,
    #[sea_orm(string_value = "Very Wild")]
    Wild,
    #[sea_orm(string_value = "")]
    None,
}

#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(10))")]
pub enum Size {
    #[sea_orm(string_value = "S")]
    Small,
    #[sea_orm(string_value = "L")]
    Large,
}

/// The old words for the same kind of type.
#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "string(None)", enum_name = "not_used")]
pub enum Grade {
    #[sea_orm(string_value = "a")]
    A,
    /// A doc comment.
    #[sea_orm(string_value = "b")]
    /// Another one, behind the attribute.
    B,
}

/// Called like a word of SQL.
#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "type")]
pub enum Type {
    #[sea_orm(string_value = "one")]
    One,
}

#[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "status", rename_all = "snake_case")]
pub enum Status {
    VeryNew,
    Done,
    #[sea_orm(string_value = "BROKEN!")]
    Broken,
    #[sea_orm(rename = "SCREAMING_SNAKE_CASE")]
    LeftOver,
}
