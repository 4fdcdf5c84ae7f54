//! a column becomes the numbered key
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_foreign_key("usages", ["code"], "codes").named("fk-usages-code");
    // D04: fails if rows of codes agree in id or hold NULL there
    op.alter_primary_key("codes", primary_key(["id"]).named("pk-codes"));
    // B10: what refers to the key codes.id counts on its numbering
    op.alter_column("codes", "id").set_auto_increment();
    op.add_unique("codes", unique(["code"]).named("uq-codes-code"));
    op.add_column("usages", integer("code_id").null());
    // A02: the values of usages.code are lost
    op.drop_column("usages", "code");
    op.add_foreign_key(
        "usages",
        foreign_key(["code_id"], "codes", ["id"]).named("fk-usages-code_id"),
    );
}

fn downgrade(op: &mut Op) {
    op.drop_foreign_key("usages", ["code_id"], "codes").named("fk-usages-code_id");
    op.add_column("usages", string("code").null());
    // A02: the values of usages.code_id are lost
    op.drop_column("usages", "code_id");
    op.drop_unique("codes", ["code"]).named("uq-codes-code");
    // A09: the counter of codes.id is lost
    // B10: what refers to the key codes.id counts on its numbering
    op.alter_column("codes", "id").drop_auto_increment();
    // A12: rows of codes may agree in id from here on
    op.alter_primary_key("codes", primary_key(["code"]).named("pk-codes"));
    op.add_foreign_key(
        "usages",
        foreign_key(["code"], "codes", ["code"]).named("fk-usages-code"),
    );
}
