//! refer to another table
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A12: author_id of posts may be in no row of users from here on
    op.drop_foreign_key("posts", ["author_id"], "users").named("fk-posts-author_id");
    // D02: fails if author_id of a row of posts is in no row of people
    op.add_foreign_key(
        "posts",
        foreign_key(["author_id"], "people", ["id"]).named("fk-posts-author_id"),
    );
}

fn downgrade(op: &mut Op) {
    // A12: author_id of posts may be in no row of people from here on
    op.drop_foreign_key("posts", ["author_id"], "people").named("fk-posts-author_id");
    // D02: fails if author_id of a row of posts is in no row of users
    op.add_foreign_key(
        "posts",
        foreign_key(["author_id"], "users", ["id"]).named("fk-posts-author_id"),
    );
}
