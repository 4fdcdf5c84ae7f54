//! Random pairs of schemas: the plan from one to the other leads there, and its reverse leads back; replayed, and on the servers.
//!
//! A pair is known by its seed, which a failure names. `LIMBECK_SEED=17 LIMBECK_PAIRS=1` tries that one again; more pairs than usual find more, and
//! `LIMBECK_SOAK_MINUTES=30` goes on for so long (`cargo xtask soak`).

mod change;
mod dice;
mod make;
mod rows;

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::{Duration, Instant},
};

use limbeck::{Entry, Migrations, Op, Revision, Step};
use limbeck_autogenerate::{Comparing, Comparison, Verdicts, compare};
use limbeck_entity::Entities;
use limbeck_operations::{Operation, replay_all};
use limbeck_schema::{Dialect, Schema};

use crate::round::{DECLARED, FIRST, Round, Rows, SECOND, SETTINGS, differences, go};
use dice::Dice;

/// Two schemas of which the second came out of the first by a few changes.
fn pair(seed: u64) -> [Schema; 2] {
    let mut dice = Dice::new(seed);
    let one = make::schema(&mut dice);
    let mut other = one.clone();
    for _ in 0..dice.up_to(8) {
        change::change(&mut other, &mut dice);
    }
    [one, other]
}

/// The number that an environment variable has.
pub fn number(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// For how long pairs go round, if it is not their number that counts.
fn soaking() -> Option<Duration> {
    let minutes = number("LIMBECK_SOAK_MINUTES", 0);
    (minutes > 0).then(|| Duration::from_secs(60 * minutes))
}

/// The seeds to try.
fn seeds(usual: u64) -> std::ops::Range<u64> {
    let first = number("LIMBECK_SEED", 1);
    first..first + number("LIMBECK_PAIRS", usual)
}

fn compared(wanted: &Schema, recorded: &BTreeMap<Dialect, Schema>) -> Comparison {
    compare(&Comparing {
        wanted,
        ignored: &BTreeSet::new(),
        opaque: &BTreeSet::new(),
        recorded,
        actual: None,
        renames: &[],
        sqlite_types: limbeck_schema::SqliteTypes::Meaning,
        verdicts: Verdicts::none(),
        fills: const { &limbeck_autogenerate::Fills::new() },
        keep: &[],
        drop_unmanaged: false,
        set_aside: &|_| false,
        is_view: &|_| false,
    })
}

/// The steps of a comparison, both ways.
fn both_ways(comparison: &Comparison) -> Result<[Vec<Step>; 2], String> {
    let back = comparison.downgrade().map_err(|error| format!("there is no way back: {error}"))?;
    Ok([comparison.upgrade(), back])
}

fn replayed(steps: &[Step], before: &BTreeMap<Dialect, Schema>) -> Result<BTreeMap<Dialect, Schema>, String> {
    let replay = |(dialect, schema): (&Dialect, &Schema)| {
        let mut schema = schema.clone();
        replay_all(steps, &mut schema, *dialect).map_err(|error| format!("replaying on {dialect}: {error}"))?;
        Ok((*dialect, schema))
    };
    before.iter().map(replay).collect()
}

/// Empty databases.
fn nothing() -> BTreeMap<Dialect, Schema> {
    DECLARED.iter().map(|dialect| (*dialect, Schema::default())).collect()
}

/// The steps from nothing to the first schema, and from there to the second.
fn plans([one, other]: &[Schema; 2]) -> Result<[[Vec<Step>; 2]; 2], String> {
    let nothing = nothing();
    let first = both_ways(&compared(one, &nothing))?;
    let before = replayed(&first[0], &nothing)?;
    let second = both_ways(&compared(other, &before))?;
    Ok([first, second])
}

/// Holds that the plan leads to the second schema and back to the first; the kinds of its operations.
fn leads_there_and_back(pair: &[Schema; 2]) -> Result<BTreeSet<&'static str>, String> {
    let nothing = nothing();
    let [first, second] = plans(pair)?;
    let before = replayed(&first[0], &nothing)?;
    let after = replayed(&second[0], &before)?;
    for (schema, wanted) in [(&before, &pair[0]), (&after, &pair[1])] {
        let rest = compared(wanted, schema);
        if !rest.changes.is_empty() || !rest.skipped.is_empty() {
            return Err(format!("something is left to do: {:?}", differences(&rest)));
        }
    }
    let back = replayed(&second[1], &after)?;
    for (dialect, schema) in &before {
        crate::round::same(schema, &back[dialect])
            .map_err(|reason| format!("not back where it began on {dialect}: {reason}"))?;
    }
    let rest = replayed(&first[1], &back)?;
    if rest.values().any(|schema| *schema != Schema::default()) {
        return Err("the way back to nothing leaves something".to_owned());
    }
    Ok(second[0].iter().map(|step| step.operation.name()).collect())
}

