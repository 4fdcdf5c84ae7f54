//! Names that change: stated, asked for, refused.

use serde_json::json;

use super::{
    program::Project,
    workspace::{copy, here, revised},
};

/// A project that is up to date and whose column `city` is called `city_name` in the entities, and may be NULL.
fn renamed() -> Project {
    let project = Project::empty(revised());
    project.write("limbeck.toml", "entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\n");
    copy(&here("houses"), &project.folder.join("entities"));
    project.run(&["upgrade"]).exits(0);
    project.edit("entities/houses.rs", "pub city: String", "pub city_name: Option<String>");
    project
}

const QUESTION: &str = "the column city of houses goes: is it now the column city_name of houses?";

#[test]
fn nothing_is_written_while_a_question_is_open() {
    let project = renamed();
    let said = project.run(&["migrate", "-m", "x"]);
    let said =
        said.refuses("1 question is open", "a rename that is taken for a drop loses data: pass one flag for each");
    drop(said.says(QUESTION).says("  --rename houses.city=city_name").says("  --drop houses.city"));
    assert!(!project.folder.join("migrations").exists());
}

#[test]
fn a_question_is_reported_beside_the_drop_and_the_add() {
    let project = renamed();
    for command in [&["check"][..], &["migrate", "--dry-run", "-m", "x"]] {
        let said = project.run(command);
        drop(said.says(&format!("question: {QUESTION}")).says("houses.city  ").says("houses.city_name  "));
    }
    let object = project.run(&["check", "--format", "json"]).exits(1).json();
    let expected = json!([{
        "kind": "column", "schema": null, "table": "houses", "name": "city", "renames": ["city_name"],
        "flags": ["--rename houses.city=city_name", "--drop houses.city"],
    }]);
    assert_eq!(object["questions"], expected);
}

#[test]
fn flags_answer_the_question() {
    for (flags, expected) in [
        (&["--rename", "houses.city=city_name"][..], "op.rename_column(\"houses\", \"city\", \"city_name\")"),
        (&["--drop", "houses.city"], "op.drop_column(\"houses\", \"city\")"),
        (&["--no-renames"], "op.drop_column(\"houses\", \"city\")"),
    ] {
        let project = renamed();
        let shown = project.run(&[&["check", "--format", "json"], flags].concat()).exits(1).json();
        assert_eq!(shown["questions"], json!([]), "{flags:?}");
        let dry = project
            .run(&[&["migrate", "-m", "x", "--dry-run", "--no-proof", "--format", "json"], flags].concat())
            .exits(0)
            .json();
        let source = dry["revision"]["source"].as_str().expect("the text");
        assert!(source.contains(expected), "{flags:?}: {source}");
    }
}

#[test]
fn a_flag_that_does_not_fit_says_what_is_there() {
    let project = renamed();
    for (flags, expected) in [
        (["--rename", "houses.town=city_name"], "there is no column town of houses; there are `id`, `name`, `city`"),
        (
            ["--rename", "houses.city=town"],
            "no entity has the column town of houses; there are `id`, `name`, `city_name`",
        ),
        (["--rename", "houses.name=city_name"], "the entities still have the column name of houses"),
        (["--drop", "houses.name"], "the entities still have the column name of houses"),
        (["--rename", "houses.city"], "write it as `previous=next`"),
    ] {
        for command in ["check", "migrate"] {
            project.run(&[command, flags[0], flags[1]]).exits(2).says(expected);
        }
    }
    assert!(!project.folder.join("migrations").exists());
}
