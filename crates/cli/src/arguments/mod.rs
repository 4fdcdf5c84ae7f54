//! What the user typed.

mod generated;
mod given;
mod graph;
mod running;

use std::path::PathBuf;

use clap::{
    Args, Parser, Subcommand, ValueEnum, ValueHint,
    builder::{EnumValueParser, TypedValueParser},
};
use limbeck_autogenerate::Fill;
use limbeck_operations::Denied;
use limbeck_schema::{Dialect, ObjectName};

pub(crate) use generated::Generated;
pub(crate) use given::Given;
pub(crate) use graph::{Edit, Heads, History, Log, Merge, Placing, Rebase, Revision, Show, Squash, Writing};
pub(crate) use running::{Current, Downgrade, EnsureVersion, Running, Scripted, Stamp, Upgrade};

use crate::{
    program::Program,
    renaming::{Path, StatedRename},
};

/// Migrations for SeaORM: edit the entities, generate a revision, review it, upgrade.
#[derive(Debug, Parser)]
#[command(bin_name = Program::running().to_string(), version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// What holds for all commands.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What holds for all commands.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// The database, in place of DATABASE_URL and of `url` in limbeck.toml
    #[arg(long, global = true, value_name = "URL", value_hint = ValueHint::Url)]
    pub url: Option<String>,
    /// The configuration file, in place of the limbeck.toml found upwards from here
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// Folder of entity sources, in place of `entities` in limbeck.toml; may be repeated
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub entities: Vec<PathBuf>,
    /// Say more: what is left alone, statements and times
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Lay a project out: limbeck.toml, migrations, xtask, the alias
    Init(Init),
    /// Write a revision with what changed in the entities
    Migrate(Migrate),
    /// Write a revision without operations, to be filled by hand
    Revision(Revision),
    /// Write a revision that joins heads
    Merge(Merge),
    /// Let revisions that nobody else has yet follow another head
    Rebase(Rebase),
    /// Write one revision in place of several
    Squash(Squash),
    /// Open the files of revisions in an editor
    Edit(Edit),
    /// Say what differs between entities, revisions and database
    Check(Check),
    /// Print what was understood of the entities, without a database
    Entities(Entities),
    /// Say what a hazard is, what it locks and what to do instead; without a database
    Explain(Explain),
    /// Apply revisions
    Upgrade(Upgrade),
    /// Undo revisions
    Downgrade(Downgrade),
    /// Set the history without running anything
    Stamp(Stamp),
    /// Make the history table if it is not there
    EnsureVersion(EnsureVersion),
    /// Prove revisions on scratch databases: up, down and up again
    Prove(Prove),
    /// Examine graph, statements, history, entities and proofs in one run
    Doctor(Doctor),
    /// Print the revisions that are applied last
    Current(Current),
    /// Print the revisions that no other follows
    Heads(Heads),
    /// Print the revisions that several follow
    Branches,
    /// Print all revisions, newest first
    History(History),
    /// Print what was applied to the database, when, how long it took, by which version
    Log(Log),
    /// Print revisions at length
    Show(Show),
    /// Print a completion script for a shell
    Completions(Completions),
}

/// How `check` and `migrate` compare.
#[derive(Debug, Args)]
pub(crate) struct Comparing {
    /// Treat everything in the schema as ours: what no entity states is dropped
    #[arg(long)]
    pub drop_unmanaged: bool,
    /// Never drop this, whether an entity states it or not: a table, `table.part` or a type, with `*` and `?`; beside `keep` in limbeck.toml; may be repeated
    #[arg(long, value_name = "NAME")]
    pub keep: Vec<String>,
    /// Set the history of the database aside: compare with what is there, as if no revision had made it
    #[arg(long)]
    pub no_history: bool,
    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// What has another name, and what goes.
    #[command(flatten)]
    pub renaming: Renaming,
    /// How to read the entities.
    #[command(flatten)]
    pub reading: Reading,
}

/// What has another name, what goes, and what rows hold that had nothing.
#[derive(Debug, Default, Args)]
pub(crate) struct Renaming {
    /// Another name for the same: `table=table`, `table.column=column`, `enum.value=value`; may be repeated. A name with `.`, `=` or `:` stands in double quotes
    #[arg(long, value_name = "PREVIOUS=NEXT")]
    pub rename: Vec<StatedRename>,
    /// Goes for good, although something like it comes: `table`, `table.column`, `enum.value`; may be repeated
    #[arg(long, value_name = "NAME")]
    pub drop: Vec<Path>,
    /// Ask for no renames: what is not stated as one is dropped and added
    #[arg(long)]
    pub no_renames: bool,
    /// What the rows hold in a column that may not be NULL: `table.column=value`, a number, 'text', true, CURRENT_TIMESTAMP, or SQL; may be repeated
    #[arg(long, value_name = "COLUMN=VALUE", value_parser = limbeck_autogenerate::filling)]
    pub fill: Vec<((ObjectName, String), Fill)>,
    /// No row lacks a value in the column: NULL is forbidden without more ado; may be repeated
    #[arg(long, value_name = "COLUMN", value_parser = limbeck_autogenerate::filled_column)]
    pub no_fill: Vec<(ObjectName, String)>,
}

/// Which hazards are not to be.
#[derive(Debug, Args)]
pub(crate) struct Denying {
    /// Take hazards for errors: groups (A, B, C, D) or codes (A02), separated by commas; beside `deny` in limbeck.toml
    #[arg(long, value_name = "HAZARDS", value_delimiter = ',')]
    pub deny: Vec<Denied>,
}

