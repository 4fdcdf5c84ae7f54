//! create a self reference
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table(
        "categories",
        [pk_auto("id"), string("name"), integer("parent_id").null()],
    )
    .primary_key(primary_key(["id"]).named("pk-categories"))
    .foreign_key(
        foreign_key(["parent_id"], "categories", ["id"])
            .named("fk-categories-parent_id")
            .on_delete(SetNull),
    );
}

fn downgrade(op: &mut Op) {
    // A01: the rows of categories are lost
    op.drop_table("categories");
}
