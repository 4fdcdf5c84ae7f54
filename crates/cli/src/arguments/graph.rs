//! What commands that write or show the graph take.

use clap::{Args, ValueHint};

use super::{Format, Generated};

/// Where a new revision stands among the others.
#[derive(Clone, Debug, Default, Args)]
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

impl Placing {
    /// The same, at the base where nothing is said.
    pub(crate) fn or_at_base(&self) -> Self {
        Self { head: self.head.clone().or_else(|| Some("base".to_owned())), ..self.clone() }
    }
}

/// A revision file that is made now.
#[derive(Debug, Args)]
pub(crate) struct Writing {
    /// What it is about, in a few words
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
}

#[derive(Debug, Args)]
pub(crate) struct Revision {
    /// Write what changed in the entities, as `migrate` does
    #[arg(long)]
    pub autogenerate: bool,
    /// The file.
    #[command(flatten)]
    pub writing: Writing,
    /// What is in it, with `--autogenerate`.
    #[command(flatten)]
    pub generated: Generated,
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
    /// The last one of those that move; the other head if only `--onto` is said
    pub revision: Option<String>,
    /// What they shall follow; the other head if nothing is said
    #[arg(long, value_name = "REVISION")]
    pub onto: Option<String>,
    /// Move them although they do not fit there, or others follow them and move along
    #[arg(long)]
    pub force: bool,
    /// Say what would move and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Squash {
    /// Which: `a:b` from the one to the other, `:b` from the base, `a:` up to the head
    #[arg(value_name = "RANGE", allow_hyphen_values = true)]
    pub range: String,
    /// What it is about, in a few words
    #[arg(short, long, value_name = "TEXT", default_value = "")]
    pub message: String,
    /// Print the revision and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The id of the revision, in place of a random one
    #[arg(long, value_name = "ID")]
    pub rev_id: Option<String>,
    /// Write it although it was found to do something else than what it replaces
    #[arg(long)]
    pub force: bool,
    /// A server for scratch databases, in place of `scratch_url` in limbeck.toml
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub scratch_url: Option<String>,
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
