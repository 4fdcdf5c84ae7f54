//! drop required columns
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A02: the values of animals.nickname are lost
    op.drop_column("animals", "nickname");
    // A02: the values of animals.weight are lost
    op.drop_column("animals", "weight");
}

fn downgrade(op: &mut Op) {
    op.add_column("animals", double("weight").null());
    // A02: the values of animals.weight are lost: every row gets the one that is named here
    op.fill_column("animals", "weight", 0);
    // B04: animals.weight may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "weight").set_not_null();
    op.add_column("animals", string("nickname").null());
    // A02: the values of animals.nickname are lost: every row gets the one that is named here
    op.fill_column("animals", "nickname", "");
    // B04: animals.nickname may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "nickname").set_not_null();
}
