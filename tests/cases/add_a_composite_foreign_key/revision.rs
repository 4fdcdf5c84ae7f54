//! add a composite foreign key
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // D02: fails if seat_hall, seat_number of a row of tickets is in no row of seats
    op.add_foreign_key(
        "tickets",
        foreign_key(["seat_hall", "seat_number"], "seats", ["hall", "number"])
            .named("fk-tickets-seat_hall-seat_number")
            .on_delete(Cascade),
    );
}

fn downgrade(op: &mut Op) {
    // A12: seat_hall, seat_number of tickets may be in no row of seats from here on
    op.drop_foreign_key("tickets", ["seat_hall", "seat_number"], "seats")
        .named("fk-tickets-seat_hall-seat_number");
}
