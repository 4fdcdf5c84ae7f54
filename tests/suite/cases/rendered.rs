//! All rendered revisions, and all entities of the cases, compile in one crate; what the revisions record is what was rendered.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Map, Value, json};

use super::{
    NAMES,
    load::{Case, case},
};

#[test]
fn rendered_revisions_compile_and_record_what_was_rendered() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rendered");
    write_crate(&folder);
    let output = cargo(&folder).output().expect("cargo");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the rendered files do not compile, in {}\n{errors}", folder.display());
    let recorded: Map<String, Value> = serde_json::from_slice(&output.stdout).expect("JSON from the crate");
    let mut wrong = Vec::new();
    for case in (0..NAMES.len()).map(case) {
        for (revision, plan) in [("first", &case.first), ("second", &case.second)] {
            let expected = json!([plan.upgrade, plan.downgrade]);
            if recorded[case.name][revision] != expected {
                wrong.push(format!("{} {revision}:\n{expected}\n{}", case.name, recorded[case.name][revision]));
            }
        }
    }
    assert!(wrong.is_empty(), "these revisions record something else than was rendered\n{}", wrong.join("\n"));
}

/// Cargo in the crate, with the workspace's target folder, where most of what it needs is built already.
fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--offline", "--manifest-path"]).arg(folder.join("Cargo.toml"));
    command.env("CARGO_TARGET_DIR", target());
    // What the tests were started with is none of the crate's business.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PKG") || name == "CARGO_MANIFEST_DIR" {
            command.env_remove(name);
        }
    }
    command
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder").to_owned()
}

fn write_crate(folder: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    write(&folder.join("Cargo.toml"), &manifest(root));
    let lock = fs::read_to_string(root.join("Cargo.lock")).expect("Cargo.lock");
    write(&folder.join("Cargo.lock"), &lock);
    let mut modules = String::new();
    let mut prints = String::new();
    for case in (0..NAMES.len()).map(case) {
        for (revision, plan) in [("first", &case.first), ("second", &case.second)] {
            write(&folder.join("src").join(case.name).join(format!("{revision}.rs")), &plan.text);
        }
        modules += &of_case(case);
        let name = case.name;
        writeln!(prints, "    all.insert(\"{name}\", [(\"first\", both({name}::first::REVISION)), (\"second\", both({name}::second::REVISION))].into());")
            .expect("text");
    }
    let main = format!(
        "{HEAD}{modules}\nfn main() {{\n    let mut all = BTreeMap::<_, BTreeMap<_, _>>::new();\n{prints}    println!(\"{{}}\", serde_json::to_string(&all).expect(\"JSON\"));\n}}\n"
    );
    write(&folder.join("src/main.rs"), &main);
}

const HEAD: &str = "#![allow(dead_code)]

use std::collections::BTreeMap;

use limbeck::{Revision, Step};

fn both(revision: Revision) -> [Vec<Step>; 2] {
    [revision.upgrade(), revision.downgrade()]
}

";

/// The case's modules: its revisions and its entities.
fn of_case(case: &Case) -> String {
    let mut text = format!("mod {} {{\n", case.name);
    for revision in ["first", "second"] {
        writeln!(text, "    pub mod {revision};").expect("text");
    }
    for side in ["before", "after"] {
        let file = case.folder.join(side).with_extension("rs");
        if file.exists() {
            writeln!(text, "    #[path = {:?}]\n    mod {side};", file.display().to_string()).expect("text");
        }
    }
    text + "}\n"
}

fn manifest(root: &Path) -> String {
    let root = root.display();
    format!(
        r#"[package]
name = "rendered"
version = "0.0.0"
edition = "2024"

[dependencies]
limbeck = {{ path = "{root}/crates/limbeck", default-features = false }}
limbeck-derive = {{ path = "{root}/crates/derive" }}
sea-orm = {{ version = "2.0", default-features = false, features = ["macros", "with-chrono", "with-json", "with-rust_decimal", "with-uuid", "postgres-array"] }}
serde_json = "1"

[profile.dev]
debug = "line-tables-only"

[workspace]
"#
    )
}

/// Writes a file, unless it says the same already: cargo goes by times.
fn write(file: &Path, text: &str) {
    if fs::read_to_string(file).is_ok_and(|known| known == text) {
        return;
    }
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder of the crate");
    fs::write(file, text).unwrap_or_else(|error| panic!("cannot write {}: {error}", file.display()));
}
