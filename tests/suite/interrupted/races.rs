use std::process::Child;

use limbeck_schema::Dialect;
use limbeck_tests::{revisions::MIGRATIONS, run, with_database};
use sea_orm::{ConnectionTrait, Statement};

use super::{
    number,
    program::{Ended, Migrator},
    state::State,
};

/// How many programs are started at once.
const PROGRAMS: usize = 8;

/// Rounds of races up to the head and down to nothing.
pub fn all(dialect: Dialect) {
    let rounds = number("LIMBECK_RACES", 5);
    run(with_database(dialect, "races", |database| async move {
        let migrator = Migrator::at(&database.url);
        migrator.run(&["upgrade"]).well();
        let top = State::of(&database).await;
        migrator.run(&["downgrade", "base"]).well();
        let bottom = State::of(&database).await;
        for round in 1..=rounds {
            race(&migrator, "upgrade", "head");
            top.same(&State::of(&database).await).unwrap_or_else(|reason| panic!("round {round}: {reason}"));
            let sql = "SELECT revision AS revision FROM journal ORDER BY 1";
            let rows = Statement::from_string(database.connection.get_database_backend(), sql);
            let rows = database.connection.query_all_raw(rows).await.expect("the journal");
            let ran: Vec<String> = rows.iter().map(|row| row.try_get("", "revision").expect("an id")).collect();
            let ids: Vec<_> = MIGRATIONS.entries().iter().map(|entry| entry.revision.id).collect();
            assert_eq!(ran, ids, "round {round}: each revision ran once");
            race(&migrator, "downgrade", "base");
            bottom.same(&State::of(&database).await).unwrap_or_else(|reason| panic!("round {round}: {reason}"));
        }
    }));
    eprintln!("{dialect}: {rounds} rounds raced, {PROGRAMS} programs each, up and down");
}

/// Every program ends well, and each revision is told by just one of them.
fn race(migrator: &Migrator, command: &str, target: &str) {
    let running: Vec<Child> = (0..PROGRAMS).map(|_| migrator.start(&[command, target])).collect();
    let ended: Vec<Ended> =
        running.into_iter().map(|child| child.wait_with_output().expect("its end").into()).collect();
    for one in &ended {
        assert!(one.is_well(), "{one}");
    }
    for entry in MIGRATIONS.entries() {
        let words = format!("{command:<9} {}", entry.revision.id);
        let times = ended.iter().filter(|one| one.says(&words)).count();
        let all = || ended.iter().map(ToString::to_string).collect::<String>();
        assert_eq!(times, 1, "{words} ran {times} times:\n{}", all());
    }
}
