//! checks in the servers words
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // D03: fails if a row of ranges does not meet high IS NULL OR (high >= low AND NOT high = 13)
    op.add_check(
        "ranges",
        check("ck-ranges-high", "high IS NULL OR (high >= low AND NOT high = 13)"),
    );
    // D03: fails if a row of ranges does not meet low BETWEEN -5 AND 100
    op.add_check("ranges", check("ck-ranges-low", "low BETWEEN -5 AND 100"));
    // D03: fails if a row of ranges does not meet status IN ('new', 'old') OR status LIKE 'x%'
    op.add_check(
        "ranges",
        check("ck-ranges-status", "status IN ('new', 'old') OR status LIKE 'x%'"),
    );
}

fn downgrade(op: &mut Op) {
    // A12: the check ck-ranges-status of ranges guards no row any more
    op.drop_check("ranges", "ck-ranges-status");
    // A12: the check ck-ranges-low of ranges guards no row any more
    op.drop_check("ranges", "ck-ranges-low");
    // A12: the check ck-ranges-high of ranges guards no row any more
    op.drop_check("ranges", "ck-ranges-high");
}
