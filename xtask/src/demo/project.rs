use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::steps::{Failure, cargo, root, run, show, target};

/// The throw-away project.
pub(super) struct Project {
    folder: PathBuf,
}

/// The file and the field of the sample application that the demo takes away and brings back.
const FILE: &str = "animals.rs";
const FIELD: &str = "pub chip:";

/// The demo shows what a revision runs on each of these.
const SETTINGS: &str = "entities = [\"src/entities\"]\ndialects = [\"sqlite\", \"postgres\", \"mariadb\"]\n";

impl Project {
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// The URL of its database.
    pub(super) fn database(&self) -> String {
        format!("sqlite://{}", self.folder.join("dev.db").display())
    }

    /// Copies the entities, one field taken away, and the lock file, so that nothing is looked up anew.
    pub(super) fn take_older_entities(&self) -> Result<(), Failure> {
        let entities = self.entities();
        fs::create_dir_all(&entities)?;
        for entry in fs::read_dir(sample())? {
            let path = entry?.path();
            let text = fs::read_to_string(&path)?;
            let name = path.file_name().unwrap_or_default();
            let text = if name == FILE { without_field(&text)? } else { text };
            fs::write(entities.join(name), text)?;
        }
        fs::copy(root().join("Cargo.lock"), self.folder.join("Cargo.lock"))?;
        fs::copy(root().join("rustfmt.toml"), self.folder.join("rustfmt.toml"))?;
        fs::write(self.folder.join("limbeck.toml"), SETTINGS)?;
        Ok(())
    }

    /// Brings the field back.
    pub(super) fn edit_entities(&self) -> Result<(), Failure> {
        fs::copy(sample().join(FILE), self.entities().join(FILE))?;
        Ok(())
    }

    /// The revision file that sorts last.
    pub(super) fn newest_revision(&self) -> Result<PathBuf, Failure> {
        let mut files = fs::read_dir(self.folder.join("migrations/src/versions"))?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<Vec<_>, Failure>>()?;
        files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
        files.sort();
        files.pop().ok_or_else(|| Failure("there is no revision file".to_owned()))
    }

    /// Runs the project's own xtask, compiled with the revisions it has by now.
    pub(super) fn xtask(&self, arguments: &[&str]) -> Result<(), Failure> {
        self.call(arguments, 0)
    }

    /// The same for a command that is to find differences.
    pub(super) fn xtask_that_differs(&self, arguments: &[&str]) -> Result<(), Failure> {
        self.call(arguments, 1)
    }

    fn call(&self, arguments: &[&str], status: i32) -> Result<(), Failure> {
        show(&format!("cargo xtask {}", shown(arguments)));
        let mut command = cargo();
        command
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", target())
            .env("DATABASE_URL", self.database())
            .args(["run", "--quiet", "--offline", "--package", "xtask", "--"])
            .args(arguments);
        run(&mut command, &[status])?;
        println!();
        Ok(())
    }

    fn entities(&self) -> PathBuf {
        self.folder.join("src/entities")
    }
}

fn sample() -> PathBuf {
    root().join("crates/shelter/src/entities")
}

/// `text` without the field and the attributes and comments above it.
fn without_field(text: &str) -> Result<String, Failure> {
    let lines: Vec<_> = text.lines().collect();
    let at = lines
        .iter()
        .position(|line| line.trim_start().starts_with(FIELD))
        .ok_or_else(|| Failure(format!("the sample application's {FILE} has no `{FIELD}`")))?;
    let above = lines[..at].iter().rev().take_while(|line| line.trim_start().starts_with(['#', '/'])).count();
    let kept = lines[..at - above].iter().chain(&lines[at + 1..]);
    Ok(kept.map(|line| format!("{line}\n")).collect())
}

fn shown(arguments: &[&str]) -> String {
    let quoted = arguments.iter().map(|word| if word.contains(' ') { format!("{word:?}") } else { (*word).to_owned() });
    quoted.collect::<Vec<_>>().join(" ")
}
