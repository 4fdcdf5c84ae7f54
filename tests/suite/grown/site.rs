use std::{cell::RefCell, future::Future};

use limbeck::{Connection, Entry, History, Migrations, Op, Revision, Settings, Step, Target};
use limbeck_autogenerate::{Actual, Comparing, Comparison, Fills, Verdicts, compare};
use limbeck_introspect::{Request, schema, server};
use limbeck_operations::replay_all;
use limbeck_schema::{Dialect, Rename, Schema, Server, reconcile};
use limbeck_tests::{Database, run, with_database};
use sea_orm::{ConnectionTrait, Statement};

use crate::{
    round::{SETTINGS, read},
    sql::backend,
};

thread_local! {
    /// The steps of the revisions below, both ways: a revision is a function, which can't hold them, and a test stays on its thread.
    static STEPS: RefCell<Vec<[Vec<Step>; 2]>> = const { RefCell::new(Vec::new()) };
}

fn record(op: &mut Op, revision: usize, way: usize) {
    STEPS.with_borrow(|steps| op.extend(steps[revision][way].iter().cloned()));
}

static REVISIONS: [Revision; 3] = [
    Revision::new("aaaaaaaaaaaa").steps(|op| record(op, 0, 0), |op| record(op, 0, 1)),
    Revision::new("bbbbbbbbbbbb").revises(&["aaaaaaaaaaaa"]).steps(|op| record(op, 1, 0), |op| record(op, 1, 1)),
    Revision::new("cccccccccccc").revises(&["bbbbbbbbbbbb"]).steps(|op| record(op, 2, 0), |op| record(op, 2, 1)),
];

static ENTRIES: [Entry; 3] = [
    Entry { revision: &REVISIONS[0], file: "first", message: "first", created: "" },
    Entry { revision: &REVISIONS[1], file: "second", message: "second", created: "" },
    Entry { revision: &REVISIONS[2], file: "third", message: "third", created: "" },
];

/// A database, and the revisions of a project on it.
pub struct Site {
    pub database: Database,
    /// What is kept though no entity states it.
    pub keep: Vec<String>,
    /// What rows hold in columns that may not be NULL.
    pub fills: Fills,
    /// The dialects that the project declares; else the database's alone.
    pub declared: Vec<Dialect>,
}

/// Gives `story` an empty database of `dialect`. The revisions that the test has written so far stay.
pub fn at<R: Future<Output = ()>>(dialect: Dialect, name: &str, story: impl FnOnce(Site) -> R) {
    let site = |database| Site { database, keep: Vec::new(), fills: Fills::new(), declared: vec![dialect] };
    run(with_database(dialect, name, |database| story(site(database))));
}

impl Site {
    pub fn dialect(&self) -> Dialect {
        self.database.dialect
    }

    /// Runs statements by hand, on one connection: SQLite's others take a while to see that a name is free.
    pub async fn send(&self, statements: &[&str]) {
        let connection = Connection::of(&self.database.connection).await.expect("a connection of its own");
        for sql in statements {
            let sent = connection.database().execute_unprepared(sql).await;
            sent.unwrap_or_else(|error| panic!("{}: {error}\n{sql}", self.dialect()));
        }
        connection.close().await;
    }

    /// The number of rows of what stands behind FROM.
    pub async fn count(&self, from: &str) -> i64 {
        let statement = Statement::from_string(backend(self.dialect()), format!("SELECT count(*) FROM {from}"));
        let row = self.database.connection.query_one_raw(statement).await;
        let row = row.unwrap_or_else(|error| panic!("{}: {from}: {error}", self.dialect())).expect("a row");
        row.try_get_by_index(0).expect("a number")
    }

    /// Writes a revision of these steps, both ways, behind those that are there.
    pub fn write(&self, upgrade: Vec<Step>, downgrade: Vec<Step>) {
        STEPS.with_borrow_mut(|steps| steps.push([upgrade, downgrade]));
    }

    /// Starts with no revision.
    pub fn forget() {
        STEPS.with_borrow_mut(Vec::clear);
    }

    /// Writes the revision of a comparison.
    pub fn write_changes(&self, comparison: &Comparison) {
        let back = comparison.downgrade().unwrap_or_else(|error| panic!("no way back: {error}"));
        self.write(comparison.upgrade(), back);
    }

