//! a junction table
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table(
        "memberships",
        [integer("person_id"), integer("club_id"), date("since").null()],
    )
    .primary_key(primary_key(["person_id", "club_id"]).named("pk-memberships"))
    .foreign_key(
        foreign_key(["person_id"], "people", ["id"])
            .named("fk-memberships-person_id")
            .on_delete(Cascade),
    )
    .foreign_key(
        foreign_key(["club_id"], "clubs", ["id"])
            .named("fk-memberships-club_id")
            .on_delete(Cascade),
    );
    op.drop_foreign_key("clubs", ["owner_id"], "people").named("fk-clubs-owner_id");
    // A02: the values of clubs.owner_id are lost
    op.drop_column("clubs", "owner_id");
}

fn downgrade(op: &mut Op) {
    op.add_column("clubs", integer("owner_id").null());
    op.add_foreign_key(
        "clubs",
        foreign_key(["owner_id"], "people", ["id"]).named("fk-clubs-owner_id"),
    );
    // A01: the rows of memberships are lost
    op.drop_table("memberships");
}
