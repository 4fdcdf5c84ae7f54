//! add nullable columns
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("animals", string("nickname").null());
    op.add_column("animals", double("weight").null());
    op.add_column("animals", date("born_on").null());
    op.add_column("animals", decimal_len("fee", 8, 2).null());
}

fn downgrade(op: &mut Op) {
    // A02: the values of animals.fee are lost
    op.drop_column("animals", "fee");
    // A02: the values of animals.born_on are lost
    op.drop_column("animals", "born_on");
    // A02: the values of animals.weight are lost
    op.drop_column("animals", "weight");
    // A02: the values of animals.nickname are lost
    op.drop_column("animals", "nickname");
}
