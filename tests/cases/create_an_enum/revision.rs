//! create an enum
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_enum("mood", ["calm", "wild"]);
    op.add_column("animals", enumeration("mood", "mood", ["calm", "wild"]).null());
    op.add_column(
        "animals",
        enumeration("usual_mood", "mood", ["calm", "wild"]).default("calm"),
    );
}

fn downgrade(op: &mut Op) {
    // A02: the values of animals.usual_mood are lost
    op.drop_column("animals", "usual_mood");
    // A02: the values of animals.mood are lost
    op.drop_column("animals", "mood");
    op.drop_enum("mood");
}
