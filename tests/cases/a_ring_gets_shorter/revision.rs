//! a ring gets shorter
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_foreign_key("seconds", ["third_id"], "thirds").named("fk-seconds-third_id");
    op.add_column("seconds", integer("first_id").null());
    op.add_foreign_key(
        "seconds",
        foreign_key(["first_id"], "firsts", ["id"]).named("fk-seconds-first_id"),
    );
    // A02: the values of seconds.third_id are lost
    op.drop_column("seconds", "third_id");
    // A01: the rows of thirds are lost
    op.drop_table("thirds");
}

fn downgrade(op: &mut Op) {
    op.create_table("thirds", [pk_auto("id"), integer("first_id").null()])
        .primary_key(primary_key(["id"]).named("pk-thirds"))
        .foreign_key(
            foreign_key(["first_id"], "firsts", ["id"])
                .named("fk-thirds-first_id")
                .on_delete(Cascade),
        );
    op.add_column("seconds", integer("third_id").null());
    op.drop_foreign_key("seconds", ["first_id"], "firsts").named("fk-seconds-first_id");
    // A02: the values of seconds.first_id are lost
    op.drop_column("seconds", "first_id");
    op.add_foreign_key(
        "seconds",
        foreign_key(["third_id"], "thirds", ["id"]).named("fk-seconds-third_id"),
    );
}
