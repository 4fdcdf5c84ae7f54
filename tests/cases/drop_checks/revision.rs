//! drop checks
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A12: the check ck-prices-net of prices guards no row any more
    op.drop_check("prices", "ck-prices-net");
    // A12: the check gross_is_more of prices guards no row any more
    op.drop_check("prices", "gross_is_more");
}

fn downgrade(op: &mut Op) {
    // D03: fails if a row of prices does not meet gross >= net
    op.add_check("prices", check("gross_is_more", "gross >= net"));
    // D03: fails if a row of prices does not meet net >= 0
    op.add_check("prices", check("ck-prices-net", "net >= 0"));
}
