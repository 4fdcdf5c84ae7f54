//! swap two columns
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("names", "first").set_type(ColumnType::string_len(60));
    // A05: values of names.last may not fit the narrower type
    // D06: fails if a value of names.last is too long or too large (postgres, mariadb only)
    op.alter_column("names", "last").set_type(ColumnType::string_len(30));
}

fn downgrade(op: &mut Op) {
    op.alter_column("names", "last").set_type(ColumnType::string_len(60));
    // A05: values of names.first may not fit the narrower type
    // D06: fails if a value of names.first is too long or too large (postgres, mariadb only)
    op.alter_column("names", "first").set_type(ColumnType::string_len(30));
}
