//! One revision for all servers, whichever it was made on; and the program alone, where it is deployed.

use limbeck_schema::Dialect;

use super::{
    program::Project,
    rows::{count, lines, send, with_url},
    sample,
    workspace::Workspace,
};

#[test]
fn a_revision_runs_on_every_server_whichever_it_was_made_on() {
    let workspace = Workspace::new("servers");
    let project = workspace.project();
    sample::take(project);
    project.edit(
        "limbeck.toml",
        "# dialects = [\"sqlite\", \"postgres\"]",
        "dialects = [\"sqlite\", \"postgres\", \"mariadb\"]",
    );
    workspace.build();
    with_url(Dialect::Sqlite, "cli_made", |sqlite| {
        with_url(Dialect::Postgres, "cli_made", |postgres| {
            with_url(Dialect::MariaDb, "cli_made", |mariadb| {
                story(&workspace, [sqlite, postgres, mariadb]);
            });
        });
    });
}

fn story(workspace: &Workspace, urls: [&str; 3]) {
    let [sqlite, postgres, mariadb] = urls;
    let project = workspace.project();
    project.run(&["migrate", "-m", "made on SQLite", "--url", sqlite]).exits(0).says("written");
    workspace.build();
    // Nothing but the program and the database's URL, as it is deployed.
    let deployed = Project::empty(project.program());
    for url in urls {
        deployed.at(url).run(&["upgrade"]).exits(0).says("made on SQLite").says("(from DATABASE_URL)");
        agrees(project, url);
        send(url, &sample::inserts(url));
    }
    deployed.at(&mariadb.replacen("mysql:", "mariadb:", 1)).run(&["upgrade"]).exits(0).says("Nothing to do.");
    assert!(deployed.files("").is_empty(), "a program that is deployed leaves nothing where it runs");

    sample::edit(project);
    project.edit(
        "src/entities/users.rs",
        "    #[sea_orm(string_value = \"keeper\")]",
        "    #[sea_orm(string_value = \"helper\")]\n    Helper,\n    #[sea_orm(string_value = \"keeper\")]",
    );
    project.edit("src/entities/shelters.rs", "pub city: String", "pub city: Option<String>");
    project.at(postgres).run(&["migrate", "-m", "made on PostgreSQL"]).exits(0).says("written");
    assert_eq!(workspace.revisions().len(), 2);
    workspace.build();
    for url in urls {
        deployed.at(url).run(&["upgrade", "head"]).exits(0).says("made on PostgreSQL");
        agrees(project, url);
        deployed.at(url).run(&["downgrade"]).exits(0).says("made on PostgreSQL");
        project.at(url).run(&["check"]).exits(1).says("not applied: 1 revision");
        deployed.at(url).run(&["upgrade", "+1"]).exits(0).says("made on PostgreSQL");
        agrees(project, url);
        assert_eq!(lines(url, sample::ANIMALS), ["Mia", "O'Malley"]);
        assert_eq!(count(url, "limbeck_history"), 2);
        send(url, &["UPDATE users SET role = 'helper'", "UPDATE users SET role = 'visitor'"]);
        deployed.at(url).run(&["downgrade", "base"]).exits(0);
        assert_eq!(count(url, "limbeck_history"), 0);
        deployed.at(url).run(&["upgrade", "heads"]).exits(0);
        agrees(project, url);
    }
}

/// Entities, revisions and database are the same, and another revision would be empty.
fn agrees(project: &Project, url: &str) {
    project.at(url).run(&["check"]).exits(0).says("No difference.");
    let object = project.at(url).run(&["migrate", "--dry-run", "--format", "json"]).exits(0).json();
    assert!(object["revision"].is_null() && object["skipped"].as_array().is_some_and(Vec::is_empty), "{object}");
}
