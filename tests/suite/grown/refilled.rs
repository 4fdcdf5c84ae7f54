//! A repair where NULL may not be any more, with rows that hold it: never a statement that fails on them, nor a value that nobody named.

use limbeck_autogenerate::{Fill, repair};
use limbeck_operations::Operation;
use limbeck_schema::{Dialect, Expression};

use super::{
    ROWS, first,
    site::{at, on_every_server},
};
use crate::round::{assert_same, differences};

on_every_server!(super::refilled::story);

/// Lets `name` of `owners` be NULL, takes `weight` of `animals` away, which has a default, and `name`, which has none.
fn by_hand(dialect: Dialect) -> Vec<&'static str> {
    let mut statements = match dialect {
        Dialect::Sqlite => vec![
            "PRAGMA foreign_keys = OFF",
            "CREATE TABLE others (id integer NOT NULL CONSTRAINT \"pk-owners\" PRIMARY KEY AUTOINCREMENT, name varchar(64))",
            "INSERT INTO others SELECT * FROM owners",
            "DROP TABLE owners",
            "ALTER TABLE others RENAME TO owners",
            "PRAGMA foreign_keys = ON",
        ],
        Dialect::Postgres => vec![
            "ALTER TABLE owners ALTER COLUMN name DROP NOT NULL",
            "ALTER TABLE animals ALTER COLUMN weight DROP NOT NULL",
            "UPDATE animals SET weight = NULL",
            "ALTER TABLE animals DROP COLUMN mood",
        ],
        Dialect::MySql | Dialect::MariaDb => vec![
            "ALTER TABLE owners MODIFY name varchar(64) NULL",
            "ALTER TABLE animals MODIFY weight int NULL DEFAULT 1 COMMENT 'in kilograms'",
            "UPDATE animals SET weight = NULL",
            "ALTER TABLE animals DROP COLUMN mood",
        ],
    };
    statements.push("INSERT INTO owners (name) VALUES (NULL)");
    statements
}

fn story(dialect: Dialect) {
    at(dialect, "refilled", |mut site| async move {
        site.write_first(first);
        site.upgrade().await;
        site.send(&ROWS).await;
        let clean = site.read().await;
        site.send(&by_hand(dialect)).await;
        let made = site.made();

        let found = site.compare_by(&made, false, repair).await;
        let asked: Vec<String> = found.unfilled.iter().map(|it| format!("{}.{}", it.table, it.column)).collect();
        let lost: &[&str] = if dialect == Dialect::Sqlite { &[] } else { &["animals.mood"] };
        assert_eq!(asked, [lost, &["owners.name"]].concat(), "what has no default is asked for");

        let text = |text: &str| Fill::Value(Expression::Text(text.to_owned()));
        site.fills.insert(("owners".into(), "name".to_owned()), text("nobody"));
        site.fills.insert(("animals".into(), "mood".to_owned()), text("wild"));
        if dialect == Dialect::Sqlite {
            let found = site.compare_by(&made, false, repair).await;
            assert_eq!(found.unused_fills, [("animals".into(), "mood".to_owned())], "nothing has to be filled there");
        }
        let found = site.compare_by(&made, false, repair).await;
        assert_eq!(found.unfilled, []);
        let steps = found.upgrade();
        assert!(steps.iter().all(|step| step.unless_done), "{steps:?}");
        let fills = steps.iter().filter(|step| matches!(step.operation, Operation::FillColumn { .. })).count();
        assert_eq!(fills, if dialect == Dialect::Sqlite { 1 } else { 3 }, "{steps:?}");
        site.write_changes(&found);
        site.upgrade().await;

        assert_same(&clean, &in_order(site.read().await, &clean), "after the repair");
        let found = site.compare(&made, false).await;
        assert!(found.is_empty(), "{:?}", differences(&found));
        assert_eq!(site.count("owners WHERE name = 'nobody'").await, 1);
        assert_eq!(site.count("owners WHERE name = 'Mia'").await, 1, "a value that was there stays");
        if dialect != Dialect::Sqlite {
            assert_eq!(site.count("animals WHERE weight = 1 AND mood = 'wild'").await, 2);
        }
    });
    // Where nothing drifted there is nothing to fill.
    at(dialect, "refilled_not", |site| async move {
        site.upgrade().await;
        let found = site.compare(&site.made(), false).await;
        assert_eq!(differences(&found), [""; 0]);
    });
}

/// What comes back stands last.
fn in_order(mut found: limbeck_schema::Schema, like: &limbeck_schema::Schema) -> limbeck_schema::Schema {
    for table in found.tables.values_mut() {
        let place = |name: &str| like.table(&table.name)?.columns.iter().position(|column| column.name == name);
        let mut columns = std::mem::take(&mut table.columns);
        columns.sort_by_key(|column| place(&column.name));
        table.columns = columns;
    }
    found
}
