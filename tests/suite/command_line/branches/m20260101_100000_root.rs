//! the root
//!
//! Created 2026-01-01 10:00:00 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("aa0000000001").steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table("houses", [pk_auto("id"), string_len("name", 120), string("city")])
        .primary_key(primary_key(["id"]).named("pk-houses"));
    op.create_index("idx-houses-name", "houses", ["name"]);
}

fn downgrade(op: &mut Op) {
    op.drop_table("houses");
}
