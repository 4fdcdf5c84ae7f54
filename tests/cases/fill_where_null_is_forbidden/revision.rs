//! fill where null is forbidden
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.alter_column("animals", "age").set_type(ColumnType::BigInteger);
    op.alter_column("animals", "code").set_type(ColumnType::Text);
    op.fill_column("animals", "age", 0);
    op.fill_column("animals", "code", "");
    op.fill_column("animals", "legs", 4);
    op.fill_column("animals", "name", "nobody");
    // B04: animals.age may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "age").set_not_null();
    // B04: animals.code may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "code").set_not_null();
    // B04: animals.legs may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "legs").set_not_null();
    // B04: animals.name may not be NULL any more: code that leaves it NULL fails
    op.alter_column("animals", "name").set_not_null();
}

fn downgrade(op: &mut Op) {
    // B06: code that does not expect NULL in animals.name fails on rows that hold it
    op.alter_column("animals", "name").set_null();
    // B06: code that does not expect NULL in animals.legs fails on rows that hold it
    op.alter_column("animals", "legs").set_null();
    // B06: code that does not expect NULL in animals.code fails on rows that hold it
    op.alter_column("animals", "code").set_null();
    // B06: code that does not expect NULL in animals.age fails on rows that hold it
    op.alter_column("animals", "age").set_null();
    // A05: values of animals.code may not fit the narrower type
    // D06: fails if a value of animals.code is too long or too large (postgres, mariadb only)
    op.alter_column("animals", "code").set_type(ColumnType::string_len(20));
    // A05: values of animals.age may not fit the narrower type
    // D06: fails if a value of animals.age is too long or too large (postgres, mariadb only)
    op.alter_column("animals", "age").set_type(ColumnType::Integer);
}
