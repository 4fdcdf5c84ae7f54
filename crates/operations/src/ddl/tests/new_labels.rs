//! Labels that come while steps go on: where a commit stands, and what makes way for a type that is made anew.

use limbeck_schema::{Check, ColumnType, Dialect, Enumeration, ForeignKey};

use super::fixture::{kinds, name, server, shelter, steps, texts};
use crate::{Op, ddl::statements, prelude::*};

/// A label can't be used in the transaction that adds it: it is committed before, and nothing is written anew.
#[test]
fn labels_that_are_used_at_once_are_committed_first() {
    type Record = fn(&mut Op);
    let rows: [(&str, Record, bool); 16] = [
        ("alone", |_| {}, false),
        (
            "another label",
            |op| {
                op.alter_column("animals", "kind").set_default("cat");
            },
            false,
        ),
        (
            "elsewhere",
            |op| {
                op.run("fill", |_| async { Ok(()) }).only(MariaDb);
            },
            false,
        ),
        (
            "default",
            |op| {
                op.alter_column("animals", "kind").set_default("bird");
            },
            true,
        ),
        (
            "new column",
            |op| {
                op.add_column("animals", enumeration("k", "animal_kind", ["cat", "dog", "bird"]).default("bird"));
            },
            true,
        ),
        (
            "computed column",
            |op| {
                op.add_column("animals", boolean("flies").generated_stored("kind = 'bird'"));
            },
            true,
        ),
        (
            "check",
            |op| {
                op.add_check("animals", check("c", "kind <> 'bird'"));
            },
            true,
        ),
        (
            "predicate",
            |op| {
                op.create_index("i", "animals", ["name"]).filter("kind = 'bird'");
            },
            true,
        ),
        (
            "indexed expression",
            |op| {
                op.create_index("i", "animals", [limbeck_schema::IndexPart::expression("(kind = 'bird')")]);
            },
            true,
        ),
        (
            "fill",
            |op| {
                op.fill_column("animals", "kind", "bird");
            },
            true,
        ),
        (
            "new table",
            |op| {
                let kind = enumeration("k", "animal_kind", ["cat", "dog", "bird"]).default("bird");
                op.create_table("birds", [pk_auto("id"), kind]).primary_key(["id"]);
            },
            true,
        ),
        (
            "SQL",
            |op| {
                op.execute("UPDATE animals SET kind = 'bird'");
            },
            true,
        ),
        (
            "SQL that does not say it",
            |op| {
                op.execute("SELECT make_birds()");
            },
            true,
        ),
        (
            "data step",
            |op| {
                op.run("fill", |_| async { Ok(()) });
            },
            true,
        ),
        (
            "values that are converted",
            |op| {
                op.alter_column("animals", "name").set_type(kinds(&["cat", "dog", "bird"]));
            },
            true,
        ),
        (
            "a use behind something else",
            |op| {
                op.add_column("animals", integer("age").null());
                op.alter_column("animals", "kind").set_default("bird");
            },
            true,
        ),
    ];
    let before = shelter();
    for (row, record, expected) in rows {
        let steps = steps(|op| {
            op.alter_enum("animal_kind", ["cat", "dog"], ["cat", "dog", "bird"]);
            record(op);
        });
        let groups = statements(&steps, &before, &server(Dialect::Postgres)).expect(row);
        assert_eq!(groups[0].statements[0].sql, r#"ALTER TYPE "animal_kind" ADD VALUE 'bird'"#, "{row}");
        let commits: Vec<_> = groups.iter().map(|group| group.commits).collect();
        let only_first: Vec<_> = (0..groups.len()).map(|at| at == 0 && expected).collect();
        assert_eq!(commits, only_first, "{row}");
        for dialect in [Dialect::MySql, Dialect::MariaDb, Dialect::Sqlite] {
            // Not all of it can be done there.
            let groups = statements(&steps, &before, &server(dialect)).unwrap_or_default();
            assert!(groups.iter().all(|group| !group.commits), "{row} on {dialect}");
        }
    }
}

/// One commit does for types that grow side by side; a type that is replaced needs none.
#[test]
fn a_commit_stands_behind_the_last_type_that_grows() {
    let mut before = shelter();
    before.enums.insert(name("mood"), Enumeration::new("mood", ["good"]));
    type Record = fn(&mut Op);
    let rows: [(&str, Record, &[bool]); 5] = [
        (
            "the first is used",
            |op| {
                op.alter_enum("animal_kind", ["cat", "dog"], ["cat", "dog", "bird"]);
                op.alter_enum("mood", ["good"], ["good", "bad"]);
                op.alter_column("animals", "kind").set_default("bird");
            },
            &[false, true, false],
        ),
        (
            "the first is used, what stands between is of other databases",
            |op| {
                op.alter_enum("animal_kind", ["cat", "dog"], ["cat", "dog", "bird"]);
                op.alter_enum("mood", ["good"], ["good", "bad"]).only(MariaDb);
                op.alter_column("animals", "kind").set_default("bird");
            },
            &[true, false, false],
        ),
        (
            "they are apart",
            |op| {
                op.alter_enum("animal_kind", ["cat", "dog"], ["cat", "dog", "bird"]);
                op.alter_column("animals", "kind").set_default("bird");
                op.alter_enum("mood", ["good"], ["good", "bad"]);
                op.execute("SELECT 1");
            },
            &[true, false, true, false],
        ),
        (
            "in the middle",
            |op| {
                op.alter_enum("animal_kind", ["cat", "dog"], ["cat", "bird", "dog"]);
                op.alter_column("animals", "kind").set_default("bird");
            },
            &[true, false],
        ),
        (
            "replaced",
            |op| {
                op.alter_enum("animal_kind", ["cat", "dog"], ["bird", "dog"]);
                op.alter_column("animals", "kind").set_default("bird");
            },
            &[false, false],
        ),
    ];
    for (row, record, expected) in rows {
        let groups = statements(&steps(record), &before, &server(Dialect::Postgres)).expect(row);
        let commits: Vec<_> = groups.iter().map(|group| group.commits).collect();
        assert_eq!(commits, expected, "{row}");
    }
}

/// Checks, indexes, computed columns and foreign keys that hold values of the old type make way for the new one.
#[test]
fn what_compares_labels_makes_way_for_a_new_type() {
    let mut before = shelter();
    let animals = before.tables.get_mut(&name("animals")).unwrap();
    animals.checks.push(Check::new("kind <> 'cat'").named("ck-kind"));
    let mut cats = limbeck_schema::Column::new("is_cat", ColumnType::Boolean);
    cats.generated = Some(limbeck_schema::Generated { expression: "kind = 'cat'".into(), stored: true });
    animals.columns.push(cats);
    let mut partial = limbeck_schema::Index::new("idx-cats", ["is_cat", "name"]);
    partial.filter = Some("kind = 'cat'".into());
    animals.indexes.push(partial);
    let key = limbeck_schema::Column::new("kind", kinds(&["cat", "dog"]));
    let list = limbeck_schema::Column::new("kinds", ColumnType::Array(Box::new(kinds(&["cat", "dog"]))));
    let mut species = limbeck_schema::Table::new("species", vec![key, list]);
    species.primary_key = Some(PrimaryKey::new(["kind"]));
    before.insert(species);
    let animals = before.tables.get_mut(&name("animals")).unwrap();
    animals.foreign_keys.push(ForeignKey::new(["kind"], "species", ["kind"]).named("fk-kind"));
    before.enums.insert(name("animal_kind"), Enumeration::new("animal_kind", ["cat", "dog"]));

    let record = |op: &mut Op| {
        op.alter_enum("animal_kind", ["cat", "dog"], ["dog", "cat"]);
    };
    let take_over = r#"TYPE "animal_kind" USING "kind"::text::"animal_kind""#;
    let lists = r#"ALTER COLUMN "kinds" TYPE "animal_kind"[] USING "kinds"::text[]::"animal_kind"[]"#;
    assert_eq!(
        texts(&steps(record), &before, Dialect::Postgres),
        [
            r#"ALTER TYPE "animal_kind" RENAME TO "animal_kind_limbeck_previous""#,
            r#"CREATE TYPE "animal_kind" AS ENUM ('dog', 'cat')"#,
            r#"ALTER TABLE "animals" DROP CONSTRAINT "fk-kind""#,
            r#"ALTER TABLE "animals" DROP CONSTRAINT "ck-kind""#,
            r#"DROP INDEX "idx-cats""#,
            r#"ALTER TABLE "animals" DROP COLUMN "is_cat""#,
            &format!(
                r#"ALTER TABLE "animals" ALTER COLUMN "kind" DROP DEFAULT, ALTER COLUMN "kind" {take_over}, ALTER COLUMN "kind" SET DEFAULT 'dog'"#
            ),
            r#"ALTER TABLE "animals" ADD COLUMN "is_cat" boolean GENERATED ALWAYS AS (kind = 'cat') STORED NOT NULL"#,
            r#"ALTER TABLE "animals" ADD CONSTRAINT "ck-kind" CHECK (kind <> 'cat')"#,
            r#"CREATE INDEX "idx-cats" ON "animals" ("is_cat", "name") WHERE kind = 'cat'"#,
            &format!(r#"ALTER TABLE "species" ALTER COLUMN "kind" {take_over}, {lists}"#),
            r#"ALTER TABLE "animals" ADD CONSTRAINT "fk-kind" FOREIGN KEY ("kind") REFERENCES "species" ("kind")"#,
            r#"DROP TYPE "animal_kind_limbeck_previous""#,
        ]
    );
    assert_eq!(texts(&steps(record), &before, Dialect::Sqlite), Vec::<String>::new());
}
