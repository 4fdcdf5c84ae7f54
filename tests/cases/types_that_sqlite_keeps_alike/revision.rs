//! types that sqlite keeps alike
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("visits", date_time("left_at").default(current_timestamp()));
    // B09: DISTINCT and GROUP BY of visits.known fail: `json` has no equality, `jsonb` has (postgres only)
    op.alter_column("visits", "known").set_type(ColumnType::Json);
    // A06: the values of visits.seen_at are converted from points in time to dates without a zone
    op.alter_column("visits", "seen_at").set_type(ColumnType::DateTime);
}

fn downgrade(op: &mut Op) {
    // A06: the values of visits.seen_at are converted from dates without a zone to points in time
    // D07: fails if a value of visits.seen_at has no form in the new type (mariadb only)
    op.alter_column("visits", "seen_at").set_type(ColumnType::TimestampWithTimeZone);
    op.alter_column("visits", "known").set_type(ColumnType::JsonBinary);
    // A02: the values of visits.left_at are lost
    op.drop_column("visits", "left_at");
}
