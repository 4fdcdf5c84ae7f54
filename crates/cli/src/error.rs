use std::{io, path::PathBuf};

use limbeck_entity::{Problem, Severity};
use limbeck_schema::Dialect;

use crate::program::Program;

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
    /// What to do about it.
    pub fn hints(&self) -> Vec<String> {
        let hint = |text: &str| vec![text.to_owned()];
        let program = Program::running();
        match self {
            Self::NoRevisions => hint("run it as `cargo xtask ..` in the project; `limbeck init` lays one out"),
            Self::NoUrl => {
                hint("set DATABASE_URL, pass `--url`, or write `url = \"sqlite://dev.db\"` into limbeck.toml")
            }
            Self::EnvFile { .. } => {
                hint("a value with blanks in it stands in quotes; `--url` and DATABASE_URL come before the file")
            }
            Self::NoDialect => hint(
                "write `dialects = [\"postgres\"]` into limbeck.toml, or pass `--url`; scripts and `check --offline` take `--dialect`",
            ),
            Self::Output(_) => {
                hint("what is written there is cut off: don't use it; all else that the command does is done")
            }
            Self::SeveralDialects(_) => hint("pass `--dialect`"),
            Self::RangeOfRun(_) => hint("name the end alone; with `--sql` the range is written as a script"),
            Self::Script(error) => vec![error.hint()],
            Self::NoEntities { .. } => {
                hint("name their folder with `entities = [\"..\"]` in limbeck.toml, or pass `--entities DIR`")
            }
            Self::Behind { target, .. } => hint(&format!("run `{program} upgrade {target}` first")),
            Self::Questions { count, renames, .. } => {
                let rename = "a rename that is taken for a drop loses data: pass one flag for each, say it in the entities with `renamed_from`, or pass `--no-renames`: all of it is dropped and added";
                let fill = "rows that are there need a value: pass one flag for each";
                let texts = [(*renames > 0, rename), (count > renames, fill)];
                texts.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, text)| text.to_owned()).collect()
            }
            Self::UnusedFill(_) => {
                hint("leave the flag out; it names a column that may be NULL, has a default, or is not there")
            }
            Self::NoAnswer => hint(
                "flags answer without a question: `--rename`, `--drop`, `--keep`, `--fill`, `--baseline`; `--dry-run` lists what is open",
            ),
            Self::Newer { .. } => hint(&format!(
                "get the files from the branch that made them, undo them with `{program} downgrade`, or set the history with `{program} stamp`"
            )),
            Self::Conflicts { .. } => hint(&format!(
                "bring the database back to what the revisions made with `{program} migrate --repair`, or the entities to what it is"
            )),
            Self::NothingToKeep(_) => {
                hint("name a table, `table.part` or a type as `check -v` lists it; `*` and `?` stand for characters")
            }
            Self::Denied { .. } => hint(
                "`explain` with a code says what to do instead; `--deny` and `deny` in limbeck.toml say what is denied",
            ),
            Self::Hazard(_) => hint("`explain` without a code lists all of them"),
            Self::HasRevisions => hint(&format!(
                "`{program} upgrade` applies them, and passes over what a baseline makes; `{program} stamp` records them"
            )),
            Self::NothingToAdopt => hint(&format!("`{program} migrate` writes the revision that makes them")),
            Self::NoTable(_) => hint("`entities` without a name prints all of them"),
            Self::StatedType { .. } => hint(
                "write it as a revision or SeaORM does: `text`, `decimal(16,4)`, `String(StringLen::N(64))`, `custom(\"citext\")`",
            ),
            Self::RefutedRevision(_) => hint(
                "nothing is written. If something else of the database is in the way (a view, a trigger), drop it first; if nothing is, it is a defect: please report it. `--dry-run --unproved -v` shows the revision, `--unproved` writes it all the same",
            ),
            Self::Member { workspace, .. } => {
                let root = workspace.parent().unwrap_or(workspace).display();
                hint(&format!("lay it out there: `limbeck init {root}`"))
            }
            Self::OtherMigrations(_) => hint("move that crate to another folder, as `migration`, and call it again"),
            Self::SeveralHeads { .. } => hint(&format!("name one with `--head`, or join them with `{program} merge`")),
            Self::NoPlace(_) => hint("name one as `heads` prints them; `base` is the place of a new root"),
            Self::NoHead { .. } => hint("pass `--splice` if branches are meant to part there"),
            Self::NothingToMerge(_) => hint("`heads` prints what can be joined"),
            Self::Contradiction { .. } => {
                hint("change one of the branches so that both orders lead to the same, or pass `--force`")
            }
            Self::NotSquashable { .. } => hint(
                "squash a range that ends before it or begins behind it; what raw SQL does to the schema says `.records(..)`",
            ),
            Self::NotTheSame { .. } => hint(
                "nothing was written; `prove` tells whether each of them leads back; pass `--force` to edit it by hand",
            ),
            Self::Joins { .. } => hint(&format!(
                "change one of the branches so that both orders lead to the same, name one with `--head`, or join them with `{program} merge --force`"
            )),
            Self::NeedsOthers { needed, .. } => vec![match needed {
                Some(id) => format!("pass `--depends-on {id}`, or name another `--head`"),
                None => "pass `--depends-on` with what it needs, or name another `--head`".to_owned(),
            }],
            Self::SetAside => hint(&format!(
                "`--dry-run` shows it; without `--no-history`, on a database that `{program} upgrade` has brought to the head, only what changed is written"
            )),
            Self::Misfit { .. } => hint(&format!(
                "change them so that they do, join the branches with `{program} merge`, or pass `--force`"
            )),
            Self::MovesAlong { .. } => hint(&format!(
                "move what follows by its own name first, join the branches with `{program} merge`, or pass `--force` if it is yours as well"
            )),
            Self::NoLine(_) => hint(&format!("name both ends: `{program} rebase <mine> --onto <theirs>`")),
            Self::AlreadyApplied { .. } => hint(&format!(
                "undo them with `{program} downgrade` first; what others have applied has to be merged instead"
            )),
            Self::NothingToEdit => hint("`history` prints the revisions"),
            Self::NoEditor => hint("set EDITOR"),
            Self::OnlyWithoutRows(_) => hint(
                "it may fail on every table that is not empty: fill what rows lack in a step before, or leave `--require-proof` out",
            ),
            Self::MaybeRecorded { .. } => hint(&format!(
                "the file stays: `{program} current` names the revision if it is recorded; if it does not, remove the file and run the command again"
            )),
            Self::NothingToProve(_) => {
                hint("`a:b` are the revisions after `a` up to `b`, a place alone is that one; `history` lists them")
            }
            Self::NotProvable(_) => hint("pass `--scratch-url`, or leave `--require-proof` out"),
            Self::Exists(_) => hint("pass another message or `--rev-id`"),
            Self::RevisionTaken(_) => hint("pass another `--rev-id`, or none"),
            Self::Library(error) => vec![error.hint()].into_iter().filter(|hint| !hint.is_empty()).collect(),
            Self::Read { .. } => hint("see that it is there and that you may read it"),
            Self::Manifest { .. } => hint("mend it and call the command again: what it has written by then stays"),
            Self::RevisionId(_) => hint(
                "letters of ASCII, digits and `_`, at most 40 and not digits alone; `head`, `heads`, `base` and `current` are places",
            ),
            Self::Head { .. } => hint(
                "write it as a new file has it: `pub const REVISION: Revision = Revision::new(\"..\")` and calls with lists of literals",
            ),
            Self::Pattern { .. } => {
                hint("`*`, `**`, `?` and `[..]` stand for characters, `!` in front leaves out what it matches")
            }
            Self::Ddl { .. } => hint(
                "say it in a way that the dialect knows, give the step to the others with `.only(..)`, or take the dialect out of `dialects` in limbeck.toml",
            ),
            Self::Write { .. }
            | Self::Settings { .. }
            | Self::Compiled(_)
            | Self::Entities { .. }
            | Self::Warnings { .. }
            | Self::Refused { .. }
            | Self::Rename { .. }
            | Self::Terminal(_)
            | Self::Sources(_)
            | Self::Introspect(_)
            | Self::Render(_)
            | Self::Reverse(_)
            | Self::Editor { .. }
            | Self::Runtime(_) => Vec::new(),
        }
    }

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
