//! `--sql`: scripts on the standard output, notes on the standard error.

use limbeck_schema::Dialect;
use limbeck_tests::{
    Database,
    clients::{OnError, give},
};

use super::{
    program::Project,
    rows::{count, lines, with_url},
    transcript::Transcript,
    workspace::{SERVERS, bare, copy, here, revised},
};

fn project(settings: &str) -> Project {
    let project = Project::empty(revised());
    project.write("limbeck.toml", &format!("entities = [\"entities\"]\n{settings}"));
    copy(&here("houses"), &project.folder.join("entities"));
    project
}

const NOWHERE: &str = "postgres://nobody:secret@127.0.0.1:1/nothing";

#[test]
fn scripts_are_printed_and_no_database_is_opened() {
    let project = project("dialects = [\"sqlite\", \"postgres\", \"mariadb\"]\n");
    let before = project.files("");
    let mut transcript = Transcript::default();
    let at = project.at(NOWHERE);
    transcript.add(&at.run(&["upgrade", "--sql"]).exits(0).hides("secret"));
    transcript.add(&project.run(&["upgrade", "aa0000000002:head", "--sql", "--dialect", "sqlite"]).exits(0));
    transcript.add(&project.run(&["upgrade", "aa0000000002", "--sql", "--dialect", "mariadb"]).exits(0));
    transcript.add(&at.run(&["downgrade", "--sql"]).exits(0));
    transcript.add(&at.run(&["downgrade", "aa0000000002:base", "--sql", "--dialect", "mysql"]).exits(0));
    transcript.add(&at.run(&["stamp", "aa0000000001:aa0000000002", "--sql"]).exits(0));
    transcript.add(&at.run(&["stamp", "aa0000000002:base", "--sql", "--dialect", "sqlite"]).exits(0));
    transcript.add(&at.run(&["upgrade", "head:head", "--sql"]).exits(0));
    transcript.add(&at.run(&["ensure-version", "--sql", "--dialect", "mariadb"]).exits(0));
    transcript.compare("scripts");
    let again = [at.run(&["upgrade", "--sql"]).stdout, at.run(&["upgrade", "base:heads", "--sql"]).stdout];
    assert_eq!(again[0], again[1]);
    assert_eq!(project.files(""), before);
}

#[test]
fn a_script_says_for_which_database_and_from_where() {
    let several = project("dialects = [\"sqlite\", \"postgres\"]\n");
    several.run(&["upgrade", "--sql"]).refuses("the project runs on sqlite, postgres", "--dialect");
    project("").run(&["upgrade", "--sql"]).refuses("nothing says which databases", "--dialect");
    let one = project("dialects = [\"mariadb\"]\n");
    drop(one.run(&["upgrade", "--sql"]).exits(0).says("on mariadb; written by"));
    // `mysql:` leads to the one that is declared.
    drop(one.at("mysql://h/d").run(&["upgrade", "--sql"]).exits(0).says("on mariadb; written by"));
    let refuses = |arguments: &[&str], error: &str, hint: &str| drop(one.run(arguments).refuses(error, hint));
    refuses(&["upgrade", "aa0000000001:head"], "is a range, and a run sees for itself", "--sql");
    refuses(&["downgrade", "head:-1"], "is a range", "--sql");
    refuses(&["stamp", "base:head"], "is a range", "--sql");
    refuses(&["downgrade", "base", "--sql"], "has to say from where it goes", "head:-1");
    refuses(&["downgrade", "head:", "--sql"], "has to say from where it goes", "head:-1");
    refuses(&["downgrade", "aa0000000001:aa0000000002", "--sql"], "revision `aa0000000002` is not applied", "");
    refuses(&["upgrade", "aa0000000002:-1", "--sql"], "no target of upgrade", "");
    refuses(&["upgrade", "zz:head", "--sql"], "there is no revision `zz`", "");
    refuses(&["upgrade", "--sql", "--dry-run"], "--dry-run", "");
    refuses(&["stamp", "--sql", "--purge"], "--purge", "");
    refuses(&["upgrade", "--dialect", "sqlite"], "--sql", "");
    refuses(&["upgrade", "--sql", "--server-version", "new"], "`new` is no version", "");
    drop(one.run(&["upgrade", "--sql", "--server-version", "10.11"]).exits(0));
    drop(Project::empty(bare()).run(&["upgrade", "--sql", "--dialect", "sqlite"]).exits(0).says("nothing to do"));
}

