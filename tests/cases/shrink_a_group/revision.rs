//! shrink a group
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A12: the check ck-seats-letter of seats guards no row any more
    op.drop_check("seats", "ck-seats-letter");
    op.drop_index("idx-seats-seat", "seats", ["hall", "number", "letter"]);
    // B11: code that writes rows of seats which agree in hall, number fails
    // D01: fails if rows of seats agree in hall, number
    op.create_index("idx-seats-seat", "seats", ["hall", "number"]).unique();
    // A02: the values of seats.letter are lost
    op.drop_column("seats", "letter");
}

fn downgrade(op: &mut Op) {
    op.add_column("seats", integer("letter").default(1));
    // A12: rows of seats may agree in hall, number from here on
    op.drop_index("idx-seats-seat", "seats", ["hall", "number"]);
    op.create_index("idx-seats-seat", "seats", ["hall", "number", "letter"]).unique();
    // D03: fails if a row of seats does not meet letter > 0
    op.add_check("seats", check("ck-seats-letter", "letter > 0"));
}
