//! `migrate --repair` in the history: it brings a drifted database back, passes over one that did not drift, and has no way back.

use limbeck_autogenerate::repair;
use limbeck_operations::prelude::*;
use limbeck_schema::Dialect;

use super::{
    ROWS, first,
    site::{at, on_every_server},
};
use crate::round::{assert_same, differences};

on_every_server!(super::repaired::story);

/// What somebody did by hand: a default, an index, a foreign key's action; and what is unmanaged.
const fn by_hand(dialect: Dialect) -> &'static [&'static str] {
    match dialect {
        Dialect::Sqlite => &[
            "ALTER TABLE animals DROP COLUMN twice",
            "DROP INDEX \"idx-animals-weight\"",
            "CREATE INDEX \"idx-animals-weight\" ON animals (weight DESC)",
            "ALTER TABLE animals ADD COLUMN nickname text",
        ],
        Dialect::Postgres => &[
            "ALTER TABLE animals ALTER COLUMN weight SET DEFAULT 7, ALTER COLUMN weight DROP NOT NULL",
            "DROP INDEX \"idx-animals-weight\"",
            "CREATE INDEX \"idx-animals-weight\" ON animals (weight DESC)",
            "ALTER TABLE animals DROP CONSTRAINT \"fk-animals-owner_id\"",
            "ALTER TABLE animals ADD CONSTRAINT \"fk-animals-owner_id\" FOREIGN KEY (owner_id) REFERENCES owners (id) ON DELETE CASCADE",
            "ALTER TABLE owners ALTER COLUMN name TYPE varchar(40)",
            "ALTER TABLE animals ADD COLUMN nickname text",
        ],
        Dialect::MySql | Dialect::MariaDb => &[
            "ALTER TABLE animals ALTER COLUMN weight SET DEFAULT 7",
            "ALTER TABLE animals DROP INDEX `idx-animals-weight`, ADD INDEX `idx-animals-weight` (weight, name)",
            "ALTER TABLE animals DROP FOREIGN KEY `fk-animals-owner_id`",
            "ALTER TABLE animals ADD CONSTRAINT `fk-animals-owner_id` FOREIGN KEY (owner_id) REFERENCES owners (id) ON DELETE CASCADE",
            "ALTER TABLE owners MODIFY name varchar(40) NOT NULL",
            "ALTER TABLE animals ADD COLUMN nickname text",
        ],
    }
}

fn story(dialect: Dialect) {
    at(dialect, "repaired", |site| async move {
        site.write_first(first);
        site.upgrade().await;
        site.send(&ROWS).await;
        let clean = site.read().await;
        site.send(by_hand(dialect)).await;
        // The entities changed as well: another length than the one that is recorded, and than the one that is there.
        let mut wanted = site.made();
        let owners = wanted.table_mut(&"owners".into()).expect("a table");
        owners.column_mut("name").expect("a column").column_type = ColumnType::string_len(90);
        let found = site.compare(&wanted, false).await;
        assert_eq!(found.conflicts.is_empty(), dialect == Dialect::Sqlite, "{:?}", differences(&found));

        let found = site.compare_by(&wanted, false, repair).await;
        site.write_changes(&found);
        site.upgrade().await;
        let mut back = site.read().await;
        let animals = back.table_mut(&"animals".into()).expect("a table");
        animals.columns.retain(|column| column.name != "nickname");
        assert_same(&clean, &back, "after the repair");
        let found = site.compare(&wanted, false).await;
        assert_eq!(found.upgrade().len(), 1, "what the entities want is left: {:?}", differences(&found));
        assert!(found.conflicts.is_empty() && found.drifted.is_empty(), "{:?}", differences(&found));
        assert_eq!((site.count("animals").await, site.count("owners").await), (2, 1));

        let repaired = site.read().await;
        site.downgrade("-1").await;
        assert_same(&repaired, &site.read().await, "a repair is not taken back");
        site.upgrade().await;
        assert_same(&repaired, &site.read().await, "and has nothing to do then");

        let found = site.compare(&wanted, false).await;
        site.write_changes(&found);
        site.upgrade().await;
        let found = site.compare(&wanted, false).await;
        assert!(found.is_empty(), "{:?}", differences(&found));
    });
    // Where nothing drifted.
    at(dialect, "repaired_not", |site| async move {
        site.upgrade().await;
        let made = site.made();
        let found = site.compare(&made, false).await;
        assert_eq!(differences(&found), [""; 0]);
        site.downgrade("base").await;
        assert_eq!(site.read().await, limbeck_schema::Schema::default());
    });
}
