//! replace a numbered key
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // D04: fails if rows of items agree in token or hold NULL there
    op.alter_primary_key("items", primary_key(["token"]).named("pk-items"));
    // A02: the values of items.id are lost
    op.drop_column("items", "id");
}

fn downgrade(op: &mut Op) {
    op.add_column("items", integer("id").auto_increment());
    // A12: rows of items may agree in token from here on
    op.alter_primary_key("items", primary_key(["id"]).named("pk-items"));
}
