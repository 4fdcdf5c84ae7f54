//! Newtypes whose inner types are newtypes again.

use sea_orm::{FromJsonQueryResult, entity::prelude::*};
use serde::{Deserialize, Serialize};

/// The release of a thing: a newtype of another crate's hand-written type.
#[derive(Clone, Debug, PartialEq, DeriveValueType)]
pub struct Release(pub ids::Version);

/// A newtype of a newtype.
#[derive(Clone, Debug, PartialEq, DeriveValueType)]
pub struct Edition(pub Release);

/// A short text, by a path expression.
#[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
#[sea_orm(column_type = "String(StringLen::N(30))")]
pub struct Label(pub String);

/// A structure that is kept as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Address {
    /// The street.
    pub street: String,
}
