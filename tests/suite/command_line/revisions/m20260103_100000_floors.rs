//! rooms are on a floor
//!
//! Created 2026-01-03 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("aa0000000003").revises(&["aa0000000002"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table("lifts", [pk_auto("id")]).primary_key(primary_key(["id"]).named("pk-lifts"));
    // No row can have it: the revision fails wherever there are rooms.
    op.add_column("rooms", integer("floor"));
}

fn downgrade(op: &mut Op) {
    op.drop_column("rooms", "floor");
    op.drop_table("lifts");
}
