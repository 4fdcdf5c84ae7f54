//! number a natural key
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("items", integer("id").auto_increment());
    op.alter_primary_key("items", primary_key(["id"]).named("pk-items"));
    op.add_unique("items", unique(["code"]).named("uq-items-code"));
}

fn downgrade(op: &mut Op) {
    op.drop_unique("items", ["code"]).named("uq-items-code");
    op.alter_primary_key("items", primary_key(["code"]).named("pk-items"));
    // A02: the values of items.id are lost
    op.drop_column("items", "id");
}
