//! json and bytes
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("documents", "body").set_type(ColumnType::JsonBinary);
    op.alter_column("documents", "raw").set_type(ColumnType::Blob);
}

fn downgrade(op: &mut Op) {
    // A05: values of documents.raw may not fit the narrower type (sqlite, mariadb only)
    // D06: fails if a value of documents.raw is too long or too large (mariadb only)
    op.alter_column("documents", "raw").set_type(ColumnType::var_binary(64));
    // B09: DISTINCT and GROUP BY of documents.body fail: `json` has no equality, `jsonb` has (postgres only)
    op.alter_column("documents", "body").set_type(ColumnType::Json);
}
