//! drop columns with their indexes
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.drop_foreign_key("animals", ["owner_id"], "users").named("fk-animals-owner_id");
    op.drop_unique("animals", ["chip"]).named("uq-animals-chip");
    op.drop_index("idx-animals-nickname", "animals", ["nickname"]);
    // A02: the values of animals.chip are lost
    op.drop_column("animals", "chip");
    // A02: the values of animals.nickname are lost
    op.drop_column("animals", "nickname");
    // A02: the values of animals.owner_id are lost
    op.drop_column("animals", "owner_id");
}

fn downgrade(op: &mut Op) {
    op.add_column("animals", integer("owner_id").null());
    op.add_column("animals", string("nickname").null());
    op.add_column("animals", string("chip").null());
    op.create_index("idx-animals-nickname", "animals", ["nickname"]);
    op.add_unique("animals", unique(["chip"]).named("uq-animals-chip"));
    op.add_foreign_key(
        "animals",
        foreign_key(["owner_id"], "users", ["id"]).named("fk-animals-owner_id"),
    );
}
