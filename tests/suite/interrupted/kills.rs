use limbeck::{Direction, Revision, Target};
use limbeck_schema::Dialect;
use limbeck_tests::{Database, revisions::MIGRATIONS, run, with_database};

use super::{kinds::Kinds, program::Migrator, revisions, state::State};

/// How many runs were killed.
#[derive(Default)]
struct Tally {
    upgrades: usize,
    downgrades: usize,
}

/// Kills runs of every revision, on the way up and on the way down.
pub fn all(dialect: Dialect) {
    let mut tally = Tally::default();
    for (below, entry) in revisions() {
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
    }
    let Tally { upgrades, downgrades } = tally;
    eprintln!("{dialect}: {} runs killed, {upgrades} upgrades and {downgrades} downgrades", upgrades + downgrades);
}

/// One revision of a database, up and down.
struct Trip {
    database: Database,
    migrator: Migrator,
    up: Way,
    down: Way,
}

/// The one way or the other.
struct Way {
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
        Self { database, migrator, up, down }
    }

    async fn go(self) -> Tally {
        let rounds = self.up.numbers.len().max(self.down.numbers.len());
        for at in 0..rounds {
            self.go_one_way(&self.up, at).await;
            self.go_one_way(&self.down, at).await;
        }
        Tally { upgrades: self.up.numbers.len(), downgrades: self.down.numbers.len() }
    }

    /// Kills a run, lets the next one finish it, and holds what it leads to against what an undisturbed one does.
    async fn go_one_way(&self, way: &Way, at: usize) {
        let killed = way.numbers.get(at).copied();
        if let Some(number) = killed {
            self.migrator.killed_after(number, &way.arguments);
        }
        let when = || {
            let statement = killed.and_then(|number| way.listed.get(number - 1));
            format!("{} after a kill behind {statement:?}, the {killed:?}. statement", way.arguments.join(" "))
        };
        let ended = self.migrator.run(&way.arguments);
        assert!(ended.is_well(), "{}:\n{ended}", when());
        if let Err(reason) = way.end.same(&State::of(&self.database).await) {
            panic!("{}: {reason}", when());
        }
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
        Self { arguments, listed, numbers, end: State::of(database).await }
    }
}
