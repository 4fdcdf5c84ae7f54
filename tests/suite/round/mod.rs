//! The round that every case and every hand-written list goes on a real server: up, compare, fill, up, compare, down, compare the catalogs, up again, down to
//! nothing. By limbeck's own runner.

mod catalog;
mod compared;
mod scripts;

pub use catalog::{assert_same, read, request, same};
pub use compared::differences;
use std::sync::Arc;

use limbeck::{Migrations, Revision, Row, Target};
use limbeck_entity::Entities;
use limbeck_operations::Step;
use limbeck_prove::rows::{self, Filled, Passage, Seen};
use limbeck_schema::{Dialect, ObjectName, Schema};
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

/// The id of the revision that makes what is there before.
pub const FIRST: &str = "aaaaaaaaaaaa";
/// The id of the revision that is tried.
pub const SECOND: &str = "bbbbbbbbbbbb";
/// The dialects that a revision is made for unless it says which.
pub const DECLARED: &[Dialect] = &[Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];
/// [`DECLARED`], as the runner is told.
pub const SETTINGS: &str = "dialects = [\"sqlite\", \"postgres\", \"mariadb\"]\n";

/// Dialects, as the runner is told.
pub fn settings(declared: &[Dialect]) -> &'static str {
    let names: Vec<_> = declared.iter().map(|dialect| format!("\"{dialect}\"")).collect();
    Box::leak(format!("dialects = [{}]\n", names.join(", ")).into_boxed_str())
}

/// What goes round.
pub struct Round {
    pub name: String,
    /// The dialects that the revisions are made for.
    pub declared: &'static [Dialect],
    /// Statements for what no revision makes and these stand on: a schema, an extension.
    pub setup: Vec<String>,
    /// [`FIRST`] and [`SECOND`].
    pub migrations: &'static Migrations,
    /// The entities before and after; none for a hand-written list, whose database has to be what its operations say.
    pub wanted: Option<[Arc<Entities>; 2]>,
    /// The rows that are put in before the revision that is tried.
    pub rows: Rows,
    /// Whether the offline scripts lead to the same: not where a data step is written in Rust, or raw SQL makes what no script can know of.
    pub scripted: bool,
}

/// Rows of a round.
pub enum Rows {
    /// Made ones, all of which the database takes.
    Made,
    /// By statements, where made ones would not do.
    Stated(Vec<String>),
    /// Made ones for these tables, as many as the database takes.
    MadeFor(Vec<ObjectName>),
}

impl Rows {
    /// Those of the statements, made ones where there are none.
    pub fn of(statements: Option<Vec<String>>) -> Self {
        statements.map_or(Self::Made, Self::Stated)
    }
}

impl Round {
    fn revision(&self, id: &str) -> &'static Revision {
        let mut entries = self.migrations.entries().iter();
        entries.find(|entry| entry.revision.id == id).expect("both revisions").revision
    }

    async fn set_up(&self, database: &Database) {
        for sql in &self.setup {
            database.connection.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
        }
    }
}

/// Goes round on one server, then looks whether the offline scripts lead to the same.
///
/// # Panics
/// Where the round is not closed, with the step and the object.
pub fn go(dialect: Dialect, round: Round) {
    let name = round.name.clone();
    run(async {
        let ends = with_database(dialect, &name, |database| Trip::new(database, &round).go()).await;
        if round.scripted {
            with_database(dialect, &name, |database| scripts::lead_to(database, &round, &ends)).await;
            with_database(dialect, &name, |database| scripts::lead_by_hand(database, &round, &ends)).await;
        }
    });
}

/// What a round has led to.
struct Ends {
    /// Before the revision that is tried.
    start: End,
    /// After it.
    end: End,
}

/// What a database has at the end of a run.
struct End {
    /// Its catalog.
    schema: Schema,
    /// Its history, without times.
    history: Vec<Row>,
}

struct Trip<'a> {
    database: Database,
    round: &'a Round,
    /// What the first revision makes.
    before: Schema,
    /// What the second makes of it.
    after: Schema,
    second: Vec<Step>,
    /// What undoes it.
    back: Vec<Step>,
}

impl<'a> Trip<'a> {
    fn new(database: Database, round: &'a Round) -> Self {
        let mut before = Schema::default();
        let first = round.revision(FIRST).upgrade();
        limbeck_operations::replay_all(&first, &mut before, database.dialect).expect("what is there before");
        let mut after = before.clone();
        let second = round.revision(SECOND).upgrade();
        limbeck_operations::replay_all(&second, &mut after, database.dialect).expect("what is there after");
        let back = round.revision(SECOND).downgrade();
        Self { database, round, before, after, second, back }
    }

