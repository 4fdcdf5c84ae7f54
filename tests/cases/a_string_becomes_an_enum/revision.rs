//! a string becomes an enum
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_enum("mood", ["calm", "wild"]);
    // A06: the values of animals.mood are converted from text to labels of mood
    // D07: fails if a value of animals.mood has no form in the new type (postgres, mariadb only)
    op.alter_column("animals", "mood")
        .set_type(ColumnType::Enum(Enumeration::new("mood", ["calm", "wild"])));
}

fn downgrade(op: &mut Op) {
    // A06: the values of animals.mood are converted from labels of mood to text
    // D07: fails if a value of animals.mood has no form in the new type (mariadb only)
    op.alter_column("animals", "mood").set_type(ColumnType::string_len(20));
    op.drop_enum("mood");
}
