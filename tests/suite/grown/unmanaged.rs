//! `--drop-unmanaged`: what it drops comes back with the downgrade, the history goes on, and on a database that never had it nothing happens.

use limbeck_autogenerate::Label;
use limbeck_operations::prelude::*;
use limbeck_schema::Dialect;

use super::{
    ROWS, first,
    site::{Site, at, on_every_server},
};
use crate::round::{assert_same, differences};

on_every_server!(super::unmanaged::story);

/// What somebody added by hand.
fn by_hand(dialect: Dialect) -> Vec<&'static str> {
    let mut statements = vec![
        "CREATE TABLE kinds (id integer PRIMARY KEY, name varchar(20) NOT NULL)",
        "CREATE TABLE notes (id integer PRIMARY KEY, body varchar(80) NOT NULL, kind integer, about integer, \
         CONSTRAINT notes_kind FOREIGN KEY (kind) REFERENCES kinds (id), \
         CONSTRAINT notes_about FOREIGN KEY (about) REFERENCES animals (id) ON DELETE CASCADE)",
        "CREATE INDEX notes_by_body ON notes (body)",
        "ALTER TABLE animals ADD COLUMN nickname varchar(30) DEFAULT 'none'",
        "CREATE INDEX animals_by_nickname ON animals (nickname)",
        "CREATE UNIQUE INDEX owners_by_name ON owners (name)",
        "CREATE INDEX owners_by_name_again ON owners (name)",
    ];
    statements.extend(match dialect {
        Dialect::Sqlite => &[][..],
        Dialect::Postgres => &[
            "CREATE TYPE shade AS ENUM ('light', 'dark')",
            "ALTER TABLE owners ADD COLUMN shade shade",
            "ALTER TABLE owners ADD COLUMN tag varchar(10) NOT NULL DEFAULT ''",
            "ALTER TABLE owners ALTER COLUMN tag DROP DEFAULT",
            "ALTER TABLE owners ADD CONSTRAINT owners_name CHECK (name <> '')",
            "ALTER TABLE owners ADD COLUMN boss integer REFERENCES owners (id)",
            "CREATE INDEX owners_lower ON owners (lower(name)) WHERE id > 0",
        ],
        Dialect::MySql | Dialect::MariaDb => &[
            "ALTER TABLE owners ADD COLUMN shade enum('light', 'dark')",
            "ALTER TABLE owners ADD COLUMN tag varchar(10) NOT NULL DEFAULT ''",
            "ALTER TABLE owners ALTER COLUMN tag DROP DEFAULT",
            "ALTER TABLE owners ADD CONSTRAINT owners_name CHECK (name <> '')",
            "ALTER TABLE owners ADD COLUMN boss integer, ADD CONSTRAINT owners_boss FOREIGN KEY (boss) REFERENCES owners (id)",
        ],
    });
    statements.extend([
        "INSERT INTO kinds VALUES (1, 'a')",
        "INSERT INTO notes VALUES (1, 'text', 1, 1)",
        "UPDATE animals SET nickname = 'Rexy' WHERE id = 1",
    ]);
    statements
}

fn story(dialect: Dialect) {
    at(dialect, "unmanaged", |site| async move {
        site.write_first(first);
        site.upgrade().await;
        site.send(&ROWS).await;
        let wanted = site.made();
        let clean = site.read().await;
        site.send(&by_hand(dialect)).await;
        let grown = site.read().await;
        let unmanaged = site.compare(&wanted, false).await;
        assert!(unmanaged.is_empty() && !unmanaged.unmanaged.is_empty(), "{:?}", differences(&unmanaged));

        let found = site.compare(&wanted, true).await;
        assert!(found.unmanaged.is_empty() && found.drifted.is_empty() && found.conflicts.is_empty());
        assert!(found.changes.iter().all(|change| change.label == Label::Unmanaged && change.step.unless_done));
        site.write_changes(&found);
        site.upgrade().await;
        assert_same(&clean, &site.read().await, "after the upgrade");
        nothing(&site, &wanted, "after the upgrade").await;
        assert_eq!(site.count("animals").await, 2);

        site.downgrade("-1").await;
        assert_same(&grown, &site.read().await, "after the downgrade");
        let again = site.compare(&wanted, false).await;
        assert_eq!(again.unmanaged, unmanaged.unmanaged);
        assert!(again.is_empty(), "{:?}", differences(&again));
        assert_eq!((site.count("animals").await, site.count("notes").await), (2, 0));

        site.upgrade().await;
        assert_same(&clean, &site.read().await, "after the second upgrade");
        nothing(&site, &wanted, "after the second upgrade").await;
        goes_on(&site, &wanted).await;
    });
    // Where the revisions alone have made the database.
    at(dialect, "unmanaged_not", |site| async move {
        site.upgrade().await;
        nothing(&site, &site.made(), "on a database that never had it").await;
        site.downgrade("base").await;
        assert_eq!(site.read().await, limbeck_schema::Schema::default(), "the way back makes nothing");
    });
}

/// Another revision follows, and all of them go.
async fn goes_on(site: &Site, wanted: &limbeck_schema::Schema) {
    let mut wanted = wanted.clone();
    let animals = wanted.table_mut(&"animals".into()).expect("a table");
    animals.columns.push(limbeck_schema::Column::from(string_len("food", 30).null()));
    let found = site.compare(&wanted, false).await;
    assert_eq!(found.upgrade().len(), 1, "{:?}", differences(&found));
    site.write_changes(&found);
    site.upgrade().await;
    nothing(site, &wanted, "after the third revision").await;
    site.downgrade("aaaaaaaaaaaa").await;
    site.upgrade().await;
    nothing(site, &wanted, "after all of it again").await;
}

async fn nothing(site: &Site, wanted: &limbeck_schema::Schema, when: &str) {
    let found = site.compare(wanted, false).await;
    assert_eq!(differences(&found), [""; 0], "{when}");
}
