//! fill new required columns
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_enum("animal_size", ["small", "large"]);
    op.add_column("animals", text("note").null());
    op.add_column("animals", integer("legs").null());
    op.add_column("animals", decimal_len("weight", 6, 2).null());
    op.add_column("animals", boolean("tame").null());
    op.add_column("animals", timestamp_with_time_zone("seen_at").null());
    op.add_column("animals", uuid("chip").null());
    op.add_column(
        "animals",
        enumeration("size", "animal_size", ["small", "large"]).null(),
    );
    op.fill_column("animals", "note", r"it's \ new");
    op.fill_column("animals", "legs", 4);
    op.fill_column("animals", "weight", number("1.5"));
    op.fill_column("animals", "tame", true);
    op.fill_column("animals", "seen_at", current_timestamp());
    op.fill_column("animals", "chip", "00000000-0000-0000-0000-000000000001");
    op.fill_column("animals", "size", "small");
    // B04: animals.note may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "note").set_not_null();
    // B04: animals.legs may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "legs").set_not_null();
    // B04: animals.weight may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "weight").set_not_null();
    // B04: animals.tame may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "tame").set_not_null();
    // B04: animals.seen_at may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "seen_at").set_not_null();
    // B04: animals.chip may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "chip").set_not_null();
    // B04: animals.size may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "size").set_not_null();
}

fn downgrade(op: &mut Op) {
    // A02: the values of animals.size are lost
    op.drop_column("animals", "size");
    // A02: the values of animals.chip are lost
    op.drop_column("animals", "chip");
    // A02: the values of animals.seen_at are lost
    op.drop_column("animals", "seen_at");
    // A02: the values of animals.tame are lost
    op.drop_column("animals", "tame");
    // A02: the values of animals.weight are lost
    op.drop_column("animals", "weight");
    // A02: the values of animals.legs are lost
    op.drop_column("animals", "legs");
    // A02: the values of animals.note are lost
    op.drop_column("animals", "note");
    op.drop_enum("animal_size");
}
