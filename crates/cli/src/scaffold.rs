//! The shape that a project gets: `limbeck.toml`, the `migrations` crate, the `xtask` crate, the alias. What stands is kept.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::CliError;

/// Where a project takes Limbeck's crates from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The registry, at this version of the tool.
    Registry,
    /// A checkout of Limbeck: the folder that `crates` stands in.
    Checkout(PathBuf),
}

impl Source {
    /// The right side of a dependency on the crate in `folder`, without its features.
    fn dependency(&self, folder: &str, features: &str) -> String {
        match self {
            Self::Registry => format!("{{ version = \"{}\"{features} }}", env!("CARGO_PKG_VERSION")),
            Self::Checkout(root) => {
                let path = root.join("crates").join(folder).display().to_string().replace('\\', "/");
                format!("{{ path = {path:?}{features} }}")
            }
        }
    }
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was made.
    New,
    /// It stood there and is unchanged.
    Kept,
}

/// Lays the project in `folder` out; returns each file with what became of it.
///
/// # Errors
/// A file or folder that can't be written, with its path.
pub fn lay_out(folder: &Path, source: &Source) -> Result<Vec<(PathBuf, Written)>, CliError> {
    let files = [
        ("Cargo.toml", WORKSPACE.to_owned()),
        (".cargo/config.toml", ALIAS.to_owned()),
        ("limbeck.toml", SETTINGS.to_owned()),
        ("migrations/Cargo.toml", migrations_manifest(source)),
        ("migrations/build.rs", BUILD.to_owned()),
        ("migrations/src/lib.rs", MIGRATIONS.to_owned()),
        ("migrations/src/versions/.gitkeep", String::new()),
        ("xtask/Cargo.toml", xtask_manifest(source)),
        ("xtask/src/main.rs", XTASK.to_owned()),
    ];
    files.into_iter().map(|(name, text)| write_new(&folder.join(name), &text)).collect()
}

fn write_new(path: &Path, text: &str) -> Result<(PathBuf, Written), CliError> {
    if path.exists() {
        return Ok((path.to_owned(), Written::Kept));
    }
    let unwritable = |source| CliError::Write { path: path.to_owned(), source };
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(unwritable)?;
    }
    fs::write(path, text).map_err(unwritable)?;
    Ok((path.to_owned(), Written::New))
}

const WORKSPACE: &str = "\
[workspace]
resolver = \"3\"
members = [\"migrations\", \"xtask\"]

[profile.dev]
debug = \"line-tables-only\"
";

const ALIAS: &str = "\
[alias]
xtask = \"run --quiet --package xtask --\"
";

const SETTINGS: &str = "\
# Folders of SeaORM entities, as globs; relative to this file.
entities = [\"src/entities\", \"entity/src\", \"entities/src\"]

# The databases that the application runs on; every revision is made for all of them.
# dialects = [\"sqlite\", \"postgres\"]

# For development; DATABASE_URL and --url come first.
url = \"sqlite://dev.db\"
";

const BUILD: &str = "\
//! Finds the revisions in `src/versions` and compiles them in.

fn main() {
    limbeck_build::revisions();
}
";

const MIGRATIONS: &str = "\
//! The revisions of this application's database: adding a file to `src/versions` is all it takes.

include!(concat!(env!(\"OUT_DIR\"), \"/revisions.rs\"));
";

const XTASK: &str = "\
//! `cargo xtask migrate`, `cargo xtask upgrade`, ..

use std::process::ExitCode;

fn main() -> ExitCode {
    limbeck_cli::main(&migrations::MIGRATIONS)
}
";

fn migrations_manifest(source: &Source) -> String {
    let (limbeck, build) = (source.dependency("limbeck", ""), source.dependency("build", ""));
    format!(
        "[package]\nname = \"migrations\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\nlimbeck = {limbeck}\n\n[build-dependencies]\nlimbeck-build = {build}\n"
    )
}

fn xtask_manifest(source: &Source) -> String {
    let cli = source.dependency("cli", ", features = [\"sqlite\", \"postgres\", \"mysql\"]");
    format!(
        "[package]\nname = \"xtask\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\nlimbeck-cli = {cli}\nmigrations = {{ path = \"../migrations\" }}\n"
    )
}
