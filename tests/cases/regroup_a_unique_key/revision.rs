//! regroup a unique key
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A12: rows of seats may agree in hall, seat_row from here on
    op.drop_index("idx-seats-seat", "seats", ["hall", "seat_row"]);
    op.create_index("idx-seats-seat", "seats", ["hall", "seat_row", "number"]).unique();
}

fn downgrade(op: &mut Op) {
    // A12: rows of seats may agree in hall, seat_row, number from here on
    op.drop_index("idx-seats-seat", "seats", ["hall", "seat_row", "number"]);
    // B11: code that writes rows of seats which agree in hall, seat_row fails
    // D01: fails if rows of seats agree in hall, seat_row
    op.create_index("idx-seats-seat", "seats", ["hall", "seat_row"]).unique();
}
