//! change foreign key actions
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_foreign_key("posts", ["editor_id"], "users").named("fk-posts-editor_id");
    op.drop_foreign_key("posts", ["user_id"], "users").named("fk-posts-user_id");
    op.add_foreign_key(
        "posts",
        foreign_key(["editor_id"], "users", ["id"])
            .named("fk-posts-editor_id")
            .on_delete(SetNull)
            .on_update(Cascade),
    );
    op.add_foreign_key(
        "posts",
        foreign_key(["user_id"], "users", ["id"])
            .named("fk-posts-user_id")
            .on_delete(Restrict),
    );
}

fn downgrade(op: &mut Op) {
    op.drop_foreign_key("posts", ["user_id"], "users").named("fk-posts-user_id");
    op.drop_foreign_key("posts", ["editor_id"], "users").named("fk-posts-editor_id");
    op.add_foreign_key(
        "posts",
        foreign_key(["user_id"], "users", ["id"])
            .named("fk-posts-user_id")
            .on_delete(Cascade),
    );
    op.add_foreign_key(
        "posts",
        foreign_key(["editor_id"], "users", ["id"]).named("fk-posts-editor_id"),
    );
}
