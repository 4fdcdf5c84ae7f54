//! What `limbeck init` makes of a workspace that stands, with entities and an `xtask` of its own.

use limbeck_schema::Dialect;

use super::{
    program::Project,
    workspace::{Workspace, limbeck, root},
};

const ENTITY: &str = "use sea_orm::entity::prelude::*;\n\n#[sea_orm::model]\n#[derive(Clone, Debug, DeriveEntityModel)]\n\
                      #[sea_orm(table_name = \"users\")]\npub struct Model {\n    #[sea_orm(primary_key)]\n    pub id: i32,\n\
                      \x20   pub name: String,\n}\n\nimpl ActiveModelBehavior for ActiveModel {}\n";

#[test]
fn a_workspace_that_stands_is_joined_and_keeps_what_it_has() {
    let workspace = Workspace::empty("init");
    let project = workspace.project();
    project.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\n    \"xtask\", # chores\n]\n");
    project.write("xtask/Cargo.toml", "[package]\nname = \"xtask\"\nversion = \"0.3.0\"\nedition = \"2024\"\n");
    project.write("xtask/src/main.rs", "fn main() {\n    println!(\"a chore\");\n}\n");
    project.write(".cargo/config.toml", "[alias]\nxtask = \"run --quiet --package xtask --\"\n");
    project.write("app/src/model/user.rs", ENTITY);
    let init = Project::new(project.folder.clone(), limbeck().to_owned());
    let source = root().display().to_string();
    let said = init.run(&["init", "--source", &source]).exits(0);
    let said = said.says("joined  ./Cargo.toml").says("new     ./limbeck.toml").says("joined  ./xtask/Cargo.toml");
    said.says("new     ./xtask/src/bin/limbeck.rs").says("joined  ./.cargo/config.toml").says("cargo limbeck migrate");
    let text = |name: &str| std::fs::read_to_string(project.folder.join(name)).expect("a file");
    assert_eq!(text("xtask/src/main.rs"), "fn main() {\n    println!(\"a chore\");\n}\n");
    assert!(text("Cargo.toml").contains("    \"xtask\", # chores\n    \"migrations\",\n"), "{}", text("Cargo.toml"));
    assert!(text("limbeck.toml").contains("entities = [\"app/src/model\"]"), "{}", text("limbeck.toml"));
    init.run(&["init", "--source", &source]).exits(0).hides("new ").hides("joined ");

    let cargo = |arguments: &[&str]| {
        let output = workspace.cargo(arguments).output().expect("cargo");
        let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "cargo {arguments:?}:\n{stdout}\n{}", String::from_utf8_lossy(&output.stderr));
        stdout
    };
    assert!(cargo(&["limbeck", "migrate", "-m", "users"]).contains("+ users"));
    cargo(&["limbeck", "upgrade"]);
    assert!(cargo(&["limbeck", "check"]).contains("No difference."));
    assert_eq!(cargo(&["xtask"]), "a chore\n");
    assert_eq!(workspace.revisions().len(), 1);
    assert!(project.folder.join("dev.db").is_file(), "{} is where it was named", Dialect::Sqlite);
}

#[test]
fn another_tools_crate_is_left_alone() {
    let project = Project::empty(limbeck());
    project.write("migrations/Cargo.toml", "[package]\nname = \"migrations\"\n");
    project.run(&["init"]).refuses("is no crate of Limbeck's revisions", "move that crate");
    assert_eq!(project.files("."), ["migrations/Cargo.toml"]);
    project.write("migrations/Cargo.toml", "[package]\n[dependencies]\nlimbeck = \"0.1\"\n");
    project.write("Cargo.toml", "[workspace\n");
    project.run(&["init"]).refuses("Cargo.toml: ", "");
}
