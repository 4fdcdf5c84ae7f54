//! What somebody changed by hand, one kind of object after the other: `check` names exactly that, and a repair takes exactly that back.

use limbeck_autogenerate::{Comparison, Label, repair};
use limbeck_operations::ddl;
use limbeck_schema::{Dialect, Schema};
use sea_orm::ConnectionTrait;

use super::{
    ROWS, first,
    site::{Site, at, on_every_server},
};
use crate::round::{assert_same, differences};

on_every_server!(super::drift::story);

/// What is done by hand, and what drifted by it.
type Row = (&'static [&'static str], &'static [&'static str]);

const ON_POSTGRES: &[Row] = &[
    (
        &["ALTER TABLE animals DROP COLUMN weight CASCADE"],
        &[
            "column weight of animals",
            "column twice of animals",
            "index idx-animals-weight of animals",
            "check ck-animals-weight of animals",
        ],
    ),
    (&["ALTER TABLE animals ALTER COLUMN name TYPE text"], &["name.type of animals"]),
    (&["ALTER TABLE owners ALTER COLUMN name TYPE varchar(80)"], &["name.type of owners"]),
    (&["ALTER TABLE animals ALTER COLUMN weight DROP NOT NULL"], &["weight.nullable of animals"]),
    (&["ALTER TABLE animals ALTER COLUMN weight SET DEFAULT 2"], &["weight.default of animals"]),
    (&["ALTER TABLE animals ALTER COLUMN weight DROP DEFAULT"], &["weight.default of animals"]),
    (&["ALTER TABLE animals ALTER COLUMN id DROP IDENTITY"], &["id.auto_increment of animals"]),
    (&["COMMENT ON COLUMN animals.weight IS 'in pounds'"], &["weight.comment of animals"]),
    (&["COMMENT ON TABLE animals IS NULL"], &["comment comment of animals"]),
    (&["ALTER TABLE animals ALTER COLUMN twice DROP EXPRESSION"], &["twice.generated of animals"]),
    (&["ALTER TABLE animals DROP CONSTRAINT \"pk-animals\""], &["primary key pk-animals of animals"]),
    (
        &["ALTER TABLE animals DROP CONSTRAINT \"pk-animals\"", "ALTER TABLE animals ADD PRIMARY KEY (id, name)"],
        &["primary key pk-animals of animals"],
    ),
    (
        &["ALTER TABLE animals DROP CONSTRAINT \"uq-animals-name-owner_id\""],
        &["unique uq-animals-name-owner_id of animals"],
    ),
    (&["DROP INDEX \"idx-animals-weight\""], &["index idx-animals-weight of animals"]),
    (
        &["DROP INDEX \"idx-animals-weight\"", "CREATE INDEX \"idx-animals-weight\" ON animals (weight DESC)"],
        &["index idx-animals-weight of animals"],
    ),
    (&["ALTER TABLE animals DROP CONSTRAINT \"fk-animals-owner_id\""], &["foreign key fk-animals-owner_id of animals"]),
    (
        &[
            "ALTER TABLE animals DROP CONSTRAINT \"fk-animals-owner_id\"",
            "ALTER TABLE animals ADD CONSTRAINT \"fk-animals-owner_id\" FOREIGN KEY (owner_id) REFERENCES owners (id) ON DELETE CASCADE",
        ],
        &["foreign key fk-animals-owner_id of animals"],
    ),
    (&["ALTER TABLE animals DROP CONSTRAINT \"ck-animals-weight\""], &["check ck-animals-weight of animals"]),
    (&["ALTER TYPE mood ADD VALUE 'sleepy'"], &["enum mood"]),
    (&["UPDATE animals SET mood = 'calm'", "ALTER TYPE mood RENAME VALUE 'wild' TO 'mad'"], &["enum mood"]),
];

