use limbeck_schema::{Dialect, Server, Version};

use super::fixture::{shelter, steps, texts};
use crate::{
    Op,
    ddl::{DdlError, ddl},
    prelude::*,
};

/// What is recorded; the dialects that can't do it; what the error says.
type Row = (fn(&mut Op), &'static [Dialect], &'static str);

const NOT_POSTGRES: &[Dialect] = &[Sqlite, MySql, MariaDb];
const MYSQL_LIKE: &[Dialect] = &[MySql, MariaDb];
const NOT_MYSQL_LIKE: &[Dialect] = &[Sqlite, Postgres];

const COLUMNS: &[Row] = &[
    (
        |op| {
            op.add_column("animals", array("tags", ColumnType::Text).null());
        },
        NOT_POSTGRES,
        "has no type for column `tags`",
    ),
    (
        |op| {
            op.alter_column("animals", "seen_at").set_type(ColumnType::Year);
        },
        NOT_MYSQL_LIKE,
        "has no type for column `seen_at`",
    ),
    (
        |op| {
            op.add_column("animals", timestamp("at").default(current_timestamp()).on_update(current_timestamp()));
        },
        NOT_MYSQL_LIKE,
        "has no ON UPDATE for column `at`",
    ),
    (
        |op| {
            op.add_column("animals", integer("twice").null().generated_virtual("price * 2"));
        },
        &[Postgres],
        "postgres 15 has no virtual columns",
    ),
    (
        |op| {
            op.add_column("animals", integer("twice").null().generated_stored("price * 2").default(1));
        },
        &Dialect::ALL,
        "has no default for column `twice`, which is computed",
    ),
    (
        |op| {
            op.create_table("t", [uuid("id").auto_increment()]).primary_key(["id"]);
        },
        &Dialect::ALL,
        "numbers rows only in an integer column, and `id` is Uuid",
    ),
    (
        |op| {
            op.alter_column("animals", "id").set_default(1);
        },
        &Dialect::ALL,
        "can't number rows in column `id`, which has a default",
    ),
    (
        |op| {
            op.create_table("t", [integer("a"), integer("b").auto_increment()]).primary_key(["a", "b"]);
        },
        NOT_POSTGRES,
        "`b` is not",
    ),
    (
        |op| {
            op.add_column("users", integer("number").auto_increment());
        },
        NOT_POSTGRES,
        "`number` is not",
    ),
    (
        |op| {
            op.alter_primary_key("animals", primary_key(["name"]));
        },
        NOT_POSTGRES,
        "drop",
    ),
    (
        |op| {
            op.create_table("t", [integer("a")]);
            op.drop_column("t", "a");
        },
        NOT_POSTGRES,
        "has no tables without columns",
    ),
    (
        |op| {
            op.create_table("t", []);
        },
        NOT_POSTGRES,
        "has no tables without columns",
    ),
    (
        |op| {
            op.create_table("t", [integer("a")]).primary_key(["a"]);
            op.alter_column("t", "a").set_generated_stored("1");
        },
        &[Postgres],
        "can't compute `a` from now on, which is in the primary key",
    ),
];

const REST: &[Row] = &[
    (
        |op| {
            op.create_table(("zoo", "t"), [integer("a")]);
        },
        &[Sqlite],
        "has no schemas, and `zoo.t` names one",
    ),
    (
        |op| {
            op.rename_table("animals", ("zoo", "animals"));
        },
        &[Sqlite],
        "has no schemas, and `zoo.animals` names one",
    ),
    (
        |op| {
            op.rename_table("animals", "é".repeat(32));
        },
        &[Postgres],
        "keeps only 63 bytes of the table name",
    ),
    (
        |op| {
            op.add_check("animals", check("é".repeat(65), "price > 1"));
        },
        &[Postgres, MySql, MariaDb],
        "of the check name",
    ),
    (
        |op| {
            op.create_index("i", "animals", ["name"]).filter("price > 0");
        },
        MYSQL_LIKE,
        "has no partial indexes",
    ),
    (
        |op| {
            op.create_index("i", "animals", ["name"]).include(["price"]);
        },
        NOT_POSTGRES,
        "has no INCLUDE in indexes",
    ),
    (
        |op| {
            op.create_index("i", "animals", ["name"]).using("gin");
        },
        NOT_POSTGRES,
        "has no index method `gin`",
    ),
    (
        |op| {
            op.create_index("i", "animals", ["name"]).unique().nulls_not_distinct();
        },
        NOT_POSTGRES,
        "has no NULLS NOT DISTINCT",
    ),
    (
        |op| {
            op.create_index("i", "animals", [expression("lower(name)")]);
        },
        &[MariaDb],
        "has no expressions (index a generated column instead) in indexes",
    ),
    (
        |op| {
            op.create_index("i", "animals", [column("name").nulls(NullsOrder::Last)]);
        },
        NOT_POSTGRES,
        "has no NULLS FIRST or LAST in indexes",
    ),
    (
        |op| {
            op.create_index("i", "animals", [column("name").operator_class("text_pattern_ops")]);
        },
        NOT_POSTGRES,
        "has no operator classes in indexes",
    ),
    (
        |op| {
            op.create_index("i", "animals", [column("name").prefix(3)]);
        },
        NOT_MYSQL_LIKE,
        "has no prefix lengths in indexes",
    ),
    (
        |op| {
            op.create_index("i", "animals", [column("name").collation("C")]);
        },
        MYSQL_LIKE,
        "has no collations in indexes",
    ),
    (
        |op| {
            op.add_column("animals", text("notes").null());
            op.create_index("i", "animals", ["notes"]);
        },
        MYSQL_LIKE,
        "indexes only so many leading characters of `notes`",
    ),
    (
        |op| {
            op.add_column("animals", text("notes").null());
            op.add_unique("animals", unique(["notes"]));
        },
        &[MySql],
        "has no unique constraint of `notes`, which has no limit",
    ),
    (
        |op| {
            op.create_table("t", [text("a")]).primary_key(["a"]);
        },
        MYSQL_LIKE,
        "has no primary key of `a`, which has no limit",
    ),
    (
        |op| {
            op.add_unique("animals", unique(["name"]).deferrable(Deferrable::InitiallyDeferred));
        },
        NOT_POSTGRES,
        "has no deferrable unique constraints",
    ),
    (
        |op| {
            let key = foreign_key(["id"], "users", ["id"]).deferrable(Deferrable::InitiallyDeferred);
            op.add_foreign_key("animals", key);
        },
        MYSQL_LIKE,
        "has no deferrable foreign keys",
    ),
    (
        |op| {
            op.add_foreign_key("animals", foreign_key(["id"], "users", ["id"]).on_delete(SetDefault));
        },
        MYSQL_LIKE,
        "has no SET DEFAULT for foreign keys",
    ),
];

