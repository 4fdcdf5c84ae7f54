//! index includes
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A10: queries of orders that use the index ix_paid get slower
    op.drop_index(
        "ix_paid",
        "orders",
        [column("paid").descending().nulls(NullsOrder::Last)],
    );
    op.drop_index("ix_state", "orders", ["state"]);
    op.create_index(
        "ix_paid",
        "orders",
        [column("paid").descending().nulls(NullsOrder::First)],
    );
    op.create_index("ix_state", "orders", ["state"]).include(["total", "paid"]);
}

fn downgrade(op: &mut Op) {
    op.drop_index("ix_state", "orders", ["state"]);
    // A10: queries of orders that use the index ix_paid get slower
    op.drop_index(
        "ix_paid",
        "orders",
        [column("paid").descending().nulls(NullsOrder::First)],
    );
    op.create_index("ix_state", "orders", ["state"]).include(["total"]);
    op.create_index(
        "ix_paid",
        "orders",
        [column("paid").descending().nulls(NullsOrder::Last)],
    );
}
