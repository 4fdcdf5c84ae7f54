//! What the documents say of tests: each row of the table beside Alembic names one that is there.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the folder that tests stands in").to_owned()
}

/// The names of all functions with `#[test]` or `#[tokio::test]` above them, in the sources below `folder`.
fn tests(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            tests(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            let lines: Vec<&str> = text.lines().map(str::trim).collect();
            for pair in lines.windows(2).filter(|pair| pair[0].starts_with("#[") && pair[0].contains("test")) {
                let name = pair[1].trim_start_matches("async ").strip_prefix("fn ");
                found.extend(name.and_then(|rest| rest.split('(').next()).map(str::to_owned));
            }
        }
    }
}

#[test]
fn each_row_beside_alembic_has_its_test() {
    let mut known = BTreeSet::new();
    for folder in ["tests/suite", "crates/limbeck", "crates/cli/src"] {
        tests(&root().join(folder), &mut known);
    }
    assert!(known.contains("each_row_beside_alembic_has_its_test"));
    let text = fs::read_to_string(root().join("crates/cli/ALEMBIC.md")).expect("the table");
    let rows = text.lines().filter(|line| {
        line.starts_with("| ")
            && !line.starts_with("| theirs")
            && !line.starts_with("| form")
            && !line.starts_with("| command |")
    });
    let mut named = 0;
    for row in rows {
        let last = row.trim_end_matches('|').rsplit('|').next().unwrap_or_default().trim();
        // What has no place here has no test.
        if last.is_empty() {
            assert!(row.contains("| – |"), "the row has no test: {row}");
            continue;
        }
        let name = last.trim_matches('`');
        assert!(known.contains(name), "no test is called `{name}`: {row}");
        named += 1;
    }
    assert!(named > 25, "{named} rows name a test");
}
