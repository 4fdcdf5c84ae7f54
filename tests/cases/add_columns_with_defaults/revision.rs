//! add columns with defaults
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("animals", string("status").default("new"));
    op.add_column("animals", integer("visits").default(7));
    op.add_column("animals", boolean("active").default(true));
    op.add_column("animals", decimal_len("fee", 8, 2).default(number("1.5")));
    op.add_column(
        "animals",
        timestamp_with_time_zone("registered_at").default(current_timestamp()),
    );
}

fn downgrade(op: &mut Op) {
    // A02: the values of animals.registered_at are lost
    op.drop_column("animals", "registered_at");
    // A02: the values of animals.fee are lost
    op.drop_column("animals", "fee");
    // A02: the values of animals.active are lost
    op.drop_column("animals", "active");
    // A02: the values of animals.visits are lost
    op.drop_column("animals", "visits");
    // A02: the values of animals.status are lost
    op.drop_column("animals", "status");
}
