//! The three schemas of a project, loaded for comparing: what the entities want, what the revisions made, what the database has.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    thread,
};

use limbeck::{Access, Edited, Graph, History, Migrations, Seen};
use limbeck_autogenerate::{
    Actual, Comparing, Comparison, Fills, Refused, Rename, Verdicts, baseline, compare, repair,
};
use limbeck_entity::{Entities, Problem};
use limbeck_introspect::Request;
use limbeck_schema::{Dialect, ObjectName, Schema, Server, reconcile_to_the_cast};

use crate::{CliError, arguments, output, project::Project, reading, renaming, session::Session};

/// The loaded schemas.
pub(crate) struct State {
    /// What the entities say.
    pub entities: Entities,
    /// What answers at the other end.
    pub server: Server,
    /// What the revisions made, as each declared dialect sees it; those that are not applied yet are counted in.
    pub recorded: BTreeMap<Dialect, Schema>,
    /// What the database has; `None` while revisions are not applied, since nothing can be said of it before.
    pub actual: Option<Schema>,
    /// The ids of revisions that the database lacks.
    pub not_applied: Vec<String>,
    /// Applied revisions whose files were edited since.
    pub edited: Vec<Edited>,
    /// The ids that a new revision follows.
    pub parents: Vec<String>,
    /// What the server said of texts that no comparison can settle.
    pub verdicts: RefCell<Verdicts>,
}

/// What a person, an entity or a flag said of what comparing can't know.
#[derive(Clone, Copy)]
pub(crate) struct Answers<'a> {
    /// What has another name.
    pub renames: &'a [Rename],
    /// What rows hold in columns that may not be NULL.
    pub fills: &'a Fills,
    /// What is kept besides what the configuration and the flags name.
    pub keep: &'a [String],
}

impl Answers<'_> {
    /// Nobody said anything.
    pub(crate) const NONE: Answers<'static> = Answers { renames: &[], fills: &Fills::new(), keep: &[] };
}

impl State {
    /// Loads all three; the sources are parsed while the catalog is read.
    ///
    /// # Errors
    /// No entities or what is wrong with them, no database, a history that is newer than the files.
    pub(crate) async fn load(
        project: &Project,
        comparing: &arguments::Comparing,
        migrations: &Migrations,
    ) -> Result<Self, CliError> {
        let sources = reading::sources(project, &comparing.reading)?;
        let reading = thread::spawn(move || limbeck_entity::read(&sources));
        let session = Session::open(project, Access::Read).await;
        let entities = reading.join().map_err(|_| CliError::Sources("the parser stopped".to_owned()))?;
        let entities = reading::understood(entities, project, &comparing.reading)?;
        let session = session?;
        let request = Request { schemas: schemas(&entities.schema, session.history.as_ref(), session.server.dialect)? };
        let actual = limbeck_introspect::schema(session.connection.database(), &session.server, &request).await?;
        let mut state = Self::assemble(project, comparing, migrations, &session, (entities, actual));
        if let Ok(state) = &mut state {
            state.ask(project, comparing, &session).await;
        }
        session.connection.close().await;
        state
    }

    /// Asks the server, while it is there, what comparing with the renames of the entities and the flags can't tell. One that can't be asked is no
    /// error: what is undecided is then skipped, with its reason.
    async fn ask(&mut self, project: &Project, comparing: &arguments::Comparing, session: &Session) {
        // What the first answers settle may leave more to ask.
        for _ in 0..2 {
            // A flag that means nothing is refused by the command, which reads it again.
            let Ok(comparison) = renaming::compare(self, project, comparing, None) else { break };
            if comparison.undecided.is_empty() {
                break;
            }
            let undecided = &comparison.undecided;
            let verdicts = limbeck_prove::decide(session.connection.database(), &session.server, undecided).await;
            self.verdicts.borrow_mut().extend(verdicts);
        }
    }

