//! `limbeck.toml`, `.env`, `DATABASE_URL` and the flags.

use super::{
    program::Project,
    workspace::{bare, copy, here, limbeck, revised},
};

#[test]
fn a_mistake_in_the_configuration_is_named_with_its_place() {
    let project = Project::empty(bare());
    for (text, place, reason) in [
        ("entities = []\nurll = \"sqlite://dev.db\"\n", "limbeck.toml:2:1: ", "unknown field `urll`"),
        ("dialects = [\"sqlite\", \"oracle\"]\n", "limbeck.toml:1:23: ", "unknown variant `oracle`"),
        ("entities = \"src\"\n", "limbeck.toml:1:12: ", "expected a sequence"),
        ("[types]\n\"crate::Money\" = 4\n", "limbeck.toml:2:18: ", "expected a string"),
        ("entities = [\n", "limbeck.toml:1:13: ", "unclosed array"),
    ] {
        project.write("limbeck.toml", text);
        for arguments in [&["check"][..], &["migrate", "-m", "x"], &["upgrade"], &["current"]] {
            project.run(arguments).refuses(place, "").says(reason);
        }
    }
    assert_eq!(project.files(""), ["limbeck.toml"]);
    project.run(&["check", "--config", "other.toml"]).refuses("other.toml", "").says("No such file");
}

#[test]
fn the_flag_comes_before_the_environment_before_env_before_the_file() {
    let project = Project::empty(bare());
    let says = |project: &Project, arguments: &[&str], expected: &str| {
        project.run(&[&["current"], arguments].concat()).exits(0).says(expected);
    };
    let at = |folder: &str, file: &str| {
        format!("database: sqlite://{} (from ", project.folder.join(folder).join(file).display())
    };
    project.write("limbeck.toml", "url = \"sqlite://file.db\"\n");
    says(&project, &[], &format!("{}limbeck.toml)", at("", "file.db")));
    project.write(".env", "OTHER=1\nDATABASE_URL=\"sqlite://env.db\"\n");
    says(&project, &[], &format!("{}.env)", at("", "env.db")));
    let variable = project.at("sqlite://variable.db");
    says(&variable, &[], &format!("{}DATABASE_URL)", at("", "variable.db")));
    says(&variable, &["--url", "sqlite://flag.db"], &format!("{}--url)", at("", "flag.db")));
    says(&project.at(""), &[], &format!("{}.env)", at("", "env.db")));

    // From a folder below, each path is relative to where it stands.
    let below = project.within("src/deep");
    says(&below, &[], &format!("{}.env)", at("", "env.db")));
    says(&below, &["--url", "sqlite://flag.db"], &format!("{}--url)", at("src/deep", "flag.db")));
    project.write("other/limbeck.toml", "url = \"sqlite://file.db\"\n");
    says(&below, &["--config", "../../other/limbeck.toml"], "other/file.db (from limbeck.toml)");
}

#[test]
fn an_env_that_is_a_folder_or_not_understood_leads_nowhere_else() {
    let project = Project::empty(bare());
    project.write("limbeck.toml", "url = \"sqlite://file.db\"\n");
    project.write(".env/bin/python", "");
    project.run(&["current"]).exits(0).says("file.db (from limbeck.toml)");
    let project = Project::empty(bare());
    project.write("limbeck.toml", "url = \"sqlite://file.db\"\n");
    project.write(".env", "OTHER=1\nDATABASE_URL=postgres://me:secret@staging/app --quick\n");
    project.run(&["current"]).refuses("/.env:2: is no `NAME=value`", "stands in quotes").hides("secret");
    project.run(&["current", "--url", "sqlite://flag.db"]).exits(0).says("flag.db (from --url)");
}

#[test]
fn a_folder_may_have_any_name() {
    let project = Project::empty(revised()).within("a [b] %41 ?#ü*");
    project.write("limbeck.toml", "entities = [\"entities\"]\nurl = \"sqlite://my%20dev.db\"\n");
    copy(&here("houses"), &project.folder.join("entities"));
    project.run(&["upgrade"]).exits(0);
    assert!(project.folder.join("my dev.db").exists());
    project.run(&["check"]).exits(0).says("No difference.");
}

#[test]
fn folders_of_entities_are_named_by_flags_too() {
    let project = Project::empty(bare());
    project.write("limbeck.toml", "entities = [\"nowhere\"]\nurl = \"sqlite://dev.db\"\n");
    copy(&here("houses"), &project.folder.join("one/entities"));
    project.write("two/users.rs", "use sea_orm::entity::prelude::*;\n\n#[derive(Clone, Debug, DeriveEntityModel)]\n#[sea_orm(table_name = \"users\")]\npub struct Model {\n    #[sea_orm(primary_key)]\n    pub id: i32,\n}\n");
    let said = project.within("one").run(&["check", "--entities", "entities", "--entities", "../two"]).exits(1);
    let said = said.says("4 entities in 5 files");
    assert!(said.stdout.contains("+ users  table (id)") && said.stdout.contains("+ houses  table"), "{said}");
    assert!(!project.folder.join("dev.db").exists());
}

