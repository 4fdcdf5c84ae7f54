//! awkward names
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.add_column("order", integer("select").default(0));
    op.add_column("order", integer("Unit Price").default(1));
    op.add_column("order", integer("grün").null());
    op.add_column("order", integer("camelCase").null());
    op.add_column("order", string("type").null());
    op.add_unique("order", unique(["grün"]).named("uq-order-grün"));
    op.create_index("idx-order-camelCase", "order", ["camelCase"]);
    op.create_index("idx-order-select", "order", ["select"]);
}

fn downgrade(op: &mut Op) {
    op.drop_index("idx-order-select", "order", ["select"]);
    op.drop_index("idx-order-camelCase", "order", ["camelCase"]);
    op.drop_unique("order", ["grün"]).named("uq-order-grün");
    // A02: the values of order.type are lost
    op.drop_column("order", "type");
    // A02: the values of order.camelCase are lost
    op.drop_column("order", "camelCase");
    // A02: the values of order.grün are lost
    op.drop_column("order", "grün");
    // A02: the values of order.Unit Price are lost
    op.drop_column("order", "Unit Price");
    // A02: the values of order.select are lost
    op.drop_column("order", "select");
}