/// How entities are read.
#[derive(Clone, Debug, Args)]
pub(crate) struct Reading {
    /// Cargo features that count as on, separated by commas; may be repeated
    #[arg(long, value_name = "FEATURES", value_delimiter = ',')]
    pub features: Vec<String>,
    /// Let all cargo features count as on
    #[arg(long)]
    pub all_features: bool,
    /// Let the default features of cargo count as off
    #[arg(long)]
    pub no_default_features: bool,
    /// Take warnings of the entities for errors
    #[arg(long)]
    pub deny_warnings: bool,
}

/// How a result is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a person
    Text,
    /// One JSON object
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The folder of the project
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub folder: PathBuf,
    /// Take Limbeck's own crates from this folder instead of the registry
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub source: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Migrate {
    /// The file.
    #[command(flatten)]
    pub writing: Writing,
    /// What is in it.
    #[command(flatten)]
    pub generating: Generating,
}

/// How operations are made of what differs.
#[derive(Debug, Args)]
pub(crate) struct Generating {
    /// How to prove.
    #[command(flatten)]
    pub proving: Proving,
    /// What is not to be.
    #[command(flatten)]
    pub denying: Denying,
    /// What else than the changes of the entities is written.
    #[command(flatten)]
    pub instead: Instead,
    /// How to compare.
    #[command(flatten)]
    pub comparing: Comparing,
}

/// What `migrate` writes in place of what changed in the entities.
#[derive(Debug, Args)]
pub(crate) struct Instead {
    /// Write what brings the database back to what the revisions made, where somebody changed it by hand
    #[arg(long, conflicts_with_all = ["drop_unmanaged", "no_history", "rename", "drop", "no_renames"])]
    pub repair: bool,
    /// Write the first revision from what entities and database agree on, and record that this database has it
    #[arg(long, conflicts_with_all = ["repair", "drop_unmanaged", "no_history", "rename", "drop", "no_renames", "fill", "no_fill"])]
    pub baseline: bool,
}

/// How a revision is proved before it is written.
#[derive(Debug, Args)]
pub(crate) struct Proving {
    /// A server for scratch databases, in place of `scratch_url` in limbeck.toml; without one they are made beside the database, if that is on this machine
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub scratch_url: Option<String>,
    /// Write the revision although it was refuted
    #[arg(long)]
    pub unproved: bool,
    /// Write nothing if the revision can't be proved
    #[arg(long)]
    pub require_proof: bool,
    /// Try nothing
    #[arg(long, conflicts_with_all = ["require_proof", "scratch_url"])]
    pub no_proof: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Prove {
    /// Which: `a:b` are those after `a` up to `b`, a place alone is that one; else all, and their chain from the base
    #[arg(value_name = "RANGE", allow_hyphen_values = true)]
    pub range: Option<String>,
    /// A server for scratch databases; may be repeated, for each kind of server one
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub scratch_url: Vec<String>,
    /// Prove on every declared dialect
    #[arg(long)]
    pub all_dialects: bool,
    /// Run all revisions with their data steps too, on a database of the given server
    #[arg(long)]
    pub steps: bool,
    /// Exit with 2 if something can't be proved
    #[arg(long)]
    pub require_proof: bool,
}

#[derive(Debug, Args)]
#[command(mut_arg("format", |format| format.hide(true).value_parser(EnumValueParser::new().try_map(for_people))))]
pub(crate) struct Doctor {
    /// As `prove` does.
    #[command(flatten)]
    pub prove: Prove,
    /// As `check` does.
    #[command(flatten)]
    pub check: Check,
}

/// What several examinations say one after the other is no object.
fn for_people(format: Format) -> Result<Format, String> {
    match format {
        Format::Text => Ok(format),
        Format::Json => Err("it is for people; `check` prints an object".to_owned()),
    }
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// What `migrate` has to be given again; it reads the others before they do.
    #[command(flatten)]
    pub given: Given,
    /// Whether to do without a database.
    #[command(flatten)]
    pub offline: Offline,
    /// What is not to be.
    #[command(flatten)]
    pub denying: Denying,
    /// How to compare.
    #[command(flatten)]
    pub comparing: Comparing,
}

/// How `check` does without a database.
#[derive(Debug, Args)]
pub(crate) struct Offline {
    /// Open no database: compare the entities with what the revision files make, for every declared dialect
    #[arg(long, conflicts_with_all = ["drop_unmanaged", "no_history"])]
    pub offline: bool,
    /// The dialects to compare for, in place of those that are declared; may be repeated
    #[arg(long = "dialect", value_name = "DIALECT", requires = "offline", value_delimiter = ',')]
    pub dialects: Vec<Dialect>,
}

#[derive(Debug, Args)]
pub(crate) struct Entities {
    /// Only tables of these names; `*` and `?` stand for characters
    #[arg(value_name = "TABLE")]
    pub tables: Vec<String>,
    /// Whose SQL types are printed: sqlite, postgres, mysql or mariadb; else those of the URL, of the first of `dialects`, or of sqlite
    #[arg(long)]
    pub dialect: Option<Dialect>,
    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// How to read the entities.
    #[command(flatten)]
    pub reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// Its code, as `A02`, or the letter of a group; else all are listed
    pub hazard: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// For which shell
    pub shell: clap_complete::Shell,
}
