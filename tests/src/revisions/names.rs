use limbeck::prelude::*;

use super::{NAMES, count_down, count_up};

pub(super) fn upgrade(op: &mut Op) {
    op.create_enum("size", ["small", "large"]);
    op.drop_enum("unused");
    op.alter_enum("mood", ["calm", "wild"], ["calm", "sleepy", "wild"]);
    // PostgreSQL lets nobody use a label before the transaction that adds it is over.
    op.alter_column("parents", "mood").set_default("sleepy");
    op.rename_enum_label("mood", "wild", "fierce");
    op.add_column("parents", enumeration("size", "size", ["small", "large"]).default("small"));
    op.rename_table("toys", "playthings");
    op.set_table_comment("playthings", "what is played with");
    op.drop_table("logs");
    op.create_table("visits", [pk_auto("id"), integer("parent_id")]).primary_key(["id"]);
    count_up(op, &NAMES);
}

pub(super) fn downgrade(op: &mut Op) {
    op.drop_table("visits");
    op.create_table("logs", [string_len("line", 40)]);
    op.drop_table_comment("playthings");
    op.rename_table("playthings", "toys");
    op.drop_column("parents", "size");
    op.rename_enum_label("mood", "fierce", "wild");
    op.alter_column("parents", "mood").set_default("calm");
    op.alter_enum("mood", ["calm", "sleepy", "wild"], ["calm", "wild"]);
    op.create_enum("unused", ["one"]);
    op.drop_enum("size");
    count_down(op, &NAMES);
}
