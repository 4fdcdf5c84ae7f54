//! Labels that get another name.

use limbeck_schema::{Check, Column, ColumnType, Dialect, Enumeration, Expression, Generated, Schema, Table, Trigger};

use super::fixture::{REBUILD, Row, expect, name, steps, texts};
use crate::ddl::{Needs, statements};

/// A table `t` whose column `mood` may be `calm` or `wild`, after a change; `idle` has the type and no column of it.
fn moods(change: impl FnOnce(&mut Table)) -> Schema {
    let mood = ColumnType::Enum(Enumeration::new("mood", ["calm", "wild"]));
    let mut table = Table::new("t", vec![Column::new("id", ColumnType::Integer), Column::new("mood", mood)]);
    change(&mut table);
    let mut schema = Schema::default();
    schema.insert(table);
    schema.enums.insert(name("idle"), Enumeration::new("idle", ["a"]));
    schema
}

const RENAME: &str = "ALTER TYPE \"mood\" RENAME VALUE 'calm' TO 'at ease'";

pub(super) const LABELS: &[Row] = &[
    (
        "a label",
        |op| _ = op.rename_enum_label("mood", "calm", "at ease"),
        [
            &["UPDATE \"t\" SET \"mood\" = 'at ease' WHERE \"mood\" = 'calm'"],
            &[RENAME],
            &[
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('calm','wild','at ease') NOT NULL",
                "UPDATE `t` SET `mood` = 'at ease' WHERE `mood` = 'calm'",
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('at ease','wild') NOT NULL",
            ],
        ],
    ),
    (
        "a label that a collation takes for the same one",
        |op| _ = op.rename_enum_label("mood", "calm", "Calm"),
        [
            &["UPDATE \"t\" SET \"mood\" = 'Calm' WHERE \"mood\" = 'calm'"],
            &["ALTER TYPE \"mood\" RENAME VALUE 'calm' TO 'Calm'"],
            &[
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('calm','wild','Calm_limbeck_next') NOT NULL",
                "UPDATE `t` SET `mood` = 'Calm_limbeck_next' WHERE `mood` = 'calm'",
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('Calm','wild','Calm_limbeck_next') NOT NULL",
                "UPDATE `t` SET `mood` = 'Calm' WHERE `mood` = 'Calm_limbeck_next'",
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('Calm','wild') NOT NULL",
            ],
        ],
    ),
    (
        "a label of a type without columns",
        |op| _ = op.rename_enum_label("idle", "a", "b"),
        [&[], &["ALTER TYPE \"idle\" RENAME VALUE 'a' TO 'b'"], &[]],
    ),
    (
        "a label that is not there",
        |op| _ = op.rename_enum_label("mood", "cold", "b"),
        [
            &["error: enumerated type `mood` has no label `cold`, only [\"calm\", \"wild\"]"],
            &["error: enumerated type `mood` has no label `cold`, only [\"calm\", \"wild\"]"],
            &["error: enumerated type `mood` has no label `cold`, only [\"calm\", \"wild\"]"],
        ],
    ),
];

#[test]
fn labels() {
    expect(LABELS, &moods(|_| ()));
}

/// Where the label stands in more than the rows.
#[test]
fn what_has_the_label_takes_the_other_one() {
    type Change = fn(&mut Table);
    let rows: [(&str, Change, &[&str], &[&str]); 5] = [
        (
            "a default",
            |table| table.columns[1].default = Some("calm".into()),
            REBUILD,
            &[
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('calm','wild','at ease') NOT NULL DEFAULT 'calm'",
                "UPDATE `t` SET `mood` = 'at ease' WHERE `mood` = 'calm'",
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('at ease','wild') NOT NULL DEFAULT 'at ease'",
            ],
        ),
        (
            "a check, and one that is about something else",
            |table| {
                table.checks =
                    vec![Check::new("mood <> 'calm' or id > 0").named("ck"), Check::new("id > 0").named("other")];
            },
            REBUILD,
            &[
                "ALTER TABLE `t` DROP CONSTRAINT `ck`",
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('calm','wild','at ease') NOT NULL",
                "UPDATE `t` SET `mood` = 'at ease' WHERE `mood` = 'calm'",
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('at ease','wild') NOT NULL",
                "ALTER TABLE `t` ADD CONSTRAINT `ck` CHECK (mood <> 'at ease' or id > 0)",
            ],
        ),
        (
            "what an update of the row would set, and a comment",
            |table| {
                let mut changed = Column::new("changed", ColumnType::DateTime);
                changed.on_update = Some(Expression::CurrentTimestamp);
                table.columns.push(changed);
                table.columns[1].comment = Some("c".into());
            },
            &["UPDATE \"t\" SET \"mood\" = 'at ease' WHERE \"mood\" = 'calm'"],
            &[
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('calm','wild','at ease') NOT NULL COMMENT 'c'",
                "UPDATE `t` SET `mood` = 'at ease', `changed` = `changed` WHERE `mood` = 'calm'",
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('at ease','wild') NOT NULL COMMENT 'c'",
            ],
        ),
        (
            "a computed column",
            |table| {
                let mut computed = Column::new("quiet", ColumnType::Integer);
                computed.generated = Some(Generated { expression: "mood = 'calm'".into(), stored: true });
                table.columns.push(computed);
            },
            REBUILD,
            &[
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('calm','wild','at ease') NOT NULL",
                "UPDATE `t` SET `mood` = 'at ease' WHERE `mood` = 'calm'",
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('at ease','wild') NOT NULL, \
                 MODIFY COLUMN `quiet` int GENERATED ALWAYS AS (mood = 'at ease') STORED",
            ],
        ),
        (
            "two columns",
            |table| {
                let mut second = table.columns[1].clone();
                second.name = "later".to_owned();
                second.nullable = true;
                table.columns.push(second);
            },
            &[
                "UPDATE \"t\" SET \"mood\" = 'at ease' WHERE \"mood\" = 'calm'",
                "UPDATE \"t\" SET \"later\" = 'at ease' WHERE \"later\" = 'calm'",
            ],
            &[
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('calm','wild','at ease') NOT NULL, \
                 MODIFY COLUMN `later` enum('calm','wild','at ease')",
                "UPDATE `t` SET `mood` = 'at ease' WHERE `mood` = 'calm'",
                "UPDATE `t` SET `later` = 'at ease' WHERE `later` = 'calm'",
                "ALTER TABLE `t` MODIFY COLUMN `mood` enum('at ease','wild') NOT NULL, \
                 MODIFY COLUMN `later` enum('at ease','wild')",
            ],
        ),
    ];
    let rename = steps(|op| _ = op.rename_enum_label("mood", "calm", "at ease"));
    for (what, change, sqlite, mariadb) in rows {
        let before = moods(change);
        assert_eq!(texts(&rename, &before, Dialect::Sqlite), sqlite, "{what}");
        assert_eq!(texts(&rename, &before, Dialect::MariaDb), mariadb, "{what}");
        assert_eq!(texts(&rename, &before, Dialect::Postgres), [RENAME], "{what}");
    }
}

