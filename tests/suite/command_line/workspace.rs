//! Workspaces that a test lays out and compiles.

use std::{
    ffi::OsStr,
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use limbeck_cli::scaffold::{Source, lay_out};
use limbeck_schema::Dialect;

use super::program::Project;

/// A workspace as `limbeck init` lays it out, in a folder that stays the same from run to run, so that cargo has the same work each time and leaves
/// nothing behind.
pub struct Workspace {
    project: Project,
    /// Another process of this suite waits until this one is done with the folder.
    _lock: File,
}

impl Workspace {
    /// Lays out `target/tmp/command_line/NAME` anew. Its program is not there before [`Self::build`].
    pub fn new(name: &str) -> Self {
        let workspace = Self::empty(name);
        lay_out(&workspace.project.folder, &Source::Checkout(root())).expect("a workspace");
        workspace
    }

    /// The same without what is laid out.
    pub fn empty(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command_line").join(name);
        fs::create_dir_all(&folder).expect("a folder for the workspace");
        let lock = File::create(folder.with_extension("lock")).expect("a lock file");
        lock.lock().expect("the lock of the workspace");
        for entry in fs::read_dir(&folder).expect("the workspace's folder") {
            let path = entry.expect("an entry of it").path();
            let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            removed.unwrap_or_else(|error| panic!("cannot remove {}: {error}", path.display()));
        }
        // Versions that are here already, and the style that transcripts are written in.
        for name in ["Cargo.lock", "rustfmt.toml"] {
            fs::copy(root().join(name), folder.join(name)).expect("a copy");
        }
        let program = folder.join("target/debug/xtask");
        Self { project: Project::new(folder, program), _lock: lock }
    }

    /// The workspace's folder, and its program in it.
    pub const fn project(&self) -> &Project {
        &self.project
    }

    /// Compiles the program with the revisions that the workspace has by now.
    pub fn build(&self) {
        let output = self.cargo(["build", "--quiet", "--package", "xtask"]).output().expect("cargo");
        assert!(output.status.success(), "cargo build:\n{}", String::from_utf8_lossy(&output.stderr));
    }

    /// A cargo command in the workspace that is told nothing of the package under test.
    pub fn cargo<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text.starts_with("DATABASE_") {
                command.env_remove(&name);
            }
        }
        let outer = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the folder that tmp stands in");
        command
            .args(arguments)
            .current_dir(&self.project.folder)
            .env("CARGO_NET_OFFLINE", "true")
            // What is in between goes where this repository's own is; the program itself to a place that no other workspace writes to.
            .env("CARGO_BUILD_BUILD_DIR", outer)
            .env("CARGO_TARGET_DIR", self.project.folder.join("target"))
            .env("NO_COLOR", "1");
        command
    }

    /// The folder of the revision files.
    pub fn versions(&self) -> PathBuf {
        self.project.folder.join("migrations/src/versions")
    }

    /// The names of the revision files, sorted.
    pub fn revisions(&self) -> Vec<String> {
        let files = self.project.files("migrations/src/versions");
        files.into_iter().filter(|name| name.ends_with(".rs")).collect()
    }
}

/// The program of a project without any revision.
pub fn bare() -> &'static Path {
    static BARE: OnceLock<Workspace> = OnceLock::new();
    let workspace = BARE.get_or_init(|| {
        let workspace = Workspace::new("bare");
        workspace.build();
        workspace
    });
    workspace.project().program()
}

/// The program of a project with the revisions in `revisions`.
pub fn revised() -> &'static Path {
    static REVISED: OnceLock<Workspace> = OnceLock::new();
    let workspace = REVISED.get_or_init(|| {
        let workspace = Workspace::new("revised");
        copy(&here("revisions"), &workspace.versions());
        workspace.build();
        workspace
    });
    workspace.project().program()
}

/// The program of a project with the revisions in `branches`, which has two heads.
pub fn branched() -> &'static Path {
    static BRANCHED: OnceLock<Workspace> = OnceLock::new();
    let workspace = BRANCHED.get_or_init(|| {
        let workspace = Workspace::new("branched");
        copy(&here("branches"), &workspace.versions());
        workspace.build();
        workspace
    });
    workspace.project().program()
}

/// The `limbeck` binary.
pub fn limbeck() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the folder that tmp stands in");
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(["build", "--quiet", "--package", "limbeck-cli", "--bin", "limbeck"]).current_dir(root());
        let output = command.env("CARGO_TARGET_DIR", target).output().expect("cargo");
        assert!(output.status.success(), "cargo build:\n{}", String::from_utf8_lossy(&output.stderr));
        target.join("debug/limbeck")
    })
}

/// A folder beside these tests.
pub fn here(name: &str) -> PathBuf {
    root().join("tests/suite/command_line").join(name)
}

/// This repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the folder that tests stands in").to_owned()
}

/// Copies the files of one folder into another.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let path = entry.expect("a file").path();
        fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("a copy");
    }
}

/// The servers that the tests run on.
pub const SERVERS: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];
