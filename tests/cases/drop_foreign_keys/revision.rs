//! drop foreign keys
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A12: user_id of posts may be in no row of users from here on
    op.drop_foreign_key("posts", ["user_id"], "users").named("fk-posts-user_id");
    // A12: editor_id of posts may be in no row of users from here on
    op.drop_foreign_key("posts", ["editor_id"], "users").named("posts_editor");
}

fn downgrade(op: &mut Op) {
    // D02: fails if editor_id of a row of posts is in no row of users
    op.add_foreign_key(
        "posts",
        foreign_key(["editor_id"], "users", ["id"])
            .named("posts_editor")
            .on_delete(SetNull)
            .on_update(Cascade),
    );
    // D02: fails if user_id of a row of posts is in no row of users
    op.add_foreign_key(
        "posts",
        foreign_key(["user_id"], "users", ["id"])
            .named("fk-posts-user_id")
            .on_delete(Cascade),
    );
}
