use limbeck::{Direction, Operation, Revision, Target};
use limbeck_schema::{Capabilities, Dialect};
use limbeck_tests::{Database, revisions::MIGRATIONS, run, with_database};
use sea_orm::{ConnectionTrait, Statement};

use super::{kinds::Kinds, program::Migrator, revisions, state::State};

/// How many runs were killed.
#[derive(Default)]
struct Tally {
    upgrades: usize,
    downgrades: usize,
    /// Behind an opaque statement that commits by itself: only its author knows whether it ran.
    in_doubt: usize,
    /// Of both, followed by a run in the other direction.
    turned: usize,
    /// Those among them that were told what to run first.
    told: usize,
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
            "{dialect}: {}: {} upgrades and {} downgrades killed; {} then turned, {} told what to run first",
            entry.file, killed.upgrades, killed.downgrades, killed.turned, killed.told
        );
        tally.upgrades += killed.upgrades;
        tally.downgrades += killed.downgrades;
        tally.in_doubt += killed.in_doubt;
        tally.turned += killed.turned;
        tally.told += killed.told;
    }
    let Tally { upgrades, downgrades, in_doubt, turned, told } = tally;
    eprintln!(
        "{dialect}: {upgrades} upgrades and {downgrades} downgrades killed, {in_doubt} of them in doubt; \
         {turned} more followed by a run in the other direction, {told} of them told what to run first"
    );
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
        let mut tally =
            Tally { upgrades: self.up.numbers.len(), downgrades: self.down.numbers.len(), ..Tally::default() };
        for at in 0..self.up.numbers.len().max(self.down.numbers.len()) {
            self.turn([&self.up, &self.down], at, &mut tally).await;
            tally.in_doubt += self.go_one_way(&self.up, at).await;
            self.turn([&self.down, &self.up], at, &mut tally).await;
            tally.in_doubt += self.go_one_way(&self.down, at).await;
        }
        tally
    }

    /// Kills a run of the first way, and lets one of the second follow. Where that may not go on, it says what does.
    async fn turn(&self, [killed, other]: [&Way; 2], at: usize, tally: &mut Tally) {
        let Some(number) = killed.numbers.get(at).copied() else { return };
        let statement = killed.listed.get(number - 1);
        let [command, target] = killed.arguments;
        let when = format!("{} behind {command} killed behind {statement:?}", other.arguments.join(" "));
        self.migrator.killed_after(number, &killed.arguments);
        let ended = self.migrator.run(&other.arguments);
        tally.turned += 1;
        if !ended.is_well() {
            tally.told += 1;
            assert_ne!(self.database.dialect, Dialect::Sqlite, "there is nothing in part: {when}:\n{ended}");
            if ended.says("--assume-done") {
                assert!(self.is_opaque(killed.direction), "{when}:\n{ended}");
                let found = if self.is_done(killed.direction).await { "--assume-done" } else { "--assume-undone" };
                self.migrator.run(&[command, target, found]).well();
            } else {
                let told = match killed.direction {
                    Direction::Upgrade => "nothing says what undoes the steps that are done",
                    Direction::Downgrade => "alone, and to finish it would take away what",
                };
                assert!(ended.says(told), "{when}:\n{ended}");
                self.migrator.run(&killed.arguments).well();
            }
            self.migrator.run(&other.arguments).well();
        }
        let found = State::of(&self.database).await;
        if other.end.same(&found).is_ok() {
            return;
        }
        if let Err(reason) = other.end.same_but_values(&found) {
            panic!("{when}: {reason}");
        }
        // What was removed on the way came back empty; from now on it holds again what it held.
        self.migrator.run(&killed.arguments).well();
        self.migrator.run(&other.arguments).well();
        if let Err(reason) = other.end.same(&State::of(&self.database).await) {
            panic!("{when}, once more there and back: {reason}");
        }
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
            let is_told = ["perhaps `execute`", "--assume-done", "--assume-undone"].iter().all(|part| ended.says(part));
            assert!(may_be && is_told, "{}:\n{ended}", when());
            let found = if self.is_done(way.direction).await { "--assume-done" } else { "--assume-undone" };
            self.migrator.run(&[way.arguments[0], way.arguments[1], found]).well();
        }
        if let Err(reason) = way.end.same(&State::of(&self.database).await) {
            panic!("{}: {reason}", when());
        }
        in_doubt
    }

    /// Whether there is a statement of which nothing says what it does, and which commits by itself.
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

    /// What a person finds of the opaque statement in the database.
    async fn is_done(&self, direction: Direction) -> bool {
        let sql = "SELECT 1 FROM information_schema.views WHERE table_schema = DATABASE() AND table_name = 'names'";
        let connection = &self.database.connection;
        let statement = Statement::from_string(connection.get_database_backend(), sql);
        let is_there = connection.query_one_raw(statement).await.expect("the views").is_some();
        match direction {
            Direction::Upgrade => is_there,
            Direction::Downgrade => !is_there,
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
        Self { direction, arguments, listed, numbers, end: State::of(database).await }
    }
}
