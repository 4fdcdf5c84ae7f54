//! widen a key
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_foreign_key("posts", ["user_id"], "users").named("fk-posts-user_id");
    op.alter_column("posts", "user_id").set_type(ColumnType::BigInteger);
    // B10: what refers to the key users.id counts on its type
    op.alter_column("users", "id").set_type(ColumnType::BigInteger);
    op.add_foreign_key(
        "posts",
        foreign_key(["user_id"], "users", ["id"]).named("fk-posts-user_id"),
    );
}

fn downgrade(op: &mut Op) {
    op.drop_foreign_key("posts", ["user_id"], "users").named("fk-posts-user_id");
    // A05: values of users.id may not fit the narrower type
    // B10: what refers to the key users.id counts on its type
    // D06: fails if a value of users.id is too long or too large (postgres, mariadb only)
    op.alter_column("users", "id").set_type(ColumnType::Integer);
    // A05: values of posts.user_id may not fit the narrower type
    // D06: fails if a value of posts.user_id is too long or too large (postgres, mariadb only)
    op.alter_column("posts", "user_id").set_type(ColumnType::Integer);
    // D02: fails if user_id of a row of posts is in no row of users
    op.add_foreign_key(
        "posts",
        foreign_key(["user_id"], "users", ["id"]).named("fk-posts-user_id"),
    );
}
