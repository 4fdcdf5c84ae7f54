//! create everything at once
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_enum("mood", ["calm", "wild"]);
    op.create_table(
        "animals",
        [
            big_pk_auto("id").comment("its number"),
            string_len("name", 60).default("nobody").comment("as it is called"),
            uuid("chip").null(),
            integer("hall"),
            integer("place"),
            enumeration("mood", "mood", ["calm", "wild"]),
            integer("weight"),
            integer("twice").null().generated_stored("weight * 2"),
            big_integer("mother_id").null(),
            integer("keeper_id"),
            timestamp_with_time_zone("seen_at").default(current_timestamp()),
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
    .check(check("ck-animals-weight", "weight > 0"))
    .comment("who lives here");
    op.create_index("idx-animals-cage", "animals", ["hall", "place"]).unique();
    op.create_index("idx-animals-name", "animals", ["name"]);
}

fn downgrade(op: &mut Op) {
    op.drop_index("idx-animals-name", "animals", ["name"]);
    op.drop_index("idx-animals-cage", "animals", ["hall", "place"]);
    // A01: the rows of animals are lost
    op.drop_table("animals");
    op.drop_enum("mood");
}