const ON_MARIADB: &[Row] = &[
    (
        &[
            "ALTER TABLE animals DROP INDEX `idx-animals-weight`, DROP CONSTRAINT `ck-animals-weight`, DROP COLUMN twice, DROP COLUMN weight",
        ],
        &[
            "column weight of animals",
            "column twice of animals",
            "index idx-animals-weight of animals",
            "check ck-animals-weight of animals",
        ],
    ),
    (&["ALTER TABLE owners MODIFY name text NOT NULL"], &["name.type of owners"]),
    (&["ALTER TABLE owners MODIFY name varchar(80) NOT NULL"], &["name.type of owners"]),
    (&["ALTER TABLE owners MODIFY name varchar(64)"], &["name.nullable of owners"]),
    (&["ALTER TABLE animals ALTER COLUMN weight SET DEFAULT 2"], &["weight.default of animals"]),
    (&["ALTER TABLE animals ALTER COLUMN weight DROP DEFAULT"], &["weight.default of animals"]),
    (&["ALTER TABLE animals MODIFY id integer NOT NULL"], &["id.auto_increment of animals"]),
    (
        &["ALTER TABLE animals MODIFY weight integer NOT NULL DEFAULT 1 COMMENT 'in pounds'"],
        &["weight.comment of animals"],
    ),
    (&["ALTER TABLE animals COMMENT = ''"], &["comment comment of animals"]),
    (&["ALTER TABLE animals MODIFY twice integer"], &["twice.generated of animals"]),
    (&["ALTER TABLE animals DROP PRIMARY KEY, ADD PRIMARY KEY (id, name)"], &["primary key pk-animals of animals"]),
    (
        &[
            "CREATE INDEX own ON animals (owner_id)",
            "ALTER TABLE animals DROP INDEX `uq-animals-name-owner_id`",
            "ALTER TABLE animals DROP FOREIGN KEY `fk-animals-owner_id`",
            "DROP INDEX own ON animals",
        ],
        &["unique uq-animals-name-owner_id of animals", "foreign key fk-animals-owner_id of animals"],
    ),
    (&["DROP INDEX `idx-animals-weight` ON animals"], &["index idx-animals-weight of animals"]),
    (
        &["ALTER TABLE animals DROP INDEX `idx-animals-weight`, ADD INDEX `idx-animals-weight` (weight, name)"],
        &["index idx-animals-weight of animals"],
    ),
    (
        &[
            "ALTER TABLE animals DROP FOREIGN KEY `fk-animals-owner_id`",
            "ALTER TABLE animals ADD CONSTRAINT `fk-animals-owner_id` FOREIGN KEY (owner_id) REFERENCES owners (id) ON DELETE CASCADE",
        ],
        &["foreign key fk-animals-owner_id of animals"],
    ),
    (&["ALTER TABLE animals DROP CONSTRAINT `ck-animals-weight`"], &["check ck-animals-weight of animals"]),
    (&["ALTER TABLE animals MODIFY mood enum('calm', 'wild', 'sleepy') NOT NULL"], &["mood.type of animals"]),
    (&["ALTER TABLE animals MODIFY mood enum('wild', 'calm') NOT NULL"], &["mood.type of animals"]),
];

