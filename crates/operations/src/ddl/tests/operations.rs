use limbeck_schema::{Dialect, Enumeration};

use super::fixture::{REBUILD, Row, expect, name, shelter, steps, texts};
use crate::{Operation, prelude::*};

const TABLES: &[Row] = &[
    (
        "drop_table",
        |op| {
            op.drop_table("animals");
        },
        [&[r#"DROP TABLE "animals""#], &[r#"DROP TABLE "animals""#], &["DROP TABLE `animals`"]],
    ),
    (
        "rename_table",
        |op| {
            op.rename_table("animals", "pets");
        },
        [
            &[r#"ALTER TABLE "animals" RENAME TO "pets""#],
            &[r#"ALTER TABLE "animals" RENAME TO "pets""#],
            &["RENAME TABLE `animals` TO `pets`"],
        ],
    ),
    (
        "set_table_comment",
        |op| {
            op.set_table_comment("animals", "it's");
        },
        [&[], &[r#"COMMENT ON TABLE "animals" IS 'it''s'"#], &["ALTER TABLE `animals` COMMENT = 'it''s'"]],
    ),
    (
        "drop_table_comment",
        |op| {
            op.drop_table_comment("animals");
        },
        [&[], &[r#"COMMENT ON TABLE "animals" IS NULL"#], &["ALTER TABLE `animals` COMMENT = ''"]],
    ),
    (
        "execute",
        |op| {
            op.execute("UPDATE animals SET name = ''");
        },
        [&["UPDATE animals SET name = ''"], &["UPDATE animals SET name = ''"], &["UPDATE animals SET name = ''"]],
    ),
    (
        "run",
        |op| {
            op.run("fill", |_| async { Ok(()) });
        },
        [&[], &[], &[]],
    ),
];

#[test]
fn tables() {
    expect(TABLES, &shelter());
}

const INDEXES_AND_CONSTRAINTS: &[Row] = &[
    (
        "create_index",
        |op| {
            op.create_index("i", "animals", [column("name"), column("seen_at").descending()]).unique();
        },
        [
            &[r#"CREATE UNIQUE INDEX "i" ON "animals" ("name", "seen_at" DESC)"#],
            &[r#"CREATE UNIQUE INDEX "i" ON "animals" ("name", "seen_at" DESC)"#],
            &["CREATE UNIQUE INDEX `i` ON `animals` (`name`, `seen_at` DESC)"],
        ],
    ),
    (
        "drop_index",
        |op| {
            op.drop_index("another name", "animals", ["kind"]);
        },
        [
            &[r#"DROP INDEX "idx-animals-kind""#],
            &[r#"DROP INDEX "idx-animals-kind""#],
            &["DROP INDEX `idx-animals-kind` ON `animals`"],
        ],
    ),
    (
        "drop_index that is kept as a unique constraint",
        |op| {
            op.drop_index("another name", "animals", ["name"]);
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" DROP CONSTRAINT "uq-animals-name""#],
            &["DROP INDEX `uq-animals-name` ON `animals`"],
        ],
    ),
    (
        "add_unique",
        |op| {
            op.add_unique("animals", unique(["owner_id", "name"]).named("u"));
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" ADD CONSTRAINT "u" UNIQUE ("owner_id", "name")"#],
            &["ALTER TABLE `animals` ADD CONSTRAINT `u` UNIQUE (`owner_id`, `name`)"],
        ],
    ),
    (
        "drop_unique",
        |op| {
            op.drop_unique("animals", ["name"]).named("another name");
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" DROP CONSTRAINT "uq-animals-name""#],
            &["DROP INDEX `uq-animals-name` ON `animals`"],
        ],
    ),
    (
        "drop_unique that is kept as an index",
        |op| {
            op.create_index("i", "animals", ["owner_id", "price"]).unique();
            op.drop_unique("animals", ["price", "owner_id"]);
        },
        [
            &[r#"CREATE UNIQUE INDEX "i" ON "animals" ("owner_id", "price")"#, r#"DROP INDEX "i""#],
            &[r#"CREATE UNIQUE INDEX "i" ON "animals" ("owner_id", "price")"#, r#"DROP INDEX "i""#],
            &[
                "CREATE UNIQUE INDEX `i` ON `animals` (`owner_id`, `price`)",
                // It serves the foreign key now; the key gets an index of its own.
                "ALTER TABLE `animals` DROP INDEX `i`, ADD INDEX IF NOT EXISTS `fk-animals-owner_id` (`owner_id`)",
            ],
        ],
    ),
    (
        "add_foreign_key",
        |op| {
            op.add_foreign_key("animals", foreign_key(["id"], "users", ["id"]).named("f").on_delete(Restrict));
        },
        [
            REBUILD,
            &[
                r#"ALTER TABLE "animals" ADD CONSTRAINT "f" FOREIGN KEY ("id") REFERENCES "users" ("id") ON DELETE RESTRICT"#,
            ],
            &[
                "ALTER TABLE `animals` ADD CONSTRAINT `f` FOREIGN KEY (`id`) REFERENCES `users` (`id`) ON DELETE RESTRICT",
            ],
        ],
    ),
    (
        "drop_foreign_key",
        |op| {
            op.drop_foreign_key("animals", ["owner_id"], "users").named("another name");
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" DROP CONSTRAINT "fk-animals-owner_id""#],
            &[
                "ALTER TABLE `animals` DROP FOREIGN KEY `fk-animals-owner_id`",
                "DROP INDEX IF EXISTS `fk-animals-owner_id` ON `animals`",
            ],
        ],
    ),
    (
        "add_check",
        |op| {
            op.add_check("animals", check("c", "price < 100"));
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" ADD CONSTRAINT "c" CHECK (price < 100)"#],
            &["ALTER TABLE `animals` ADD CONSTRAINT `c` CHECK (price < 100)"],
        ],
    ),
    (
        "drop_check",
        |op| {
            op.drop_check("animals", "price >= 0");
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" DROP CONSTRAINT "ck-animals-price""#],
            &["ALTER TABLE `animals` DROP CONSTRAINT `ck-animals-price`"],
        ],
    ),
    (
        "alter_primary_key",
        |op| {
            op.alter_column("animals", "id").drop_auto_increment();
            op.alter_primary_key("animals", primary_key(["name", "id"]).named("pk"));
        },
        [
            REBUILD,
            &[
                r#"ALTER TABLE "animals" ALTER COLUMN "id" DROP IDENTITY"#,
                r#"ALTER TABLE "animals" DROP CONSTRAINT "pk-animals", ADD CONSTRAINT "pk" PRIMARY KEY ("name", "id")"#,
            ],
            &[
                "ALTER TABLE `animals` MODIFY COLUMN `id` int NOT NULL",
                "ALTER TABLE `animals` DROP PRIMARY KEY, ADD PRIMARY KEY (`name`, `id`)",
            ],
        ],
    ),
    (
        "alter_primary_key of a numbered column that goes",
        |op| {
            op.alter_primary_key("animals", primary_key(["name"]).named("pk"));
            op.drop_column("animals", "id");
        },
        [
            REBUILD,
            &[
                r#"ALTER TABLE "animals" DROP CONSTRAINT "pk-animals", ADD CONSTRAINT "pk" PRIMARY KEY ("name")"#,
                r#"ALTER TABLE "animals" DROP COLUMN "id""#,
            ],
            &[
                "ALTER TABLE `animals` MODIFY COLUMN `id` int NOT NULL, DROP PRIMARY KEY, ADD PRIMARY KEY (`name`)",
                "ALTER TABLE `animals` DROP COLUMN `id`",
            ],
        ],
    ),
    (
        "a numbered column that becomes the key",
        |op| {
            op.alter_primary_key("animals", primary_key(["name"]));
            op.drop_column("animals", "id");
            op.add_column("animals", pk_auto("number"));
            op.alter_primary_key("animals", primary_key(["number"]));
        },
        [
            REBUILD,
            &[
                r#"ALTER TABLE "animals" DROP CONSTRAINT "pk-animals", ADD PRIMARY KEY ("name")"#,
                r#"ALTER TABLE "animals" DROP COLUMN "id""#,
                r#"ALTER TABLE "animals" ADD COLUMN "number" integer GENERATED BY DEFAULT AS IDENTITY NOT NULL"#,
                r#"ALTER TABLE "animals" DROP CONSTRAINT "animals_pkey", ADD PRIMARY KEY ("number")"#,
            ],
            &[
                "ALTER TABLE `animals` MODIFY COLUMN `id` int NOT NULL, DROP PRIMARY KEY, ADD PRIMARY KEY (`name`)",
                "ALTER TABLE `animals` DROP COLUMN `id`",
                "ALTER TABLE `animals` ADD COLUMN `number` int NOT NULL AUTO_INCREMENT, DROP PRIMARY KEY, ADD PRIMARY KEY (`number`)",
            ],
        ],
    ),
];

#[test]
fn indexes_and_constraints() {
    // Without IF EXISTS and IF NOT EXISTS, which MySQL has not, MySQL's statements are MariaDB's.
    for (row, record, [sqlite, postgres, mariadb]) in INDEXES_AND_CONSTRAINTS {
        let steps = steps(record);
        let mysql: Vec<_> =
            mariadb.iter().map(|sql| sql.replace("IF EXISTS ", "").replace("IF NOT EXISTS ", "")).collect();
        let before = shelter();
        assert_eq!(texts(&steps, &before, Dialect::Sqlite), *sqlite, "{row}");
        assert_eq!(texts(&steps, &before, Dialect::Postgres), *postgres, "{row}");
        assert_eq!(texts(&steps, &before, Dialect::MariaDb), *mariadb, "{row}");
        assert_eq!(texts(&steps, &before, Dialect::MySql), mysql, "{row}");
    }
}

/// A foreign key is never without an index, and takes the server's with it.
#[test]
fn foreign_keys_and_their_indexes() {
    let record = |op: &mut Op| {
        op.create_table("homes", [big_integer("user_id"), integer("animal_id"), integer("n")])
            .primary_key(["user_id", "animal_id"])
            .foreign_key(foreign_key(["user_id"], "users", ["id"]).named("fk-u"))
            .foreign_key(foreign_key(["animal_id"], "animals", ["id"]).named("fk-a"));
    };
    let mut before = shelter();
    crate::replay_all(&steps(record), &mut before, Dialect::MariaDb).unwrap();
    type Row<'a> = (fn(&mut Op), &'a [&'a str]);
    let rows: [Row<'_>; 5] = [
        // The key served fk-u alone; another that begins alike serves it as well.
        (
            |op| _ = op.alter_primary_key("homes", ["n"]),
            &[
                "ALTER TABLE `homes` DROP PRIMARY KEY, ADD INDEX IF NOT EXISTS `fk-u` (`user_id`), ADD PRIMARY KEY (`n`)",
            ],
        ),
        (
            |op| _ = op.alter_primary_key("homes", ["user_id", "n"]),
            &["ALTER TABLE `homes` DROP PRIMARY KEY, ADD PRIMARY KEY (`user_id`, `n`)"],
        ),
        (|op| _ = op.drop_foreign_key("homes", ["user_id"], "users"), &["ALTER TABLE `homes` DROP FOREIGN KEY `fk-u`"]),
        (
            |op| _ = op.drop_foreign_key("homes", ["animal_id"], "animals"),
            &["ALTER TABLE `homes` DROP FOREIGN KEY `fk-a`", "DROP INDEX IF EXISTS `fk-a` ON `homes`"],
        ),
        // Two keys of one column share an index.
        (
            |op| {
                op.add_foreign_key("homes", foreign_key(["animal_id"], "users", ["id"]).named("fk-b"));
                op.drop_foreign_key("homes", ["animal_id"], "animals");
            },
            &[
                "ALTER TABLE `homes` ADD CONSTRAINT `fk-b` FOREIGN KEY (`animal_id`) REFERENCES `users` (`id`)",
                "ALTER TABLE `homes` DROP FOREIGN KEY `fk-a`",
                "ALTER TABLE `homes` ADD INDEX IF NOT EXISTS `fk-b` (`animal_id`)",
                "DROP INDEX IF EXISTS `fk-a` ON `homes`",
            ],
        ),
    ];
    for (record, expected) in rows {
        assert_eq!(texts(&steps(record), &before, Dialect::MariaDb), expected);
    }
}

const ENUMS: &[Row] = &[
    (
        "create_enum",
        |op| {
            op.create_enum(("zoo", "size"), ["small", "large"]);
        },
        [&[], &[r#"CREATE TYPE "zoo"."size" AS ENUM ('small', 'large')"#], &[]],
    ),
    (
        "drop_enum",
        |op| {
            op.drop_enum("mood");
        },
        [&[], &[r#"DROP TYPE "mood""#], &[]],
    ),
    (
        "alter_enum that adds labels",
        |op| {
            op.alter_enum("animal_kind", ["cat", "dog"], ["ape", "cat", "bird", "cow", "dog", "eel"]);
        },
        [
            &[],
            &[
                r#"ALTER TYPE "animal_kind" ADD VALUE 'ape' BEFORE 'cat'"#,
                r#"ALTER TYPE "animal_kind" ADD VALUE 'bird' BEFORE 'dog'"#,
                r#"ALTER TYPE "animal_kind" ADD VALUE 'cow' BEFORE 'dog'"#,
                r#"ALTER TYPE "animal_kind" ADD VALUE 'eel'"#,
            ],
            &[
                "ALTER TABLE `animals` MODIFY COLUMN `kind` enum('ape','cat','bird','cow','dog','eel') NOT NULL DEFAULT 'dog'",
            ],
        ],
    ),
    (
        "alter_enum that takes the default's label away",
        |op| {
            op.alter_enum("animal_kind", ["cat", "dog"], ["cat"]);
        },
        [
            &[],
            &[
                r#"ALTER TYPE "animal_kind" RENAME TO "animal_kind_limbeck_previous""#,
                r#"CREATE TYPE "animal_kind" AS ENUM ('cat')"#,
                r#"ALTER TABLE "animals" ALTER COLUMN "kind" DROP DEFAULT, ALTER COLUMN "kind" TYPE "animal_kind" USING "kind"::text::"animal_kind""#,
                r#"DROP TYPE "animal_kind_limbeck_previous""#,
            ],
            &["ALTER TABLE `animals` MODIFY COLUMN `kind` enum('cat') NOT NULL"],
        ],
    ),
    (
        "alter_enum that moves labels",
        |op| {
            op.alter_enum("animal_kind", ["cat", "dog"], ["dog", "cat"]);
        },
        [
            &[],
            &[
                r#"ALTER TYPE "animal_kind" RENAME TO "animal_kind_limbeck_previous""#,
                r#"CREATE TYPE "animal_kind" AS ENUM ('dog', 'cat')"#,
                r#"ALTER TABLE "animals" ALTER COLUMN "kind" DROP DEFAULT, ALTER COLUMN "kind" TYPE "animal_kind" USING "kind"::text::"animal_kind", ALTER COLUMN "kind" SET DEFAULT 'dog'"#,
                r#"DROP TYPE "animal_kind_limbeck_previous""#,
            ],
            &["ALTER TABLE `animals` MODIFY COLUMN `kind` enum('dog','cat') NOT NULL DEFAULT 'dog'"],
        ],
    ),
];

#[test]
fn enums() {
    let mut before = shelter();
    before.enums.insert(name("mood"), Enumeration::new("mood", ["good"]));
    expect(ENUMS, &before);
}

/// Every operation occurs in one of the tables; the columns' are next door.
#[test]
fn no_operation_is_left_out() {
    let rows = [TABLES, INDEXES_AND_CONSTRAINTS, ENUMS, super::labels::LABELS, super::columns::ROWS].concat();
    let mut found: Vec<_> =
        rows.iter().flat_map(|(_, record, _)| steps(record)).map(|step| step.operation.name()).collect();
    found.push("create_table");
    for name in Operation::NAMES {
        assert!(found.contains(&name), "{name}");
    }
}

/// The layout is the same for all; what differs are the columns, the key and what stands behind the parenthesis.
#[test]
fn create_table() {
    let before = shelter();
    let definition = || {
        let mut table = before.tables[&name("animals")].clone();
        table.name = name("pets");
        table.indexes.clear();
        table.options.engine = Some("InnoDB".into());
        table.options.collation = Some("utf8mb4_bin".into());
        table
    };
    let step = crate::Step::new(Operation::CreateTable { definition: definition() });
    for (dialect, expected) in [
        (
            Dialect::Sqlite,
            &[r#"CREATE TABLE "pets" (
    "id" integer NOT NULL CONSTRAINT "pk-animals" PRIMARY KEY AUTOINCREMENT,
    "name" varchar(64) NOT NULL,
    "kind" enum_text NOT NULL DEFAULT 'dog',
    "owner_id" integer,
    "price" real(10, 2) NOT NULL DEFAULT 0,
    "net" real(10, 2) GENERATED ALWAYS AS (price * 0.8) STORED,
    "seen_at" timestamp_text NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "uq-animals-name" UNIQUE ("name"),
    CONSTRAINT "fk-animals-owner_id" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "ck-animals-price" CHECK (price >= 0)
)"#][..],
        ),
        (
            Dialect::Postgres,
            &[
                r#"CREATE TABLE "pets" (
    "id" integer GENERATED BY DEFAULT AS IDENTITY NOT NULL,
    "name" character varying(64) NOT NULL,
    "kind" "animal_kind" DEFAULT 'dog' NOT NULL,
    "owner_id" bigint,
    "price" numeric(10,2) DEFAULT 0 NOT NULL,
    "net" numeric(10,2) GENERATED ALWAYS AS (price * 0.8) STORED,
    "seen_at" timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT "pk-animals" PRIMARY KEY ("id"),
    CONSTRAINT "uq-animals-name" UNIQUE ("name"),
    CONSTRAINT "fk-animals-owner_id" FOREIGN KEY ("owner_id") REFERENCES "users" ("id") ON DELETE CASCADE,
    CONSTRAINT "ck-animals-price" CHECK (price >= 0)
)"#,
                r#"COMMENT ON TABLE "pets" IS 'all of them'"#,
                r#"COMMENT ON COLUMN "pets"."name" IS 'what it''s called'"#,
            ],
        ),
        (
            Dialect::MariaDb,
            &["CREATE TABLE `pets` (
    `id` int NOT NULL AUTO_INCREMENT,
    `name` varchar(64) NOT NULL COMMENT 'what it''s called',
    `kind` enum('cat','dog') NOT NULL DEFAULT 'dog',
    `owner_id` bigint,
    `price` decimal(10,2) NOT NULL DEFAULT 0,
    `net` decimal(10,2) GENERATED ALWAYS AS (price * 0.8) STORED,
    `seen_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (`id`),
    CONSTRAINT `uq-animals-name` UNIQUE (`name`),
    CONSTRAINT `fk-animals-owner_id` FOREIGN KEY (`owner_id`) REFERENCES `users` (`id`) ON DELETE CASCADE,
    CONSTRAINT `ck-animals-price` CHECK (price >= 0)
) ENGINE=`InnoDB` COLLATE=`utf8mb4_bin` COMMENT='all of them'"],
        ),
    ] {
        assert_eq!(texts(std::slice::from_ref(&step), &before, dialect), expected, "{dialect}");
    }
}
