//! What has to be done to the three schemas before they compare.

mod actual;
mod adopt;
mod aside;
mod complete;
mod facets;
mod keep;
mod opaque;
mod passive;
mod renames;
mod views;
mod wanted;

use std::collections::BTreeSet;

use limbeck_schema::ObjectName;

pub(super) use actual::actual;
pub(super) use adopt::adopt;
pub(super) use aside::aside;
pub(crate) use complete::complete;
pub(super) use facets::adopt_facets;
pub(super) use keep::Keeping;
pub(super) use opaque::{refuse, take_types};
pub(super) use passive::add_passive;
pub(super) use renames::{applicable, rename_actual};
pub(super) use views::{drop_keys_to_views, views};
pub(super) use wanted::wanted;

/// Columns, each with its table.
type Columns = BTreeSet<(ObjectName, String)>;
