//! Finding files on the disk.

use std::{
    fs,
    path::{Path, PathBuf},
};

use limbeck_entity::{ReadError, Sources, read};

use crate::entity;

/// A folder of this test's own, empty at the beginning and gone at the end.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("limbeck-entity-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).expect("a folder");
        fs::write(&path, text).expect("a file");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn sources(paths: &[&Path]) -> Sources {
    Sources { paths: paths.iter().map(|path| path.to_path_buf()).collect(), ..Sources::default() }
}

#[test]
fn folders_are_searched_and_files_are_taken_once() {
    let folder = Folder::new("search");
    let id = "#[sea_orm(primary_key)] pub id: i32,";
    folder.write("src/lib.rs", "pub mod a; pub mod deep;");
    let a = folder.write("src/a.rs", entity("a", id, ""));
    folder.write("src/deep/very/b.rs", entity("b", id, ""));
    folder.write("src/target/mod.rs", entity("c", id, ""));
    folder.write("target/CACHEDIR.TAG", "");
    folder.write("target/debug/d.rs", entity("d", id, ""));
    folder.write(".git/e.rs", entity("e", id, ""));
    folder.write("src/notes.txt", "fn");
    for (paths, tables, files) in
        [(vec![folder.0.as_path()], "a b c", 4), (vec![&a], "a", 1), (vec![folder.0.as_path(), &a], "a b c", 4)]
    {
        let entities = read(&sources(&paths)).expect("entities");
        let names: Vec<_> = entities.schema.tables.keys().map(|name| name.name.as_str()).collect();
        assert_eq!((names.join(" ").as_str(), entities.files), (tables, files), "{paths:?}");
    }
}

#[test]
fn what_cannot_be_read_is_an_error_that_names_it() {
    let folder = Folder::new("errors");
    folder.write("empty/readme.md", "");
    let binary = folder.write("binary.rs", [0xff, 0xfe, 0x00]);
    for (path, expected) in [
        (folder.0.join("gone"), "cannot read"),
        (binary, "cannot read"),
        (folder.0.join("empty"), "there is no `.rs` file in"),
    ] {
        let error = read(&sources(&[&path])).expect_err("an error");
        let text = error.to_string();
        assert!(text.starts_with(expected) && text.contains(&*path.to_string_lossy()), "{text}");
        assert!(!matches!(error, ReadError::Problems(_)), "{text}");
    }
    assert!(matches!(read(&Sources::default()), Err(ReadError::NoSources { .. })));
}

#[test]
fn many_files_are_read_in_their_order_whatever_the_threads_do() {
    let folder = Folder::new("many");
    for number in 0..60 {
        let field = format!("#[sea_orm(primary_key)] pub id: i32, #[sea_orm(extra = \"X{number}\")] pub x: i32,");
        folder.write(&format!("t{number:02}.rs"), entity(&format!("t{number:02}"), &field, ""));
    }
    let texts: Vec<_> = (0..3).map(|_| read(&sources(&[&folder.0])).expect_err("errors").to_string()).collect();
    assert!(texts.iter().all(|text| *text == texts[0]));
    assert_eq!(texts[0].lines().filter(|line| line.starts_with("error")).count(), 60);
}
