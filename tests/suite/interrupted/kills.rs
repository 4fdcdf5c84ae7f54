use limbeck::{Direction, Operation, Revision, Target};
use limbeck_schema::{Capabilities, Dialect};
use limbeck_tests::{Database, revisions::MIGRATIONS, run, with_database};
use sea_orm::ConnectionTrait;

use super::{kinds::Kinds, program::Migrator, revisions, state::State};

/// How many runs were killed.
#[derive(Default)]
struct Tally {
    upgrades: usize,
    downgrades: usize,
    /// Behind an opaque statement that commits by itself: only its author knows whether it ran.
    in_doubt: usize,
}

/// Kills runs of every revision, on the way up and on the way down.
pub fn all(dialect: Dialect) {
    let mut tally = Tally::default();
    // An index that is made outside of a transaction is a person's matter so far.
    let is_settled = |file: &str| dialect != Dialect::Postgres || file != "indexes";
    for (below, entry) in revisions().filter(|(_, entry)| is_settled(entry.file)) {
        let name = format!("kills_{}", entry.file);
        let killed = run(with_database(dialect, &name, |database| async move {
            Trip::new(database, below, entry.revision).await.go().await
        }));
        eprintln!(
            "{dialect}: {}: {} upgrades and {} downgrades killed",
            entry.file, killed.upgrades, killed.downgrades
        );
        tally.upgrades += killed.upgrades;
        tally.downgrades += killed.downgrades;
        tally.in_doubt += killed.in_doubt;
    }
    let Tally { upgrades, downgrades, in_doubt } = tally;
    eprintln!("{dialect}: {upgrades} upgrades and {downgrades} downgrades killed, {in_doubt} of them in doubt");
}

/// One revision of a database, up and down.
struct Trip {
    database: Database,
    migrator: Migrator,
    revision: &'static Revision,
    up: Way,
    down: Way,
}

/// The one way or the other.
struct Way {
    direction: Direction,
    arguments: [&'static str; 2],
    /// The statements of an undisturbed run.
    listed: Vec<String>,
    /// The numbers of those behind which a run is killed.
    numbers: Vec<usize>,
    /// What an undisturbed run leads to.
    end: State,
}

impl Trip {
    async fn new(database: Database, below: &'static str, revision: &'static Revision) -> Self {
        let target: Target = below.parse().expect("a target");
        if target != Target::Base {
            limbeck::upgrade(&database.connection, &MIGRATIONS, target).await.expect("the revisions below");
        }
        let migrator = Migrator::at(&database.url);
        let [up, down] = [["upgrade", revision.id], ["downgrade", below]];
        // Some values do not come back as they were; from then on they do.
        migrator.run(&up).well();
        migrator.run(&down).well();
        let up = Way::undisturbed(&database, &migrator, up, (revision, Direction::Upgrade)).await;
        let down = Way::undisturbed(&database, &migrator, down, (revision, Direction::Downgrade)).await;
        Self { database, migrator, revision, up, down }
    }

    async fn go(self) -> Tally {
        let mut in_doubt = 0;
        for at in 0..self.up.numbers.len().max(self.down.numbers.len()) {
            in_doubt += self.go_one_way(&self.up, at).await;
            in_doubt += self.go_one_way(&self.down, at).await;
        }
        Tally { upgrades: self.up.numbers.len(), downgrades: self.down.numbers.len(), in_doubt }
    }

    /// Kills a run, lets the next one finish it, and holds what it leads to against what an undisturbed one does. Returns 1 if a person had to help.
    async fn go_one_way(&self, way: &Way, at: usize) -> usize {
        let killed = way.numbers.get(at).copied();
        let when = || {
            let statement = killed.and_then(|number| way.listed.get(number - 1));
            format!("{} after a kill behind {statement:?}, the {killed:?}. statement", way.arguments.join(" "))
        };
        if let Some(number) = killed {
            self.migrator.killed_after(number, &way.arguments);
        }
        let ended = self.migrator.run(&way.arguments);
        let in_doubt = usize::from(!ended.is_well());
        if in_doubt == 1 {
            let may_be = killed.is_some() && self.is_opaque(way.direction);
            assert!(may_be && ended.says("perhaps `execute`") && ended.says("`stamp"), "{}:\n{ended}", when());
            self.take_back(way.direction).await;
            self.migrator.run(&way.arguments).well();
        }
        if let Err(reason) = way.end.same(&State::of(&self.database).await) {
            panic!("{}: {reason}", when());
        }
        in_doubt
    }

    /// Whether there is a statement of which nothing says what it does, and nobody takes back what it did.
    fn is_opaque(&self, direction: Direction) -> bool {
        let steps = match direction {
            Direction::Upgrade => self.revision.upgrade(),
            Direction::Downgrade => self.revision.downgrade(),
        };
        let is_ddl = |sql: &str| !["INSERT", "UPDATE", "DELETE"].iter().any(|word| sql.starts_with(word));
        let is_opaque = |operation: &Operation| matches!(operation, Operation::Execute { sql, records } if records.is_empty() && is_ddl(sql));
        !Capabilities::of(self.database.dialect).transactional_ddl
            && steps.iter().any(|step| is_opaque(&step.operation))
    }

    /// By hand, and says so to the history, as the error proposes.
    async fn take_back(&self, direction: Direction) {
        let (sql, before) = match direction {
            Direction::Upgrade => ("DROP VIEW IF EXISTS names", self.down.arguments[1]),
            Direction::Downgrade => ("CREATE OR REPLACE VIEW names AS SELECT name FROM parents", self.up.arguments[1]),
        };
        self.database.connection.execute_unprepared(sql).await.expect(sql);
        self.migrator.run(&["stamp", before]).well();
    }
}

impl Way {
    async fn undisturbed(
        database: &Database,
        migrator: &Migrator,
        arguments: [&'static str; 2],
        (revision, direction): (&Revision, Direction),
    ) -> Self {
        let kinds = Kinds::of(database, revision, direction).await;
        let listed = migrator.listed(&arguments);
        let numbers = match std::env::var("LIMBECK_KILLS").as_deref() {
            Ok("all") => (1..=listed.len()).collect(),
            _ => kinds.numbers(&listed),
        };
        Self { direction, arguments, listed, numbers, end: State::of(database).await }
    }
}
