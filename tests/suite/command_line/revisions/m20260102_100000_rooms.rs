//! rooms
//!
//! Created 2026-01-02 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("aa0000000002").revises(&["aa0000000001"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table("rooms", [pk_auto("id"), integer("house_id"), integer("number")])
        .primary_key(primary_key(["id"]).named("pk-rooms"))
        .foreign_key(foreign_key(["house_id"], "houses", ["id"]).named("fk-rooms-house_id"));
}

fn downgrade(op: &mut Op) {
    op.drop_table("rooms");
}