#[test]
fn what_a_dialect_lacks_is_an_error_before_any_statement() {
    for (record, lacking, message) in COLUMNS.iter().chain(REST) {
        let steps = steps(record);
        for dialect in Dialect::ALL {
            let texts = texts(&steps, &shelter(), dialect);
            let error = texts.first().and_then(|text| text.strip_prefix("error: "));
            match (lacking.contains(&dialect), error) {
                (true, Some(error)) => assert!(error.contains(message), "{dialect}: {error}"),
                (false, None) => {}
                (lacks, error) => panic!("{dialect}, {}: lacks {lacks}, error {error:?}", steps[0].operation),
            }
        }
    }
}

#[test]
fn old_servers_lack_more() {
    let before = shelter();
    for (record, version, message) in [
        (
            (|op: &mut Op| {
                op.add_unique("animals", unique(["kind"]).nulls_not_distinct());
            }) as fn(&mut Op),
            Version::new(14, 0, 0),
            "postgres 14 has no NULLS NOT DISTINCT",
        ),
        (
            |op| {
                op.alter_column("animals", "net").drop_generated();
            },
            Version::new(12, 0, 0),
            "postgres 12 can't keep the values of the computed column `net`",
        ),
    ] {
        let server = Server { version, ..Server::assumed(Dialect::Postgres) };
        let error = ddl(&steps(record)[0].operation, &before, &server).unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
    }
}

/// The server gave the name, and a replayed schema does not know it.
#[test]
fn what_has_no_name_can_not_be_dropped_offline() {
    let mut before = shelter();
    let animals = before.tables.get_mut(&super::fixture::name("animals")).unwrap();
    animals.checks[0].name = None;
    animals.uniques[0].name = None;
    animals.foreign_keys[0].name = None;
    animals.primary_key.as_mut().unwrap().name = None;
    let records: [fn(&mut Op); 3] = [
        |op| {
            op.drop_check("animals", "price >= 0");
        },
        |op| {
            op.drop_unique("animals", ["name"]);
        },
        |op| {
            op.drop_foreign_key("animals", ["owner_id"], "users");
        },
    ];
    for record in records {
        let operation = &steps(record)[0].operation;
        for dialect in [Dialect::Postgres, Dialect::MySql, Dialect::MariaDb] {
            let error = ddl(operation, &before, &super::fixture::server(dialect)).unwrap_err();
            assert!(matches!(error, DdlError::Unnamed { .. }), "{dialect}: {error}");
        }
        assert_eq!(texts(&steps(record), &before, Dialect::Sqlite), ["rebuild"]);
    }
    let key = |op: &mut Op| {
        op.drop_primary_key("animals");
    };
    assert_eq!(
        texts(&steps(key), &before, Dialect::Postgres),
        [r#"ALTER TABLE "animals" DROP CONSTRAINT "animals_pkey""#]
    );
}

#[test]
fn what_is_not_there_is_an_error() {
    let before = shelter();
    let records: [fn(&mut Op); 12] = [
        |op| {
            op.drop_table("ghosts");
        },
        |op| {
            op.add_column("ghosts", integer("a").null());
        },
        |op| {
            op.drop_column("animals", "ghost");
        },
        |op| {
            op.alter_column("animals", "ghost").set_null();
        },
        |op| {
            op.rename_column("animals", "ghost", "spirit");
        },
        |op| {
            op.create_index("i", "animals", ["ghost"]);
        },
        |op| {
            op.drop_index("i", "animals", ["ghost"]);
        },
        |op| {
            op.drop_unique("animals", ["kind"]);
        },
        |op| {
            op.drop_foreign_key("animals", ["id"], "users");
        },
        |op| {
            op.drop_check("animals", "ghost");
        },
        |op| {
            op.alter_primary_key("animals", ["ghost"]);
        },
        |op| {
            op.drop_enum("ghost");
        },
    ];
    for record in records {
        let operation = &steps(record)[0].operation;
        for dialect in Dialect::ALL {
            let result = ddl(operation, &before, &super::fixture::server(dialect));
            assert!(result.is_err(), "{dialect}: {operation}: {result:?}");
        }
    }
}