#[test]
fn plans_lead_there_and_back() {
    let mut problems = Vec::new();
    let mut kinds = BTreeSet::new();
    for seed in seeds(400) {
        match leads_there_and_back(&pair(seed)) {
            Ok(found) => kinds.extend(found),
            Err(problem) => problems.push(format!("seed {seed}: {problem}")),
        }
    }
    assert!(problems.is_empty(), "{} pairs\n{}", problems.len(), problems.join("\n"));
    // Raw SQL is no difference of schemas, and a rename has to be stated.
    let others = ["rename_table", "rename_column", "rename_enum_label", "fill_column", "execute", "run"];
    let missing: Vec<_> =
        Operation::NAMES.iter().filter(|name| !others.contains(name) && !kinds.contains(*name)).collect();
    assert!(seeds(400).count() < 400 || missing.is_empty(), "no pair has {missing:?}");
}

thread_local! {
    /// The plans that the revisions below record, as functions can't hold them: of the pair that this thread takes round.
    static PLANS: RefCell<[[Vec<Step>; 2]; 2]> = RefCell::default();
}

fn record(op: &mut Op, revision: usize, way: usize) {
    PLANS.with_borrow(|plans| op.extend(plans[revision][way].iter().cloned()));
}

static FIRST_REVISION: Revision = Revision::new(FIRST).steps(|op| record(op, 0, 0), |op| record(op, 0, 1));
static SECOND_REVISION: Revision =
    Revision::new(SECOND).revises(&[FIRST]).steps(|op| record(op, 1, 0), |op| record(op, 1, 1));
static ENTRIES: [Entry; 2] = [
    Entry { revision: &FIRST_REVISION, file: "first", message: "first", created: "" },
    Entry { revision: &SECOND_REVISION, file: "second", message: "second", created: "" },
];
static MIGRATIONS: Migrations = Migrations::new(&ENTRIES, SETTINGS);

/// Takes pairs round on a server: as many as usual, or as come round in the minutes of `LIMBECK_SOAK_MINUTES`. All that do not close are told.
fn go_round(dialect: Dialect) {
    let soak = soaking();
    let end = soak.map(|minutes| Instant::now() + minutes);
    let (mut failed, mut count) = (Vec::new(), 0);
    for seed in seeds(if soak.is_some() { u64::MAX / 2 } else { 8 }) {
        if end.is_some_and(|end| Instant::now() >= end) {
            break;
        }
        count += 1;
        if catch_unwind(AssertUnwindSafe(|| pair_goes_round(dialect, seed))).is_err() {
            eprintln!(
                "on {dialect}, the pair of seed {seed} does not go round: LIMBECK_SEED={seed} LIMBECK_PAIRS=1 tries it again"
            );
            failed.push(seed);
        }
    }
    eprintln!("{count} pairs on {dialect}, {} do not go round", failed.len());
    assert!(failed.is_empty(), "on {dialect}, the pairs of these seeds do not go round: {failed:?}");
}

fn pair_goes_round(dialect: Dialect, seed: u64) {
    let pair = pair(seed);
    let plans = plans(&pair).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
    if soaking().is_none() {
        eprintln!("seed {seed}:\n{:#?}", plans[1][0]);
    }
    let rows = Rows::MadeFor(rows::bearing(&pair, &plans[1], dialect));
    PLANS.replace(plans);
    let wanted = Some(pair.map(|schema| Arc::new(Entities { schema, ..Entities::default() })));
    let (name, setup) = (format!("random_{seed}"), Vec::new());
    go(dialect, Round { name, declared: DECLARED, setup, migrations: &MIGRATIONS, wanted, rows, scripted: true });
}

#[test]
fn sqlite() {
    go_round(Dialect::Sqlite);
}

#[test]
fn postgres() {
    go_round(Dialect::Postgres);
}

#[test]
fn mariadb() {
    go_round(Dialect::MariaDb);
}
