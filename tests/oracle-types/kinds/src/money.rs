//! Amounts.

use sea_orm::entity::prelude::*;

/// An amount in the smallest unit of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, DeriveValueType)]
pub struct Amount(pub i64);

/// The same under another name.
pub type Price = Amount;