    fn assemble(
        project: &Project,
        comparing: &arguments::Comparing,
        migrations: &Migrations,
        session: &Session,
        (entities, mut actual): (Entities, Schema),
    ) -> Result<Self, CliError> {
        let sqlite_types = project.settings.sqlite_types;
        let server = Server { sqlite_types, ..session.server.clone() };
        let dialects: Vec<Dialect> = declared(project, server.dialect).into_iter().collect();
        let entities = reading::in_default_schema(reading::on_dialects(entities, &dialects), &server.default_schema);
        let history = session.history.as_ref().filter(|_| !comparing.no_history);
        let set_aside = comparing.no_history || (project.entities_stated && history.is_none());
        let empty = History::default();
        let history = history.unwrap_or(&empty);
        let graph = if set_aside { Graph::new([]) } else { Graph::of(migrations) }.map_err(limbeck::Error::from)?;
        history.refuse_half_undone()?;
        let heads: Vec<String> = graph.heads().into_iter().map(|node| node.id.clone()).collect();
        let Seen { graph, applied } = history.seen(&graph).map_err(limbeck::Error::from)?;
        let newer: Vec<String> = applied.iter().filter(|id| !graph.contains(id)).cloned().collect();
        if !newer.is_empty() {
            return Err(CliError::Newer { revisions: newer });
        }
        let path = graph.path_up(&applied, heads.iter().map(String::as_str));
        let not_applied: Vec<String> = path.iter().map(|node| node.id.clone()).collect();
        let mut recorded = BTreeMap::new();
        for dialect in declared(project, server.dialect) {
            let mut schema = history.recorded(dialect).map_err(limbeck::Error::from)?;
            for id in &not_applied {
                migrations.record(id, &mut schema, dialect)?;
            }
            recorded.insert(dialect, schema);
        }
        if let Some(recorded) = recorded.get(&server.dialect) {
            reconcile_to_the_cast(&mut actual, recorded, server.dialect);
        }
        let edited = history.edited(migrations, server.dialect).map_err(limbeck::Error::from)?;
        let actual = not_applied.is_empty().then_some(actual);
        let verdicts = RefCell::default();
        Ok(Self { entities, server, recorded, actual, not_applied, edited, parents: heads, verdicts })
    }

    /// The target that stands for all revisions.
    pub(crate) const fn all_heads(&self) -> &'static str {
        if self.parents.len() > 1 { "heads" } else { "head" }
    }

    /// The comparison of the three, with these answers. `renaming` knows which.
    pub(crate) fn compare(
        &self,
        project: &Project,
        comparing: &arguments::Comparing,
        answers: Answers<'_>,
    ) -> Comparison {
        self.with_comparing(project, comparing, answers, compare)
    }

    /// What brings the database back, with these answers.
    pub(crate) fn repair(
        &self,
        project: &Project,
        comparing: &arguments::Comparing,
        answers: Answers<'_>,
    ) -> Comparison {
        self.with_comparing(project, comparing, answers, repair)
    }

    /// The first revision of a database that was there before.
    pub(crate) fn baseline(&self, project: &Project, comparing: &arguments::Comparing) -> Comparison {
        self.with_comparing(project, comparing, Answers::NONE, baseline)
    }

    /// Hands what is compared, and how, to `way`.
    pub(crate) fn with_comparing<T>(
        &self,
        project: &Project,
        comparing: &arguments::Comparing,
        answers: Answers<'_>,
        way: impl FnOnce(&Comparing<'_>) -> T,
    ) -> T {
        let settings = &project.settings;
        let own: BTreeSet<ObjectName> = std::iter::once(settings.history_table()).collect();
        let opaque = self.entities.opaque.keys().cloned().collect();
        let keep: Vec<String> = settings.keep.iter().chain(&comparing.keep).chain(answers.keep).cloned().collect();
        let set_aside = |name: &ObjectName| own.contains(name) || settings.sets_aside(name);
        way(&Comparing {
            wanted: &self.entities.schema,
            ignored: &self.entities.ignored,
            opaque: &opaque,
            recorded: &self.recorded,
            actual: self.actual.as_ref().map(|schema| Actual { dialect: self.server.dialect, schema }),
            renames: answers.renames,
            sqlite_types: settings.sqlite_types,
            verdicts: &self.verdicts.borrow(),
            fills: answers.fills,
            keep: &keep,
            drop_unmanaged: comparing.drop_unmanaged,
            set_aside: &set_aside,
            is_view: &|name| settings.is_view(name),
        })
    }
}

/// What the comparison refused to make, as problems of the entities.
pub(crate) fn refused(comparison: &Comparison, entities: &Entities) -> Vec<Problem> {
    let known = |refused: &Refused| {
        let opaque = entities.opaque.get(&(refused.table.clone(), refused.column.clone()))?;
        Some(output::refused(&refused.table, &refused.column, opaque))
    };
    comparison.refused.iter().filter_map(known).collect()
}

/// The declared dialects and the connected one.
fn declared(project: &Project, connected: Dialect) -> BTreeSet<Dialect> {
    project.settings.dialects.iter().copied().chain([connected]).collect()
}

