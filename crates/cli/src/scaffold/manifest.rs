//! What manifests get: members of the workspace, the alias, an `xtask`'s second program. All else in them stays as it is.

use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value};

use crate::project::push_to_list;

const MEMBERS: [&str; 2] = ["migrations", "xtask"];

fn parsed(text: &str) -> Result<DocumentMut, String> {
    text.parse().map_err(|error: toml_edit::TomlError| error.to_string())
}

fn table<'a>(parent: &'a mut Table, key: &str) -> Result<&'a mut Table, String> {
    let item = parent.entry(key).or_insert_with(|| Item::Table(Table::new()));
    item.as_table_mut().ok_or_else(|| format!("`{key}` is no table"))
}

/// A workspace's manifest, or that of a package, with `migrations` and `xtask` among the members, unless a pattern of it has them.
pub(super) fn with_members(text: &str) -> Result<String, String> {
    let mut document = parsed(text)?;
    let workspace = table(document.as_table_mut(), "workspace")?;
    let members = workspace.entry("members").or_insert_with(|| Item::Value(Value::Array(Array::new())));
    let members = members.as_array_mut().ok_or("`workspace.members` is no list")?;
    for member in MEMBERS {
        let has = |pattern: &str| {
            glob::Pattern::new(pattern.trim_start_matches("./")).is_ok_and(|pattern| pattern.matches(member))
        };
        if !members.iter().filter_map(Value::as_str).any(has) {
            push_to_list(members, member);
        }
    }
    Ok(document.to_string())
}

/// Cargo's configuration with the alias, unless there is one of this name.
pub(super) fn with_alias(text: &str, (name, command): (&str, &str)) -> Result<String, String> {
    let mut document = parsed(text)?;
    let alias = table(document.as_table_mut(), "alias")?;
    if !alias.contains_key(name) {
        alias.insert(name, Item::Value(command.into()));
    }
    Ok(document.to_string())
}

/// The manifest of an `xtask` that stood before, with the dependencies of a second program, and `only`, which was its only one, as what `cargo run` means. `cli` is
/// the right side of the dependency.
pub(super) fn with_limbeck(text: &str, cli: &str, only: Option<&str>) -> Result<String, String> {
    let mut document = parsed(text)?;
    let package = table(document.as_table_mut(), "package")?;
    if let Some(only) = only {
        package.entry("default-run").or_insert_with(|| Item::Value(only.into()));
    }
    let dependencies = table(document.as_table_mut(), "dependencies")?;
    if !dependencies.contains_key("limbeck-cli") {
        let value: Value = cli.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
        dependencies.insert("limbeck-cli", Item::Value(value));
    }
    if !dependencies.contains_key("migrations") {
        let mut path = InlineTable::new();
        path.insert("path", "../migrations".into());
        dependencies.insert("migrations", Item::Value(Value::InlineTable(path)));
    }
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_added_where_no_pattern_has_them() {
        for (name, text, expected) in [
            ("nothing", "", "[workspace]\nmembers = [\"migrations\", \"xtask\"]\n"),
            (
                "a package",
                "[package]\nname = \"app\" # mine\n",
                "[package]\nname = \"app\" # mine\n\n[workspace]\nmembers = [\"migrations\", \"xtask\"]\n",
            ),
            (
                "lines",
                "[workspace]\nmembers = [\n    \"app\", # the app\n    \"xtask\",\n]\n",
                "[workspace]\nmembers = [\n    \"app\", # the app\n    \"xtask\",\n    \"migrations\",\n]\n",
            ),
            ("a pattern", "[workspace]\nmembers = [\"*\"]\n", "[workspace]\nmembers = [\"*\"]\n"),
            (
                "a pattern of others",
                "[workspace]\nmembers = [\"crates/*\"]\n",
                "[workspace]\nmembers = [\"crates/*\", \"migrations\", \"xtask\"]\n",
            ),
        ] {
            assert_eq!(with_members(text).as_deref(), Ok(expected), "{name}");
            assert_eq!(with_members(expected).as_deref(), Ok(expected), "{name}, again");
        }
        assert!(with_members("[workspace").is_err() && with_members("workspace = 1").is_err());
    }

    #[test]
    fn an_alias_is_added_once() {
        let alias = ("xtask", "run --");
        let text = "[build]\njobs = 2\n";
        let expected = "[build]\njobs = 2\n\n[alias]\nxtask = \"run --\"\n";
        assert_eq!(with_alias(text, alias).as_deref(), Ok(expected));
        assert_eq!(with_alias(expected, alias).as_deref(), Ok(expected));
        assert_eq!(with_alias("[alias]\nxtask = 'own'\n", alias).as_deref(), Ok("[alias]\nxtask = 'own'\n"));
    }

    #[test]
    fn an_xtask_gets_a_second_program() {
        let text = "[package]\nname = \"xtask\"\n\n[dependencies]\nanyhow = \"1\"\n";
        let expected = "[package]\nname = \"xtask\"\ndefault-run = \"xtask\"\n\n[dependencies]\nanyhow = \"1\"\n\
                        limbeck-cli = { version = \"0.1.0\" }\nmigrations = { path = \"../migrations\" }\n";
        assert_eq!(with_limbeck(text, "{ version = \"0.1.0\" }", Some("xtask")).as_deref(), Ok(expected));
        let several = with_limbeck(text, "{ version = \"0.1.0\" }", None);
        assert!(several.is_ok_and(|text| !text.contains("default-run")));
        assert_eq!(with_limbeck(expected, "{ version = \"0.2.0\" }", Some("other")).as_deref(), Ok(expected));
    }
}