#[test]
fn what_a_script_made_is_where_the_tool_goes_on() {
    for dialect in SERVERS {
        with_url(dialect, "cli_script", |url| {
            let project = project("dialects = [\"sqlite\", \"postgres\", \"mariadb\"]\n").at(url);
            let script = project.run(&["upgrade", "heads", "--sql", "--dialect", dialect.name()]).exits(0).stdout;
            hand(url, dialect, &script);
            drop(project.run(&["current", "--check-heads"]).exits(0).says("aa0000000003"));
            drop(project.run(&["check"]).exits(0).says("No difference."));
            let back = project.run(&["downgrade", "--sql", "--dialect", dialect.name()]).exits(0).stdout;
            hand(url, dialect, &back);
            assert_eq!(applied(url), ["aa0000000001", "aa0000000002"], "{dialect}");
            drop(project.run(&["upgrade", "head"]).exits(0).says("upgrade   aa0000000003"));
        });
    }
}

#[test]
fn a_script_says_which_data_steps_it_lacks() {
    let project = Project::empty(std::path::Path::new(env!("CARGO_BIN_EXE_migrator")));
    for dialect in ["sqlite", "postgres", "mariadb"] {
        let all = ["upgrade", "a50000000005", "--sql", "--dialect", dialect];
        drop(project.run(&all).refuses("`count up`", "--skip-data-steps"));
        let said = project.run(&[&all[..], &["--skip-data-steps"]].concat()).exits(0);
        for step in ["`count up` of revision `a10000000001`", "`greet` of revision `a50000000005`"] {
            let words = format!("warning: data step {step} is left out: it is written in Rust");
            assert!(said.stderr.contains(&words), "{dialect}: {}", said.stderr);
        }
        assert!(!said.stdout.contains("warning:") && said.stdout.contains("greet"), "{dialect}: {}", said.stdout);
    }
}

#[test]
fn the_statements_of_a_revision_read_well_on_every_dialect() {
    let project = Project::empty(std::path::Path::new(env!("CARGO_BIN_EXE_migrator")));
    project.write("limbeck.toml", "dialects = [\"sqlite\", \"postgres\", \"mariadb\"]\n");
    let said = project.run(&["show", "a40000000004", "a50000000005", "--sql"]).exits(0);
    for words in [
        "-- postgres, upgrade\nCREATE TYPE",
        "-- COMMIT: what follows uses labels that come above\n",
        "-- data step \"greet\"\n",
        "-- mariadb, downgrade\n",
    ] {
        assert!(said.stdout.contains(words), "{words}: {}", said.stdout);
    }
    for line in said.stdout.lines().filter(|line| line.trim_start().starts_with("--")) {
        assert!(!line.ends_with(';'), "a remark is no statement: {line}");
    }
}

#[test]
fn the_history_table_is_made_once() {
    for dialect in SERVERS {
        with_url(dialect, "cli_ensure", |url| {
            let project = project("").at(url);
            drop(project.run(&["ensure-version"]).exits(0).says("The history table `limbeck_history` is made."));
            drop(project.run(&["ensure-version"]).exits(0).says("`limbeck_history` is there already."));
            assert_eq!(count(url, "limbeck_history"), 0, "{dialect}");
            drop(project.run(&["upgrade"]).exits(0).says("upgrade   aa0000000001"));
        });
    }
}

fn applied(url: &str) -> Vec<String> {
    lines(url, "SELECT id AS line FROM limbeck_history ORDER BY position")
}

/// Gives a script to the database's client, which has nothing to say.
fn hand(url: &str, dialect: Dialect, script: &str) {
    let connection = limbeck_tests::run(sea_orm::Database::connect(url)).expect("a connection");
    let database = Database { dialect, url: url.to_owned(), connection };
    give(&database, script, OnError::Stop).expect("a client").is_silent();
    limbeck_tests::run(database.connection.close()).expect("the end of the connection");
}