    /// The first revision, as a person writes it.
    pub fn write_first(&self, up: impl FnOnce(&mut Op)) {
        let mut op = Op::default();
        up(&mut op);
        let steps = op.into_steps();
        let back = limbeck_operations::reverse_all(&steps, &Schema::default(), self.dialect()).expect("a way back");
        self.write(steps, back);
    }

    /// Takes the newest revision away; no database may have it.
    pub fn forget_newest() {
        STEPS.with_borrow_mut(|steps| _ = steps.pop());
    }

    /// The steps of the newest revision, up and down.
    pub fn newest() -> [Vec<Step>; 2] {
        STEPS.with_borrow(|steps| steps.last().cloned().expect("a revision"))
    }

    pub fn migrations() -> Migrations {
        let count = STEPS.with_borrow(Vec::len);
        Migrations::new(&ENTRIES[..count], SETTINGS)
    }

    pub async fn upgrade(&self) {
        let upgraded = limbeck::upgrade(&self.database.connection, &Self::migrations(), Target::Heads).await;
        upgraded
            .unwrap_or_else(|error| panic!("{}: {error}\nhint: {}\n{:?}", self.dialect(), error.hint(), error.cause()));
    }

    pub async fn downgrade(&self, target: &str) {
        let target: Target = target.parse().expect("a target");
        let downgraded = limbeck::downgrade(&self.database.connection, &Self::migrations(), target).await;
        downgraded
            .unwrap_or_else(|error| panic!("{}: {error}\nhint: {}\n{:?}", self.dialect(), error.hint(), error.cause()));
    }

    /// What the revisions make, replayed.
    pub fn made(&self) -> Schema {
        let mut schema = Schema::default();
        for revision in 0..STEPS.with_borrow(Vec::len) {
            let steps = STEPS.with_borrow(|steps| steps[revision][0].clone());
            replay_all(&steps, &mut schema, self.dialect()).expect("revisions that fit");
        }
        schema
    }

    /// What the catalog says, but for the history.
    pub async fn read(&self) -> Schema {
        read(&self.database).await
    }

    /// Compares what `wanted` says with what the history records and the database has.
    pub async fn compare(&self, wanted: &Schema, drop_unmanaged: bool) -> Comparison {
        self.compare_by(wanted, drop_unmanaged, compare).await
    }

    /// The same by `way`: for a repair, say.
    pub async fn compare_by(
        &self,
        wanted: &Schema,
        drop_unmanaged: bool,
        way: fn(&Comparing<'_>) -> Comparison,
    ) -> Comparison {
        self.compare_as(wanted, (drop_unmanaged, &[]), way).await
    }

    /// The same with renames.
    pub async fn compare_as(
        &self,
        wanted: &Schema,
        (drop_unmanaged, renames): (bool, &[Rename]),
        way: fn(&Comparing<'_>) -> Comparison,
    ) -> Comparison {
        let (connection, dialect) = (&self.database.connection, self.dialect());
        let settings = Settings::default();
        let history = History::load(connection, dialect, &settings).await.expect("a history that is read");
        let recorded = limbeck::recorded(history.as_ref(), dialect).expect("what is recorded");
        let server = self.server().await;
        let mut actual = schema(connection, &server, &Request::default()).await.expect("a catalog that is read");
        reconcile(&mut actual, &recorded, dialect);
        let declared = self.declared.iter().map(|declared| {
            let schema = limbeck::recorded(history.as_ref(), *declared).expect("what is recorded");
            (*declared, schema)
        });
        way(&Comparing {
            wanted,
            ignored: &Default::default(),
            opaque: &Default::default(),
            recorded: &declared.collect(),
            actual: Some(Actual { dialect, schema: &actual }),
            renames,
            sqlite_types: limbeck_schema::SqliteTypes::Meaning,
            verdicts: Verdicts::none(),
            fills: &self.fills,
            keep: &self.keep,
            drop_unmanaged,
            set_aside: &|name| settings.sets_aside(name),
            is_view: &|_| false,
        })
    }

    pub async fn server(&self) -> Server {
        server(&self.database.connection).await.expect("a server that says what it is")
    }
}

/// One test for each server.
macro_rules! on_every_server {
    ($story:path) => {
        #[test]
        fn sqlite() {
            $story(limbeck_schema::Dialect::Sqlite);
        }

        #[test]
        fn postgres() {
            $story(limbeck_schema::Dialect::Postgres);
        }

        #[test]
        fn mariadb() {
            $story(limbeck_schema::Dialect::MariaDb);
        }
    };
}

pub(super) use on_every_server;
