//! mariadb words
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_check("tickets", "ck_born");
    op.drop_check("tickets", "ck_code");
    op.alter_column("tickets", "both")
        .set_generated_stored("concat(upper(code), '-', amount)");
    // B05: code that leaves tickets.until out inserts another value
    op.alter_column("tickets", "until").set_default(sql("now() + interval 90 minute"));
    // D03: fails if a row of tickets does not meet date_add(born, interval 1 month) > '1900-01-01'
    op.add_check(
        "tickets",
        check("ck_born", "date_add(born, interval 1 month) > '1900-01-01'"),
    );
    // D03: fails if a row of tickets does not meet code REGEXP '^[a-y]+$' XOR amount = 1
    op.add_check("tickets", check("ck_code", "code REGEXP '^[a-y]+$' XOR amount = 1"));
    // D03: fails if a row of tickets does not meet if(amount > 0, 1, 2) = 1 AND length(code) > 0
    op.add_check(
        "tickets",
        check("ck_if", "if(amount > 0, 1, 2) = 1 AND length(code) > 0"),
    );
}

fn downgrade(op: &mut Op) {
    // A12: the check ck_if of tickets guards no row any more
    op.drop_check("tickets", "ck_if");
    op.drop_check("tickets", "ck_code");
    op.drop_check("tickets", "ck_born");
    // B05: code that leaves tickets.until out inserts another value
    op.alter_column("tickets", "until").set_default(sql("now() + interval 1 day"));
    op.alter_column("tickets", "both").set_generated_stored("concat(code, '-', amount)");
    // D03: fails if a row of tickets does not meet code REGEXP '^[a-z]+$'
    op.add_check("tickets", check("ck_code", "code REGEXP '^[a-z]+$'"));
    // D03: fails if a row of tickets does not meet born > '1900-01-01'
    op.add_check("tickets", check("ck_born", "born > '1900-01-01'"));
}
