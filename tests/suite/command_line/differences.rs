//! What `check` tells apart: a changed model, a database that somebody changed, both, and what is nobody's.

use limbeck_schema::Dialect;
use serde_json::{Value, json};

use super::{
    program::Project,
    rows::{count, send, with_url},
    workspace::{bare, copy, here, revised},
};

/// A project that is up to date, on the database of `url`.
fn up_to_date(url: &str) -> Project {
    let project = with_houses(revised()).at(url);
    project.run(&["upgrade"]).exits(0);
    project.run(&["check"]).exits(0).says("No difference.");
    project
}

fn with_houses(program: &std::path::Path) -> Project {
    let project = Project::empty(program);
    project.write("limbeck.toml", "entities = [\"entities\"]\n");
    copy(&here("houses"), &project.folder.join("entities"));
    project
}

/// The operations of `check`, each as `[op, table, name, label]`.
fn operations(project: &Project, arguments: &[&str], status: i32) -> Vec<Value> {
    let object = project.run(&[&["check", "--format", "json"], arguments].concat()).exits(status).json();
    let mut keys: Vec<_> = object.as_object().expect("an object").keys().collect();
    keys.sort();
    let documented = [
        "dialect",
        "edited",
        "hazards",
        "not_applied",
        "operations",
        "questions",
        "refused",
        "skipped",
        "unmanaged",
        "unrecorded",
        "unsaid",
    ];
    assert_eq!(keys, documented);
    let operations = object["operations"].as_array().expect("a list").iter();
    operations
        .map(|operation| json!([operation["op"], operation["table"], operation["name"], operation["label"]]))
        .collect()
}

#[test]
fn an_entity_over_a_view_is_no_table() {
    with_url(Dialect::Sqlite, "cli_views", |url| {
        let project = up_to_date(url);
        let house = std::fs::read_to_string(here("houses/houses.rs")).expect("an entity");
        project.write("entities/v_houses.rs", &house.replace("\"houses\"", "\"v_houses\""));
        let key = "#[sea_orm(belongs_to, from = \"floor\", to = \"id\")]\n    pub view: BelongsTo<super::v_houses::Entity>,\n}";
        project.edit("entities/rooms.rs", "}", key);
        project
            .run(&["check"])
            .exits(1)
            .says("+ v_houses  table")
            .says("+ rooms  foreign key (floor) -> v_houses (id)");
        // It is told by the configuration, also before it is there.
        project.write("limbeck.toml", "entities = [\"entities\"]\nviews = [\"v_*\"]\n");
        let said = project.run(&["check"]).exits(0).says("No difference.");
        drop(said.says("skipped: table v_houses: the configuration says").says("`v_houses` is a view"));
        project.run(&["migrate", "-m", "x"]).exits(0).says("No changes");
        // It is told by the database.
        project.write("limbeck.toml", "entities = [\"entities\"]\n");
        send(url, &["CREATE VIEW v_houses AS SELECT * FROM houses"]);
        let said = project.run(&["check"]).exits(0).says("No difference.");
        drop(said.says("skipped: table v_houses: it is a view in the database"));
    });
}

#[test]
fn drift_is_reported_and_never_overwritten() {
    with_url(Dialect::Postgres, "cli_drift", |url| {
        let project = up_to_date(url);
        send(
            url,
            &[
                "ALTER TABLE houses ALTER COLUMN city DROP NOT NULL",
                "ALTER TABLE rooms ALTER COLUMN number TYPE bigint",
                "DROP INDEX \"idx-houses-name\"",
                "DROP TABLE lifts",
            ],
        );
        let said = project.run(&["check"]).exits(1);
        assert_eq!(said.stdout.matches("drifted: ").count(), 4, "{said}");
        let said = said
            .says("of houses: recorded not null, there null")
            .says("index idx-houses-name of houses")
            .says("table lifts");
        let said = said.says("recorded integer, there bigint");
        drop(said.says("`cargo xtask migrate --repair` writes").hides("cargo xtask migrate -m"));
        let expected = [
            json!(["drop_table", "lifts", null, "database drifted"]),
            json!(["alter_column", "houses", "city", "database drifted"]),
            json!(["alter_column", "rooms", "number", "database drifted"]),
            json!(["drop_index", "houses", "idx-houses-name", "database drifted"]),
        ];
        let found = operations(&project, &[], 1);
        assert!(found.len() == 4 && expected.iter().all(|operation| found.contains(operation)), "{found:?}");
        project.run(&["migrate", "-m", "x"]).exits(0).says("No changes: nothing is written.").says("drifted: ");
        assert!(!project.folder.join("migrations").exists());
    });
}