    async fn go(self) -> Ends {
        self.round.set_up(&self.database).await;
        self.up_to(FIRST, "the first upgrade").await;
        self.compare(0, "after the first upgrade").await;
        self.fill().await;
        let start = catalog::read(&self.database).await;
        let start_history = scripts::history(&self.database).await;
        let rows = self.look(&self.before).await;

        self.up_to(SECOND, "the upgrade").await;
        self.compare(1, "after the upgrade").await;
        let end = catalog::read(&self.database).await;
        let end_history = scripts::history(&self.database).await;
        let rows_after = self.look(&self.after).await;
        let passage = self.passage();
        let fills = |table: &ObjectName, column: &str| passage.fills(table, column);
        let renamed = |table: &ObjectName, column: &str| passage.renamed(table, column);
        let relabelled = passage.relabelled(&rows);
        kept(relabelled.still_in(&rows_after, renamed, fills), "after the upgrade");

        self.down_to(Target::Revision(FIRST.to_owned()), "the downgrade").await;
        catalog::assert_same(&start, &catalog::read(&self.database).await, "after the downgrade");
        self.compare(0, "after the downgrade").await;
        let rows_again = self.look(&self.before).await;
        kept(rows.still_in(&rows_again, |table, column| passage.kept(table, column), fills), "after the downgrade");

        self.up_to(SECOND, "the second upgrade").await;
        catalog::assert_same(&end, &catalog::read(&self.database).await, "after the second upgrade");
        let rows_again = self.look(&self.after).await;
        kept(relabelled.still_in(&rows_again, renamed, fills), "after the second upgrade");

        if self.round.wanted.is_some() {
            self.down_to(Target::Base, "the way back to nothing").await;
            let rest = catalog::read(&self.database).await;
            assert_eq!(rest, Schema::default(), "the way back to nothing leaves something");
        }
        let start = End { schema: start, history: start_history };
        Ends { start, end: End { schema: end, history: end_history } }
    }

    async fn up_to(&self, id: &str, when: &str) {
        let target = Target::Revision(id.to_owned());
        if let Err(error) = limbeck::upgrade(&self.database.connection, self.round.migrations, target).await {
            panic!("{when}: {error}\nhint: {}\n{:?}", error.hint(), error.cause());
        }
    }

    async fn down_to(&self, target: Target, when: &str) {
        if let Err(error) = limbeck::downgrade(&self.database.connection, self.round.migrations, target).await {
            panic!("{when}: {error}\nhint: {}\n{:?}", error.hint(), error.cause());
        }
    }

    async fn compare(&self, side: usize, when: &str) {
        let wanted = self.round.wanted.as_ref().map(|sides| &*sides[side]);
        compared::nothing(&self.database, wanted, self.round.declared, when).await;
    }

    async fn fill(&self) {
        let connection = &self.database.connection;
        match &self.round.rows {
            Rows::Stated(statements) => {
                for sql in statements {
                    connection.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
                }
            }
            Rows::Made => assert_eq!(self.make_rows(&self.before).await.refused, [], "a row is refused"),
            Rows::MadeFor(tables) => {
                let mut some = self.before.clone();
                some.tables.retain(|name, _| tables.contains(name));
                let made = self.make_rows(&some).await;
                eprintln!("{} rows, {} refused", made.rows, made.refused.len());
            }
        }
    }

    async fn make_rows(&self, schema: &Schema) -> Filled {
        let passage = self.passage();
        let becomes = |table: &ObjectName, column: &str| passage.becomes(table, column);
        rows::fill(&self.database.connection, schema, self.database.dialect, becomes).await
    }

    async fn look(&self, schema: &Schema) -> Seen {
        rows::look(&self.database.connection, schema, self.database.dialect).await.expect("the rows of the tables")
    }

    fn passage(&self) -> Passage<'_> {
        let (before, after) = (&self.before, &self.after);
        Passage { steps: &self.second, back: &self.back, dialect: self.database.dialect, before, after }
    }
}

/// Asserts that no row was lost.
fn kept(found: Result<(), String>, when: &str) {
    if let Err(lost) = found {
        panic!("{when}: {lost}");
    }
}
