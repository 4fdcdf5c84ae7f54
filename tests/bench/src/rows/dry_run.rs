//! `migrate --dry-run` with a hundredth of the tables changed: what `check` does, and the text of a revision.

use limbeck_bench::{schema, spread::Spread};

use super::{Row, check};
use crate::{
    Error,
    bench::{Bench, Variant},
    case::{Case, Goal, Unit},
    measure::{Program, ready},
};

pub(super) const ROW: Row = Row {
    name: "dry-run",
    what: "`migrate --dry-run` with 1 % of 1,000 tables changed, without proof, against `check`",
    is_quick: true,
    run,
};

const TABLES: usize = 1000;
const GOAL: Goal = Goal::AtMost(1.1);

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    let limbeck = bench.limbeck()?;
    let [base, changed] = [bench.entities(TABLES, Variant::Base)?, bench.entities(TABLES, Variant::Changed)?];
    let mut cases = Vec::new();
    for dialect in bench.arguments.dialects() {
        let url = bench.filled(dialect, TABLES)?;
        // What goes was made by no revision here.
        let flags = ["migrate", "--dry-run", "--no-proof", "--no-renames", "--drop-unmanaged", "-m", "a hundredth"];
        let dry_run = Program::new(&limbeck, &changed).arguments(flags).arguments(["--url", &url]);
        let said = dry_run.clone().arguments(["--verbose"]).output()?;
        let found = said.matches(" op.").count();
        // Each change takes an operation up and one down, and some take several; a wider number is none on SQLite.
        if found < schema::changes(TABLES) {
            let reason = format!("it finds {found} operations of {} changes:\n{said}", schema::changes(TABLES));
            return Err(Error::Work { program: "migrate --dry-run".to_owned(), reason });
        }
        let check = check::check(&limbeck, &base, &url);
        let [dry_run, check] = bench.in_turns([ready(dry_run), ready(check)])?;
        let quotients = Spread::of_quotients(&dry_run.seconds(), &check.seconds());
        let title = format!("{TABLES} tables on {dialect}");
        let programs = [("migrate --dry-run", &dry_run), ("check", &check)];
        cases.push(Case::new(ROW.name, title, programs).figure("dry run : check", Unit::Times, quotients, Some(GOAL)));
    }
    Ok(cases)
}
