use limbeck_operations::{Op, prelude::*};

use super::*;

/// Pets with an owner, a mood and a name; owners.
fn actual() -> Schema {
    let mut op = Op::default();
    op.create_enum("mood", ["calm", "wild"]);
    op.create_table("owners", [integer("id")]).primary_key(["id"]);
    op.create_table(
        "pets",
        [
            integer("id"),
            text("name"),
            text("nick").null(),
            text("other").null(),
            enumeration("mood", "mood", ["calm", "wild"]),
        ],
    )
    .primary_key(["id"]);
    let mut schema = Schema::default();
    limbeck_operations::replay_all(&op.into_steps(), &mut schema, Dialect::Postgres).expect("steps that fit");
    schema
}

/// What is asked: each question's condition, or why it is none.
fn asked(record: fn(&mut Op), dialect: Dialect) -> Vec<String> {
    let mut op = Op::default();
    record(&mut op);
    let server = Server::assumed(dialect);
    let questions = questions(&op.into_steps(), &actual(), &server);
    let words = |question: Question| {
        let what = match question.asked {
            Asked::Query { sql, .. } => sql.split_once(" FROM ").map_or(sql.clone(), |(_, rest)| rest.to_owned()),
            Asked::Not(reason) => reason,
        };
        format!("{} {what}", question.code)
    };
    questions.into_iter().map(words).collect()
}

#[test]
fn what_steps_put_into_live_rows_is_counted_or_said_to_be_unknown() {
    type Row = (&'static str, fn(&mut Op), &'static [&'static str]);
    let rows: &[Row] = &[
        (
            "unique with a column that is the same everywhere",
            |op| {
                op.add_column("pets", integer("tenant").default(1));
                op.add_unique("pets", unique(["name", "tenant"]));
            },
            &["D01 count(*) OVER (PARTITION BY \"pets\".\"name\")"],
        ),
        (
            "unique of nothing else",
            |op| {
                op.add_column("pets", integer("tenant").default(1));
                op.add_unique("pets", unique(["tenant"]));
            },
            &["D01 count(*) OVER (PARTITION BY 1)"],
        ),
        (
            "unique with a column that is empty",
            |op| {
                op.add_column("pets", integer("tenant").null());
                op.add_unique("pets", unique(["name", "tenant"]));
            },
            &[],
        ),
        (
            "empty is alike",
            |op| {
                op.add_column("pets", integer("tenant").null());
                op.add_unique("pets", unique(["name", "tenant"]).nulls_not_distinct());
            },
            &["D01 count(*) OVER (PARTITION BY \"pets\".\"name\")"],
        ),
        (
            "unique of what is computed",
            |op| {
                op.add_column("pets", integer("tenant").default(sql("random()")));
                op.add_unique("pets", unique(["tenant"]));
            },
            &["D01 pets.tenant is filled by the revision itself"],
        ),
        (
            "unique of what is filled",
            |op| {
                op.fill_column("pets", "nick", "none");
                op.add_unique("pets", unique(["nick"]));
            },
            &["D01 pets.nick is filled by the revision itself"],
        ),
        (
            "a key of what is numbered",
            |op| {
                op.add_column("pets", integer("number").auto_increment());
                op.alter_primary_key("pets", ["number"]);
            },
            &[],
        ),
        (
            "a key of what is empty",
            |op| {
                op.add_column("pets", integer("number").null());
                op.alter_primary_key("pets", ["number"]);
            },
            &["D04 \"pets\" WHERE 1 = 1"],
        ),
        (
            "a reference that is the same everywhere",
            |op| {
                op.add_column("pets", integer("owner").default(5));
                op.add_foreign_key("pets", foreign_key(["owner"], "owners", ["id"]));
            },
            &[
                "D02 \"pets\" WHERE (5) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"owners\" AS \"limbeck_parent\" WHERE \"limbeck_parent\".\"id\" = (5))",
            ],
        ),
        (
            "a reference that is empty",
            |op| {
                op.add_column("pets", integer("owner").null());
                op.add_foreign_key("pets", foreign_key(["owner"], "owners", ["id"]));
            },
            &[],
        ),
        (
            "a check of what is the same everywhere",
            |op| {
                op.add_column("pets", integer("age").default(0));
                op.add_check("pets", check("c", "age > 0"));
            },
            &["D03 \"pets\" WHERE NOT ((0) > 0)"],
        ),
        (
            "not null of what is empty",
            |op| {
                op.add_column("pets", integer("age").null());
                op.alter_column("pets", "age").set_not_null();
            },
            &["D05 \"pets\" WHERE 1 = 1"],
        ),
        (
            "shorter than what is filled",
            |op| {
                op.fill_column("pets", "nick", sql("other"));
                op.alter_column("pets", "nick").set_type(ColumnType::string_len(3));
            },
            &["D06 pets.nick is filled by the revision itself"],
        ),
        (
            "labels of what is filled",
            |op| {
                op.fill_column("pets", "mood", "wild");
                op.alter_enum("mood", ["calm", "wild"], ["calm"]);
            },
            &["D08 pets.mood is filled by the revision itself"],
        ),
        (
            "not null of what is filled",
            |op| {
                op.fill_column("pets", "nick", "none");
                op.alter_column("pets", "nick").set_not_null();
            },
            &[],
        ),
        (
            "not null of what is filled from a column that may be NULL",
            |op| {
                op.rename_column("pets", "other", "another");
                op.fill_column("pets", "nick", sql("another"));
                op.alter_column("pets", "nick").set_not_null();
            },
            &["D05 \"pets\" WHERE \"pets\".\"nick\" IS NULL AND (\"other\") IS NULL"],
        ),
    ];
    for (name, record, expected) in rows {
        let found = asked(*record, Dialect::Postgres);
        assert_eq!(found.len(), expected.len(), "{name}: {found:?}");
        for (found, expected) in found.iter().zip(*expected) {
            let (code, what) = expected.split_at(4);
            assert!(found.starts_with(code) && found.contains(what.trim_start()), "{name}: {found}");
        }
    }
}

#[test]
fn what_is_passed_over_makes_nothing() {
    let record: fn(&mut Op) = |op| {
        op.create_table("pets", [integer("id"), text("name")]).unless_done();
        op.add_unique("pets", unique(["name"]));
    };
    let found = asked(record, Dialect::Postgres);
    assert!(matches!(&found[..], [one] if one.starts_with("D01 ")), "{found:?}");
}

#[test]
fn labels_that_go_are_asked_for_by_the_names_that_rows_hold() {
    let record: fn(&mut Op) = |op| {
        op.rename_enum_label("mood", "wild", "fierce");
        op.alter_enum("mood", ["calm", "fierce"], ["calm"]);
    };
    for dialect in [Dialect::Postgres, Dialect::MariaDb] {
        let found = asked(record, dialect);
        assert!(matches!(&found[..], [one] if one.contains("IN ('wild')")), "{dialect}: {found:?}");
    }
}
