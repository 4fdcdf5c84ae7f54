use super::CliError;
use crate::program::Program;

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
}
