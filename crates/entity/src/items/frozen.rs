//! Entities that migrations keep as they were: copies of an older schema, which must not be taken for today's.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

/// The files that stand in a folder of migrations below the folder that all files share; a project whose entities all stand there means them.
pub(super) fn find(files: &[PathBuf]) -> HashSet<usize> {
    let shared = shared_folder(files);
    let is_frozen = |file: &Path| {
        let below = file.strip_prefix(&shared).unwrap_or(file);
        below.components().any(|component| is_of_migrations(&component.as_os_str().to_string_lossy()))
    };
    files.iter().enumerate().filter(|(_, file)| is_frozen(file)).map(|(at, _)| at).collect()
}

/// `migration`, `migrations`, or the name of one in SeaORM's habit: `m20260131_120000_users`.
fn is_of_migrations(name: &str) -> bool {
    if matches!(name, "migration" | "migrations") {
        return true;
    }
    let digits = |text: Option<&str>| text.is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    name.starts_with('m') && digits(name.get(1..9)) && name.get(9..10) == Some("_") && digits(name.get(10..16))
}

fn shared_folder(files: &[PathBuf]) -> PathBuf {
    let mut folders = files.iter().filter_map(|file| file.parent());
    let Some(first) = folders.next() else { return PathBuf::new() };
    folders.fold(first.to_owned(), |shared, folder| {
        shared.ancestors().find(|ancestor| folder.starts_with(ancestor)).unwrap_or(Path::new("")).to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_in_migrations_are_frozen_unless_all_entities_stand_there() {
        for (files, frozen) in [
            (vec!["src/user.rs", "migration/src/user.rs"], vec![1]),
            (vec!["a/src/user.rs", "a/src/migrations/m1/user.rs", "a/src/order.rs"], vec![1]),
            (vec!["src/user.rs", "src/m20260131_120000_users/user.rs"], vec![1]),
            (vec!["src/user.rs", "src/m20260131_120000_users.rs"], vec![1]),
            (vec!["migration/src/user.rs", "migration/src/order.rs"], vec![]),
            (vec!["src/migrator.rs", "src/m2026_users.rs", "src/é20260131_120000.rs"], vec![]),
        ] {
            let paths: Vec<_> = files.iter().map(PathBuf::from).collect();
            assert_eq!(find(&paths), frozen.into_iter().collect(), "{files:?}");
        }
    }
}
