use limbeck_schema::{Dialect, Server, Version};

use super::fixture::{REBUILD, Row, expect, name, shelter, steps, texts};
use crate::{ddl::statements, prelude::*};

pub(super) const ROWS: &[Row] = &[
    (
        "add_column that may be NULL",
        |op| {
            op.add_column("animals", string_len("chip", 15).null().comment("it's"));
        },
        [
            &[r#"ALTER TABLE "animals" ADD COLUMN "chip" varchar(15)"#],
            &[
                r#"ALTER TABLE "animals" ADD COLUMN "chip" character varying(15)"#,
                r#"COMMENT ON COLUMN "animals"."chip" IS 'it''s'"#,
            ],
            &["ALTER TABLE `animals` ADD COLUMN `chip` varchar(15) COMMENT 'it''s'"],
        ],
    ),
    (
        "add_column with a constant default",
        |op| {
            op.add_column("animals", boolean("wild").default(false).extra("/* x */"));
            op.add_column("animals", boolean("tame").default(true));
        },
        [
            REBUILD,
            &[
                r#"ALTER TABLE "animals" ADD COLUMN "wild" boolean DEFAULT FALSE NOT NULL /* x */"#,
                r#"ALTER TABLE "animals" ADD COLUMN "tame" boolean DEFAULT TRUE NOT NULL"#,
            ],
            &[
                "ALTER TABLE `animals` ADD COLUMN `wild` tinyint(1) NOT NULL DEFAULT FALSE /* x */",
                "ALTER TABLE `animals` ADD COLUMN `tame` tinyint(1) NOT NULL DEFAULT TRUE",
            ],
        ],
    ),
    (
        "add_column with a default that is computed",
        |op| {
            op.add_column("animals", timestamp("registered_at").default(current_timestamp()));
        },
        [
            REBUILD,
            &[
                r#"ALTER TABLE "animals" ADD COLUMN "registered_at" timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL"#,
            ],
            &["ALTER TABLE `animals` ADD COLUMN `registered_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP"],
        ],
    ),
    (
        "add_column without a default",
        |op| {
            op.add_column("animals", integer("legs"));
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" ADD COLUMN "legs" integer NOT NULL"#],
            &["ALTER TABLE `animals` ADD COLUMN `legs` int NOT NULL"],
        ],
    ),
    (
        "fill_column",
        |op| {
            op.fill_column("animals", "owner_id", 7);
        },
        [
            &[r#"UPDATE "animals" SET "owner_id" = 7 WHERE "owner_id" IS NULL"#],
            &[r#"UPDATE "animals" SET "owner_id" = 7 WHERE "owner_id" IS NULL"#],
            &["UPDATE `animals` SET `owner_id` = 7 WHERE `owner_id` IS NULL"],
        ],
    ),
    (
        "fill_column by SQL",
        |op| {
            op.add_column("animals", string("title").null());
            op.fill_column("animals", "title", sql("upper(name)"));
            op.alter_column("animals", "title").set_not_null();
        },
        [
            &[
                r#"ALTER TABLE "animals" ADD COLUMN "title" varchar"#,
                r#"UPDATE "animals" SET "title" = (upper(name)) WHERE "title" IS NULL"#,
                "rebuild",
            ],
            &[
                r#"ALTER TABLE "animals" ADD COLUMN "title" character varying"#,
                r#"UPDATE "animals" SET "title" = upper(name) WHERE "title" IS NULL"#,
                r#"ALTER TABLE "animals" ALTER COLUMN "title" SET NOT NULL"#,
            ],
            &[
                "ALTER TABLE `animals` ADD COLUMN `title` varchar(255)",
                "UPDATE `animals` SET `title` = (upper(name)) WHERE `title` IS NULL",
                "ALTER TABLE `animals` MODIFY COLUMN `title` varchar(255) NOT NULL",
            ],
        ],
    ),
    (
        "add_column that is computed and stored",
        |op| {
            op.add_column("animals", integer("twice").null().generated_stored("price * 2"));
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" ADD COLUMN "twice" integer GENERATED ALWAYS AS (price * 2) STORED"#],
            &["ALTER TABLE `animals` ADD COLUMN `twice` int GENERATED ALWAYS AS (price * 2) STORED"],
        ],
    ),
    (
        "add_column of a timestamp that may be NULL",
        |op| {
            op.add_column("animals", timestamp("left_at").null());
        },
        [
            &[r#"ALTER TABLE "animals" ADD COLUMN "left_at" timestamp_text"#],
            &[r#"ALTER TABLE "animals" ADD COLUMN "left_at" timestamp without time zone"#],
            &["ALTER TABLE `animals` ADD COLUMN `left_at` timestamp NULL"],
        ],
    ),
    (
        "drop_column",
        |op| {
            op.drop_column("animals", "seen_at");
        },
        [
            &[r#"ALTER TABLE "animals" DROP COLUMN "seen_at""#],
            &[r#"ALTER TABLE "animals" DROP COLUMN "seen_at""#],
            &["ALTER TABLE `animals` DROP COLUMN `seen_at`"],
        ],
    ),
    (
        "rename_column",
        |op| {
            op.rename_column("animals", "name", "title");
        },
        [
            &[r#"ALTER TABLE "animals" RENAME COLUMN "name" TO "title""#],
            &[r#"ALTER TABLE "animals" RENAME COLUMN "name" TO "title""#],
            &["ALTER TABLE `animals` RENAME COLUMN `name` TO `title`"],
        ],
    ),
    (
        "alter_column to a longer string",
        |op| {
            op.alter_column("animals", "name").set_type(ColumnType::string_len(128));
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" ALTER COLUMN "name" TYPE character varying(128)"#],
            &["ALTER TABLE `animals` MODIFY COLUMN `name` varchar(128) NOT NULL COMMENT 'what it''s called'"],
        ],
    ),
    (
        "alter_column to a wider integer",
        |op| {
            op.alter_column("users", "id").set_type(ColumnType::BigUnsigned);
        },
        // PostgreSQL has no unsigned integers; on SQLite every integer is one type.
        [&[], &[], &["ALTER TABLE `users` MODIFY COLUMN `id` bigint unsigned NOT NULL AUTO_INCREMENT"]],
    ),
    (
        "alter_column that something is computed from",
        |op| {
            op.alter_column("animals", "price").set_type(ColumnType::Integer);
        },
        [
            REBUILD,
            &[
                r#"ALTER TABLE "animals" DROP COLUMN "net""#,
                r#"ALTER TABLE "animals" ALTER COLUMN "price" TYPE integer"#,
                r#"ALTER TABLE "animals" ADD COLUMN "net" numeric(10,2) GENERATED ALWAYS AS (price * 0.8) STORED"#,
            ],
            &["ALTER TABLE `animals` MODIFY COLUMN `price` int NOT NULL DEFAULT 0"],
        ],
    ),
    (
        "alter_column by the stated conversion",
        |op| {
            op.alter_column("animals", "name").set_type(ColumnType::Integer).using("length(name)");
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" ALTER COLUMN "name" TYPE integer USING length(name)"#],
            &["ALTER TABLE `animals` MODIFY COLUMN `name` int NOT NULL COMMENT 'what it''s called'"],
        ],
    ),
    (
        "alter_column to NOT NULL",
        |op| {
            op.alter_column("animals", "owner_id").set_not_null();
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" ALTER COLUMN "owner_id" SET NOT NULL"#],
            &["ALTER TABLE `animals` MODIFY COLUMN `owner_id` bigint NOT NULL"],
        ],
    ),
    (
        "alter_column without its default",
        |op| {
            op.alter_column("animals", "price").drop_default();
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" ALTER COLUMN "price" DROP DEFAULT"#],
            &["ALTER TABLE `animals` MODIFY COLUMN `price` decimal(10,2) NOT NULL"],
        ],
    ),
    (
        "alter_column with a default that it has",
        |op| {
            op.alter_column("animals", "price").set_default(sql("0"));
        },
        [
            &[],
            &[r#"ALTER TABLE "animals" ALTER COLUMN "price" SET DEFAULT 0"#],
            &["ALTER TABLE `animals` MODIFY COLUMN `price` decimal(10,2) NOT NULL DEFAULT (0)"],
        ],
    ),
    (
        "alter_column with a comment",
        |op| {
            op.alter_column("animals", "price").set_comment("€");
        },
        [
            &[],
            &[r#"COMMENT ON COLUMN "animals"."price" IS '€'"#],
            &["ALTER TABLE `animals` MODIFY COLUMN `price` decimal(10,2) NOT NULL DEFAULT 0 COMMENT '€'"],
        ],
    ),
    (
        "alter_column without its comment",
        |op| {
            op.alter_column("animals", "name").drop_comment();
        },
        [
            &[],
            &[r#"COMMENT ON COLUMN "animals"."name" IS NULL"#],
            &["ALTER TABLE `animals` MODIFY COLUMN `name` varchar(64) NOT NULL"],
        ],
    ),
    (
        "alter_column with a collation",
        |op| {
            op.alter_column("animals", "name").set_collation("nocase");
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" ALTER COLUMN "name" TYPE character varying(64) COLLATE "nocase""#],
            &[
                "ALTER TABLE `animals` MODIFY COLUMN `name` varchar(64) COLLATE `nocase` NOT NULL COMMENT 'what it''s called'",
            ],
        ],
    ),
    (
        "alter_column that numbers the rows no more",
        |op| {
            op.alter_column("animals", "id").drop_auto_increment();
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" ALTER COLUMN "id" DROP IDENTITY"#],
            &["ALTER TABLE `animals` MODIFY COLUMN `id` int NOT NULL"],
        ],
    ),
    (
        "alter_column that numbers the rows again",
        |op| {
            op.alter_column("animals", "id").drop_auto_increment();
            op.execute("SELECT 1");
            op.alter_column("animals", "id").set_auto_increment();
        },
        [
            &["rebuild", "SELECT 1", "rebuild"],
            &[
                r#"ALTER TABLE "animals" ALTER COLUMN "id" DROP IDENTITY"#,
                "SELECT 1",
                r#"ALTER TABLE "animals" ALTER COLUMN "id" ADD GENERATED BY DEFAULT AS IDENTITY"#,
                r#"SELECT setval(pg_get_serial_sequence('"animals"', 'id'), greatest(max("id"), 1), coalesce(max("id"), 0) > 0) FROM "animals""#,
            ],
            &[
                "ALTER TABLE `animals` MODIFY COLUMN `id` int NOT NULL",
                "SELECT 1",
                "ALTER TABLE `animals` MODIFY COLUMN `id` int NOT NULL AUTO_INCREMENT",
            ],
        ],
    ),
    (
        "alter_column that is computed no more",
        |op| {
            op.alter_column("animals", "net").drop_generated();
        },
        [
            REBUILD,
            &[r#"ALTER TABLE "animals" ALTER COLUMN "net" DROP EXPRESSION"#],
            &["ALTER TABLE `animals` MODIFY COLUMN `net` decimal(10,2)"],
        ],
    ),
    (
        "alter_column that is computed otherwise",
        |op| {
            op.create_index("i", "animals", ["net"]);
            op.alter_column("animals", "net").set_generated_stored("price * 2");
        },
        [
            REBUILD,
            &[
                r#"CREATE INDEX "i" ON "animals" ("net")"#,
                r#"ALTER TABLE "animals" DROP COLUMN "net""#,
                r#"ALTER TABLE "animals" ADD COLUMN "net" numeric(10,2) GENERATED ALWAYS AS (price * 2) STORED"#,
                r#"CREATE INDEX "i" ON "animals" ("net")"#,
            ],
            &[
                "CREATE INDEX `i` ON `animals` (`net`)",
                "ALTER TABLE `animals` MODIFY COLUMN `net` decimal(10,2) GENERATED ALWAYS AS (price * 2) STORED",
            ],
        ],
    ),
];

#[test]
fn columns() {
    let mut before = shelter();
    expect(ROWS, &before);
    // A check that bears its column's name is the column's own on MariaDB, and MODIFY would lose it.
    let animals = before.tables.get_mut(&name("animals")).unwrap();
    animals.checks.push(Check::new("price < 9").named("price"));
    let alter = |op: &mut Op| {
        op.alter_column("animals", "price").set_default(1);
        op.drop_check("animals", "price");
    };
    for (dialect, expected) in [
        (
            Dialect::MariaDb,
            [
                "ALTER TABLE `animals` MODIFY COLUMN `price` decimal(10,2) NOT NULL DEFAULT 1 CHECK (price < 9)",
                "ALTER TABLE `animals` DROP CONSTRAINT IF EXISTS `price`, MODIFY COLUMN `price` decimal(10,2) NOT NULL DEFAULT 1",
            ],
        ),
        (
            Dialect::MySql,
            [
                "ALTER TABLE `animals` MODIFY COLUMN `price` decimal(10,2) NOT NULL DEFAULT 1",
                "ALTER TABLE `animals` DROP CONSTRAINT `price`",
            ],
        ),
    ] {
        assert_eq!(texts(&steps(alter), &before, dialect), expected, "{dialect}");
    }
}

#[test]
fn mysql_renames_no_column_of_a_check() {
    let record = |op: &mut Op| {
        op.rename_column("animals", "price", "cost");
    };
    let rename = "ALTER TABLE `animals` RENAME COLUMN `price` TO `cost`";
    assert_eq!(texts(&steps(record), &shelter(), Dialect::MariaDb), [rename]);
    assert_eq!(
        texts(&steps(record), &shelter(), Dialect::MySql),
        [
            "ALTER TABLE `animals` DROP CONSTRAINT `ck-animals-price`",
            rename,
            "ALTER TABLE `animals` ADD CONSTRAINT `ck-animals-price` CHECK (cost >= 0)",
        ]
    );
}

#[test]
fn a_default_is_set_again_behind_a_type_that_can_not_carry_it() {
    let record = |op: &mut Op| {
        op.alter_column("animals", "seen_at").set_type(ColumnType::Text).set_default("never").set_null();
        op.alter_column("animals", "kind").set_type(ColumnType::Text);
    };
    let modified = |default: &str, kind: &str| {
        vec![
            format!("ALTER TABLE `animals` MODIFY COLUMN `seen_at` text DEFAULT {default}"),
            format!("ALTER TABLE `animals` MODIFY COLUMN `kind` text NOT NULL DEFAULT {kind}"),
        ]
    };
    let postgres = [
        r#"ALTER TABLE "animals" ALTER COLUMN "seen_at" DROP DEFAULT, ALTER COLUMN "seen_at" TYPE text USING "seen_at"::text, ALTER COLUMN "seen_at" DROP NOT NULL, ALTER COLUMN "seen_at" SET DEFAULT 'never'"#,
        r#"ALTER TABLE "animals" ALTER COLUMN "kind" DROP DEFAULT, ALTER COLUMN "kind" TYPE text USING "kind"::text, ALTER COLUMN "kind" SET DEFAULT 'dog'"#,
    ];
    for (dialect, expected) in [
        (Dialect::Sqlite, vec!["rebuild".to_owned()]),
        (Dialect::Postgres, postgres.map(str::to_owned).to_vec()),
        (Dialect::MySql, modified("('never')", "('dog')")),
        (Dialect::MariaDb, modified("'never'", "'dog'")),
    ] {
        assert_eq!(texts(&steps(record), &shelter(), dialect), expected, "{dialect}");
    }
}

#[test]
fn virtual_columns_are_dropped_and_added_where_modify_is_refused() {
    let before = shelter();
    let record = |op: &mut Op| {
        op.alter_column("animals", "net").set_generated_virtual("price * 2");
        op.alter_column("animals", "net").drop_generated();
    };
    let expected = [
        "ALTER TABLE `animals` DROP COLUMN `net`, ADD COLUMN `net` decimal(10,2) GENERATED ALWAYS AS (price * 2) VIRTUAL AFTER `price`",
        // Stored first, so that the values stay.
        "ALTER TABLE `animals` DROP COLUMN `net`, ADD COLUMN `net` decimal(10,2) GENERATED ALWAYS AS (price * 2) STORED AFTER `price`",
        "ALTER TABLE `animals` MODIFY COLUMN `net` decimal(10,2)",
    ];
    for dialect in [Dialect::MySql, Dialect::MariaDb] {
        assert_eq!(texts(&steps(record), &before, dialect), expected, "{dialect}");
    }
    let mut server = Server::assumed(Dialect::Postgres);
    server.version = Version::new(18, 0, 0);
    let groups = statements(&steps(record), &before, &server).unwrap();
    let texts: Vec<_> =
        groups.iter().flat_map(|group| &group.statements).map(|statement| statement.sql.as_str()).collect();
    assert_eq!(
        texts,
        [
            r#"ALTER TABLE "animals" DROP COLUMN "net""#,
            r#"ALTER TABLE "animals" ADD COLUMN "net" numeric(10,2) GENERATED ALWAYS AS (price * 2) VIRTUAL"#,
            r#"ALTER TABLE "animals" DROP COLUMN "net""#,
            r#"ALTER TABLE "animals" ADD COLUMN "net" numeric(10,2) GENERATED ALWAYS AS (price * 2) STORED"#,
            r#"ALTER TABLE "animals" ALTER COLUMN "net" DROP EXPRESSION"#,
        ]
    );
}

#[test]
fn serial_columns_bring_and_take_their_sequence() {
    let before = shelter();
    let record = |op: &mut Op| {
        op.create_table(("zoo", "keepers"), [integer("id").serial("keepers_id_seq")]);
        op.alter_column(("zoo", "keepers"), "id").set_type(ColumnType::BigInteger);
        op.alter_column(("zoo", "keepers"), "id").set_identity_always();
        op.alter_column(("zoo", "keepers"), "id").set_auto_increment();
        op.alter_column(("zoo", "keepers"), "id").set_serial("keepers_id_seq");
        op.alter_column(("zoo", "keepers"), "id").drop_auto_increment();
    };
    let setval = r#"SELECT setval(pg_get_serial_sequence('"zoo"."keepers"', 'id'), greatest(max("id"), 1), coalesce(max("id"), 0) > 0) FROM "zoo"."keepers""#;
    assert_eq!(
        texts(&steps(record), &before, Dialect::Postgres),
        [
            r#"CREATE SEQUENCE "zoo"."keepers_id_seq" AS integer"#,
            "CREATE TABLE \"zoo\".\"keepers\" (\n    \"id\" integer DEFAULT nextval('\"zoo\".\"keepers_id_seq\"'::regclass) NOT NULL\n)",
            r#"ALTER SEQUENCE "zoo"."keepers_id_seq" OWNED BY "zoo"."keepers"."id""#,
            r#"ALTER TABLE "zoo"."keepers" ALTER COLUMN "id" TYPE bigint"#,
            r#"ALTER SEQUENCE "zoo"."keepers_id_seq" AS bigint"#,
            r#"ALTER TABLE "zoo"."keepers" ALTER COLUMN "id" DROP DEFAULT"#,
            r#"DROP SEQUENCE "zoo"."keepers_id_seq""#,
            r#"ALTER TABLE "zoo"."keepers" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY"#,
            setval,
            r#"ALTER TABLE "zoo"."keepers" ALTER COLUMN "id" SET GENERATED BY DEFAULT"#,
            r#"ALTER TABLE "zoo"."keepers" ALTER COLUMN "id" DROP IDENTITY"#,
            r#"CREATE SEQUENCE "zoo"."keepers_id_seq" AS bigint"#,
            r#"ALTER TABLE "zoo"."keepers" ALTER COLUMN "id" SET DEFAULT nextval('"zoo"."keepers_id_seq"'::regclass)"#,
            r#"ALTER SEQUENCE "zoo"."keepers_id_seq" OWNED BY "zoo"."keepers"."id""#,
            setval,
            r#"ALTER TABLE "zoo"."keepers" ALTER COLUMN "id" DROP DEFAULT"#,
            r#"DROP SEQUENCE "zoo"."keepers_id_seq""#,
        ]
    );
}

#[test]
fn old_mariadb_gives_timestamps_no_default_of_its_own() {
    let before = shelter();
    let mut server = Server::assumed(Dialect::MariaDb);
    let record = |op: &mut Op| {
        op.add_column("animals", timestamp("a"));
        op.add_column("animals", timestamp("b").null());
        op.add_column("animals", timestamp("c").default(current_timestamp()).on_update(current_timestamp()));
    };
    let mut on = |version| {
        server.version = version;
        let groups = statements(&steps(record), &before, &server).unwrap();
        groups.into_iter().flat_map(|group| group.statements).map(|statement| statement.sql).collect::<Vec<_>>()
    };
    let rest = [
        "ALTER TABLE `animals` ADD COLUMN `b` timestamp NULL",
        "ALTER TABLE `animals` ADD COLUMN `c` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP",
    ];
    let old = [
        "ALTER TABLE `animals` ADD COLUMN `a` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP",
        "ALTER TABLE `animals` ALTER COLUMN `a` DROP DEFAULT",
    ];
    assert_eq!(on(Version::new(10, 5, 2)), [&old[..], &rest].concat());
    let new = ["ALTER TABLE `animals` ADD COLUMN `a` timestamp NOT NULL"];
    assert_eq!(on(Version::new(10, 10, 0)), [&new[..], &rest].concat());
}
