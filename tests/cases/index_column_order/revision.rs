//! index column order
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_index("ix_one", "orders", ["state", "total"]);
    op.drop_index("ix_three", "orders", ["paid", "state", "total"]);
    op.drop_index("ix_two", "orders", [column("total"), column("paid").descending()]);
    op.create_index("ix_one", "orders", ["total", "state"]);
    op.create_index("ix_three", "orders", ["paid", "total"]);
    op.create_index("ix_two", "orders", [column("total").descending(), column("paid")]);
}

fn downgrade(op: &mut Op) {
    op.drop_index("ix_two", "orders", [column("total").descending(), column("paid")]);
    op.drop_index("ix_three", "orders", ["paid", "total"]);
    op.drop_index("ix_one", "orders", ["total", "state"]);
    op.create_index("ix_two", "orders", [column("total"), column("paid").descending()]);
    op.create_index("ix_three", "orders", ["paid", "state", "total"]);
    op.create_index("ix_one", "orders", ["state", "total"]);
}
