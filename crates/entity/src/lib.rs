//! Reads SeaORM entities from Rust source into a schema, without compiling them.
//!
//! In: files and folders with entities. Out: the schema they ask for, where each object of it is stated, what was understood of each entity, and what
//! was not, with file, line and column. Nothing is guessed and nothing is left out: a type that cannot be read leaves its column opaque, anything else
//! is a problem. Never here: a database, SQL statements, anything written to disk. This is the only user of `syn` for entities.
//!
//! The way through: `packages` knows the manifests, `sources` finds and parses the files, `items` keeps what they say as plain facts, knows where a path
//! leads and asks for files that it leads into, `macros` expands what declarative macros make, `formats`, `relations`, `hints`, `active_enum` and
//! `newtype` read the things that say something of a schema, `types` and `expressions` their small languages, `tables` and `assemble` make the schema.

mod active_enum;
mod asked;
mod assemble;
mod attributes;
mod expressions;
mod extra;
mod formats;
mod hints;
mod items;
mod macros;
mod naming;
mod nesting;
mod newtype;
mod origins;
mod packages;
mod problems;
mod relations;
mod sources;
mod tables;
mod types;
mod understood;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use limbeck_schema::{ObjectName, Schema};

pub use asked::{Features, Generation, Sources};
pub use limbeck_schema::Rename;
pub use origins::{Origins, Span};
pub use problems::{Problem, ReadError, Severity};
pub use understood::{Aside, Entity, Field, Format, Opaque};

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    /// The schema that the entities ask for.
    pub schema: Schema,
    /// Where each object of it is stated.
    pub origins: Origins,
    /// The entities that were found, by file and line; those that are set aside are among them and not in the schema.
    pub list: Vec<Entity>,
    /// The release of SeaORM whose rules held.
    pub generation: Generation,
    /// How many files were read.
    pub files: usize,
    /// How many columns the tables have together.
    pub columns: usize,
    /// The tables, columns and labels that say what they were called before (`renamed_from`), in the order of the tables.
    pub renames: Vec<Rename>,
    /// The columns whose type could not be read, by table and column. In the schema such a column has a type that means nothing.
    pub opaque: BTreeMap<(ObjectName, String), Opaque>,
    /// The columns that ignored fields would have: the entity says nothing of them, so they stay in the database as they are.
    pub ignored: BTreeSet<(ObjectName, String)>,
    /// The keys of [`Sources::types`] that no column had a use for: a typing mistake, or a column that is gone.
    pub unused_types: Vec<String>,
    /// What a reader should look at, by file and line.
    pub warnings: Vec<Problem>,
}

/// Reads the entities of files and folders.
///
/// # Errors
/// A place cannot be read or holds no Rust file, or something was not understood: then every problem of every file is in the error.
pub fn read(sources: &Sources) -> Result<Entities, ReadError> {
    let stated = types::StatedTypes::read(&sources.types)?;
    let files = sources::find(&sources.paths)?;
    let packages = packages::Packages::find(&files, &sources.features);
    let generation = sources.generation.unwrap_or_else(|| packages::generation(&packages));
    let tree = items::load(files, packages, &stated, generation)?;
    assemble::assemble(tree, &stated, generation)
}

/// The Rust files among `paths` and in the folders among them, as [`read`] finds them: hidden folders, build folders and links to folders are passed over.
///
/// # Errors
/// A place cannot be read or holds no Rust file.
pub fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, ReadError> {
    sources::find(paths)
}

/// Reads the entities of texts, each with the path that it would have; the paths decide which module a text is.
///
/// # Errors
/// Something was not understood: then every problem of every text is in the error.
pub fn read_texts(texts: &[(PathBuf, String)]) -> Result<Entities, ReadError> {
    assemble::assemble(items::load_texts(texts)?, &types::StatedTypes::default(), Generation::Two)
}
