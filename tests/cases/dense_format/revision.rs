//! dense format
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table("studio", [integer("id"), string("name")])
        .primary_key(primary_key(["id"]).named("pk-studio"))
        .unique(unique(["name"]).named("uq-studio-name"));
    op.add_column("film", integer("studio_id").null());
    op.add_foreign_key(
        "film",
        foreign_key(["studio_id"], "studio", ["id"])
            .named("fk-film-studio_id")
            .on_delete(SetNull),
    );
    op.add_column("film_actor", string("role_name").null());
}

fn downgrade(op: &mut Op) {
    // A02: the values of film_actor.role_name are lost
    op.drop_column("film_actor", "role_name");
    op.drop_foreign_key("film", ["studio_id"], "studio").named("fk-film-studio_id");
    // A02: the values of film.studio_id are lost
    op.drop_column("film", "studio_id");
    // A01: the rows of studio are lost
    op.drop_table("studio");
}
