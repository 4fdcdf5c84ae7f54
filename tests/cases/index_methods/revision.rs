//! index methods
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A10: queries of facts that use the index ix_known get slower
    op.drop_index("ix_known", "facts", ["known"]);
    // A10: queries of facts that use the index ix_name get slower
    op.drop_index("ix_name", "facts", ["name"]);
    op.drop_index("ix_place", "facts", ["place"]);
    op.create_index(
        "ix_known",
        "facts",
        [column("known").operator_class("jsonb_path_ops")],
    )
    .using("gin");
    op.create_index(
        "ix_name",
        "facts",
        [column("name").operator_class("text_pattern_ops")],
    )
    .using("hash");
    op.create_index("ix_place", "facts", ["place"]).using("brin");
}

fn downgrade(op: &mut Op) {
    op.drop_index("ix_place", "facts", ["place"]);
    // A10: queries of facts that use the index ix_name get slower
    op.drop_index(
        "ix_name",
        "facts",
        [column("name").operator_class("text_pattern_ops")],
    );
    // A10: queries of facts that use the index ix_known get slower
    op.drop_index(
        "ix_known",
        "facts",
        [column("known").operator_class("jsonb_path_ops")],
    );
    op.create_index("ix_place", "facts", ["place"]);
    op.create_index("ix_name", "facts", ["name"]).using("hash");
    op.create_index("ix_known", "facts", ["known"]).using("gin");
}
