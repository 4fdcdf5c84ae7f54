//! pets are called
//!
//! Created 2026-01-02 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bb0000000002").revises(&["aa0000000001"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.rename_column("pets", "name", "called");
    op.create_index("idx-pets-called", "pets", ["called"]);
}

fn downgrade(op: &mut Op) {
    op.drop_index("idx-pets-called", "pets", ["called"]);
    op.rename_column("pets", "called", "name");
}
