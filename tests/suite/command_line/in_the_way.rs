//! Rows of the connected database that are in the way of a revision.

use limbeck_schema::Dialect;
use serde_json::json;

use super::{
    program::Project,
    rows::{count, lines, send, with_url},
    workspace::{SERVERS, copy, here, revised},
};

fn with_houses(url: &str) -> Project {
    let project = Project::empty(revised()).at(url);
    project.write("limbeck.toml", "entities = [\"entities\"]\n");
    copy(&here("houses"), &project.folder.join("entities"));
    project
}

#[test]
fn a_new_revision_says_which_rows_are_in_its_way() {
    for dialect in SERVERS {
        with_url(dialect, "cli_in_the_way", |url| {
            let project = with_houses(url);
            project.run(&["upgrade"]).exits(0);
            let house = |name: &str| format!("INSERT INTO houses (name, city) VALUES ('{name}', 'Oslo')");
            send(url, &[house("North"), house("South"), house("North")]);
            project.edit("entities/houses.rs", "    pub city: String", "    #[sea_orm(unique)]\n    pub city: String");
            let object = project.run(&["migrate", "-m", "x", "--dry-run", "--format", "json"]).exits(0).json();
            let expected = json!([{
                "code": "D01", "operation": "add_unique houses.uq-houses-city", "object": "houses.city", "rows": 3,
                "certain": true, "key": ["id"], "keys": [["1"], ["2"], ["3"]], "reason": null,
            }]);
            assert_eq!(object["preflight"], expected, "{dialect}");
            let line = "rows: D01 houses.city: 3 rows in the way (id 1, 2, 3)";
            // A revision is for other databases too, so it is written.
            project.run(&["migrate", "-m", "x"]).exits(0).says(line).says("written migrations/src/versions/m");
            send(url, &["DELETE FROM houses WHERE id > 1"]);
            let said = project.run(&["migrate", "-m", "y", "--dry-run"]).exits(0).hides("rows: ");
            drop(said.says("no row is in the way (1 question asked)"));
        });
    }
}

#[test]
fn a_dry_upgrade_tells_what_would_run_and_runs_nothing() {
    for dialect in SERVERS {
        with_url(dialect, "cli_dry_upgrade", |url| {
            let project = with_houses(url);
            let said = project.run(&["upgrade", "--dry-run"]).exits(0);
            let said = said.says("upgrade aa0000000001, ").says("upgrade aa0000000003, ").says("CREATE TABLE");
            let said = said.says("ADD COLUMN").says("B03 rooms.floor").hides("rows: D05");
            let shown: Vec<_> = said.stdout.lines().filter(|line| line.ends_with(';')).collect();
            assert!(shown.len() > 3, "{said}");

            project.run(&["upgrade", "aa0000000002"]).exits(0);
            send(
                url,
                &[
                    "INSERT INTO houses (name, city) VALUES ('North', 'Oslo')",
                    "INSERT INTO rooms (house_id, number) VALUES (1, 7)",
                ],
            );
            let said = project.run(&["upgrade", "--dry-run"]).exits(0).hides("aa0000000002");
            let line = "rows: D05 rooms.floor: 1 row in the way (id 1)";
            // MariaDB fills the column by itself.
            let said = if dialect == Dialect::MariaDb { said.hides("rows: D05") } else { said.says(line) };
            drop(said.says("upgrade aa0000000003, "));
            let applied = lines(url, "SELECT id AS line FROM limbeck_history ORDER BY position");
            assert_eq!(applied, ["aa0000000001", "aa0000000002"], "{dialect}");
            assert_eq!(count(url, "rooms WHERE number = 7"), 1, "{dialect}");
            project.run(&["upgrade", "--dry-run", "aa0000000002"]).exits(0).says("nothing to do");
        });
    }
}

#[test]
fn a_dry_upgrade_makes_no_database() {
    let project = Project::empty(revised());
    project.write("limbeck.toml", "entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\n");
    project.run(&["upgrade", "--dry-run"]).exits(0).says("CREATE TABLE");
    assert_eq!(project.files(""), ["limbeck.toml"]);
    project.run(&["upgrade", "--dry-run", "nowhere"]).refuses("nowhere", "");
}
