//! nulls that are not distinct
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_unique("orders", ["state", "paid"]).named("uq_state");
    op.drop_index("ix_total", "orders", ["total", "paid"]);
    // B11: code that writes rows of orders which agree in state, paid fails
    // D01: fails if rows of orders agree in state, paid
    op.add_unique(
        "orders",
        unique(["state", "paid"]).named("uq_state").nulls_not_distinct(),
    );
    // B11: code that writes rows of orders which agree in total, paid fails
    // D01: fails if rows of orders agree in total, paid
    op.create_index("ix_total", "orders", ["total", "paid"])
        .unique()
        .nulls_not_distinct();
}

fn downgrade(op: &mut Op) {
    op.drop_index("ix_total", "orders", ["total", "paid"]);
    op.drop_unique("orders", ["state", "paid"]).named("uq_state");
    op.create_index("ix_total", "orders", ["total", "paid"]).unique();
    op.add_unique("orders", unique(["state", "paid"]).named("uq_state"));
}
