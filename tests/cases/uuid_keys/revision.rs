//! uuid keys
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table("users", [uuid("id"), string("name")])
        .primary_key(primary_key(["id"]).named("pk-users"));
    op.create_table(
        "sessions",
        [
            string_len("token", 64),
            uuid("user_id"),
            timestamp_with_time_zone("expires_at"),
        ],
    )
    .primary_key(primary_key(["token"]).named("pk-sessions"))
    .foreign_key(
        foreign_key(["user_id"], "users", ["id"])
            .named("fk-sessions-user_id")
            .on_delete(Cascade),
    );
}

fn downgrade(op: &mut Op) {
    // A01: the rows of sessions are lost
    op.drop_table("sessions");
    // A01: the rows of users are lost
    op.drop_table("users");
}
