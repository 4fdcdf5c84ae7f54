//! fill a unique column
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("animals", integer("number").null());
    op.add_column("animals", integer("legs").null());
    op.fill_column("animals", "number", sql("id"));
    op.fill_column("animals", "legs", 4);
    op.fill_column("animals", "chip", sql("0 - id"));
    // B04: animals.number may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "number").set_not_null();
    // B04: animals.legs may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "legs").set_not_null();
    // B04: animals.chip may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "chip").set_not_null();
    // B11: code that writes rows of animals which agree in chip fails
    // D01: fails if rows of animals agree in chip
    op.add_unique("animals", unique(["chip"]).named("uq-animals-chip"));
    // B11: code that writes rows of animals which agree in number fails
    // D01: fails if rows of animals agree in number
    op.add_unique("animals", unique(["number"]).named("uq-animals-number"));
    op.create_index("idx-animals-legs", "animals", ["legs"]);
}

fn downgrade(op: &mut Op) {
    op.drop_index("idx-animals-legs", "animals", ["legs"]);
    op.drop_unique("animals", ["number"]).named("uq-animals-number");
    // A12: rows of animals may agree in chip from here on
    op.drop_unique("animals", ["chip"]).named("uq-animals-chip");
    // B06: code that does not expect NULL in animals.chip fails on rows that hold it
    op.alter_column("animals", "chip").set_null();
    // A02: the values of animals.legs are lost
    op.drop_column("animals", "legs");
    // A02: the values of animals.number are lost
    op.drop_column("animals", "number");
}
