//! What has to be done to the three schemas before they compare.

mod actual;
mod adopt;
mod aside;
mod complete;
mod passive;
mod renames;
mod wanted;

pub(super) use actual::actual;
pub(super) use adopt::adopt;
pub(super) use aside::aside;
pub(crate) use complete::complete;
pub(super) use passive::add_passive;
pub(super) use renames::{applicable, rename_actual};
pub(super) use wanted::wanted;
