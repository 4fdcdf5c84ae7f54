use std::{
    fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use super::{make, settings};

/// A project in a temporary folder, which goes with it.
struct Project(PathBuf);

impl Project {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("limbeck-build-{}-{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let project = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(project.0.join("out")).expect("a temporary folder can be made");
        project
    }

    fn file(self, path: &str, text: &str) -> Self {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
        self
    }

    fn manifest(&self) -> PathBuf {
        self.0.join("migrations")
    }

    fn make(&self) -> Result<(String, Vec<PathBuf>), Vec<String>> {
        let out = self.0.join("out");
        let watched = make(&self.manifest(), &out)
            .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        Ok((fs::read_to_string(out.join("revisions.rs")).expect("it was written"), watched))
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        // What is left over is in a temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

const REVISION: &str = "//! the \"first\"\n//!\n//! Created 2026-11-22 10:14:03 UTC\n\npub const REVISION: () = ();\n";

#[test]
fn revisions_are_listed_by_name() {
    let project = Project::new()
        .file("limbeck.toml", "dialects = []\nurl = \"postgres://u:secret@h/d\"\nscratch_url = \"mysql://u:secret@h/d\"\nignore = [\"url\"]\n")
        .file("migrations/src/versions/m2_b.rs", "const REVISION")
        .file("migrations/src/versions/m1_a.rs", REVISION)
        .file("migrations/src/versions/.#m1_a.rs", "lock")
        .file("migrations/src/versions/.gitkeep", "")
        .file("migrations/src/versions/notes.md", "")
        .file("migrations/src/versions/folder.rs/inside", "");
    let (text, watched) = project.make().expect("nothing is wrong");
    let folder = project.manifest().join("src/versions");
    let (first, second) = (folder.join("m1_a.rs"), folder.join("m2_b.rs"));
    assert_eq!(watched, [folder, project.0.join("limbeck.toml"), first.clone(), second]);
    assert_eq!(text.matches("pub mod ").count(), 2, "{text}");
    assert!(text.contains(&format!("#[path = {first:?}]")), "{text}");
    let entries = [
        r#"::limbeck::Entry { revision: &m1_a::REVISION, file: "m1_a", message: "the \"first\"", created: "2026-11-22 10:14:03 UTC" }"#,
        r#"::limbeck::Entry { revision: &m2_b::REVISION, file: "m2_b", message: "", created: "" }"#,
    ];
    let places = entries.map(|entry| text.find(entry));
    assert!(places[0].is_some() && places[0] < places[1], "{text}");
    assert!(text.contains(r#"new(ENTRIES, "dialects = []\n\n\nignore = [\"url\"]\n")"#), "{text}");
}

#[test]
fn a_crate_without_revisions_or_settings_compiles_too() {
    let project = Project::new();
    let (text, watched) = project.make().expect("nothing is wrong");
    assert!(text.contains("&[\n    ];\n    ::limbeck::Migrations::new(ENTRIES, \"\")"), "{text}");
    assert_eq!(watched, [project.manifest().join("src/versions"), project.manifest().join("limbeck.toml")]);
}

#[test]
fn an_unchanged_text_is_not_written_again() {
    let project = Project::new().file("migrations/src/versions/m1_a.rs", REVISION);
    let path = project.0.join("out/revisions.rs");
    project.make().expect("nothing is wrong");
    let file = fs::File::options().write(true).open(&path).expect("it was written");
    let long_ago = std::time::SystemTime::UNIX_EPOCH;
    file.set_modified(long_ago).expect("a file's time can be set");
    project.make().expect("nothing is wrong");
    let time = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).expect("a file has a time");
    assert_eq!(time(&path), long_ago);
}

#[test]
fn the_nearest_settings_are_taken() {
    let project = Project::new().file("limbeck.toml", "").file("migrations/limbeck.toml", "");
    assert_eq!(settings(&project.manifest()), Some(project.manifest().join("limbeck.toml")));
}

#[test]
fn every_problem_is_told_with_its_file_and_the_way_out() {
    let project = Project::new()
        .file("migrations/src/versions/1-a.rs", REVISION)
        .file("migrations/src/versions/m1_a.rs", "fn upgrade() {}")
        .file("migrations/src/versions/mod.rs", REVISION);
    let problems = project.make().expect_err("three files are wrong");
    let folder = project.manifest().join("src/versions");
    for (problem, (file, way)) in problems.iter().zip([
        ("1-a.rs", "rename it"),
        ("m1_a.rs", "write `pub const REVISION"),
        ("mod.rs", "rename it"),
    ]) {
        assert!(problem.starts_with(&format!("{}: ", folder.join(file).display())), "{problem}");
        assert!(problem.contains(way) && !problem.contains('\n'), "{problem}");
    }
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert!(!project.0.join("out/revisions.rs").exists());
}
