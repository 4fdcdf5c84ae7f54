mod hints;

use std::{io, path::PathBuf};

use limbeck_entity::{Problem, Severity};
use limbeck_schema::Dialect;

/// Why a command could not be done. The fact is the text; what to do about it are the [`hints`](Self::hints).
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The `limbeck` binary was asked for what needs compiled revisions.
    #[error("this command needs the project's compiled revisions")]
    NoRevisions,
    /// A file or folder can't be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file or folder can't be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The standard output can't be written: what stands there is not the whole.
    #[error("cannot write the standard output: {0}")]
    Output(io::Error),
    /// The configuration can't be understood.
    #[error("{}:{}:{}: {}", path.display(), problem.line, problem.column, problem.message)]
    Settings {
        /// The file.
        path: PathBuf,
        /// Where and what.
        problem: limbeck::SettingsError,
    },
    /// A line of `.env` can't be understood.
    #[error("{}{}: is no `NAME=value`", path.display(), line.map(|line| format!(":{line}")).unwrap_or_default())]
    EnvFile {
        /// The file.
        path: PathBuf,
        /// Which line, if that is known.
        line: Option<usize>,
    },
    /// The configuration that was compiled into this program can't be understood.
    #[error("the configuration compiled into this program: {0}")]
    Compiled(String),
    /// A project was to be laid out in a member of a workspace.
    #[error("{} is a member of the workspace {}, and cargo takes no workspace within another", folder.display(), workspace.display())]
    Member {
        /// The folder.
        folder: PathBuf,
        /// The workspace's manifest.
        workspace: PathBuf,
    },
    /// A pattern of entity folders is none.
    #[error("entity folders `{pattern}`{}: {problem}", file.as_ref().map(|file| format!(" in {}", file.display())).unwrap_or_default())]
    Pattern {
        /// The configuration.
        file: Option<PathBuf>,
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        problem: String,
    },
    /// Nothing names the database.
    #[error("no database is named")]
    NoUrl,
    /// Nothing says for which databases to compare.
    #[error("nothing says which databases the project runs on")]
    NoDialect,
    /// Nothing says for which of several databases a script is.
    #[error("the project runs on {}, and nothing says for which the script is", .0.iter().map(|dialect| dialect.name()).collect::<Vec<_>>().join(", "))]
    SeveralDialects(Vec<Dialect>),
    /// A range where something runs.
    #[error("`{0}` is a range, and a run sees for itself where the database stands")]
    RangeOfRun(String),
    /// There is no script.
    #[error(transparent)]
    Script(Box<limbeck::ScriptError>),
    /// The entities can't be understood.
    #[error("{} in the entities", counted(problems))]
    Entities {
        /// Each with its place; warnings may be among them.
        problems: Vec<Problem>,
    },
    /// The entities have warnings, and `--deny-warnings` takes them for errors.
    #[error("{} in the entities, and `--deny-warnings` takes them for errors", plural(problems.len(), "warning"))]
    Warnings {
        /// Each with its place.
        problems: Vec<Problem>,
    },
    /// Columns have to be made and nobody knows their types.
    #[error("{} can't be made: the entities don't tell the type", plural(problems.len(), "column"))]
    Refused {
        /// Each with its place, the reason and the way out.
        problems: Vec<Problem>,
    },
    /// No entity has a table of this name.
    #[error("no entity has a table `{0}`")]
    NoTable(String),
    /// A type that the configuration states is none.
    #[error("{place}`{value}`, which `[types]` states for `{key}`, is no column type")]
    StatedType {
        /// Where, with a blank behind it; empty where no file says it.
        place: String,
        /// What it is stated for.
        key: String,
        /// What is stated.
        value: String,
    },
    /// The entities can't be read.
    #[error("cannot read the entities: {0}")]
    Sources(String),
    /// There are no entities where they are looked for.
    #[error("{}", no_entities(folders))]
    NoEntities {
        /// Where they were looked for.
        folders: Vec<String>,
    },
    /// Something of the embedded library failed: connecting, the history, a run.
    #[error(transparent)]
    Library(#[from] limbeck::Error),
    /// The catalog can't be read.
    #[error(transparent)]
    Introspect(#[from] limbeck_introspect::IntrospectError),
    /// The database lacks revisions that are in this checkout.
    #[error("the database is behind: {} not applied ({})", plural(revisions.len(), "revision"), revisions.join(", "))]
    Behind {
        /// Which.
        revisions: Vec<String>,
        /// What an upgrade that applies them goes to.
        target: &'static str,
    },
    /// The database has revisions that are not in this checkout.
    #[error("the database is newer than the files: no file here has {} `{}`", if revisions.len() == 1 { "the revision" } else { "the revisions" }, revisions.join("`, `"))]
    Newer {
        /// Which.
        revisions: Vec<String>,
    },
    /// Model and database both changed.
    #[error("{} changed in the entities and in the database", plural(objects.len(), "object"))]
    Conflicts {
        /// Which, and how.
        objects: Vec<String>,
    },
    /// A `--rename` or `--drop` that does not fit what is there.
    #[error("`{flag}` does not apply: {problem}")]
    Rename {
        /// The flag as it is written.
        flag: String,
        /// Why.
        problem: String,
    },
    /// What goes may be what comes, and nobody said whether.
    #[error("{} open", plural_are(*count, "question"))]
    Questions {
        /// How many.
        count: usize,
        /// How many of them are about another name.
        renames: usize,
        /// Each with the flags of its answers.
        lines: Vec<String>,
    },
    /// A value that no column needs.
    #[error("nothing has to be filled in `{0}`")]
    UnusedFill(String),
    /// A question that was put aside.
    #[error("a question was not answered: nothing is written")]
    NoAnswer,
    /// The terminal can't be used.
    #[error("cannot ask on this terminal: {0}")]
    Terminal(String),
    /// What was asked to be kept on the command line is nowhere; it may be misspelt, and what is meant would go.
    #[error("`--keep` names nothing that is recorded or in the database: `{}`", .0.join("`, `"))]
    NothingToKeep(Vec<String>),
    /// Changes with hazards that `--deny` or the configuration denies.
    #[error("{} denied", plural_are(hazards.len(), "hazard"))]
    Denied {
        /// Each with its operation.
        hazards: Vec<String>,
    },
    /// A text that is no hazard.
    #[error("{0}")]
    Hazard(limbeck_operations::ParseHazardError),
    /// A baseline is a project's first revision.
    #[error("a baseline is the first revision, and the project has revisions already")]
    HasRevisions,
    /// A baseline of a database that has nothing of the entities.
    #[error("the database has none of the tables that the entities state: there is nothing to adopt")]
    NothingToAdopt,
    /// An operation that a declared dialect can't do.
    #[error("the revision can't be made for {dialect}: {problem}")]
    Ddl {
        /// The dialect.
        dialect: Dialect,
        /// Which operation, and why.
        problem: String,
    },
    /// The revision does not do what it says.
    #[error("the revision is refuted {0}")]
    RefutedRevision(String),
    /// The revision can't be tried, and a proof is required.
    #[error("the revision can't be proved: {0}")]
    NotProvable(String),
    /// A baseline whose recording did not come to its end.
    #[error("whether the database has recorded {} is not known: {source}", file.display())]
    MaybeRecorded {
        /// The revision's file, which stays.
        file: PathBuf,
        /// What happened.
        source: limbeck::Error,
    },
    /// The revision fails on rows, and a proof is required.
    #[error("the revision is proved without rows only: {0}")]
    OnlyWithoutRows(String),
    /// A range of revisions that holds none.
    #[error("no revision in `{0}`")]
    NothingToProve(String),
    /// The revision can't be written down.
    #[error("the revision can't be written: {0}")]
    Render(String),
    /// The way down can't be found.
    #[error("the downgrade can't be made: {0}")]
    Reverse(String),
    /// There is a revision file of this name already.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// An id that can't be one.
    #[error("`{0}` can't be a revision's id: use letters, digits and underscores, at least one letter, at most 40")]
    RevisionId(String),
    /// An id that a revision has already.
    #[error("there is a revision `{0}` already")]
    RevisionTaken(String),
    /// A manifest that can't be understood.
    #[error("{}: {problem}", path.display())]
    Manifest {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
    /// The folder `migrations` is another tool's.
    #[error("{} is no crate of Limbeck's revisions", .0.display())]
    OtherMigrations(PathBuf),
    /// The head of a revision file can't be read.
    #[error("{}:{}:{}: {}", path.display(), problem.line, problem.column, problem.message)]
    Head {
        /// The file.
        path: PathBuf,
        /// Where and what.
        problem: limbeck_autogenerate::HeadError,
    },
    /// A new revision could follow several.
    #[error("{} heads are present: `{}`", heads.len(), heads.join("`, `"))]
    SeveralHeads {
        /// Which.
        heads: Vec<String>,
    },
    /// A new revision would follow where a database stands that has none.
    #[error("`{0}` is no revision: the database has none of them")]
    NoPlace(String),
    /// A new revision would let branches part.
    #[error("revision `{id}` is no head: others follow it")]
    NoHead {
        /// Its id.
        id: String,
    },
    /// A merge of what is one line already.
    #[error("{0}: there is nothing to join")]
    NothingToMerge(String),
    /// The order in which branches run makes a difference.
    #[error("the branches contradict each other: it makes a difference which of them runs first")]
    Contradiction {
        /// What differs, and how.
        objects: Vec<String>,
    },
    /// A new revision would join branches, and the order in which they run makes a difference.
    #[error(
        "the revision would join branches that contradict each other: it makes a difference which of them runs first"
    )]
    Joins {
        /// What differs, and how.
        objects: Vec<String>,
    },
    /// A new revision needs what another branch makes.
    #[error("the revision changes what another branch makes, and would not fit where that has not run")]
    NeedsOthers {
        /// What does not fit, and why.
        objects: Vec<String>,
        /// The revision with which it does.
        needed: Option<String>,
    },
    /// A revision of all that is there, beside others that made it.
    #[error("the history is set aside, and the project has revisions: what they made would be made again")]
    SetAside,
    /// What is to be moved does not fit behind what it shall follow.
    #[error("the revisions do not fit behind `{id}`")]
    Misfit {
        /// What they shall follow.
        id: String,
        /// What does not fit, and why.
        objects: Vec<String>,
    },
    /// Something follows what is to be moved, and is not of its line.
    #[error("`{child}` ({file}) follows `{id}` too, and would move along")]
    MovesAlong {
        /// What is to be moved.
        id: String,
        /// What follows it.
        child: String,
        /// The file of that.
        file: String,
    },
    /// What is to be moved is no line, or has no place to go.
    #[error("nothing can be moved: {0}")]
    NoLine(String),
    /// A range that no single revision can stand for.
    #[error("these revisions can't be squashed")]
    NotSquashable {
        /// What is in the way.
        obstacles: Vec<String>,
    },
    /// A squashed revision was tried, and leads elsewhere than those that it replaces.
    #[error("the squashed revision does not do what those do that it replaces")]
    NotTheSame {
        /// What differs, and which way.
        objects: Vec<String>,
    },
    /// A database has what is to be moved.
    #[error("the database has {} already: `{}`", plural(revisions.len(), "revision"), revisions.join("`, `"))]
    AlreadyApplied {
        /// Which.
        revisions: Vec<String>,
    },
    /// No revision is meant.
    #[error("the place has no revision: there is no file to open")]
    NothingToEdit,
    /// Nothing says which editor.
    #[error("nothing says which editor to use")]
    NoEditor,
    /// The editor can't be started, or did not end well.
    #[error("the editor `{editor}` failed: {problem}")]
    Editor {
        /// As it was called.
        editor: String,
        /// Why.
        problem: String,
    },
    /// The asynchronous runtime can't be started.
    #[error("cannot start the runtime: {0}")]
    Runtime(io::Error),
}

