//! The shape that a project gets: `limbeck.toml`, the `migrations` crate, the `xtask` crate, the alias. What stands is kept.

mod above;
mod manifest;
mod programs;
mod sources;

use std::{
    fs,
    path::{Path, PathBuf},
};

use toml_edit::{Array, Value};

use crate::{CliError, whole::write_whole};

/// Where a project takes Limbeck's crates from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The registry, at this version of the tool.
    Registry,
    /// A checkout of Limbeck: the folder that `crates` stands in.
    Checkout(PathBuf),
}

impl Source {
    /// The same from every folder: the manifests stand elsewhere than the person who says it.
    fn absolute(&self) -> Result<Self, CliError> {
        Ok(match self {
            Self::Registry => Self::Registry,
            Self::Checkout(root) => Self::Checkout(
                std::path::absolute(root).map_err(|source| CliError::Read { path: root.clone(), source })?,
            ),
        })
    }

    /// The right side of a dependency on the crate in `folder`, without its features.
    fn dependency(&self, folder: &str, features: &str) -> String {
        match self {
            Self::Registry => format!("{{ version = \"{}\"{features} }}", env!("CARGO_PKG_VERSION")),
            Self::Checkout(root) => {
                let path = root.join("crates").join(folder).display().to_string().replace('\\', "/");
                format!("{{ path = {}{features} }}", Value::from(path))
            }
        }
    }
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was made.
    New,
    /// It stood there and got what was missing; all else in it stays, layout and comments too.
    Joined,
    /// It stood there and is unchanged.
    Kept,
}

/// A project that was laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaidOut {
    /// Each file with what became of it.
    pub files: Vec<(PathBuf, Written)>,
    /// Whether an `xtask` stood there: it has a program `limbeck` besides now, and its own `main` is as it was.
    pub joined_xtask: bool,
}

/// Lays the project in `folder` out. What stands is kept: manifests and the alias get what they lack, other files nothing.
///
/// # Errors
/// A file or folder that can't be read or written, with its path; a manifest that is none; a `migrations` crate that is not Limbeck's; a folder that is a member of
/// a workspace above it.
pub fn lay_out(folder: &Path, source: &Source) -> Result<LaidOut, CliError> {
    if let Some(workspace) = above::workspace_of(folder)? {
        return Err(CliError::Member { folder: folder.to_owned(), workspace });
    }
    let source = &source.absolute()?;
    let migrations = folder.join("migrations/Cargo.toml");
    if migrations.is_file() && !read(&migrations)?.contains("limbeck") {
        return Err(CliError::OtherMigrations(migrations));
    }
    let joined_xtask = folder.join("xtask/Cargo.toml").is_file() && !is_ours(&folder.join("xtask"))?;
    let mut files = vec![join(&folder.join("Cargo.toml"), WORKSPACE, manifest::with_members)?];
    for (name, text) in [
        ("limbeck.toml", settings(folder)),
        ("migrations/Cargo.toml", migrations_manifest(source)),
        ("migrations/build.rs", BUILD.to_owned()),
        ("migrations/src/lib.rs", MIGRATIONS.to_owned()),
        ("migrations/src/versions/.gitkeep", String::new()),
    ] {
        files.push(write_new(&folder.join(name), &text)?);
    }
    if joined_xtask {
        let only = programs::only(&folder.join("xtask"))?;
        let add = |text: &str| manifest::with_limbeck(text, &cli(source), only.as_deref());
        files.push(join(&folder.join("xtask/Cargo.toml"), "", add)?);
        files.push(write_new(&folder.join("xtask/src/bin/limbeck.rs"), XTASK)?);
    } else {
        files.push(write_new(&folder.join("xtask/Cargo.toml"), &xtask_manifest(source))?);
        files.push(write_new(&folder.join("xtask/src/main.rs"), XTASK)?);
    }
    let alias = if joined_xtask { ("limbeck", LIMBECK_ALIAS) } else { ("xtask", XTASK_ALIAS) };
    files.push(join(&folder.join(".cargo/config.toml"), "", |text| manifest::with_alias(text, alias))?);
    Ok(LaidOut { files, joined_xtask })
}

/// Whether the program of an `xtask` crate is one that was laid out before, or is to be: its manifest has what that needs, and `main.rs` is no other's.
fn is_ours(xtask: &Path) -> Result<bool, CliError> {
    let main = xtask.join("src/main.rs");
    if main.is_file() {
        return Ok(read(&main)?.contains("limbeck_cli::main"));
    }
    let is_joined = xtask.join("src/bin/limbeck.rs").is_file();
    Ok(!is_joined && read(&xtask.join("Cargo.toml"))?.contains("limbeck-cli"))
}

/// The configuration, with the folders that have entities now.
fn settings(folder: &Path) -> String {
    let found = sources::entity_folders(folder);
    let places = if found.is_empty() { vec!["src/entities".to_owned()] } else { found };
    SETTINGS.replace("[ENTITIES]", &Array::from_iter(places).to_string())
}

fn read(path: &Path) -> Result<String, CliError> {
    fs::read_to_string(path).map_err(|source| CliError::Read { path: path.to_owned(), source })
}

fn write(path: &Path, text: &str) -> Result<(), CliError> {
    let unwritable = |source| CliError::Write { path: path.to_owned(), source };
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(unwritable)?;
    }
    write_whole(path, text).map_err(unwritable)
}

fn write_new(path: &Path, text: &str) -> Result<(PathBuf, Written), CliError> {
    if path.exists() {
        return Ok((path.to_owned(), Written::Kept));
    }
    write(path, text)?;
    Ok((path.to_owned(), Written::New))
}

/// Gives the file at `path`, or `new` where there is none, what it lacks.
fn join(path: &Path, new: &str, add: impl Fn(&str) -> Result<String, String>) -> Result<(PathBuf, Written), CliError> {
    let known = if path.is_file() { Some(read(path)?) } else { None };
    let text = add(known.as_deref().unwrap_or(new))
        .map_err(|problem| CliError::Manifest { path: path.to_owned(), problem })?;
    let written = match &known {
        Some(known) if *known == text => return Ok((path.to_owned(), Written::Kept)),
        Some(_) => Written::Joined,
        None => Written::New,
    };
    write(path, &text)?;
    Ok((path.to_owned(), written))
}

const WORKSPACE: &str = "\
[workspace]
resolver = \"3\"
members = []

[profile.dev]
debug = \"line-tables-only\"
";

const XTASK_ALIAS: &str = "run --quiet --package xtask --";

const LIMBECK_ALIAS: &str = "run --quiet --package xtask --bin limbeck --";

const SETTINGS: &str = "\
# Folders of SeaORM entities, as globs; relative to this file.
entities = [ENTITIES]

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

fn cli(source: &Source) -> String {
    source.dependency("cli", ", features = [\"sqlite\", \"postgres\", \"mysql\"]")
}

fn xtask_manifest(source: &Source) -> String {
    let cli = cli(source);
    format!(
        "[package]\nname = \"xtask\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\nlimbeck-cli = {cli}\nmigrations = {{ path = \"../migrations\" }}\n"
    )
}
