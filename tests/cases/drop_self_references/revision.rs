//! drop self references
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_foreign_key("nodes", ["next_id"], "nodes").named("fk-nodes-next_id");
    op.drop_foreign_key("nodes", ["parent_id"], "nodes").named("fk-nodes-parent_id");
    // A02: the values of nodes.next_id are lost
    op.drop_column("nodes", "next_id");
    // A02: the values of nodes.parent_id are lost
    op.drop_column("nodes", "parent_id");
}

fn downgrade(op: &mut Op) {
    op.add_column("nodes", integer("parent_id").null());
    op.add_column("nodes", integer("next_id").null());
    op.add_foreign_key(
        "nodes",
        foreign_key(["parent_id"], "nodes", ["id"])
            .named("fk-nodes-parent_id")
            .on_delete(Cascade),
    );
    op.add_foreign_key(
        "nodes",
        foreign_key(["next_id"], "nodes", ["id"]).named("fk-nodes-next_id"),
    );
}