#[test]
fn a_repair_brings_the_database_back_and_is_refused_beside_what_it_is_not() {
    with_url(Dialect::Postgres, "cli_repair", |url| {
        let project = up_to_date(url);
        project.run(&["migrate", "--repair", "-m", "x"]).exits(0).says("as the revisions made it: nothing is written");
        send(
            url,
            &[
                "ALTER TABLE houses ALTER COLUMN city TYPE varchar(40)",
                "DROP INDEX \"idx-houses-name\"",
                "ALTER TABLE houses ADD COLUMN paint text",
            ],
        );
        // The entities changed too, which is for the next revision.
        project.edit(
            "entities/houses.rs",
            "pub city",
            "#[sea_orm(column_type = \"String(StringLen::N(80))\")]\n    pub city",
        );
        project.run(&["migrate", "-m", "x"]).refuses("1 object changed", "migrate --repair");
        let said = project.run(&["migrate", "--repair", "-m", "back again", "--dry-run", "-v"]).exits(0);
        let said = said.says("        .set_type(ColumnType::string())\n        .unless_done();");
        let said = said.says("[\"name\"])\n        .unless_done();").says("fn downgrade(_: &mut Op) {}");
        drop(said.says("\nproved (up, down and up again").hides("N(80)").hides("op.drop_column"));
        let object = project.run(&["migrate", "--repair", "--dry-run", "--format", "json"]).exits(0).json();
        let labels: Vec<_> = object["operations"].as_array().expect("a list").iter().map(|it| &it["label"]).collect();
        assert_eq!(labels, ["database drifted", "database drifted"]);
        assert!(!project.folder.join("migrations").exists());
        project.run(&["migrate", "--repair", "-m", "back again"]).exits(0).says("written");
        project.run(&["migrate", "--repair", "--drop-unmanaged"]).refuses("--drop-unmanaged", "");
    });
}

#[test]
fn what_both_sides_changed_is_refused() {
    with_url(Dialect::Postgres, "cli_conflict", |url| {
        let project = up_to_date(url);
        send(url, &["ALTER TABLE houses ALTER COLUMN city TYPE varchar(40)"]);
        project.edit(
            "entities/houses.rs",
            "pub city",
            "#[sea_orm(column_type = \"String(StringLen::N(80))\")]\n    pub city",
        );
        let said = project.run(&["check"]).exits(1).says("changed and drifted: ");
        drop(
            said.hides("cargo xtask migrate -m")
                .says("wanted character varying(80)")
                .says("there character varying(40)"),
        );
        assert_eq!(operations(&project, &[], 1), [json!(["alter_column", "houses", "city", "changed and drifted"])]);
        let before = project.files("");
        for arguments in [&["migrate", "-m", "x"][..], &["migrate", "--dry-run"], &["migrate", "--format", "json"]] {
            let said = project.run(arguments).says("houses: wanted character varying(80)");
            let said = said.refuses("1 object changed in the entities and in the database", "bring the database back");
            assert_eq!(said.stdout, "", "{said}");
        }
        assert_eq!(project.files(""), before);
    });
}

#[test]
fn a_changed_model_is_told_from_a_drifted_database() {
    with_url(Dialect::Sqlite, "cli_apart", |url| {
        let project = up_to_date(url);
        send(url, &["DROP INDEX \"idx-houses-name\""]);
        project.edit("entities/rooms.rs", "pub number: i32", "pub number: Option<i32>");
        let expected = [
            json!(["alter_column", "rooms", "number", "model changed"]),
            json!(["drop_index", "houses", "idx-houses-name", "database drifted"]),
        ];
        assert_eq!(operations(&project, &[], 1), expected);
    });
}

#[test]
fn what_no_revision_made_is_counted_and_left_alone() {
    with_url(Dialect::Sqlite, "cli_unmanaged", |url| {
        let project = up_to_date(url);
        send(
            url,
            &[
                "CREATE TABLE notes (id integer PRIMARY KEY, text text)",
                "ALTER TABLE houses ADD COLUMN paint text",
                "CREATE INDEX by_paint ON houses (paint)",
                "CREATE TABLE seaql_migrations (version text)",
                "INSERT INTO notes (text) VALUES ('keep me')",
            ],
        );
        project.run(&["check"]).exits(0).says("unmanaged: 3 objects").says("No difference.").hides("notes");
        let said = project.run(&["check", "--verbose"]).exits(0).hides("seaql_migrations");
        drop(said.says("  table notes").says("  column paint of houses").says("  index by_paint of houses"));
        let object = project.run(&["check", "--format", "json"]).exits(0).json();
        let unmanaged = [
            json!({"kind": "table", "table": null, "name": "notes"}),
            json!({"kind": "column", "table": "houses", "name": "paint"}),
            json!({"kind": "index", "table": "houses", "name": "by_paint"}),
        ];
        let found = object["unmanaged"].as_array().expect("a list");
        assert!(found.len() == 3 && unmanaged.iter().all(|noted| found.contains(noted)), "{object:#}");
        project.run(&["migrate", "-m", "x"]).exits(0).says("No changes");

        let found = operations(&project, &["--drop-unmanaged"], 1);
        let expected = [
            json!(["drop_index", "houses", "by_paint", "unmanaged"]),
            json!(["drop_column", "houses", "paint", "unmanaged"]),
            json!(["drop_table", "notes", null, "unmanaged"]),
        ];
        assert!(found.len() == 3 && expected.iter().all(|operation| found.contains(operation)), "{found:?}");
        let said = project.run(&["migrate", "-m", "x", "--drop-unmanaged", "--dry-run", "-v"]).exits(0);
        drop(said.says("op.drop_table(\"notes\")").says("A01").hides("op.drop_column(\"houses\", \"legacy_number\")"));
        assert_eq!(count(url, "notes"), 1);
    });
}

