//! What the user typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use limbeck::Timeout;
use limbeck_autogenerate::Fill;
use limbeck_operations::Denied;
use limbeck_schema::{Dialect, ObjectName, Version};

use crate::renaming::{Path, StatedRename};

/// Migrations for SeaORM: edit the entities, generate a revision, review it, upgrade.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", version, max_term_width = 100)]
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
    /// What changed, in a few words
    #[arg(short, long, value_name = "TEXT", default_value = "")]
    pub message: String,
    /// Print the revision and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The id of the revision, in place of a random one
    #[arg(long, value_name = "ID")]
    pub rev_id: Option<String>,
    /// Where it stands.
    #[command(flatten)]
    pub placing: Placing,
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

/// Where a new revision stands among the others.
#[derive(Debug, Default, Args)]
pub(crate) struct Placing {
    /// What it follows: an id, `label@head`, `base` for a new root; the head if nothing is said
    #[arg(long, value_name = "REVISION")]
    pub head: Option<String>,
    /// Let it follow one that is no head: branches part there
    #[arg(long)]
    pub splice: bool,
    /// A name for the branch that begins with it; may be repeated
    #[arg(long, value_name = "LABEL")]
    pub branch_label: Vec<String>,
    /// What has to be applied before it although it is of another branch: an id or a label; may be repeated
    #[arg(long, value_name = "REVISION")]
    pub depends_on: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Revision {
    /// Write what changed in the entities, as `migrate` does
    #[arg(long)]
    pub autogenerate: bool,
    /// What both take.
    #[command(flatten)]
    pub migrate: Migrate,
}

#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// What is joined: ids, `label@head`, `heads`
    #[arg(default_value = "heads", num_args = 1..)]
    pub revisions: Vec<String>,
    /// What it is about, in a few words
    #[arg(short, long, value_name = "TEXT", default_value = "")]
    pub message: String,
    /// The id of the revision, in place of a random one
    #[arg(long, value_name = "ID")]
    pub rev_id: Option<String>,
    /// A name for the branch that begins with it; may be repeated
    #[arg(long, value_name = "LABEL")]
    pub branch_label: Vec<String>,
    /// Join revisions that are no heads too
    #[arg(long)]
    pub splice: bool,
    /// Join them although the order in which they run makes a difference
    #[arg(long)]
    pub force: bool,
    /// A server for scratch databases, in place of `scratch_url` in limbeck.toml
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub scratch_url: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Rebase {
    /// The last one of those that move; of two heads the one whose file was made last, if nothing is said
    pub revision: Option<String>,
    /// What they shall follow; the other head if nothing is said
    #[arg(long, value_name = "REVISION")]
    pub onto: Option<String>,
    /// Move them although they do not fit there
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Edit {
    /// Which: ids, `head`, `current`
    #[arg(default_value = "head", allow_negative_numbers = true)]
    pub revisions: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Heads {
    /// Leave out those that another revision depends on
    #[arg(long)]
    pub resolve_dependencies: bool,
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
pub(crate) struct Doctor {
    /// As `prove` does.
    #[command(flatten)]
    pub prove: Prove,
    /// As `check` does.
    #[command(flatten)]
    pub check: Check,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
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

/// Whether a run is written as a script.
#[derive(Debug, Args)]
pub(crate) struct Scripted {
    /// Print a script that does it, and run nothing: no database is opened. It begins at the base, or where a range `from:to` says that the database stands
    #[arg(long)]
    pub sql: bool,
    /// Whose statements: sqlite, postgres, mysql or mariadb; else those of the URL, or of the only one of `dialects`
    #[arg(long, requires = "sql")]
    pub dialect: Option<Dialect>,
    /// The version of that server, as `15.4`; else the oldest that is supported
    #[arg(long, value_name = "VERSION", requires = "sql", value_parser = version)]
    pub server_version: Option<Version>,
}

fn version(text: &str) -> Result<Version, String> {
    let is_version = text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let version = Version::find(text);
    if is_version && version.major > 0 { Ok(version) } else { Err(format!("`{text}` is no version")) }
}

#[derive(Debug, Args)]
pub(crate) struct EnsureVersion {
    /// Whether to write a script.
    #[command(flatten)]
    pub scripted: Scripted,
    /// How many seconds to wait for another run to end
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub lock_wait: u64,
}

#[derive(Debug, Args)]
pub(crate) struct Upgrade {
    /// Where to: `head`, an id, `+1`, `label@head`; with `--sql` also `from:to`
    #[arg(default_value = "head", allow_hyphen_values = true)]
    pub target: String,
    /// Print what would run now, its hazards and the rows that are in its way, and run nothing
    #[arg(long, conflicts_with = "sql")]
    pub dry_run: bool,
    /// Whether to write a script.
    #[command(flatten)]
    pub scripted: Scripted,
    /// Leave data steps out of the script, which can't run them; comments stand in their place
    #[arg(long, requires = "sql")]
    pub skip_data_steps: bool,
    /// How to run.
    #[command(flatten)]
    pub running: Running,
}

#[derive(Debug, Args)]
pub(crate) struct Downgrade {
    /// Where to: `-1`, an id, `base`, `label@base`; with `--sql` `from:to`, by default `head:-1`
    #[arg(default_value = "-1", allow_hyphen_values = true)]
    pub target: String,
    /// Whether to write a script.
    #[command(flatten)]
    pub scripted: Scripted,
    /// Leave data steps out of the script, which can't run them; comments stand in their place
    #[arg(long, requires = "sql")]
    pub skip_data_steps: bool,
    /// How to run.
    #[command(flatten)]
    pub running: Running,
}

/// The two sides of the first `=`; without one the value is empty, as with Alembic.
fn key_and_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').unwrap_or((text, ""));
    if key.is_empty() {
        Err("a key has to stand before `=`".to_owned())
    } else {
        Ok((key.to_owned(), value.to_owned()))
    }
}

/// How revisions are run.
#[derive(Debug, Args)]
pub(crate) struct Running {
    /// How many seconds to wait for another run to end
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub lock_wait: u64,
    /// How long a statement waits for a lock before others may pass and it is tried again: `5s`, `500ms`, `off`; in place of `lock_timeout` in limbeck.toml
    #[arg(long, value_name = "TIME")]
    pub lock_timeout: Option<Timeout>,
    /// How often what did not get its lock is tried again, in place of `lock_retries` in limbeck.toml
    #[arg(long, value_name = "COUNT")]
    pub lock_retries: Option<u32>,
    /// How long a statement may run, in place of `statement_timeout` in limbeck.toml
    #[arg(long, value_name = "TIME")]
    pub statement_timeout: Option<Timeout>,
    /// Run all revisions and write their records in one transaction: if one fails, none is applied (SQLite, PostgreSQL)
    #[arg(long)]
    pub single_transaction: bool,
    /// What data steps are told of a key; may be repeated
    #[arg(short = 'x', long = "argument", value_name = "KEY=VALUE", value_parser = key_and_value)]
    pub arguments: Vec<(String, String)>,
    /// The step that an earlier run has left in doubt is done, as a whole
    #[arg(long, conflicts_with = "assume_undone")]
    pub assume_done: bool,
    /// Nothing is done of the step that an earlier run has left in doubt
    #[arg(long)]
    pub assume_undone: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Stamp {
    /// The revisions that the history shall end at, one for each branch: `head`, an id, `base`; with `--sql` also one `from:to`
    #[arg(default_value = "head", allow_negative_numbers = true)]
    pub targets: Vec<String>,
    /// Empty the history first, rows of unknown revisions too
    #[arg(long, conflicts_with = "sql")]
    pub purge: bool,
    /// Whether to write a script.
    #[command(flatten)]
    pub scripted: Scripted,
    /// How many seconds to wait for another run to end
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub lock_wait: u64,
}

#[derive(Debug, Args)]
pub(crate) struct Current {
    /// Exit with 1 unless all heads are applied
    #[arg(short, long)]
    pub check_heads: bool,
}

#[derive(Debug, Args)]
pub(crate) struct History {
    /// Only these: `a:b` from the one to the other, `a:`, `:b`, `-3:` the last three before the head, `current:` what is left
    #[arg(short, long = "rev-range", value_name = "RANGE", allow_hyphen_values = true)]
    pub range: Option<String>,
    /// Mark the revisions that are applied; opens the database
    #[arg(short, long)]
    pub indicate_current: bool,
    /// Draw what follows what
    #[arg(long)]
    pub graph: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Log {
    /// At most so many, the last ones
    #[arg(short = 'n', long, value_name = "COUNT")]
    pub limit: Option<usize>,
    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Which: ids, `head`, `heads`, `current`, `<id>+1`
    #[arg(default_value = "head", allow_negative_numbers = true)]
    pub revisions: Vec<String>,
    /// Print the statements for each declared dialect too
    #[arg(long)]
    pub sql: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// For which shell
    pub shell: clap_complete::Shell,
}
