//! Where a project that stands has its entities.

use std::{collections::BTreeSet, fs, path::Path};

/// How deep entities are looked for, in folders.
const DEEPEST: usize = 8;

/// The folders below `folder` with files that have SeaORM entities in them, as `limbeck.toml` writes them: sorted, without those that are below another. What
/// can't be read is passed over: it is a guess that a person looks through.
pub(super) fn entity_folders(folder: &Path) -> Vec<String> {
    let mut found = BTreeSet::new();
    walk(folder, folder, 0, &mut found);
    let is_below = |path: &String| found.iter().any(|other| path.starts_with(&format!("{other}/")));
    found.iter().filter(|path| !is_below(path)).cloned().collect()
}

fn walk(top: &Path, folder: &Path, depth: usize, found: &mut BTreeSet<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && !path.is_symlink() {
            let is_passed = name.starts_with('.') || ["target", "node_modules", "migrations"].contains(&&*name);
            if !is_passed && depth < DEEPEST {
                walk(top, &path, depth + 1, found);
            }
        } else if name.ends_with(".rs") && has_entity(&path) {
            let parent = folder.strip_prefix(top).unwrap_or(folder);
            let parts: Vec<_> = parent.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            found.insert(if parts.is_empty() { ".".to_owned() } else { parts.join("/") });
        }
    }
}

fn has_entity(path: &Path) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.contains("DeriveEntityModel") || text.contains("#[sea_orm::model]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_with_entities_are_found() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("its folder");
            fs::write(path, text).expect("a file");
        };
        assert!(entity_folders(folder.path()).is_empty());
        write("app/src/main.rs", "fn main() {}");
        write("app/src/model/user.rs", "#[derive(DeriveEntityModel)]");
        write("app/src/model/shop/order.rs", "#[derive(DeriveEntityModel)]");
        write("target/debug/x.rs", "#[derive(DeriveEntityModel)]");
        write("zoo/entity.rs", "#[sea_orm::model]\nstruct Model;");
        assert_eq!(entity_folders(folder.path()), ["app/src/model", "zoo"]);
    }
}