#[test]
fn what_is_to_be_kept_stays_and_what_is_not_goes() {
    with_url(Dialect::Sqlite, "cli_keep", |url| {
        let project = up_to_date(url);
        // `legacy_number` and `houses_by_city` are in no entity; their revision says `.keep()`.
        assert_eq!(count(url, "pragma_table_info('houses') WHERE name = 'legacy_number'"), 1);
        project.edit("entities/houses.rs", ", indexed", "");
        project.edit("entities/rooms.rs", "    pub floor: i32,\n", "");
        let found = operations(&project, &[], 1);
        let expected = [
            json!(["drop_index", "houses", "idx-houses-name", "model changed"]),
            json!(["drop_column", "rooms", "floor", "model changed"]),
        ];
        assert!(found.len() == 2 && expected.iter().all(|operation| found.contains(operation)), "{found:?}");
        let said = project.run(&["check"]).exits(1).says("- houses  index idx-houses-name");
        drop(said.says("- rooms.floor  integer not null\n  A02 "));
    });
}

#[test]
fn entities_are_compared_with_a_database_that_has_no_history() {
    for dialect in [Dialect::Sqlite, Dialect::MariaDb] {
        with_url(dialect, "cli_no_history", |url| {
            let project = up_to_date(url);
            // As another tool would have made it.
            send(url, &["DROP TABLE limbeck_history"]);
            let elsewhere = project.within("elsewhere");
            project.run(&["check"]).exits(1).says("not applied: 3 revisions");
            let flag = ["--entities", "../entities"];
            let check = |more: &[&str], status| elsewhere.run(&[&["check"], &flag[..], more].concat()).exits(status);
            check(&[], 0).says("unrecorded: ").says("unmanaged: ").hides("not applied");
            elsewhere.edit("../entities/rooms.rs", "pub number: i32", "pub number: Option<i32>");
            check(&[], 1).says("~ rooms.number  not null -> null").says("1 change;");
            let found = operations(&elsewhere, &flag, 1);
            assert_eq!(found, [json!(["alter_column", "rooms", "number", "model changed"])], "{dialect}");
            let object =
                elsewhere.run(&[&["migrate", "--dry-run", "--format", "json"], &flag[..]].concat()).exits(0).json();
            let source = object["revision"]["source"].as_str().expect("a revision");
            assert!(source.contains(".set_null()") && !source.contains("revises"), "{source}");
            let migrate = |more: &[&str]| elsewhere.run(&[&["migrate", "-m", "x"], &flag[..], more].concat());
            migrate(&["--depends-on", "zz"]).refuses("there is no revision `zz`", "");
            migrate(&[]).exits(0).says("this is a new root beside the project's 3 revisions");
        });
    }
}

#[test]
fn the_history_is_set_aside_where_that_is_said() {
    with_url(Dialect::Sqlite, "cli_aside", |url| {
        let project = up_to_date(url);
        send(url, &["DROP INDEX \"idx-houses-name\""]);
        assert_eq!(
            operations(&project, &[], 1),
            [json!(["drop_index", "houses", "idx-houses-name", "database drifted"])]
        );
        let found = operations(&project, &["--no-history"], 1);
        assert_eq!(found, [json!(["create_index", "houses", "idx-houses-name", "model changed"])]);
        project
            .run(&["check", "--no-history", "--keep", "lift*"])
            .exits(1)
            .says("migrate --keep 'lift*' --no-history --dry-run");
        project.run(&["migrate", "--no-history", "-m", "x"]).refuses("what they made would be made again", "--dry-run");
        project.run(&["migrate", "--no-history", "-m", "x", "--dry-run"]).exits(0).says("+ houses  index");
        assert!(!project.folder.join("migrations").exists(), "nothing is written");
        // Also where the revisions of the history are not in the files.
        let older = Project::new(project.folder.clone(), bare().to_owned()).at(url);
        older.run(&["check"]).refuses("newer", "");
        older
            .run(&["check", "--no-history"])
            .exits(1)
            .says("+ houses  index idx-houses-name (name)")
            .says("unrecorded: ");
    });
}
