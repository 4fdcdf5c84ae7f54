use limbeck::prelude::*;

use super::List;

/// A column becomes a computed one and stops being one.
pub const GENERATED: List = List {
    name: "generated_columns",
    before: |op| {
        op.create_table("boxes", [pk_auto("id"), integer("width"), integer("height"), big_integer("area").null()])
            .primary_key(["id"]);
        op.create_table(
            "lids",
            [pk_auto("id"), integer("width"), big_integer("doubled").null().generated_stored("width * 2")],
        )
        .primary_key(["id"]);
    },
    upgrade: |op| {
        op.alter_column("boxes", "area").set_generated_stored("width * height");
        op.alter_column("lids", "doubled").drop_generated();
    },
    downgrade: |op| {
        op.alter_column("lids", "doubled").set_generated_stored("width * 2");
        op.alter_column("boxes", "area").drop_generated();
    },
    rows: &[
        "INSERT INTO boxes (id, width, height) VALUES (1, -46340, 46340)",
        "INSERT INTO lids (id, width) VALUES (1, 1073741823)",
    ],
    scripted: true,
};

/// A column that expressions name gets a name that has to be quoted, and what names it is written anew behind that.
pub const RENAMED: List = List {
    name: "awkward_renames",
    before: |op| {
        op.create_table("boxes", [pk_auto("id"), integer("width")]).primary_key(["id"]);
        // SQLite quotes what it renames in its texts, MariaDB takes the quotes for those of a string.
        let doubled = |sql: &str| big_integer("doubled").null().generated_stored(sql);
        op.add_column("boxes", doubled("\"width\" * 2")).only(Sqlite);
        op.add_column("boxes", doubled("width * 2")).only(Postgres).only(MariaDb);
        op.add_check("boxes", check("ck-boxes-width", "\"width\" > 0")).only(Sqlite);
        op.add_check("boxes", check("ck-boxes-width", "width > 0")).only(Postgres).only(MariaDb);
    },
    upgrade: |op| {
        op.rename_column("boxes", "width", "Width of it");
        op.alter_column("boxes", "doubled").set_comment("twice");
        op.alter_column("boxes", "Width of it").set_default(5);
    },
    downgrade: |op| {
        op.alter_column("boxes", "Width of it").drop_default();
        op.alter_column("boxes", "doubled").drop_comment();
        op.rename_column("boxes", "Width of it", "width");
    },
    rows: &["INSERT INTO boxes (id, width) VALUES (1, 40000)"],
    scripted: true,
};

/// Each database has collations of its own.
pub const COLLATIONS: List = List {
    name: "collations",
    before: |op| {
        op.create_table("names", [pk_auto("id"), string_len("name", 40), string_len("code", 10).default("x")])
            .primary_key(["id"]);
        op.create_index("idx-names-name", "names", ["name"]);
    },
    upgrade: |op| {
        op.alter_column("names", "name").set_collation("NOCASE").only(Sqlite);
        op.alter_column("names", "name").set_collation("C").only(Postgres);
        op.alter_column("names", "name").set_collation("utf8mb4_bin").only(MariaDb).only(MySql);
        op.add_column("names", string_len("tag", 10).null().collation("RTRIM")).only(Sqlite);
        op.add_column("names", string_len("tag", 10).null().collation("POSIX")).only(Postgres);
        op.add_column("names", string_len("tag", 10).null().collation("utf8mb4_unicode_ci")).only(MariaDb);
    },
    downgrade: |op| {
        op.drop_column("names", "tag").only(Sqlite).only(Postgres).only(MariaDb);
        op.alter_column("names", "name").drop_collation();
    },
    rows: &[],
    scripted: true,
};

pub const ON_UPDATE: List = List {
    name: "on_update",
    before: |op| {
        op.create_table(
            "pages",
            [pk_auto("id"), date_time("changed_at").default(current_timestamp()), date_time("seen_at").null()],
        )
        .primary_key(["id"]);
        op.alter_column("pages", "seen_at").set_on_update(current_timestamp()).only(MariaDb);
    },
    upgrade: |op| {
        op.alter_column("pages", "changed_at").set_on_update(current_timestamp()).only(MariaDb);
        op.alter_column("pages", "seen_at").drop_on_update().only(MariaDb);
    },
    downgrade: |op| {
        op.alter_column("pages", "seen_at").set_on_update(current_timestamp()).only(MariaDb);
        op.alter_column("pages", "changed_at").drop_on_update().only(MariaDb);
    },
    rows: &["INSERT INTO pages (id, changed_at, seen_at) VALUES (1, '2024-02-29 12:00:00', NULL)"],
    scripted: true,
};

