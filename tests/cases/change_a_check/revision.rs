//! change a check
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_check("prices", "ck-prices-net");
    // D03: fails if a row of prices does not meet net > -2 AND net <> 13
    op.add_check("prices", check("ck-prices-net", "net > -2 AND net <> 13"));
}

fn downgrade(op: &mut Op) {
    op.drop_check("prices", "ck-prices-net");
    // D03: fails if a row of prices does not meet net > -1
    op.add_check("prices", check("ck-prices-net", "net > -1"));
}
