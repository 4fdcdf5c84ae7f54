use limbeck::prelude::*;

use super::{INDEXES, count_down, count_up};

/// Indexes that PostgreSQL makes and drops outside of a transaction, with changes before, between and behind them.
pub(super) fn upgrade(op: &mut Op) {
    op.add_column("children", integer("age").null());
    op.create_index("idx-children-age", "children", ["age", "name"]).concurrently();
    op.add_column("children", integer("height").default(100));
    op.create_index("one-name-each", "children", ["name"]).unique().concurrently();
    op.drop_index("idx-parents-name", "parents", ["name"]).concurrently();
    op.alter_column("children", "height").set_default(110);
    count_up(op, &INDEXES);
}

pub(super) fn downgrade(op: &mut Op) {
    op.create_index("idx-parents-name", "parents", ["name"]).concurrently();
    op.drop_index("one-name-each", "children", ["name"]).concurrently();
    op.drop_column("children", "height");
    op.drop_index("idx-children-age", "children", ["age", "name"]).concurrently();
    op.drop_column("children", "age");
    count_down(op, &INDEXES);
}
