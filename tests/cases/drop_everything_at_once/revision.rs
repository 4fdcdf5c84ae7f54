//! drop everything at once
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A01: the rows of animals are lost
    op.drop_table("animals");
    op.drop_enum("mood");
}

fn downgrade(op: &mut Op) {
    op.create_enum("mood", ["calm", "wild"]);
    op.create_table(
        "animals",
        [
            big_pk_auto("id"),
            integer("hall").default(1).comment("where"),
            uuid("chip").null(),
            enumeration("mood", "mood", ["calm", "wild"]),
            big_integer("mother_id").null(),
            integer("keeper_id"),
        ],
    )
    .primary_key(primary_key(["id"]).named("pk-animals"))
    .unique(unique(["chip"]).named("uq-animals-chip"))
    .foreign_key(
        foreign_key(["mother_id"], "animals", ["id"])
            .named("fk-animals-mother_id")
            .on_delete(SetNull),
    )
    .foreign_key(
        foreign_key(["keeper_id"], "users", ["id"])
            .named("fk-animals-keeper_id")
            .on_delete(Restrict),
    )
    .comment("who lives here");
    op.create_index("idx-animals-hall", "animals", ["hall"]);
}
