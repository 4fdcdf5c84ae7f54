//! A hundred tables. Not part of the default run: `LIMBECK_BENCH_GENERATOR` has to name the script that makes the entities (`SCRIPT FOLDER COUNT` writes
//! `base/seaorm` and `changed/seaorm`), and the tests are asked for by name:
//! `LIMBECK_BENCH_GENERATOR=gen.py cargo test -p limbeck-tests --test suite scale -- --ignored --nocapture`.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, OnceLock},
    time::Instant,
};

use limbeck::{Entry, Migrations, Op, Revision, Step};
use limbeck_autogenerate::Fills;
use limbeck_entity::Entities;
use limbeck_schema::Dialect;

use crate::{
    cases::load::{Plan, entities, plans},
    round::{DECLARED, FIRST, Round, Rows, SECOND, SETTINGS, go},
};

const TABLES: usize = 100;

/// The schema and its variant, read and planned once.
struct Synthetic {
    wanted: [Arc<Entities>; 2],
    plans: [Plan; 2],
}

fn synthetic() -> &'static Synthetic {
    static SYNTHETIC: OnceLock<Synthetic> = OnceLock::new();
    SYNTHETIC.get_or_init(|| {
        let folder = generated();
        let start = Instant::now();
        let [before, after] = ["base", "changed"].map(|side| entities(&folder.join(side).join("seaorm")));
        eprintln!("two times {TABLES} entities are read in {:?}", start.elapsed());
        assert_eq!(before.list.len(), TABLES, "the generator's own number");
        let start = Instant::now();
        let plans = plans(&before, &after, DECLARED, ("one percent is changed", &Fills::new()));
        eprintln!("two revisions are planned and rendered in {:?}", start.elapsed());
        Synthetic { wanted: [before, after].map(Arc::new), plans }
    })
}

fn generated() -> PathBuf {
    let script = std::env::var_os("LIMBECK_BENCH_GENERATOR").expect("LIMBECK_BENCH_GENERATOR names the generator");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scale");
    let status = Command::new("python3").arg(script).arg(&folder).arg(TABLES.to_string()).status().expect("python3");
    assert!(status.success(), "the generator fails");
    folder
}

fn migrations() -> &'static Migrations {
    fn record(op: &mut Op, pick: fn(&'static Synthetic) -> &'static Vec<Step>) {
        op.extend(pick(synthetic()).iter().cloned());
    }
    let first = Revision::new(FIRST)
        .steps(|op| record(op, |all| &all.plans[0].upgrade), |op| record(op, |all| &all.plans[0].downgrade));
    let second = Revision::new(SECOND)
        .revises(&[FIRST])
        .steps(|op| record(op, |all| &all.plans[1].upgrade), |op| record(op, |all| &all.plans[1].downgrade));
    let entries = [(first, "first"), (second, "second")].map(|(revision, file)| Entry {
        revision: Box::leak(Box::new(revision)),
        file,
        message: file,
        created: "",
    });
    Box::leak(Box::new(Migrations::new(Box::leak(Box::new(entries)), SETTINGS)))
}

fn go_round(dialect: Dialect) {
    let wanted = Some(synthetic().wanted.clone());
    let start = Instant::now();
    let (name, migrations) = ("scale".to_owned(), migrations());
    let round =
        Round { name, declared: DECLARED, setup: Vec::new(), migrations, wanted, rows: Rows::Made, scripted: true };
    go(dialect, round);
    eprintln!("{TABLES} tables go round on {dialect} in {:?}", start.elapsed());
}

#[test]
#[ignore = "needs LIMBECK_BENCH_GENERATOR"]
fn sqlite() {
    go_round(Dialect::Sqlite);
}

#[test]
#[ignore = "needs LIMBECK_BENCH_GENERATOR"]
fn postgres() {
    go_round(Dialect::Postgres);
}

#[test]
#[ignore = "needs LIMBECK_BENCH_GENERATOR"]
fn mariadb() {
    go_round(Dialect::MariaDb);
}
