//! Entities that are none, or can't be understood: the place, the fact, the way out, and nothing written.

use super::{
    program::Project,
    workspace::{bare, here},
};

/// A project with one file of entities.
fn with_entities(text: &str) -> Project {
    let project = Project::empty(bare());
    project.write("limbeck.toml", "entities = [\"src/entities\"]\nurl = \"sqlite://dev.db\"\n");
    project.write("src/entities/houses.rs", text);
    project
}

#[test]
fn what_is_not_understood_is_named_with_its_place() {
    let house = std::fs::read_to_string(here("houses/houses.rs")).expect("an entity");
    let place = "src/entities/houses.rs";
    for (name, text, expected, hint) in [
        ("not Rust", house.replace("city: String", "city String"), format!("--> {place}:11:14\n"), "cargo check"),
        ("unknown action", house.replace("indexed", "extra = \"INVISIBLE\""), format!("--> {place}:9:"), "COLLATE"),
        ("nothing at all", String::from("}"), format!("--> {place}:1:1\n"), ""),
    ] {
        let project = with_entities(&text);
        let before = project.files("");
        for arguments in [&["check"][..], &["check", "--format", "json"], &["migrate", "-m", "x"]] {
            let said = project.run(arguments).refuses("1 problem in the entities", "");
            let found = said.stderr.contains(&expected) && said.stderr.contains(hint);
            assert!(found, "{name}: no `{expected}` with `{hint}`\n{said}");
            assert_eq!(said.stdout, "", "{name}");
        }
        assert_eq!(project.files(""), before, "{name}: something was written");
    }
}

/// The column is there in the comparison, its type is not compared, and it is not made before its type is known.
#[test]
fn a_type_that_is_not_known_is_opaque_until_it_is_stated() {
    let house = std::fs::read_to_string(here("houses/houses.rs")).expect("an entity");
    let project = with_entities(&house.replace("city: String", "city: Town"));
    let before = project.files("");
    project
        .run(&["check"])
        .exits(1)
        .says("warning: column `city`: the type `Town` is not known, so its type is not compared");
    project.run(&["check", "--deny-warnings"]).refuses("1 warning in the entities", "");
    project
        .run(&["migrate", "-m", "x"])
        .refuses("1 column can't be made: the entities don't tell the type", "")
        .says("`houses.city` can't be made: the type `Town` is not known")
        .says("--> src/entities/houses.rs:11:15")
        .says("= help: state the type at the field");
    assert_eq!(project.files(""), before, "something was written");
    let settings = "entities = [\"src/entities\"]\nurl = \"sqlite://dev.db\"\n[types]\n";
    project.write("limbeck.toml", &format!("{settings}\"Town\" = \"much\"\n"));
    project
        .run(&["check"])
        .refuses("`much`, which `[types]` states for `Town`, is no column type", "write it as a revision");
    project.write("limbeck.toml", &format!("{settings}\"Twon\" = \"text\"\n"));
    project
        .run(&["check"])
        .exits(1)
        .says("warning: `[types]` states the type of `Twon`, which no column has")
        .says("--> limbeck.toml:4:2")
        .says("4 | \"Twon\" = \"text\"");
    for stated in ["\"Town\" = \"string_len(30)\"", "\"houses.city\" = \"String(StringLen::N(30))\""] {
        project.write("limbeck.toml", &format!("{settings}{stated}\n"));
        let said = project.run(&["migrate", "--dry-run", "-m", "x", "-v"]).exits(0);
        assert!(said.stdout.contains("string_len(\"city\", 30)") && !said.stderr.contains("warning"), "{said}");
    }
}

#[test]
fn what_seaorm_passes_over_is_a_warning_beside_the_result() {
    let house = std::fs::read_to_string(here("houses/houses.rs")).expect("an entity");
    let project = with_entities(&house.replace("indexed", "index"));
    let said = project.run(&["check", "--format", "json"]).exits(1);
    assert_eq!(said.json()["operations"][0]["op"], "create_table");
    let line = "9 |     #[sea_orm(column_type = \"String(StringLen::N(120))\", index)]\n  |                                                          ^^^^^\n";
    drop(
        said.says("warning: ")
            .says("--> src/entities/houses.rs:9:58\n")
            .says(line)
            .says("= help: did you mean `indexed`?"),
    );
    for arguments in [&["check"][..], &["migrate", "-m", "x"], &["entities"]] {
        project
            .run(&[arguments, &["--deny-warnings"]].concat())
            .refuses("error: 1 warning in the entities, and `--deny-warnings` takes them for errors", "")
            .says("= help: did you mean `indexed`?");
    }
    assert!(!project.folder.join("migrations").exists());
}

#[test]
fn all_problems_of_all_files_are_said_at_once() {
    let project = with_entities("use sea_orm::entity::prelude::*;\nstruct {");
    let house = std::fs::read_to_string(here("houses/houses.rs")).expect("an entity");
    let lifts =
        house.replace("houses", "lifts").replace("city: String", "city: Town").replace("indexed", "extra = \"X\"");
    project.write("src/entities/lifts.rs", &lifts.replace("primary_key", "primary_key, auto_increment = 3"));
    let said = project.run(&["check"]).refuses("3 problems and 1 warning in the entities", "");
    for place in ["houses.rs:2:8", "lifts.rs:7:45", "lifts.rs:9:66", "lifts.rs:11:15"] {
        assert!(said.stderr.contains(&format!("--> src/entities/{place}\n")), "no `{place}`:\n{said}");
    }
}

#[test]
fn no_entities_are_no_empty_schema() {
    for (name, settings, files, error) in [
        ("no folder", "entities = [\"src/entities\"]", vec![], "no entities in src/entities"),
        ("nothing said", "", vec![], "nothing says where the entities are"),
        (
            "an empty folder",
            "entities = [\"src/entities\"]",
            vec!["src/entities/.gitkeep"],
            "no entities in src/entities",
        ),
        ("no entity in a file", "entities = [\"src\"]", vec!["src/lib.rs"], "no entities in src"),
        ("a pattern that is none", "entities = [\"src/***\"]", vec![], "entity folders `src/***`"),
    ] {
        let project = Project::empty(bare());
        project.write("limbeck.toml", &format!("{settings}\nurl = \"sqlite://dev.db\"\n"));
        files.iter().for_each(|file| project.write(file, ""));
        let before = project.files("");
        for arguments in [&["check"][..], &["migrate", "-m", "x"]] {
            let said = project.run(arguments).exits(2);
            assert!(said.stderr.contains(&format!("error: {error}")), "{name}: no `{error}`\n{said}");
            assert!(said.stderr.contains("hint: name their folder") || name.starts_with("a pattern"), "{name}\n{said}");
        }
        assert_eq!(project.files(""), before, "{name}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let project = with_entities("");
    project.run(&["check", "--entities", "nowhere"]).refuses("nowhere", "").says("No such file");
}
