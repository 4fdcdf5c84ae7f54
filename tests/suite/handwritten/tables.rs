use limbeck::prelude::*;

use super::List;

pub const RENAME_TABLES: List = List {
    name: "rename_tables",
    before: |op| {
        op.create_table("users", [pk_auto("id"), string_len("email", 80)])
            .primary_key(primary_key(["id"]).named("pk-users"))
            .unique(unique(["email"]).named("uq-users-email"));
        op.create_table("posts", [pk_auto("id"), integer("user_id"), integer("reply_to").null(), integer("score")])
            .primary_key(["id"])
            .foreign_key(foreign_key(["user_id"], "users", ["id"]).named("fk-posts-user_id").on_delete(Cascade))
            .foreign_key(foreign_key(["reply_to"], "posts", ["id"]).named("fk-posts-reply_to"))
            .check(check("ck-posts-score", "score >= -5"));
        op.create_index("idx-posts-user_id", "posts", ["user_id"]);
    },
    upgrade: |op| {
        op.rename_table("users", "people");
        op.rename_table("posts", "notes");
        op.add_column("notes", string("title").null());
        op.rename_column("notes", "user_id", "person_id");
    },
    downgrade: |op| {
        op.rename_column("notes", "person_id", "user_id");
        op.drop_column("notes", "title");
        op.rename_table("notes", "posts");
        op.rename_table("people", "users");
    },
    rows: &[
        "INSERT INTO users (id, email) VALUES (1, 'a@example.org')",
        "INSERT INTO posts (id, user_id, reply_to, score) VALUES (1, 1, NULL, -5)",
        "INSERT INTO posts (id, user_id, reply_to, score) VALUES (2, 1, 1, 2147483647)",
    ],
    scripted: true,
};

/// What stands behind the closing parenthesis of CREATE TABLE stays through a rebuild and a change.
pub const OPTIONS: List = List {
    name: "table_options",
    before: |op| {
        op.create_table("codes", [string_len("code", 20), integer("number")])
            .primary_key(["code"])
            .without_rowid()
            .collation("utf8mb4_bin");
        op.create_table("logs", [pk_auto("id"), text("line")]).primary_key(["id"]).engine("Aria");
    },
    upgrade: |op| {
        op.alter_column("codes", "number").set_null();
        op.alter_column("logs", "line").set_null();
    },
    downgrade: |op| {
        op.alter_column("logs", "line").set_not_null();
        op.alter_column("codes", "number").set_not_null();
    },
    rows: &[
        "INSERT INTO codes (code, number) VALUES ('a', 1)",
        "INSERT INTO codes (code, number) VALUES ('A', 2)",
        "INSERT INTO logs (id, line) VALUES (1, 'one')",
    ],
    scripted: true,
};

/// Triggers and views are known by their text and are there after a table was changed.
pub const TRIGGERS: List = List {
    name: "triggers_and_views",
    before: |op| {
        op.create_table("animals", [pk_auto("id"), string_len("name", 40), integer("changes").default(0)])
            .primary_key(["id"]);
        op.create_table("journal", [integer("animal")]);
        op.execute_on(
            Sqlite,
            "CREATE TRIGGER animals_journal AFTER INSERT ON animals BEGIN INSERT INTO journal VALUES (new.id); END",
        );
        op.execute_on(
            MariaDb,
            "CREATE TRIGGER animals_journal AFTER INSERT ON animals FOR EACH ROW INSERT INTO journal VALUES (new.id)",
        );
        op.execute("CREATE VIEW names AS SELECT name FROM animals");
    },
    upgrade: |op| {
        op.alter_column("animals", "changes").set_null().set_default(1);
        op.add_column("animals", integer("weight").null());
    },
    downgrade: |op| {
        op.drop_column("animals", "weight");
        op.alter_column("animals", "changes").set_not_null().set_default(0);
    },
    rows: &["INSERT INTO animals (id, name, changes) VALUES (1, 'Rex', 3)"],
    scripted: false,
};

/// Tables and types in a schema beside the default one, which only PostgreSQL has in one database.
pub const SCHEMAS: List = List {
    name: "schemas",
    before: |op| {
        op.execute_on(Postgres, "CREATE SCHEMA shop");
        op.create_enum(("shop", "state"), ["new", "sold"]).only(Postgres);
        op.create_table(
            ("shop", "items"),
            [pk_auto("id"), enumeration("state", ("shop", "state"), ["new", "sold"]).default("new"), integer("price")],
        )
        .primary_key(primary_key(["id"]).named("pk-items"))
        .only(Postgres);
        op.create_table(("shop", "orders"), [pk_auto("id"), integer("item_id"), integer("count").null()])
            .primary_key(primary_key(["id"]).named("pk-orders"))
            .foreign_key(
                foreign_key(["item_id"], ("shop", "items"), ["id"]).named("fk-orders-item_id").on_delete(Cascade),
            )
            .only(Postgres);
        op.create_index("idx-orders-item_id", ("shop", "orders"), ["item_id"]).only(Postgres);
    },
    upgrade: |op| {
        op.alter_enum(("shop", "state"), ["new", "sold"], ["new", "kept", "sold"]).only(Postgres);
        op.add_column(("shop", "items"), string("name").default("it's").comment("as it is called")).only(Postgres);
        op.rename_column(("shop", "items"), "price", "cost").only(Postgres);
        op.alter_column(("shop", "items"), "cost").set_type(ColumnType::BigInteger).set_default(3).only(Postgres);
        op.add_unique(("shop", "items"), unique(["name", "cost"]).named("uq-items-name-cost")).only(Postgres);
        op.drop_index("idx-orders-item_id", ("shop", "orders"), ["item_id"]).only(Postgres);
        op.drop_foreign_key(("shop", "orders"), ["item_id"], ("shop", "items"))
            .named("fk-orders-item_id")
            .only(Postgres);
        op.rename_table(("shop", "orders"), ("shop", "purchases")).only(Postgres);
        op.add_check(("shop", "purchases"), check("ck-purchases-count", "count > 0")).only(Postgres);
        op.set_table_comment(("shop", "purchases"), "what was bought").only(Postgres);
        op.alter_column(("shop", "purchases"), "id").drop_auto_increment().only(Postgres);
    },
    downgrade: |op| {
        op.alter_column(("shop", "purchases"), "id").set_auto_increment().only(Postgres);
        op.drop_table_comment(("shop", "purchases")).only(Postgres);
        op.drop_check(("shop", "purchases"), "ck-purchases-count").only(Postgres);
        op.rename_table(("shop", "purchases"), ("shop", "orders")).only(Postgres);
        op.add_foreign_key(
            ("shop", "orders"),
            foreign_key(["item_id"], ("shop", "items"), ["id"]).named("fk-orders-item_id").on_delete(Cascade),
        )
        .only(Postgres);
        op.create_index("idx-orders-item_id", ("shop", "orders"), ["item_id"]).only(Postgres);
        op.drop_unique(("shop", "items"), ["name", "cost"]).named("uq-items-name-cost").only(Postgres);
        op.alter_column(("shop", "items"), "cost").set_type(ColumnType::Integer).drop_default().only(Postgres);
        op.rename_column(("shop", "items"), "cost", "price").only(Postgres);
        op.drop_column(("shop", "items"), "name").only(Postgres);
        op.alter_enum(("shop", "state"), ["new", "kept", "sold"], ["new", "sold"]).only(Postgres);
    },
    rows: &[],
    scripted: true,
};
