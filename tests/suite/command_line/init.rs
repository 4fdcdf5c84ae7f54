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

#[test]
fn a_member_of_a_workspace_gets_none_of_its_own() {
    let project = Project::empty(limbeck());
    project.write("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\nexclude = [\"crates/apart\"]\n");
    for (folder, is_member) in [("crates/app", true), ("crates/apart", false), ("other", false)] {
        let within = project.within(folder);
        within.write("Cargo.toml", "[package]\nname = \"app\"\n");
        let said = within.run(&["init"]);
        if is_member {
            let root = format!("lay it out there: `limbeck init {}`", project.folder.display());
            said.refuses("cargo takes no workspace within another", &root);
            assert_eq!(within.files("."), ["Cargo.toml"]);
        } else {
            said.exits(0).says("joined  ./Cargo.toml");
        }
    }
}

#[test]
fn a_relative_source_leads_to_the_same_folder_from_the_manifests() {
    let project = Project::empty(limbeck()).within("app");
    project.run(&["init", "--source", "../li \"mb\" eck"]).exits(0);
    for (manifest, krate) in [("migrations/Cargo.toml", "limbeck"), ("xtask/Cargo.toml", "cli")] {
        let text = std::fs::read_to_string(project.folder.join(manifest)).expect("a manifest");
        let expected = project.folder.join("../li \"mb\" eck/crates").join(krate);
        assert!(text.contains(&format!("path = '{}'", expected.display())), "{manifest}: {text}");
    }
}

#[test]
fn an_xtask_without_a_main_gets_a_program_beside_its_own() {
    let project = Project::empty(limbeck());
    project.write("xtask/Cargo.toml", "[package]\nname = \"xtask\"\nversion = \"0.1.0\"\n");
    project.write("xtask/src/bin/mine.rs", "fn main() {}\n");
    let said = project.run(&["init"]).exits(0).says("joined  ./xtask/Cargo.toml").says("cargo limbeck migrate");
    said.says("new     ./xtask/src/bin/limbeck.rs").hides("xtask/src/main.rs");
    let manifest = std::fs::read_to_string(project.folder.join("xtask/Cargo.toml")).expect("a manifest");
    assert!(manifest.contains("limbeck-cli") && manifest.contains("default-run = \"mine\""), "{manifest}");
    project.run(&["init"]).exits(0).hides("new ").hides("joined ");
}

#[test]
fn folders_of_entities_are_written_as_they_are_called() {
    let project = Project::empty(limbeck());
    let folder = "mode\u{308}l \"x\"\u{200b}";
    project.write(&format!("{folder}/user.rs"), ENTITY);
    project.run(&["init"]).exits(0);
    project.run(&["entities"]).exits(0).says("users");
}
