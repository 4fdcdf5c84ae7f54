//! Alembic on the very same schema and databases: `check` against `check`, whole processes, what each has to import or parse included.

use limbeck_bench::{schema, spread::Spread};
use limbeck_schema::Dialect;

use super::{Row, check};
use crate::{
    Error,
    bench::{Bench, Variant, write},
    case::{Case, Goal, Unit},
    measure::{Program, in_turns, ready},
};

pub(super) const ROW: Row = Row {
    name: "alembic",
    what: "`check` of 1,000 tables against that of Alembic; needs --alembic PYTHON (see tests/bench/alembic)",
    is_quick: false,
    run,
};

const TABLES: usize = 1000;
/// Alembic's memory against ours.
const MEMORY: Goal = Goal::AtLeast(8.0);

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    let Some(python) = &bench.arguments.alembic else {
        let reason = "left out: no --alembic PYTHON, a Python with what tests/bench/alembic/requirements.txt lists";
        return Ok(vec![Case::new(ROW.name, "Alembic", []).note(reason)]);
    };
    let folder = bench.entities(TABLES, Variant::Base)?;
    let models = bench.cargo.home().join("alembic");
    write(&models.join("models.py"), &schema::models::module(&schema::tables(TABLES)))?;
    let script = bench.cargo.root().join("tests/bench/alembic/autogenerate.py");
    let mut cases = Vec::new();
    for dialect in bench.arguments.dialects() {
        let url = bench.filled(dialect, TABLES)?;
        let alembic =
            Program::new(python, &models).arguments([script.as_os_str()]).arguments(["check", &url, "models"]);
        let said = alembic.output()?;
        let ours = check::check(&bench.limbeck()?, &folder, &url);
        let runs = bench.arguments.runs().min(3);
        let [alembic, ours] = in_turns(&bench.program("measure"), runs, [ready(alembic), ready(ours)])?;
        let faster = match dialect {
            Dialect::Sqlite => 60.0,
            Dialect::Postgres => 40.0,
            Dialect::MySql | Dialect::MariaDb => 30.0,
        };
        let time = Spread::of_quotients(&alembic.seconds(), &ours.seconds());
        let memory = Spread::of_quotients(&alembic.mebibytes(), &ours.mebibytes());
        let title = format!("{TABLES} tables on {dialect}");
        let case = Case::new(ROW.name, title, [("alembic check", &alembic), ("check", &ours)])
            .figure("time, Alembic : ours", Unit::Times, time, Some(Goal::AtLeast(faster)))
            .figure("memory, Alembic : ours", Unit::Times, memory, Some(MEMORY));
        cases.push(case.note(format!("Alembic says: {}", said.lines().last().unwrap_or_default())));
    }
    Ok(cases)
}