/// The schemas that entities and revisions name beside the default one.
fn schemas(wanted: &Schema, history: Option<&History>, dialect: Dialect) -> Result<Vec<String>, CliError> {
    let recorded = match history {
        Some(history) => history.recorded(dialect).map_err(limbeck::Error::from)?,
        None => Schema::default(),
    };
    let names = wanted.tables.keys().chain(wanted.enums.keys()).chain(recorded.tables.keys());
    let schemas: BTreeSet<String> = names.filter_map(|name| name.schema.clone()).collect();
    Ok(schemas.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use limbeck::{Connection, Entry, Revision, Run, Settings, Target};
    use limbeck_autogenerate::Refused;
    use limbeck_entity::{Opaque, Span};
    use limbeck_operations::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::output::ComparisonObject;

    /// Entities that state the schema which unqualified names mean.
    fn entities() -> Entities {
        let mut entities = Entities::default();
        let span = Span { file: PathBuf::from("src/orders.rs"), line: 7, column: 16 };
        let (reason, help) = ("`Money` is nowhere".to_owned(), "say `column_type`".to_owned());
        let orders = ObjectName::qualified("public", "orders");
        let opaque = Opaque { span, length: 5, rust_type: "Money".to_owned(), reason, help };
        entities.opaque.insert((orders.clone(), "total".to_owned()), opaque);
        entities.ignored.insert((orders.clone(), "note".to_owned()));
        entities.renames.push(Rename::Column { table: orders, from: "sum".to_owned(), to: "total".to_owned() });
        reading::in_default_schema(entities, "public")
    }

    #[test]
    fn what_is_refused_is_a_problem_of_the_entities() {
        let mut comparison = Comparison::default();
        comparison.refused.push(Refused { table: "orders".into(), column: "total".to_owned() });
        let problems = refused(&comparison, &entities());
        let shown: Vec<_> = problems.iter().map(ToString::to_string).collect();
        let expected =
            "error: src/orders.rs:7:16: `orders.total` can't be made: `Money` is nowhere\nhint: say `column_type`";
        assert_eq!(shown, [expected]);
        assert_eq!(problems[0].length, 5);
        let error = CliError::Refused { problems };
        assert_eq!(error.to_string(), "1 column can't be made: the entities don't tell the type");
        let object = ComparisonObject::new(&comparison, Dialect::Sqlite, &entities(), &[]);
        let object = serde_json::to_value(object).expect("an object");
        let expected = json!([{
            "table": "orders", "name": "total", "reason": "`Money` is nowhere", "help": "say `column_type`",
            "span": {"file": "src/orders.rs", "line": 7, "column": 16},
        }]);
        assert_eq!(object["refused"], expected);
    }

    #[test]
    fn what_ran_is_replayed_for_the_dialect_that_it_ran_on() {
        const MADE: Revision = Revision::new("made").steps(
            |op| {
                op.create_table("x", [pk_auto("id")]);
            },
            |_| {},
        );
        const GONE: Revision = Revision::new("gone").revises(&["made"]).steps(
            |op| {
                op.execute_on(Dialect::Sqlite, "DROP TABLE x").records(|op| {
                    op.drop_table("x");
                });
            },
            |_| {},
        );
        const AGAIN: Revision = Revision::new("again").revises(&["gone"]).steps(
            |op| {
                op.create_table("x", [pk_auto("id")]);
            },
            |_| {},
        );
        const fn entry(revision: &'static Revision) -> Entry {
            Entry { revision, file: revision.id, message: "", created: "" }
        }
        static ENTRIES: &[Entry] = &[entry(&MADE), entry(&GONE), entry(&AGAIN)];
        static MIGRATIONS: Migrations = Migrations::new(ENTRIES, "");
        let history = crate::session::block_on(async {
            let connection = Connection::open("sqlite::memory:", Access::Write).await.expect("a database");
            Run::new(&MIGRATIONS).upgrade(&connection, &Target::Head).await.expect("an upgrade");
            let history = History::load(connection.database(), Dialect::Sqlite, &Settings::default()).await;
            Ok(history.expect("a history"))
        });
        let history = history.expect("what ran");
        let schemas = |dialect| schemas(&Schema::default(), history.as_ref(), dialect);
        assert_eq!(schemas(Dialect::Sqlite).expect("SQLite"), [""; 0]);
        assert!(schemas(Dialect::Postgres).is_err(), "on another it does not fit itself");
    }

    #[test]
    fn the_default_schema_is_said_nowhere() {
        let entities = entities();
        assert!(entities.ignored.contains(&("orders".into(), "note".to_owned())));
        let rename = Rename::Column { table: "orders".into(), from: "sum".to_owned(), to: "total".to_owned() };
        assert_eq!(entities.renames, [rename]);
    }
}
