//! widen numbered keys
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_foreign_key("bookings", ["account_id"], "accounts")
        .named("fk-bookings-account_id");
    // B10: what refers to the key accounts.id counts on its type
    op.alter_column("accounts", "id").set_type(ColumnType::BigInteger);
    op.drop_foreign_key("bookings", ["reversed_id"], "bookings")
        .named("fk-bookings-reversed_id");
    op.alter_column("bookings", "account_id").set_type(ColumnType::BigInteger);
    // B10: what refers to the key bookings.id counts on its type
    op.alter_column("bookings", "id").set_type(ColumnType::BigInteger);
    op.alter_column("bookings", "reversed_id").set_type(ColumnType::BigInteger);
    op.add_foreign_key(
        "bookings",
        foreign_key(["reversed_id"], "bookings", ["id"]).named("fk-bookings-reversed_id"),
    );
    op.add_foreign_key(
        "bookings",
        foreign_key(["account_id"], "accounts", ["id"]).named("fk-bookings-account_id"),
    );
}

fn downgrade(op: &mut Op) {
    op.drop_foreign_key("bookings", ["account_id"], "accounts")
        .named("fk-bookings-account_id");
    op.drop_foreign_key("bookings", ["reversed_id"], "bookings")
        .named("fk-bookings-reversed_id");
    // A05: values of bookings.reversed_id may not fit the narrower type
    // D06: fails if a value of bookings.reversed_id is too long or too large (postgres, mariadb only)
    op.alter_column("bookings", "reversed_id").set_type(ColumnType::Integer);
    // A05: values of bookings.id may not fit the narrower type
    // B10: what refers to the key bookings.id counts on its type
    // D06: fails if a value of bookings.id is too long or too large (postgres, mariadb only)
    op.alter_column("bookings", "id").set_type(ColumnType::Integer);
    // A05: values of bookings.account_id may not fit the narrower type
    // D06: fails if a value of bookings.account_id is too long or too large (postgres, mariadb only)
    op.alter_column("bookings", "account_id").set_type(ColumnType::Integer);
    // D02: fails if reversed_id of a row of bookings is in no row of bookings
    op.add_foreign_key(
        "bookings",
        foreign_key(["reversed_id"], "bookings", ["id"]).named("fk-bookings-reversed_id"),
    );
    // A05: values of accounts.id may not fit the narrower type
    // B10: what refers to the key accounts.id counts on its type
    // D06: fails if a value of accounts.id is too long or too large (postgres, mariadb only)
    op.alter_column("accounts", "id").set_type(ColumnType::Integer);
    // D02: fails if account_id of a row of bookings is in no row of accounts
    op.add_foreign_key(
        "bookings",
        foreign_key(["account_id"], "accounts", ["id"]).named("fk-bookings-account_id"),
    );
}
