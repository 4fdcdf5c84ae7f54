//! owners
//!
//! Created 2026-01-03 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("cc0000000003").revises(&["bb0000000002"]).steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table("owners", [pk_auto("id")]);
    op.add_column("pets", integer("owner_id").null());
    op.add_foreign_key("pets", foreign_key(["owner_id"], "owners", ["id"]).named("fk-pets-owner_id"));
}

fn downgrade(op: &mut Op) {
    op.drop_foreign_key("pets", ["owner_id"], "owners").named("fk-pets-owner_id");
    op.drop_column("pets", "owner_id");
    op.drop_table("owners");
}
