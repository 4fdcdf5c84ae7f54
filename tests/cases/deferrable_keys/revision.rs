//! deferrable keys
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_foreign_key("children", ["parent_id"], "parents")
        .named("fk-children-parent_id");
    op.drop_unique("children", ["code"]).named("uq_code");
    op.add_unique(
        "children",
        unique(["code"]).named("uq_code").deferrable(Deferrable::InitiallyImmediate),
    );
    op.add_foreign_key(
        "children",
        foreign_key(["parent_id"], "parents", ["id"])
            .named("fk-children-parent_id")
            .deferrable(Deferrable::InitiallyDeferred),
    );
}

fn downgrade(op: &mut Op) {
    op.drop_foreign_key("children", ["parent_id"], "parents")
        .named("fk-children-parent_id");
    op.drop_unique("children", ["code"]).named("uq_code");
    op.add_unique("children", unique(["code"]).named("uq_code"));
    op.add_foreign_key(
        "children",
        foreign_key(["parent_id"], "parents", ["id"]).named("fk-children-parent_id"),
    );
}
