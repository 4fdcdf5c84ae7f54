//! Adoption: the first revision of a database that another tool made, which then has nothing to do there, and makes the same elsewhere.

use std::path::Path;

use limbeck::{Baseline, Connection, Run};
use limbeck_autogenerate::{Label, baseline};
use limbeck_schema::{Dialect, Pair, Schema};

use super::site::{Site, at, on_every_server};
use crate::round::{assert_same, differences};

on_every_server!(super::baseline::story);

/// What another tool made: more than the entities state.
pub(super) fn by_another_tool(dialect: Dialect) -> Vec<&'static str> {
    let mut statements = match dialect {
        Dialect::Sqlite => vec![
            "CREATE TABLE keepers (id integer NOT NULL PRIMARY KEY AUTOINCREMENT, name varchar(64) NOT NULL UNIQUE, \
             since date DEFAULT CURRENT_DATE, CHECK (length(name) > 1))",
            "CREATE TABLE zones (code char(3) NOT NULL PRIMARY KEY, label text NOT NULL DEFAULT 'none') WITHOUT ROWID",
            "CREATE TABLE beasts (id integer NOT NULL PRIMARY KEY, name varchar NOT NULL COLLATE NOCASE, mood varchar NOT NULL DEFAULT 'calm', \
             weight real, born datetime_text DEFAULT CURRENT_TIMESTAMP, keeper_id integer NOT NULL, zone char(3), \
             twice real GENERATED ALWAYS AS (weight * 2) STORED, \
             CONSTRAINT beasts_weight CHECK (weight > 0), \
             CONSTRAINT beasts_keeper FOREIGN KEY (keeper_id) REFERENCES keepers (id) ON DELETE CASCADE, \
             FOREIGN KEY (zone) REFERENCES zones (code))",
            "CREATE TRIGGER lighter AFTER INSERT ON beasts BEGIN UPDATE beasts SET weight = 1 WHERE weight < 1; END",
            "CREATE INDEX beasts_lower ON beasts (lower(name)) WHERE weight > 1",
        ],
        Dialect::Postgres => vec![
            "CREATE TYPE mood AS ENUM ('calm', 'wild')",
            "CREATE TYPE shade AS ENUM ('light', 'dark')",
            "CREATE TABLE keepers (id serial PRIMARY KEY, name varchar(64) NOT NULL UNIQUE, since date DEFAULT CURRENT_DATE, \
             CONSTRAINT keepers_name CHECK (length(name) > 1))",
            "COMMENT ON COLUMN keepers.since IS 'the first day'",
            "CREATE TABLE zones (code char(3) PRIMARY KEY, label text NOT NULL DEFAULT 'none', shade shade)",
            "COMMENT ON TABLE zones IS 'where they live'",
            "CREATE TABLE beasts (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name varchar NOT NULL, mood mood NOT NULL DEFAULT 'calm', \
             weight double precision, born timestamptz DEFAULT now(), keeper_id integer NOT NULL, zone char(3), \
             tags text[] NOT NULL DEFAULT '{}', \
             twice double precision GENERATED ALWAYS AS (weight * 2) STORED, \
             CONSTRAINT beasts_weight CHECK (weight > 0), \
             CONSTRAINT beasts_keeper FOREIGN KEY (keeper_id) REFERENCES keepers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, \
             FOREIGN KEY (zone) REFERENCES zones (code) ON UPDATE CASCADE)",
            "CREATE INDEX beasts_lower ON beasts (lower(name) text_pattern_ops) INCLUDE (zone) WHERE weight > 1",
            "CREATE INDEX beasts_tags ON beasts USING gin (tags)",
        ],
        Dialect::MySql | Dialect::MariaDb => vec![
            "CREATE TABLE keepers (id integer NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(64) NOT NULL UNIQUE, \
             since date DEFAULT curdate() COMMENT 'the first day', CONSTRAINT keepers_name CHECK (char_length(name) > 1))",
            "CREATE TABLE zones (code char(3) NOT NULL PRIMARY KEY, label varchar(100) NOT NULL DEFAULT 'none', \
             shade enum('light', 'dark')) COMMENT = 'where they live' COLLATE utf8mb4_bin",
            "CREATE TABLE beasts (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(255) NOT NULL, \
             mood enum('calm', 'wild') NOT NULL DEFAULT 'calm', weight double, \
             born datetime DEFAULT current_timestamp() ON UPDATE current_timestamp(), keeper_id integer NOT NULL, zone char(3) COLLATE utf8mb4_bin, \
             twice double GENERATED ALWAYS AS (weight * 2) STORED, \
             CONSTRAINT beasts_weight CHECK (weight > 0), \
             CONSTRAINT beasts_keeper FOREIGN KEY (keeper_id) REFERENCES keepers (id) ON DELETE CASCADE, \
             FOREIGN KEY (zone) REFERENCES zones (code) ON UPDATE CASCADE)",
            "CREATE TRIGGER lighter BEFORE INSERT ON beasts FOR EACH ROW SET NEW.weight = greatest(NEW.weight, 1)",
        ],
    };
    statements.extend([
        "CREATE INDEX beasts_by_name ON beasts (name, weight DESC)",
        "CREATE UNIQUE INDEX beasts_once ON beasts (keeper_id, name)",
        "CREATE TABLE nobodys (id integer PRIMARY KEY, beast integer)",
        "CREATE VIEW heavy AS SELECT * FROM beasts WHERE weight > 10",
        "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL)",
        "INSERT INTO keepers (name) VALUES ('Mia')",
        "INSERT INTO beasts (name, keeper_id) VALUES ('Rex', 1)",
    ]);
    statements
}

