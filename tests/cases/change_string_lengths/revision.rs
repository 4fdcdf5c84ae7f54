//! change string lengths
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("notes", "body").set_type(ColumnType::Text);
    // A05: values of notes.tag may not fit the narrower type
    // D06: fails if a value of notes.tag is too long or too large (postgres, mariadb only)
    op.alter_column("notes", "tag").set_type(ColumnType::string_len(40));
    op.alter_column("notes", "title").set_type(ColumnType::string_len(60));
}

fn downgrade(op: &mut Op) {
    // A05: values of notes.title may not fit the narrower type
    // D06: fails if a value of notes.title is too long or too large (postgres, mariadb only)
    op.alter_column("notes", "title").set_type(ColumnType::string_len(20));
    op.alter_column("notes", "tag").set_type(ColumnType::string_len(80));
    // A05: values of notes.body may not fit the narrower type
    // D06: fails if a value of notes.body is too long or too large (postgres, mariadb only)
    op.alter_column("notes", "body").set_type(ColumnType::string_len(100));
}