/// Columns are filled before NULL is forbidden in them, in a table with all that an UPDATE sets off: a column that it sets, a key that is
/// checked late.
pub const FILLS: List = List {
    name: "fills",
    before: |op| {
        op.create_table("books", [pk_auto("id"), string_len("title", 40)]).primary_key(["id"]);
        op.create_table(
            "pages",
            [
                pk_auto("id"),
                integer("book_id").null(),
                string_len("title", 40).null(),
                boolean("read").null(),
                uuid("code").null(),
                date_time("changed_at").default(current_timestamp()),
            ],
        )
        .primary_key(["id"]);
        let key = || foreign_key(["book_id"], "books", ["id"]).named("fk-pages-book_id");
        op.add_foreign_key("pages", key()).only(MariaDb);
        op.add_foreign_key("pages", key().deferrable(Deferrable::InitiallyDeferred)).only(Sqlite).only(Postgres);
        op.alter_column("pages", "changed_at").set_on_update(current_timestamp()).only(MariaDb);
    },
    upgrade: |op| {
        op.fill_column("pages", "book_id", sql("(SELECT max(id) FROM books)"));
        op.alter_column("pages", "book_id").set_not_null();
        op.fill_column("pages", "title", "it's");
        op.fill_column("pages", "read", 1);
        op.fill_column("pages", "code", sql("gen_random_uuid()"));
        op.alter_column("pages", "title").set_not_null();
        op.alter_column("pages", "read").set_not_null();
        op.alter_column("pages", "code").set_not_null();
        op.add_unique("pages", unique(["code"]).named("uq-pages-code"));
        op.add_column("pages", string_len("slug", 50).null());
        op.fill_column("pages", "slug", sql("lower(title)"));
        op.alter_column("pages", "slug").set_not_null();
    },
    downgrade: |op| {
        op.drop_column("pages", "slug");
        op.drop_unique("pages", ["code"]).named("uq-pages-code");
        op.fill_column("books", "title", "nothing holds NULL here");
        op.alter_column("pages", "code").set_null();
        op.alter_column("pages", "read").set_null();
        op.alter_column("pages", "title").set_null();
        op.alter_column("pages", "book_id").set_null();
    },
    rows: &[
        "INSERT INTO books (id, title) VALUES (1, 'one')",
        "INSERT INTO books (id, title) VALUES (2, 'two')",
        "INSERT INTO pages (id, book_id, title, changed_at) VALUES (1, NULL, NULL, '2001-02-03 04:05:06')",
        "INSERT INTO pages (id, book_id, title, changed_at) VALUES (2, 1, 'Once', '2001-02-03 04:05:06')",
        "INSERT INTO pages (id, book_id, title, changed_at) VALUES (3, NULL, 'Twice', '2001-02-03 04:05:06')",
    ],
    scripted: true,
};

/// The three ways in which PostgreSQL numbers rows, and the one of the others.
pub const IDENTITIES: List = List {
    name: "identities",
    before: |op| {
        op.create_table("first", [integer("id"), string("name")]).primary_key(["id"]);
        op.create_table("second", [pk_auto("id"), string("name")]).primary_key(["id"]);
        op.create_table("third", [integer("id").serial("third_id_seq"), string("name")])
            .primary_key(["id"])
            .only(Postgres);
    },
    upgrade: |op| {
        op.alter_column("first", "id").set_auto_increment();
        op.alter_column("second", "id").drop_auto_increment();
        op.alter_column("third", "id").set_auto_increment().only(Postgres);
    },
    downgrade: |op| {
        op.alter_column("third", "id").set_serial("third_id_seq").only(Postgres);
        op.alter_column("second", "id").set_auto_increment();
        op.alter_column("first", "id").drop_auto_increment();
    },
    rows: &[
        "INSERT INTO first (id, name) VALUES (1, 'one')",
        "INSERT INTO first (id, name) VALUES (2147483646, 'last')",
        "INSERT INTO second (id, name) VALUES (1, 'one')",
    ],
    scripted: true,
};

/// Defaults that are SQL, not values, and defaults that go.
pub const DEFAULTS: List = List {
    name: "defaults",
    before: |op| {
        op.create_table(
            "animals",
            [
                pk_auto("id"),
                string_len("status", 20).default("new"),
                integer("visits").default(0),
                date("seen_on"),
                decimal_len("fee", 8, 2).default(number("1.50")),
            ],
        )
        .primary_key(["id"]);
    },
    upgrade: |op| {
        op.alter_column("animals", "status").drop_default();
        op.alter_column("animals", "visits").set_default(sql("(1 + 2)"));
        op.alter_column("animals", "fee").set_default(number("-2.25"));
        op.alter_column("animals", "seen_on").set_default("2024-02-29");
    },
    downgrade: |op| {
        op.alter_column("animals", "seen_on").drop_default();
        op.alter_column("animals", "fee").set_default(number("1.50"));
        op.alter_column("animals", "visits").set_default(0);
        op.alter_column("animals", "status").set_default("new");
    },
    rows: &[],
    scripted: true,
};

/// Comments that go.
pub const COMMENTS: List = List {
    name: "comments",
    before: |op| {
        op.create_table("animals", [pk_auto("id"), integer("weight").comment("in grams").default(1)])
            .primary_key(["id"])
            .comment("all of them");
    },
    upgrade: |op| {
        op.drop_table_comment("animals");
        op.alter_column("animals", "weight").drop_comment();
        op.alter_column("animals", "id").set_comment("who; it's \\ a number");
    },
    downgrade: |op| {
        op.alter_column("animals", "id").drop_comment();
        op.alter_column("animals", "weight").set_comment("in grams");
        op.set_table_comment("animals", "all of them");
    },
    rows: &[],
    scripted: true,
};