impl CliError {
    /// The objects that are the trouble, each a line, to be printed before the fact.
    pub fn objects(&self) -> &[String] {
        match self {
            Self::Questions { lines, .. } => lines,
            Self::NotSquashable { obstacles: objects }
            | Self::NotTheSame { objects }
            | Self::Conflicts { objects }
            | Self::Contradiction { objects }
            | Self::Joins { objects }
            | Self::NeedsOthers { objects, .. }
            | Self::Misfit { objects, .. }
            | Self::Denied { hazards: objects } => objects,
            _ => &[],
        }
    }

    /// The places of the entities that are the trouble, to be shown before the fact.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Entities { problems } | Self::Warnings { problems } | Self::Refused { problems } => problems,
            _ => &[],
        }
    }
}

impl From<limbeck::ScriptError> for CliError {
    fn from(error: limbeck::ScriptError) -> Self {
        Self::Script(Box::new(error))
    }
}

fn no_entities(folders: &[String]) -> String {
    if folders.is_empty() {
        "nothing says where the entities are".to_owned()
    } else {
        format!("no entities in {}", folders.join(", "))
    }
}

/// `2 problems`, `2 problems and 1 warning`.
fn counted(problems: &[Problem]) -> String {
    let warnings = problems.iter().filter(|problem| problem.severity == Severity::Warning).count();
    let errors = plural(problems.len() - warnings, "problem");
    if warnings == 0 { errors } else { format!("{errors} and {}", plural(warnings, "warning")) }
}

/// `1 hazard is`, `2 hazards are`.
fn plural_are(count: usize, noun: &str) -> String {
    format!("{} {}", plural(count, noun), if count == 1 { "is" } else { "are" })
}

/// `1 problem`, `2 problems`.
pub(crate) fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
