use limbeck::prelude::*;

use super::{FIRST, MIGRATIONS, count_up};

/// Tables with everything that the later revisions change, and rows in them.
pub(super) fn upgrade(op: &mut Op) {
    op.create_enum("mood", ["calm", "wild"]);
    op.create_enum("unused", ["one"]);
    op.create_table("journal", [string_len("revision", 20)]);
    op.create_table("counters", [string_len("revision", 20), integer("number")]).primary_key(["revision"]);
    op.create_table(
        "parents",
        [
            pk_auto("id"),
            string_len("name", 40),
            enumeration("mood", "mood", ["calm", "wild"]).default("calm"),
            integer("weight").null(),
        ],
    )
    .primary_key(["id"]);
    op.create_table("children", [pk_auto("id"), integer("parent_id"), string_len("name", 40), integer("toys").null()])
        .primary_key(["id"])
        .foreign_key(foreign_key(["parent_id"], "parents", ["id"]).named("fk-children-parent_id").on_delete(Cascade));
    op.create_table("toys", [integer("id"), integer("owner_id").null(), string_len("code", 10), integer("price")])
        .primary_key(primary_key(["id"]).named("pk-toys"))
        .unique(unique(["code"]).named("uq-toys-code"))
        .check(check("ck-toys-price", "price >= 0"))
        .foreign_key(foreign_key(["owner_id"], "parents", ["id"]).named("fk-toys-owner_id"));
    op.create_index("idx-toys-price", "toys", ["price", "code"]);
    op.create_table("logs", [string_len("line", 40)]);

    for entry in MIGRATIONS.entries() {
        op.execute(format!("INSERT INTO counters (revision, number) VALUES ('{}', 0)", entry.revision.id));
    }
    op.execute("INSERT INTO parents (id, name, mood, weight) VALUES (1, 'Ann', 'wild', 70), (2, 'Bo', 'calm', NULL)");
    op.execute("INSERT INTO children (id, parent_id, name, toys) VALUES (1, 1, 'Cy', 3), (2, 1, 'Di', NULL)");
    op.execute("INSERT INTO toys (id, owner_id, code, price) VALUES (1, 1, 'bear', 5), (2, NULL, 'ball', 0)");
    op.execute("INSERT INTO logs (line) VALUES ('begun')");
    count_up(op, &FIRST);
}

pub(super) fn downgrade(op: &mut Op) {
    op.drop_table("logs");
    op.drop_table("toys");
    op.drop_table("children");
    op.drop_table("parents");
    op.drop_table("counters");
    op.drop_table("journal");
    op.drop_enum("unused");
    op.drop_enum("mood");
}
