use limbeck::prelude::*;

use super::{COLUMNS, count_down, count_up};

/// On SQLite the table of the parents is made anew: with foreign keys on, the children would go with it.
pub(super) fn upgrade(op: &mut Op) {
    op.add_column("parents", string_len("title", 40).null());
    op.fill_column("parents", "title", "untitled");
    op.alter_column("parents", "title").set_not_null();
    op.rename_column("parents", "weight", "grams");
    op.alter_column("parents", "grams").set_type(ColumnType::BigInteger).set_default(1);
    op.drop_column("children", "toys");
    count_up(op, &COLUMNS);
}

pub(super) fn downgrade(op: &mut Op) {
    op.add_column("children", integer("toys").null());
    op.fill_column("children", "toys", 7);
    op.alter_column("parents", "grams").set_type(ColumnType::Integer).drop_default();
    op.rename_column("parents", "grams", "weight");
    op.alter_column("parents", "title").set_null();
    op.drop_column("parents", "title");
    count_down(op, &COLUMNS);
}
