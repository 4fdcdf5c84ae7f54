//! comments
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("animals", "name").set_comment("as the owner says it");
    op.alter_column("animals", "weight").set_comment("in kilograms; it's rounded");
    op.set_table_comment("animals", "who lives here");
}

fn downgrade(op: &mut Op) {
    op.drop_table_comment("animals");
    op.alter_column("animals", "weight").set_comment("in grams");
    op.alter_column("animals", "name").drop_comment();
}
