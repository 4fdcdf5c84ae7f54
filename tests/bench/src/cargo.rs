//! What is built, and where.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Error, measure::Program};

/// The release of SeaORM that the generated projects ask for.
pub(crate) const SEA_ORM: &str = "2.0";

/// Cargo with the folders that it works in.
pub(crate) struct Cargo {
    root: PathBuf,
    target: PathBuf,
}

impl Cargo {
    /// Of this very program, so that what is built is built once.
    pub(crate) fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new(".")).to_owned();
        // The program stands in <target>/<profile>/.
        let from_program =
            std::env::current_exe().ok().and_then(|program| Some(program.ancestors().nth(2)?.to_owned()));
        let target = from_program.unwrap_or_else(|| root.join("target"));
        Self { root, target }
    }

    /// The repository.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of all that the bench makes.
    pub(crate) fn home(&self) -> PathBuf {
        self.target.join("bench")
    }

    /// The folder of the bench's own programs.
    pub(crate) fn programs(&self) -> PathBuf {
        self.target.join("release")
    }

    /// Builds the bench's own programs.
    pub(crate) fn build_programs(&self) -> Result<(), Error> {
        // One after the other: built together, they would share the features of what they are made of.
        self.run(&self.root, ["build", "--release", "--package", "limbeck-bench-measure"])?;
        self.run(&self.root, ["build", "--release", "--package", "limbeck-bench-programs"])
    }

    /// The program of the tests that lists the statements which the real command sends.
    pub(crate) fn witness(&self) -> Result<PathBuf, Error> {
        self.run(
            &self.root,
            ["build", "--package", "limbeck-bench", "--package", "limbeck-tests", "--bin", "migrator"],
        )?;
        Ok(self.target.join("debug/migrator"))
    }

    /// Cargo in `folder` as a program that is measured.
    pub(crate) fn program<S: AsRef<OsStr>>(&self, folder: &Path, words: impl IntoIterator<Item = S>) -> Program {
        let command = self.command(folder);
        let program = Program::new(command.get_program(), folder).arguments(words);
        command.get_envs().fold(program, |program, (name, value)| match value {
            Some(value) => program.variable(name, value),
            None => program.without(name),
        })
    }

    /// Runs cargo in `folder` to its end. The words of compilers are only shown where it fails.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, folder: &Path, words: impl IntoIterator<Item = S>) -> Result<(), Error> {
        let mut command = self.command(folder);
        command.args(words);
        let output = command.output().map_err(Error::system("running cargo"))?;
        if output.status.success() {
            return Ok(());
        }
        let line = command.get_args().map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ");
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(Error::Failed { line: format!("cargo {line}"), status: output.status.to_string(), stderr })
    }

    /// Cargo in `folder`, which puts what is in between where this repository's own is; programs come to the folder's own `target`.
    pub(crate) fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new(program());
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text.starts_with("DATABASE_") {
                command.env_remove(&name);
            }
        }
        let target = if folder == self.root { self.target.clone() } else { folder.join("target") };
        command.current_dir(folder).env("CARGO_BUILD_BUILD_DIR", &self.target).env("CARGO_TARGET_DIR", target);
        command
    }
}

/// Cargo, as it was called.
pub(crate) fn program() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from)
}
