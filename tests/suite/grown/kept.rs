//! `keep`: what a person names stays, with its rows, whether a revision made it or somebody by hand, also when all else goes that no entity states.

use limbeck_schema::{Dialect, Schema};

use super::{
    ROWS, first,
    site::{Site, at, on_every_server},
};
use crate::round::{assert_same, differences};

on_every_server!(super::kept::story);

/// What somebody added by hand.
const BY_HAND: [&str; 5] = [
    "CREATE TABLE notes (id integer PRIMARY KEY, body varchar(80) NOT NULL)",
    "CREATE INDEX notes_by_body ON notes (body)",
    "INSERT INTO notes VALUES (1, 'text')",
    "ALTER TABLE animals ADD COLUMN nickname varchar(30)",
    "CREATE TABLE scraps (id integer PRIMARY KEY)",
];

/// The entities state neither `owners` any more nor the key to it, the index, the check and the columns of `animals` but its key and its name.
fn wanted(made: &Schema) -> Schema {
    let mut wanted = made.clone();
    wanted.tables.remove(&"owners".into());
    wanted.enums.clear();
    let animals = wanted.table_mut(&"animals".into()).expect("a table");
    animals.columns.retain(|column| ["id", "name"].contains(&column.name.as_str()));
    animals.uniques.clear();
    animals.foreign_keys.clear();
    animals.checks.clear();
    animals.indexes.clear();
    wanted
}

fn story(dialect: Dialect) {
    at(dialect, "kept", |mut site| async move {
        site.write_first(first);
        site.upgrade().await;
        site.send(&ROWS).await;
        site.send(&BY_HAND).await;
        let all = site.read().await;
        let wanted = wanted(&site.made());

        // All that is named stays, so nothing is left to be done.
        site.keep = ["owners", "animals.*", "mood", "notes", "scraps"].map(str::to_owned).to_vec();
        let found = site.compare(&wanted, true).await;
        assert_eq!(differences(&found), [""; 0]);
        assert!(found.unused_keeps.is_empty());

        // The key stands on its column and on the other table, the index on its column; the rest goes.
        site.keep = ["animals.fk-animals-owner_id", "animals.idx-animals-weight", "notes", "animal.mood"]
            .map(str::to_owned)
            .to_vec();
        let found = site.compare(&wanted, true).await;
        assert_eq!(found.unused_keeps, ["animal.mood"]);
        site.write_changes(&found);
        site.upgrade().await;
        stayed(&site, &all).await;
        let found = site.compare(&wanted, true).await;
        assert_eq!(differences(&found), [""; 0], "after the upgrade");

        site.downgrade("-1").await;
        assert_same(&all, &site.read().await, "after the downgrade");
        site.upgrade().await;
        stayed(&site, &all).await;

        // Who keeps it no longer lets it go.
        site.keep.clear();
        let found = site.compare(&wanted, true).await;
        site.write_changes(&found);
        site.upgrade().await;
        let names: Vec<String> = site.read().await.tables.into_keys().map(|name| name.name).collect();
        assert_eq!(names, ["animals"]);
        assert_eq!(site.count("animals").await, 2);
    });
}

async fn stayed(site: &Site, all: &Schema) {
    let left = site.read().await;
    let names: Vec<&str> = left.tables.keys().map(|name| name.name.as_str()).collect();
    assert_eq!(names, ["animals", "notes", "owners"]);
    for name in ["notes", "owners"] {
        assert_eq!(left.table(&name.into()), all.table(&name.into()), "{name}");
    }
    let animals = left.table(&"animals".into()).expect("a table");
    let columns: Vec<&str> = animals.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(columns, ["id", "name", "weight", "owner_id"]);
    assert_eq!((animals.foreign_keys.len(), animals.indexes.len(), animals.checks.len()), (1, 1, 0));
    assert_eq!(site.count("animals WHERE owner_id = 1 AND weight = 1").await, 1, "the rows");
    assert_eq!((site.count("animals").await, site.count("owners").await, site.count("notes").await), (2, 1, 1));
}
