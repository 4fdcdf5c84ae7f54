//! change the kind of a time
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("visits", "day").set_type(ColumnType::DateTime);
    // A05: values of visits.price may not fit the narrower type
    // D06: fails if a value of visits.price is too long or too large (postgres, mariadb only)
    op.alter_column("visits", "price").set_type(ColumnType::decimal_len(12, 2));
    // A06: the values of visits.seen_at are converted from dates without a zone to points in time
    // D07: fails if a value of visits.seen_at has no form in the new type (mariadb only)
    op.alter_column("visits", "seen_at").set_type(ColumnType::TimestampWithTimeZone);
}

fn downgrade(op: &mut Op) {
    // A06: the values of visits.seen_at are converted from points in time to dates without a zone
    op.alter_column("visits", "seen_at").set_type(ColumnType::DateTime);
    // A05: values of visits.price may not fit the narrower type
    op.alter_column("visits", "price").set_type(ColumnType::Double);
    // A05: values of visits.day may not fit the narrower type
    op.alter_column("visits", "day").set_type(ColumnType::Date);
}
