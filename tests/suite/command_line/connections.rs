//! Databases that are not there, and passwords that stay secret.

use limbeck_schema::Dialect;

use super::{
    program::Project,
    rows::with_url,
    workspace::{bare, copy, here},
};

/// The commands that open a database.
const COMMANDS: [&[&str]; 7] = [
    &["check"],
    &["migrate", "-m", "x"],
    &["upgrade", "head"],
    &["downgrade", "-1"],
    &["stamp", "head"],
    &["current"],
    &["history", "--indicate-current"],
];

fn with_houses() -> Project {
    let project = Project::empty(bare());
    project.write("limbeck.toml", "entities = [\"entities\"]\n");
    copy(&here("houses"), &project.folder.join("entities"));
    project
}

#[test]
fn a_url_that_leads_nowhere_is_named_without_its_password() {
    let project = with_houses();
    let before = project.files("");
    for (url, error, hint) in [
        (
            "oracle://app:hush@db/app",
            "`oracle://app:***@db/app` names no database that Limbeck knows",
            "begin the URL with",
        ),
        ("hush", "names no database that Limbeck knows", "begin the URL with"),
        (
            "postgres://app:hush@127.0.0.1:1/app",
            "`postgres://app:***@127.0.0.1:1/app`: no server answers",
            "start the server",
        ),
        (
            "mysql://app:hush@127.0.0.1:1/app",
            "`mysql://app:***@127.0.0.1:1/app`: no server answers",
            "start the server",
        ),
        (
            "mariadb://app:hush@127.0.0.1:1/app",
            "`mariadb://app:***@127.0.0.1:1/app`: no server answers",
            "start the server",
        ),
        ("postgres://app:hush@no-such-host.invalid/app", "no server answers", "start the server"),
        ("postgres://app:hush@127.0.0.1:port/app", "is not understood", "write it as"),
        ("sqlite://nowhere/dev.db", "", ""),
    ] {
        for arguments in COMMANDS {
            // A SQLite file that is not there is an empty database for who only looks.
            if url.starts_with("sqlite") && !matches!(arguments[0], "upgrade" | "downgrade" | "stamp") {
                continue;
            }
            let said = project.at(url).run(arguments).hides("hush").refuses(error, hint);
            assert!(!said.stderr.trim().is_empty(), "{url}");
        }
    }
    assert_eq!(project.files(""), before);
}

#[test]
fn nothing_names_a_database() {
    let project = with_houses();
    for arguments in COMMANDS {
        project.run(arguments).refuses("no database is named", "set DATABASE_URL, pass `--url`");
    }
}

#[test]
fn a_server_that_refuses_the_user_or_has_no_such_database() {
    with_url(Dialect::MariaDb, "cli_refused", |url| {
        let wrong = url.replace(":limbeck@", ":hush@");
        assert_ne!(wrong, url, "the harness' account has a password");
        let missing = format!("{url}_missing");
        let project = with_houses();
        for arguments in COMMANDS {
            project
                .at(&wrong)
                .run(arguments)
                .hides("hush")
                .refuses("the server refuses the user", "correct user and password");
            project.at(&missing).run(arguments).refuses("there is no such database", "create the database");
        }
        // Nothing went wrong before: the same with the right ones.
        project.at(url).run(&["check"]).exits(1).hides(":limbeck@").says(":***@");
    });
    with_url(Dialect::Postgres, "cli_refused", |url| {
        let nobody = url.replace("//limbeck@", "//nobody:hush@");
        let missing = format!("{url}_missing");
        let project = with_houses();
        project
            .at(&nobody)
            .run(&["check"])
            .hides("hush")
            .refuses("the server refuses the user", "correct user and password");
        project.at(&missing).run(&["check"]).refuses("there is no such database", "create the database");
    });
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let project = with_houses();
    project.write(
        "dev.db",
        "This is a letter, and no database, however one looks at it. ................................",
    );
    for arguments in COMMANDS {
        project.at("sqlite://dev.db").run(arguments).refuses("dev.db", "");
    }
    let text = std::fs::read_to_string(project.folder.join("dev.db")).expect("the letter");
    assert!(text.starts_with("This is a letter"));
}
