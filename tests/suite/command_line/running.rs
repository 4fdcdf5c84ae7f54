//! How revisions are run: the flags of `upgrade` and `downgrade`, the keys of limbeck.toml behind them, and revisions that were edited.

use limbeck_schema::Dialect;

use super::{
    program::Project,
    rows::{count, lines, send, with_url},
    workspace::{copy, here, revised},
};

const SERVERS: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];

fn with_houses(settings: &str) -> Project {
    let project = Project::empty(revised());
    project.write("limbeck.toml", &format!("entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\n{settings}"));
    copy(&here("houses"), &project.folder.join("entities"));
    project
}

#[test]
fn a_run_is_one_transaction_where_that_is_asked_for() {
    for dialect in SERVERS {
        with_url(dialect, "cli_single", |url| {
            let project = with_houses("").at(url);
            if dialect == Dialect::MariaDb {
                let said = project.run(&["upgrade", "--single-transaction"]);
                said.refuses(
                    "the run can't be one transaction: mariadb commits each change",
                    "without `--single-transaction`",
                );
                return;
            }
            project.run(&["upgrade", "--single-transaction"]).exits(0).says("aa0000000003");
            assert_eq!(count(url, "limbeck_history"), 3, "{dialect}");
            project.run(&["downgrade", "base", "--single-transaction"]).exits(0);
            assert_eq!(count(url, "limbeck_history"), 0, "{dialect}");
        });
    }
}

#[test]
fn what_runs_are_told_is_read_before_anything_runs() {
    let project = with_houses("");
    for (arguments, part) in [
        (&["upgrade", "-x", "=v"][..], "a key has to stand before `=`"),
        (&["upgrade", "--lock-timeout", "soon"], "`soon` is no time: say `5s`"),
        (&["upgrade", "--statement-timeout", "-1"], "--statement-timeout"),
        (&["upgrade", "--assume-done", "--assume-undone"], "cannot be used with"),
    ] {
        project.run(arguments).exits(2).says(part);
    }
    project.run(&["upgrade", "--assume-done"]).refuses("no step is in doubt", "leave `--assume-done`");
    let url = format!("sqlite://{}", project.folder.join("dev.db").display());
    assert_eq!(count(&url, "sqlite_schema"), 0, "nothing was made");
    let told = [
        "upgrade",
        "-x",
        "batch=5",
        "-x",
        "dry",
        "--lock-timeout",
        "500ms",
        "--lock-retries",
        "2",
        "--statement-timeout",
        "off",
    ];
    project.run(&told).exits(0).says("aa0000000003");
    let wrong = with_houses("lock_timeout = \"soon\"\n");
    wrong.run(&["upgrade"]).exits(2).says("limbeck.toml:3:16: `soon` is no time");
}

#[test]
fn a_revision_that_was_edited_since_is_shown_and_accepted() {
    for dialect in SERVERS {
        with_url(dialect, "cli_edited", |url| {
            let project = with_houses("").at(url);
            project.run(&["upgrade"]).exits(0).hides("edited:");
            project.run(&["check"]).exits(0).hides("edited:");
            // As if the column had had another name when it ran.
            send(
                url,
                &[
                    "UPDATE limbeck_history SET checksum = 'another', upgrade = replace(upgrade, '\"floor\"', '\"storey\"') \
                   WHERE id = 'aa0000000003'",
                ],
            );
            let warning = "edited: aa0000000003, rooms are on a floor: its file says something else than what ran";
            let said = project
                .run(&["check"])
                .exits(1)
                .says(warning)
                .says("--- upgrade, as it ran")
                .hides("downgrade, as it ran");
            let differs = |mark: char, name: &str| {
                said.stdout.lines().any(|line| line.trim_start().starts_with(mark) && line.contains(name))
            };
            assert!(differs('-', "storey") && differs('+', "floor"), "{dialect}: {said}");
            project.run(&["current"]).exits(0).says(warning).says("storey");
            project.run(&["upgrade"]).exits(0).says(warning).says("Nothing to do.");
            project.run(&["upgrade", "--dry-run"]).exits(0).says(warning).says("nothing to do");
            let object = project.run(&["check", "--format", "json"]).exits(1).json();
            assert_eq!(object["edited"][0]["id"], "aa0000000003", "{object}");
            let written = project.run(&["migrate", "--dry-run", "--format", "json"]).exits(0).json();
            assert_eq!(written["edited"], object["edited"]);
            let positions = "SELECT CONCAT(id, ' ', position) AS line FROM limbeck_history ORDER BY position";
            let positions = if dialect == Dialect::Sqlite {
                positions.replace("CONCAT(id, ' ', position)", "id || ' ' || position")
            } else {
                positions.to_owned()
            };
            let before = lines(url, &positions);
            project.run(&["stamp", "head"]).exits(0).says("stamped   aa0000000003");
            assert_eq!(lines(url, &positions), before, "{dialect}");
            project.run(&["check"]).exits(0).hides("edited:");
            project.run(&["stamp", "head"]).exits(0).says("Nothing to do.");
        });
    }
}
