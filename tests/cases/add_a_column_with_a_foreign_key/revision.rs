//! add a column with a foreign key
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("animals", integer("owner_id").null());
    op.create_index("idx-animals-owner_id", "animals", ["owner_id"]);
    op.add_foreign_key(
        "animals",
        foreign_key(["owner_id"], "users", ["id"])
            .named("fk-animals-owner_id")
            .on_delete(SetNull),
    );
}

fn downgrade(op: &mut Op) {
    op.drop_foreign_key("animals", ["owner_id"], "users").named("fk-animals-owner_id");
    op.drop_index("idx-animals-owner_id", "animals", ["owner_id"]);
    // A02: the values of animals.owner_id are lost
    op.drop_column("animals", "owner_id");
}
