//! another enum
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A06: the values of animals.state are converted from labels of mood to labels of temper
    // D07: fails if a value of animals.state has no form in the new type (postgres, mariadb only)
    op.alter_column("animals", "state")
        .set_type(
            ColumnType::Enum(Enumeration::new("temper", ["calm", "wild", "fierce"])),
        );
    op.drop_enum("mood");
}

fn downgrade(op: &mut Op) {
    op.create_enum("mood", ["calm", "wild"]);
    // A06: the values of animals.state are converted from labels of temper to labels of mood
    // D07: fails if a value of animals.state has no form in the new type (postgres, mariadb only)
    op.alter_column("animals", "state")
        .set_type(ColumnType::Enum(Enumeration::new("mood", ["calm", "wild"])));
}