/// The tables that belong to the baseline: that of the keys' target, too, which no entity states.
const TABLES: [&str; 3] = ["beasts", "keepers", "zones"];

fn adopted(schema: &Schema) -> Schema {
    let mut schema = schema.clone();
    schema.tables.retain(|name, _| TABLES.contains(&name.name.as_str()));
    schema.tables.values_mut().for_each(|table| table.triggers.clear());
    schema.views.clear();
    schema
}

fn story(dialect: Dialect) {
    let entities = crate::cases::load::entities(&Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/grown/beasts.rs"));
    let wanted = entities.schema;
    at(dialect, "baseline", |site| async move {
        site.send(&by_another_tool(dialect)).await;
        let before = site.read().await;
        let plain = site.compare(&wanted, false).await;
        assert!(!plain.unrecorded.is_empty(), "there is something to adopt");

        let found = site.compare_by(&wanted, false, baseline).await;
        assert_eq!(found.left, 0, "the entities want what is there: {:?}", differences(&plain));
        let all = |is: fn(&limbeck_autogenerate::Change) -> bool| found.changes.iter().all(is);
        assert!(all(|change| change.label == Label::Unrecorded && change.step.unless_done));
        let skipped = |what: &str| found.skipped.iter().any(|skipped| skipped.object.starts_with(what));
        assert_eq!(skipped("trigger lighter of beasts"), dialect != Dialect::Postgres, "{:?}", found.skipped);
        site.write_changes(&found);
        adopt(&site).await;
        clean(&site, &wanted, "once it is adopted").await;
        // What another run has to do here is nothing, and what was there before stays.
        site.upgrade().await;
        site.downgrade("base").await;
        assert_same(&before, &site.read().await, "after the way down");
        site.upgrade().await;
        assert_same(&before, &site.read().await, "after the way up");
        clean(&site, &wanted, "after the way up").await;
        site.downgrade("base").await;
        assert_same(&before, &site.read().await, "after the second way down");
        assert_eq!((site.count("beasts").await, site.count("keepers").await), (1, 1));
        let expected = adopted(&before);
        BEFORE.with_borrow_mut(|known| *known = Some((expected, wanted)));
    });
    at(dialect, "baseline_anew", |site| async move {
        let (expected, wanted) = BEFORE.take().expect("what the first database has");
        site.upgrade().await;
        assert_same(&expected, &site.read().await, "in a new database");
        clean(&site, &wanted, "in a new database").await;
        site.downgrade("base").await;
        assert_eq!(site.read().await, Schema::default(), "the way down of a new database");
    });
}

thread_local! {
    /// What the adopted database has, and what the entities want.
    static BEFORE: std::cell::RefCell<Option<(Schema, Schema)>> = const { std::cell::RefCell::new(None) };
}

/// Writes the revision into the history, as it is in hand.
pub(super) async fn adopt(site: &Site) {
    let connection = Connection::of(&site.database.connection).await.expect("a connection of its own");
    let (migrations, [up, down]) = (Site::migrations(), Site::newest());
    let first = Baseline { id: "aaaaaaaaaaaa", message: "first", steps: Pair::new(&down, &up) };
    let run = Run::new(&migrations);
    run.adopt(&connection, &first).await.unwrap_or_else(|error| panic!("{error}"));
    let error = run.adopt(&connection, &first).await.expect_err("a second first revision");
    assert_eq!(error.to_string(), "the database has a history already, which begins with `aaaaaaaaaaaa`");
    connection.close().await;
}

pub(super) async fn clean(site: &Site, wanted: &Schema, when: &str) {
    let found = site.compare(wanted, false).await;
    assert!(found.is_empty() && found.unrecorded.is_empty(), "{when}: {}", differences(&found).join("\n"));
}
