//! pets have an age
//!
//! Created 2026-01-05 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("ee0000000005").revises(&["dd0000000004"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("pets", integer("age").null());
}

fn downgrade(op: &mut Op) {
    op.drop_column("pets", "age");
}
