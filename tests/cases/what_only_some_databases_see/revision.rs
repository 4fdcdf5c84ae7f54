//! what only some databases see
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B08: code that does not know `highest` of level fails on rows that hold it
    op.alter_enum("level", ["low", "high"], ["low", "high", "highest"]);
    op.alter_column("alarms", "count").set_type(ColumnType::BigInteger);
    op.alter_column("alarms", "text")
        .set_type(ColumnType::string_len(128))
        .set_comment("what is told");
}

fn downgrade(op: &mut Op) {
    // A05: values of alarms.text may not fit the narrower type
    // D06: fails if a value of alarms.text is too long or too large (postgres, mariadb only)
    op.alter_column("alarms", "text")
        .set_type(ColumnType::string_len(64))
        .drop_comment();
    // A05: values of alarms.count may not fit the narrower type
    // D06: fails if a value of alarms.count is too long or too large (postgres, mariadb only)
    op.alter_column("alarms", "count").set_type(ColumnType::Integer);
    // A07: rows may still hold `highest` of level
    // D08: fails if a row holds `highest` of level (postgres, mariadb only)
    op.alter_enum("level", ["low", "high", "highest"], ["low", "high"]);
}