#[test]
fn sqlite_runs_no_trigger_and_minds_foreign_keys() {
    let rename = steps(|op| _ = op.rename_enum_label("mood", "calm", "at ease"));
    let sql = "CREATE TRIGGER x AFTER UPDATE ON t BEGIN SELECT 1; END".to_owned();
    let with_trigger = moods(|table| table.triggers.push(Trigger { name: "x".to_owned(), sql }));
    assert_eq!(texts(&rename, &with_trigger, Dialect::Sqlite), REBUILD);
    let with_key = moods(|table| {
        table.foreign_keys.push(limbeck_schema::ForeignKey::new(["mood"], "t", ["mood"]));
    });
    let groups = statements(&rename, &with_key, &super::fixture::server(Dialect::Sqlite)).expect("statements");
    let needs: Vec<_> = groups.iter().flat_map(|group| &group.statements).map(|statement| statement.needs).collect();
    assert_eq!(needs, [Needs::ForeignKeysOff]);
}

#[test]
fn sqlite_takes_the_rows_along_when_a_table_is_made_anew() {
    let rename = steps(|op| _ = op.rename_enum_label("mood", "calm", "at ease"));
    let before = moods(|table| table.columns[1].default = Some("calm".into()));
    let groups = statements(&rename, &before, &super::fixture::server(Dialect::Sqlite)).expect("statements");
    let sql: Vec<&str> =
        groups.iter().flat_map(|group| &group.statements).map(|statement| statement.sql.as_str()).collect();
    let copy = "SELECT rowid, \"id\", CASE WHEN \"mood\" = 'calm' THEN 'at ease' ELSE \"mood\" END FROM \"t\"";
    assert!(sql.iter().any(|sql| sql.contains(copy)), "{sql:#?}");
    assert!(sql.iter().any(|sql| sql.contains("DEFAULT 'at ease'")), "{sql:#?}");
}

/// The server refuses to change one end of a key alone.
#[test]
fn keys_of_labels_are_off_while_both_ends_change() {
    let mut schema = moods(|_| ());
    let mood = ColumnType::Enum(Enumeration::new("mood", ["calm", "wild"]));
    let mut kinds = Table::new("kinds", vec![Column::new("mood", mood)]);
    kinds.primary_key = Some(limbeck_schema::PrimaryKey::new(["mood"]));
    schema.insert(kinds);
    let key = limbeck_schema::ForeignKey::new(["mood"], "kinds", ["mood"]).named("fk");
    schema.table_mut(&name("t")).expect("a table").foreign_keys.push(key);
    let add = "ALTER TABLE `t` ADD CONSTRAINT `fk` FOREIGN KEY (`mood`) REFERENCES `kinds` (`mood`)";
    let rename = steps(|op| _ = op.rename_enum_label("mood", "calm", "at ease"));
    let alter = steps(|op| _ = op.alter_enum("mood", ["calm", "wild"], ["calm", "wild", "shy"]));
    for (what, steps, between) in [("rename", rename, 6), ("alter", alter, 2)] {
        for dialect in [Dialect::MySql, Dialect::MariaDb] {
            let texts = texts(&steps, &schema, dialect);
            assert_eq!(texts.len(), between + 2, "{what} on {dialect}: {texts:?}");
            assert_eq!(texts[0], "ALTER TABLE `t` DROP FOREIGN KEY `fk`", "{what} on {dialect}");
            assert_eq!(texts[between + 1], add, "{what} on {dialect}");
        }
    }
}

#[test]
fn a_label_beside_a_text_that_may_be_it_is_refused_where_labels_are_texts() {
    let schema = moods(|table| {
        table.columns.push(Column::new("name", ColumnType::Text));
        table.checks.push(Check::new("mood = 'wild' or name = 'calm'").named("ck"));
    });
    let rename = steps(|op| _ = op.rename_enum_label("mood", "calm", "at ease"));
    for dialect in Dialect::ALL {
        let texts = texts(&rename, &schema, dialect);
        if dialect == Dialect::Postgres {
            assert_eq!(texts, [RENAME]);
        } else {
            let error = texts.first().map(String::as_str).unwrap_or_default();
            assert!(
                error.contains("can't tell whether 'calm' in the check `ck` of `t` is the label"),
                "{dialect}: {error}"
            );
        }
    }
}
