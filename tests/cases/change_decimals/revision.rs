//! change decimals
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("prices", "gross").set_type(ColumnType::decimal_len(20, 6));
    op.alter_column("prices", "net").set_type(ColumnType::decimal_len(14, 4));
}

fn downgrade(op: &mut Op) {
    // A05: values of prices.net may not fit the narrower type
    // D06: fails if a value of prices.net is too long or too large (postgres, mariadb only)
    op.alter_column("prices", "net").set_type(ColumnType::decimal_len(8, 2));
    // A05: values of prices.gross may not fit the narrower type
    // D06: fails if a value of prices.gross is too long or too large (postgres, mariadb only)
    op.alter_column("prices", "gross").set_type(ColumnType::decimal_len(12, 4));
}