#[test]
fn what_the_configuration_leaves_out_is_not_read() {
    let project = Project::empty(bare());
    copy(&here("houses"), &project.folder.join("entities"));
    project.write("entities/old/broken.rs", "}");
    for (patterns, status, expected) in [
        ("[\"entities\"]", 2, "error: 1 problem in the entities"),
        ("[\"entities\", \"!entities/old\"]", 1, "3 entities in 4 files (entities, !entities/old)"),
        ("[\"entities\", \"!**/broken.rs\", \"!entities/l*\"]", 1, "2 entities in 3 files"),
        ("[\"entities\", \"!entities\"]", 2, "error: no entities in entities, !entities"),
        ("[\"!entities/old\"]", 2, "error: no entities in !entities/old"),
        ("[\"entities\", \"!***\"]", 2, "error: entity folders `!***` in "),
    ] {
        project.write("limbeck.toml", &format!("entities = {patterns}\nurl = \"sqlite://dev.db\"\n"));
        project.run(&["check"]).exits(status).says(expected);
    }
    // What is named by a flag is named.
    project.run(&["check", "--entities", "entities/old"]).refuses("1 problem in the entities", "");
}

#[test]
fn a_type_that_is_none_is_named_with_its_place() {
    let project = Project::empty(bare());
    project.write(
        "limbeck.toml",
        "entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\n\n[types]\n\"crate::Money\" = \"lots\"\n",
    );
    copy(&here("houses"), &project.folder.join("entities"));
    project.run(&["check"]).refuses("limbeck.toml:5:2: `lots`, which `[types]` states for `crate::Money`", "decimal");
}

#[test]
fn flags_of_cargo_are_taken_where_entities_are_read() {
    let project = Project::empty(bare());
    project.write("limbeck.toml", "entities = [\"entities\"]\nurl = \"sqlite://dev.db\"\n");
    copy(&here("houses"), &project.folder.join("entities"));
    for flags in [
        &["--features", "a,b", "--features", "c d/e"][..],
        &["--all-features"],
        &["--no-default-features", "--features", "a", "--deny-warnings"],
    ] {
        project.run(&[&["check"], flags].concat()).exits(1).says("+ houses  table");
        project.run(&[&["migrate", "-m", "x", "--dry-run"], flags].concat()).exits(0).says("+ houses  table");
        project.run(&[&["entities"], flags].concat()).exits(0).says("3 entities");
    }
}

#[test]
fn a_project_is_laid_out_and_what_stands_is_kept() {
    let project = Project::empty(bare());
    project.write("limbeck.toml", "# mine\n");
    let said = project.run(&["init", ".", "--source", "/somewhere/limbeck"]).exits(0).says("kept    ./limbeck.toml");
    assert_eq!(said.stdout.matches("new ").count(), 8, "{said}");
    let manifest = std::fs::read_to_string(project.folder.join("xtask/Cargo.toml")).expect("a manifest");
    assert!(manifest.contains("path = \"/somewhere/limbeck/crates/cli\""), "{manifest}");
    let before = project.files("");
    project.run(&["init"]).exits(0).says("kept").hides("new ");
    assert_eq!(project.files(""), before);
    project.run(&["init", "limbeck.toml"]).refuses("cannot write", "");
}

#[test]
fn what_is_no_command_is_said_with_the_usage() {
    let project = Project::empty(bare());
    for (arguments, expected) in [
        (&["chekc"][..], "a similar subcommand exists: 'check'"),
        (&["check", "--formt", "json"], "a similar argument exists: '--format'"),
        (&["show", "--url"], "a value is required for '--url <URL>'"),
        (&["upgrade", "--lock-wait", "soon"], "invalid value 'soon' for '--lock-wait <SECONDS>'"),
        (&[], "Usage: cargo xtask"),
    ] {
        let said = project.run(arguments).exits(2);
        assert!(said.stderr.contains(expected), "no `{expected}`:\n{said}");
    }
    project.run(&["--help"]).exits(0).says("Usage: cargo xtask");
    let binary = Project::empty(limbeck());
    binary.run(&["--help"]).exits(0).says("Usage: limbeck").hides("cargo xtask");
    binary.with("CARGO_MANIFEST_DIR", "/ws/xtask").run(&["--help"]).exits(0).says("Usage: cargo limbeck");
    binary.run(&["completions", "bash"]).exits(0).says("complete -F _limbeck ").hides("xtask");
    binary.run(&["rebase"]).refuses("nothing can be moved", "`limbeck rebase <mine>");
    project.run(&["--version"]).exits(0).says(env!("CARGO_PKG_VERSION"));
    project.run(&["completions", "bash"]).exits(0).says("migrate");
}
