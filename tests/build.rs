//! Writes one test for each case folder and server, so that a case is two files and nothing else.

use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=cases");
    let mut names = Vec::new();
    for entry in fs::read_dir("cases")? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|name| format!("{} is no module's name", name.display()))?;
        if entry.file_type()?.is_dir() {
            names.push(name);
        }
    }
    names.sort();
    let mut text = format!("/// The case folders.\npub const NAMES: [&str; {}] = {names:?};\n", names.len());
    for (number, name) in names.iter().enumerate() {
        writeln!(text, "mod {name} {{")?;
        writeln!(text, "    #[test]\n    fn snapshots() {{ super::super::snapshots::compare({number}) }}")?;
        // A case of what only some databases have says for which it is.
        let declared = fs::read_to_string(Path::new("cases").join(name).join("dialects.txt")).ok();
        let servers = [("sqlite", "Sqlite"), ("postgres", "Postgres"), ("mariadb", "MariaDb")];
        let is_declared =
            |test: &str| declared.as_ref().is_none_or(|list| list.lines().any(|line| line.trim() == test));
        for (test, dialect) in servers.into_iter().filter(|(test, _)| is_declared(test)) {
            writeln!(
                text,
                "    #[test]\n    fn {test}() {{ super::super::go_round::<{number}>(limbeck_schema::Dialect::{dialect}) }}"
            )?;
        }
        writeln!(text, "}}")?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("cases.rs"), text)?;
    Ok(())
}
