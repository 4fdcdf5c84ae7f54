//! names are trimmed
//!
//! Created 2026-01-04 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("dd0000000004").revises(&["cc0000000003"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.execute("UPDATE pets SET called = TRIM(called)");
}

fn downgrade(op: &mut Op) {
    op.run("nothing", |_| async { Ok(()) });
}