/// SQLite changes nothing in place, so that a hand makes the table anew: with what is named in place of what.
const REMADE: &[(&str, &str, &[&str])] = &[
    (
        r#""weight" integer NOT NULL DEFAULT 1"#,
        r#""weight" text NOT NULL DEFAULT 1"#,
        &["weight.type of animals", "weight.default of animals"],
    ),
    (r#""weight" integer NOT NULL DEFAULT 1"#, r#""weight" integer DEFAULT 1"#, &["weight.nullable of animals"]),
    (
        r#""weight" integer NOT NULL DEFAULT 1"#,
        r#""weight" integer NOT NULL DEFAULT 2"#,
        &["weight.default of animals"],
    ),
    (r#""weight" integer NOT NULL DEFAULT 1"#, r#""weight" integer NOT NULL"#, &["weight.default of animals"]),
    ("weight * 2", "weight * 3", &["twice.generated of animals"]),
    ("weight > 0", "weight > 1", &["check ck-animals-weight of animals"]),
    ("ON DELETE SET NULL", "ON DELETE CASCADE", &["foreign key fk-animals-owner_id of animals"]),
    (r#"UNIQUE ("name", "owner_id")"#, "CHECK (1)", &["unique uq-animals-name-owner_id of animals"]),
];

const ON_SQLITE: &[Row] = &[
    (&["ALTER TABLE animals DROP COLUMN twice"], &["column twice of animals"]),
    (&["DROP INDEX \"idx-animals-weight\""], &["index idx-animals-weight of animals"]),
    (
        &["DROP INDEX \"idx-animals-weight\"", "CREATE INDEX \"idx-animals-weight\" ON animals (weight DESC)"],
        &["index idx-animals-weight of animals"],
    ),
];

fn story(dialect: Dialect) {
    at(dialect, "drift", |site| async move {
        site.write_first(first);
        site.upgrade().await;
        site.send(&ROWS).await;
        let (wanted, clean) = (site.made(), site.read().await);
        let rows = match dialect {
            Dialect::Sqlite => ON_SQLITE,
            Dialect::Postgres => ON_POSTGRES,
            Dialect::MySql | Dialect::MariaDb => ON_MARIADB,
        };
        for (statements, drifted) in rows {
            site.send(statements).await;
            take_back(&site, (&wanted, &clean), drifted, &statements.join("; ")).await;
        }
        for (part, by, drifted) in REMADE.iter().filter(|_| dialect == Dialect::Sqlite) {
            remake(&site, part, by).await;
            take_back(&site, (&wanted, &clean), drifted, by).await;
        }
        assert_eq!(site.count("owners").await, 1);
        site.send(&["DROP TABLE animals"]).await;
        take_back(&site, (&wanted, &clean), &["table animals"], "DROP TABLE").await;
    });
}

/// Makes `animals` anew, with `by` in place of `part`.
async fn remake(site: &Site, part: &str, by: &str) {
    let statement = sea_orm::Statement::from_string(
        crate::sql::backend(site.dialect()),
        "SELECT sql FROM sqlite_schema WHERE name = 'animals'",
    );
    let row = site.database.connection.query_one_raw(statement).await.expect("an answer").expect("the table");
    let sql: String = row.try_get_by_index(0).expect("its statement");
    assert!(sql.contains(part), "no {part} in {sql}");
    let (made, index) = (sql.replace(part, by), "CREATE INDEX \"idx-animals-weight\" ON animals (weight)");
    site.send(&["DROP TABLE animals", &made, index]).await;
}

/// Holds that nothing but `drifted` is found, and that a repair takes it back.
async fn take_back(site: &Site, (wanted, clean): (&Schema, &Schema), drifted: &[&str], what: &str) {
    let found = site.compare(wanted, false).await;
    let mut names: Vec<_> = found.drifted.iter().map(|drift| drift.object.to_string()).collect();
    let mut expected: Vec<_> = drifted.iter().map(|name| (*name).to_owned()).collect();
    names.sort();
    expected.sort();
    assert_eq!(names, expected, "{what}:\n{}", differences(&found).join("\n"));
    assert!(found.changes.is_empty() && found.conflicts.is_empty() && found.skipped.is_empty(), "{what}: {found:?}");

    let repair = site.compare_by(wanted, false, repair).await;
    assert!(repair.drifted.is_empty() && !repair.changes.is_empty(), "{what}: {:?}", differences(&repair));
    assert!(repair.changes.iter().all(|change| change.label == Label::Drifted && change.step.unless_done), "{what}");
    assert_eq!(repair.downgrade().expect("a way back"), [], "{what}");
    run(site, &repair, what).await;
    assert_same(clean, &site.read().await, what);
    let found = site.compare(wanted, false).await;
    assert_eq!(differences(&found), [""; 0], "{what}");
}

/// Runs the statements of a comparison.
async fn run(site: &Site, comparison: &Comparison, what: &str) {
    let script = ddl::script(&comparison.upgrade(), &comparison.before, &site.server().await);
    let script = script.unwrap_or_else(|error| panic!("{what}: {error}"));
    site.send(&script.iter().map(String::as_str).collect::<Vec<_>>()).await;
}
