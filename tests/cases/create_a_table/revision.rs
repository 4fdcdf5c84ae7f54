//! create a table
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    op.create_table(
        "samples",
        [
            pk_auto("id"),
            boolean("flag"),
            tiny_integer("tiny"),
            small_integer("small"),
            integer("number"),
            big_integer("big"),
            float("single"),
            double("double"),
            decimal_len("price", 12, 3),
            char_len("currency", 3),
            string_len("short_name", 40),
            string("name"),
            text("story"),
            var_binary_len("digest", 64),
            blob("picture"),
            date("day"),
            time("hour"),
            date_time("seen_at"),
            timestamp_with_time_zone("stored_at"),
            uuid("token"),
            json("detail"),
            string("nothing").null(),
        ],
    )
    .primary_key(primary_key(["id"]).named("pk-samples"));
}

fn downgrade(op: &mut Op) {
    // A01: the rows of samples are lost
    op.drop_table("samples");
}
