//! rename and change a column
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B01: code that still uses animals.nick instead of name fails
    op.rename_column("animals", "nick", "name");
    op.alter_column("animals", "name")
        .set_type(ColumnType::string_len(60))
        .set_default("none");
}

fn downgrade(op: &mut Op) {
    // A05: values of animals.name may not fit the narrower type
    // B05: code that leaves animals.name out fails
    // D06: fails if a value of animals.name is too long or too large (postgres, mariadb only)
    op.alter_column("animals", "name")
        .set_type(ColumnType::string_len(20))
        .drop_default();
    // B01: code that still uses animals.name instead of nick fails
    op.rename_column("animals", "name", "nick");
}
