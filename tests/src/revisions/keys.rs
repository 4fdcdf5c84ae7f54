use limbeck::prelude::*;

use super::{KEYS, count_down, count_up};

pub(super) fn upgrade(op: &mut Op) {
    op.create_index("idx-parents-name", "parents", ["name"]);
    op.add_unique("children", unique(["parent_id", "name"]).named("uq-children-name"));
    op.add_check("children", check("ck-children-name", "name <> ''"));
    op.drop_check("toys", "ck-toys-price");
    op.drop_index("idx-toys-price", "toys", ["price", "code"]);
    op.drop_unique("toys", ["code"]).named("uq-toys-code");
    op.drop_foreign_key("toys", ["owner_id"], "parents").named("fk-toys-owner_id");
    op.alter_primary_key("toys", primary_key(["id", "code"]).named("pk-toys"));
    op.add_foreign_key("toys", foreign_key(["owner_id"], "children", ["id"]).named("fk-toys-child"));
    count_up(op, &KEYS);
}

pub(super) fn downgrade(op: &mut Op) {
    op.drop_foreign_key("toys", ["owner_id"], "children").named("fk-toys-child");
    op.alter_primary_key("toys", primary_key(["id"]).named("pk-toys"));
    op.add_foreign_key("toys", foreign_key(["owner_id"], "parents", ["id"]).named("fk-toys-owner_id"));
    op.add_unique("toys", unique(["code"]).named("uq-toys-code"));
    op.create_index("idx-toys-price", "toys", ["price", "code"]);
    op.add_check("toys", check("ck-toys-price", "price >= 0"));
    op.drop_check("children", "ck-children-name");
    op.drop_unique("children", ["parent_id", "name"]).named("uq-children-name");
    op.drop_index("idx-parents-name", "parents", ["name"]);
    count_down(op, &KEYS);
}
