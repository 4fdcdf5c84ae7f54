//! change a type under a default
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A06: the values of readings.active are converted from truth values to numbers
    // B05: code that leaves readings.active out inserts another value
    op.alter_column("readings", "active").set_type(ColumnType::Integer).set_default(1);
    // A06: the values of readings.amount are converted from text to numbers
    // B05: code that leaves readings.amount out inserts another value
    // D07: fails if a value of readings.amount has no form in the new type (postgres, mariadb only)
    op.alter_column("readings", "amount").set_type(ColumnType::Integer).set_default(2);
    // A06: the values of readings.code are converted from numbers to text
    // B05: code that leaves readings.code out inserts another value
    // D07: fails if a value of readings.code has no form in the new type (mariadb only)
    op.alter_column("readings", "code")
        .set_type(ColumnType::string_len(20))
        .set_default("seven");
    op.alter_column("readings", "level").set_type(ColumnType::BigInteger);
}

fn downgrade(op: &mut Op) {
    // A05: values of readings.level may not fit the narrower type
    // D06: fails if a value of readings.level is too long or too large (postgres, mariadb only)
    op.alter_column("readings", "level").set_type(ColumnType::Integer);
    // A06: the values of readings.code are converted from text to numbers
    // B05: code that leaves readings.code out inserts another value
    // D07: fails if a value of readings.code has no form in the new type (postgres, mariadb only)
    op.alter_column("readings", "code").set_type(ColumnType::Integer).set_default(7);
    // A06: the values of readings.amount are converted from numbers to text
    // B05: code that leaves readings.amount out inserts another value
    // D07: fails if a value of readings.amount has no form in the new type (mariadb only)
    op.alter_column("readings", "amount")
        .set_type(ColumnType::string_len(12))
        .set_default("1");
    // A06: the values of readings.active are converted from numbers to truth values
    // B05: code that leaves readings.active out inserts another value
    // D07: fails if a value of readings.active has no form in the new type (postgres, mariadb only)
    op.alter_column("readings", "active")
        .set_type(ColumnType::Boolean)
        .set_default(true);
}
