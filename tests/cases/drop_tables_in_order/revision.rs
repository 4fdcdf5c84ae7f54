//! drop tables in order
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // A01: the rows of adoptions are lost
    op.drop_table("adoptions");
    // A01: the rows of animals are lost
    op.drop_table("animals");
}

fn downgrade(op: &mut Op) {
    op.create_table("animals", [pk_auto("id"), string("name")])
        .primary_key(primary_key(["id"]).named("pk-animals"));
    op.create_index("idx-animals-name", "animals", ["name"]);
    op.create_table(
        "adoptions",
        [integer("user_id"), integer("animal_id"), date("adopted_on")],
    )
    .primary_key(primary_key(["user_id", "animal_id"]).named("pk-adoptions"))
    .foreign_key(
        foreign_key(["user_id"], "users", ["id"])
            .named("fk-adoptions-user_id")
            .on_delete(Cascade)
            .on_update(Cascade),
    )
    .foreign_key(
        foreign_key(["animal_id"], "animals", ["id"])
            .named("fk-adoptions-animal_id")
            .on_delete(Restrict),
    );
}
