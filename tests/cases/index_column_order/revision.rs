//! index column order
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A10: queries of orders that use the index ix_one get slower
    op.drop_index("ix_one", "orders", ["state", "total"]);
    // A10: queries of orders that use the index ix_three get slower
    op.drop_index("ix_three", "orders", ["paid", "state", "total"]);
    // A10: queries of orders that use the index ix_two get slower
    op.drop_index("ix_two", "orders", [column("total"), column("paid").descending()]);
    op.create_index("ix_one", "orders", ["total", "state"]);
    op.create_index("ix_three", "orders", ["paid", "total"]);
    op.create_index("ix_two", "orders", [column("total").descending(), column("paid")]);
}

fn downgrade(op: &mut Op) {
    // A10: queries of orders that use the index ix_two get slower
    op.drop_index("ix_two", "orders", [column("total").descending(), column("paid")]);
    // A10: queries of orders that use the index ix_three get slower
    op.drop_index("ix_three", "orders", ["paid", "total"]);
    // A10: queries of orders that use the index ix_one get slower
    op.drop_index("ix_one", "orders", ["total", "state"]);
    op.create_index("ix_two", "orders", [column("total"), column("paid").descending()]);
    op.create_index("ix_three", "orders", ["paid", "state", "total"]);
    op.create_index("ix_one", "orders", ["state", "total"]);
}
