//! What is never touched, also by `--drop-unmanaged`: the books of other tools, what belongs to extensions, views, partitions, the server's own tables.

use limbeck_schema::Dialect;

use super::{
    ROWS, first,
    site::{Site, at, on_every_server},
};
use crate::round::differences;

on_every_server!(super::untouched::story);

const BOOKS: [&str; 6] = [
    "CREATE TABLE seaql_migrations (version varchar(255) PRIMARY KEY, applied_at bigint NOT NULL)",
    "CREATE TABLE _sqlx_migrations (version bigint PRIMARY KEY)",
    "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
    "CREATE TABLE databasechangelog (id varchar(255) NOT NULL)",
    "CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY)",
    "INSERT INTO schema_migrations VALUES ('20260101')",
];

/// What only this server has.
const fn own(dialect: Dialect) -> &'static [&'static str] {
    match dialect {
        Dialect::Sqlite => &[
            "CREATE VIRTUAL TABLE search USING fts5(body)",
            "CREATE VIRTUAL TABLE boxes USING rtree(id, left, right)",
            "CREATE TABLE log (id integer PRIMARY KEY AUTOINCREMENT)",
            "DROP TABLE log",
            "ANALYZE",
            "CREATE VIEW heavy AS SELECT * FROM animals WHERE weight > 10",
            "CREATE TRIGGER lighter AFTER INSERT ON animals BEGIN UPDATE animals SET weight = 1 WHERE weight < 1; END",
            "INSERT INTO search VALUES ('words')",
        ],
        Dialect::Postgres => &[
            "CREATE EXTENSION citext",
            "CREATE TABLE of_extension (id int)",
            "ALTER EXTENSION citext ADD TABLE of_extension",
            "CREATE TYPE kind_of_extension AS ENUM ('a')",
            "ALTER EXTENSION citext ADD TYPE kind_of_extension",
            "CREATE VIEW heavy AS SELECT * FROM animals WHERE weight > 10",
            "CREATE MATERIALIZED VIEW sums AS SELECT sum(weight) AS total FROM animals",
            "CREATE TABLE measures (day date NOT NULL, value integer NOT NULL) PARTITION BY RANGE (day)",
            "CREATE TABLE measures_2026 PARTITION OF measures FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
            "INSERT INTO measures VALUES ('2026-05-05', 1)",
            "CREATE SEQUENCE apart",
            "CREATE FUNCTION lighter() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE TRIGGER lighter BEFORE INSERT ON animals FOR EACH ROW EXECUTE FUNCTION lighter()",
        ],
        Dialect::MySql | Dialect::MariaDb => &[
            "CREATE VIEW heavy AS SELECT * FROM animals WHERE weight > 10",
            "CREATE SEQUENCE apart",
            "CREATE TRIGGER lighter BEFORE INSERT ON animals FOR EACH ROW SET NEW.weight = greatest(NEW.weight, 1)",
        ],
    }
}

fn story(dialect: Dialect) {
    at(dialect, "untouched", |site| async move {
        site.write_first(first);
        site.upgrade().await;
        site.send(&ROWS).await;
        site.send(&BOOKS).await;
        site.send(own(dialect)).await;
        let mut wanted = site.made();
        if dialect == Dialect::Postgres {
            // An entity over a partitioned table: its partitions are nobody's.
            let actual = site.read().await;
            wanted.insert(actual.table(&"measures".into()).expect("a partitioned table").clone());
        }
        for drop_unmanaged in [false, true] {
            let found = site.compare(&wanted, drop_unmanaged).await;
            let lines = differences(&found);
            let expected: &[&str] = if dialect == Dialect::Postgres { &["unrecorded: table measures"] } else { &[] };
            assert_eq!(lines, expected, "{drop_unmanaged}");
        }
        // While something else goes.
        site.send(&["CREATE TABLE notes (id integer PRIMARY KEY)"]).await;
        let before = site.read().await;
        let found = site.compare(&wanted, true).await;
        assert_eq!(found.upgrade().len(), 1, "{:?}", differences(&found));
        site.write_changes(&found);
        site.upgrade().await;
        stands(&site).await;
        let mut after = site.read().await;
        after.tables.insert("notes".into(), before.tables[&"notes".into()].clone());
        crate::round::assert_same(&before, &after, "after the upgrade");
    });
}

async fn stands(site: &Site) {
    let tables: &[(&str, i64)] = match site.dialect() {
        Dialect::Sqlite => &[("search", 1), ("boxes", 0), ("sqlite_sequence WHERE name = 'animals'", 1), ("heavy", 0)],
        Dialect::Postgres => &[("of_extension", 0), ("heavy", 0), ("sums", 1), ("measures", 1), ("measures_2026", 1)],
        Dialect::MySql | Dialect::MariaDb => &[("heavy", 0)],
    };
    for (table, rows) in tables.iter().chain(&[("schema_migrations", 1), ("seaql_migrations", 0), ("animals", 2)]) {
        assert_eq!(site.count(table).await, *rows, "{table}");
    }
}
