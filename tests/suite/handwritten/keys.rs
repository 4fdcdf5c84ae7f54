use limbeck::prelude::*;

use super::List;

/// A primary key goes and comes.
pub const NO_KEY: List = List {
    name: "no_primary_key",
    before: |op| {
        op.create_table("seats", [integer("hall"), integer("number")]).primary_key(["hall", "number"]);
        op.create_table("logs", [string_len("line", 40)]);
    },
    upgrade: |op| {
        op.drop_primary_key("seats");
        op.alter_primary_key("logs", ["line"]);
    },
    downgrade: |op| {
        op.drop_primary_key("logs");
        op.alter_primary_key("seats", ["hall", "number"]);
    },
    rows: &[
        "INSERT INTO seats (hall, number) VALUES (1, 1)",
        "INSERT INTO seats (hall, number) VALUES (1, 2)",
        "INSERT INTO logs (line) VALUES ('one')",
    ],
    scripted: true,
};

/// Constraints that are checked late.
pub const DEFERRABLE: List = List {
    name: "deferrable_constraints",
    before: |op| {
        op.create_table("users", [pk_auto("id"), integer("place")]).primary_key(["id"]);
        op.create_table("posts", [pk_auto("id"), integer("user_id")]).primary_key(["id"]);
    },
    upgrade: |op| {
        op.add_unique("users", unique(["place"]).named("uq-users-place").deferrable(Deferrable::InitiallyDeferred))
            .only(Postgres);
        op.add_foreign_key(
            "posts",
            foreign_key(["user_id"], "users", ["id"])
                .named("fk-posts-user_id")
                .deferrable(Deferrable::InitiallyDeferred),
        )
        .only(Postgres)
        .only(Sqlite);
    },
    downgrade: |op| {
        op.drop_foreign_key("posts", ["user_id"], "users").named("fk-posts-user_id").only(Postgres).only(Sqlite);
        op.drop_unique("users", ["place"]).named("uq-users-place").only(Postgres);
    },
    rows: &["INSERT INTO users (id, place) VALUES (1, 1)", "INSERT INTO posts (id, user_id) VALUES (1, 1)"],
    scripted: true,
};

/// Rows are filled whose keys are checked at the end of the transaction, and the table is altered behind that.
pub const FILLED: List = List {
    name: "filled_and_deferred",
    before: |op| {
        op.create_table("users", [pk_auto("id"), integer("place").null()]).primary_key(["id"]);
        op.create_table("posts", [pk_auto("id"), integer("user_id").null()]).primary_key(["id"]);
        op.add_unique("users", unique(["place"]).named("uq-users-place").deferrable(Deferrable::InitiallyDeferred))
            .only(Postgres);
        op.add_foreign_key(
            "posts",
            foreign_key(["user_id"], "users", ["id"])
                .named("fk-posts-user_id")
                .deferrable(Deferrable::InitiallyDeferred),
        )
        .only(Postgres)
        .only(Sqlite);
    },
    upgrade: |op| {
        op.fill_column("users", "place", 7);
        op.alter_column("users", "place").set_not_null();
        op.fill_column("posts", "user_id", 1);
        op.alter_column("posts", "user_id").set_not_null().set_type(ColumnType::BigInteger);
    },
    downgrade: |op| {
        op.alter_column("posts", "user_id").set_null().set_type(ColumnType::Integer);
        op.alter_column("users", "place").set_null();
    },
    rows: &[
        "INSERT INTO users (id, place) VALUES (1, 1), (2, NULL)",
        "INSERT INTO posts (id, user_id) VALUES (1, 1), (2, NULL), (3, NULL)",
    ],
    scripted: true,
};

/// Enumerated types with defaults, indexes and checks on their columns, and one that no column has.
pub const ENUMS: List = List {
    name: "enums",
    before: |op| {
        op.create_enum("mood", ["calm", "curious", "wild"]);
        op.create_enum("unused", ["one"]);
        op.create_table(
            "animals",
            [
                pk_auto("id"),
                enumeration("mood", "mood", ["calm", "curious", "wild"]).default("calm"),
                enumeration("usual", "mood", ["calm", "curious", "wild"]).null(),
            ],
        )
        .primary_key(["id"])
        .unique(unique(["id", "usual"]).named("uq-animals-usual"));
        op.create_index("idx-animals-mood", "animals", ["mood"]);
    },
    upgrade: |op| {
        op.alter_enum("mood", ["calm", "curious", "wild"], ["wild", "sleepy", "calm"]);
        op.drop_enum("unused");
        op.create_enum("other", ["it's", "b\\c"]);
        op.alter_enum("other", ["it's", "b\\c"], ["it's", "b\\c", "d"]);
    },
    downgrade: |op| {
        op.alter_enum("other", ["it's", "b\\c", "d"], ["it's", "b\\c"]);
        op.drop_enum("other");
        op.create_enum("unused", ["one"]);
        op.alter_enum("mood", ["wild", "sleepy", "calm"], ["calm", "curious", "wild"]);
    },
    rows: &[
        "INSERT INTO animals (id, mood, usual) VALUES (1, 'calm', NULL)",
        "INSERT INTO animals (id, mood, usual) VALUES (2, 'wild', 'calm')",
    ],
    scripted: true,
};
