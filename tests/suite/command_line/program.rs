//! Running a program in a folder, and what it said.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
};

use serde_json::Value;
use tempfile::TempDir;

/// A folder with a project, the program that is run in it, and the environment that it is run with.
#[derive(Clone)]
pub struct Project {
    /// Where the program is run.
    pub folder: PathBuf,
    program: PathBuf,
    variables: Vec<(&'static str, String)>,
    _temporary: Option<Arc<TempDir>>,
}

impl Project {
    /// A project whose folder stands.
    pub fn new(folder: PathBuf, program: PathBuf) -> Self {
        Self { folder, program, variables: Vec::new(), _temporary: None }
    }

    /// An empty folder that goes with the test.
    pub fn empty(program: &Path) -> Self {
        let folder = TempDir::new_in(limbeck_tests::folder()).expect("a temporary folder");
        let path = folder.path().canonicalize().expect("its whole path");
        Self { folder: path, program: program.to_owned(), variables: Vec::new(), _temporary: Some(folder.into()) }
    }

    /// The same with `DATABASE_URL`.
    pub fn at(&self, url: &str) -> Self {
        self.with("DATABASE_URL", url)
    }

    /// The same with a variable of the environment.
    pub fn with(&self, name: &'static str, value: &str) -> Self {
        let mut project = self.clone();
        project.variables.push((name, value.to_owned()));
        project
    }

    /// The same in another folder.
    pub fn within(&self, folder: &str) -> Self {
        let project = Self { folder: self.folder.join(folder), ..self.clone() };
        fs::create_dir_all(&project.folder).expect("a folder");
        project
    }

    /// The program.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// Writes a file of the project.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("its folder");
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// Replaces a part of a file of the project, which has to be in it.
    pub fn edit(&self, name: &str, part: &str, by: &str) {
        let text = fs::read_to_string(self.folder.join(name)).expect("a file to edit");
        assert!(text.contains(part), "{name} has no `{part}`");
        self.write(name, &text.replacen(part, by, 1));
    }

    /// The files below a folder of the project, as paths from there, sorted.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let top = self.folder.join(folder);
        let mut found = Vec::new();
        let mut folders = vec![top.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path.strip_prefix(&top).expect("a path below it").display().to_string());
                }
            }
        }
        found.sort();
        found
    }

    /// Runs the program to its end. Whatever it is told, it does not panic.
    pub fn run(&self, arguments: &[&str]) -> Said {
        Running { line: shown(arguments), child: self.spawn(arguments) }.end()
    }

    /// Starts the program.
    pub fn start(&self, arguments: &[&str]) -> Running {
        Running { line: shown(arguments), child: self.spawn(arguments) }
    }

    fn spawn(&self, arguments: &[&str]) -> Child {
        let mut command = Command::new(&self.program);
        command.args(arguments).stdin(Stdio::null());
        self.prepare(&mut command);
        command.spawn().unwrap_or_else(|error| panic!("{}: {error}", self.program.display()))
    }

    /// Gives a command the folder, the environment, and somebody who reads what it says.
    pub(super) fn prepare(&self, command: &mut Command) {
        command
            .current_dir(&self.folder)
            .env("NO_COLOR", "1")
            .env_remove("DATABASE_URL")
            // Cargo tells it to what it runs; a program of a person is run without.
            .env_remove("CARGO_MANIFEST_DIR")
            .env_remove("VISUAL")
            .env_remove("EDITOR")
            .env_remove("RUST_BACKTRACE")
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
    }
}

/// A program that runs.
pub struct Running {
    line: String,
    child: Child,
}

impl Running {
    /// Waits for its end.
    pub fn end(self) -> Said {
        let output = self.child.wait_with_output().expect("the program's end");
        let text = |bytes| String::from_utf8(bytes).expect("text");
        let said = Said {
            line: self.line,
            status: output.status.code().expect("an exit status, not a signal"),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        };
        assert!(!said.stderr.contains("panicked at"), "it panics:\n{said}");
        said
    }
}

/// What a program said.
pub struct Said {
    line: String,
    /// Its exit status.
    pub status: i32,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
}

impl Said {
    /// It ended with this status.
    pub fn exits(self, status: i32) -> Self {
        assert_eq!(self.status, status, "another exit status:\n{self}");
        self
    }

    /// It could not be done, for a reason and with a way out that have these parts.
    pub fn refuses(self, error: &str, hint: &str) -> Self {
        let said = self.exits(2);
        let has =
            |label: &str, part: &str| said.stderr.lines().any(|line| line.starts_with(label) && line.contains(part));
        assert!(said.stderr.contains("error: ") && said.stderr.contains(error), "no error with `{error}`:\n{said}");
        assert!(hint.is_empty() || has("hint: ", hint), "no hint with `{hint}`:\n{said}");
        said
    }

    /// Its standard output or standard error has this part.
    pub fn says(self, part: &str) -> Self {
        assert!(self.stdout.contains(part) || self.stderr.contains(part), "no `{part}`:\n{self}");
        self
    }

    /// Neither has this part.
    pub fn hides(self, part: &str) -> Self {
        assert!(!self.stdout.contains(part) && !self.stderr.contains(part), "there is `{part}`:\n{self}");
        self
    }

    /// Its standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("no JSON, {error}:\n{self}"))
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "$ cargo xtask {}", self.line)?;
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            for line in text.lines() {
                writeln!(f, "{name}: {line}")?;
            }
        }
        writeln!(f, "exit status {}", self.status)
    }
}

fn shown(arguments: &[&str]) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:".contains(c);
    let quoted = arguments
        .iter()
        .map(|word| if !word.is_empty() && word.chars().all(plain) { (*word).to_owned() } else { format!("{word:?}") });
    quoted.collect::<Vec<_>>().join(" ")
}
