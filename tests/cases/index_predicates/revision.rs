//! index predicates
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_index("ix_paid", "orders", ["paid"]);
    op.drop_index("ix_state", "orders", ["state"]);
    op.drop_index("ix_total", "orders", ["total"]);
    // B11: code that writes rows of orders which agree in state, total fails
    // D01: fails if rows of orders agree in state, total
    op.create_index("ix_open", "orders", ["state", "total"])
        .unique()
        .filter("paid IS NULL");
    op.create_index("ix_paid", "orders", ["paid"]);
    op.create_index("ix_state", "orders", ["state"]).filter("total > 0");
    op.create_index("ix_total", "orders", ["total"]).filter("total > 20");
}

fn downgrade(op: &mut Op) {
    op.drop_index("ix_total", "orders", ["total"]);
    op.drop_index("ix_state", "orders", ["state"]);
    op.drop_index("ix_paid", "orders", ["paid"]);
    // A12: rows of orders may agree in state, total from here on
    op.drop_index("ix_open", "orders", ["state", "total"]);
    op.create_index("ix_total", "orders", ["total"]).filter("total > 10");
    op.create_index("ix_state", "orders", ["state"]);
    op.create_index("ix_paid", "orders", ["paid"]).filter("paid IS NOT NULL");
}
