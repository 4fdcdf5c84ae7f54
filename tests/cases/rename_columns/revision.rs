//! rename columns
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B01: code that still uses animals.chip instead of chip_code fails
    op.rename_column("animals", "chip", "chip_code");
    // B01: code that still uses animals.keeper instead of owner_id fails
    op.rename_column("animals", "keeper", "owner_id");
    // B01: code that still uses animals.nick instead of name fails
    op.rename_column("animals", "nick", "name");
    // B01: code that still uses animals.pounds instead of weight fails
    op.rename_column("animals", "pounds", "weight");
}

fn downgrade(op: &mut Op) {
    // B01: code that still uses animals.weight instead of pounds fails
    op.rename_column("animals", "weight", "pounds");
    // B01: code that still uses animals.name instead of nick fails
    op.rename_column("animals", "name", "nick");
    // B01: code that still uses animals.owner_id instead of keeper fails
    op.rename_column("animals", "owner_id", "keeper");
    // B01: code that still uses animals.chip_code instead of chip fails
    op.rename_column("animals", "chip_code", "chip");
}
