//! The rows of the table, a file for each.

mod alembic;
mod apply;
mod chain;
mod check;
mod cold_build;
mod dry_run;
mod edit;
mod first_build;
mod growth;
mod history;
mod proof;
mod recorded;

use limbeck_bench::schema;
use serde_json::Value;

use crate::{
    Error,
    arguments::Arguments,
    bench::{Bench, Variant, write},
    case::Case,
    measure::Program,
    project::Project,
};

/// A row.
#[derive(Debug)]
pub(crate) struct Row {
    /// What `--only` calls it.
    pub(crate) name: &'static str,
    /// What is measured, and the goal.
    pub(crate) what: &'static str,
    /// Whether `--quick` has it.
    pub(crate) is_quick: bool,
    /// Measures it.
    pub(crate) run: fn(&Bench) -> Result<Vec<Case>, Error>,
}

const ROWS: [Row; 12] = [
    check::ROW,
    recorded::ROW,
    alembic::ROW,
    dry_run::ROW,
    proof::ROW,
    growth::ROW,
    apply::ROW,
    chain::ROW,
    history::ROW,
    edit::ROW,
    first_build::ROW,
    cold_build::ROW,
];

/// The rows that were asked for.
pub(crate) fn asked(arguments: &Arguments) -> Vec<&'static Row> {
    let is_asked = |row: &&Row| match arguments.only.as_slice() {
        [] => row.is_quick || !arguments.quick,
        only => only.iter().any(|asked| asked.name == row.name),
    };
    ROWS.iter().filter(is_asked).collect()
}

/// The row of this name, for `--only`.
pub(crate) fn named(name: &str) -> Result<&'static Row, String> {
    let names = || ROWS.map(|row| row.name).join(", ");
    ROWS.iter().find(|row| row.name == name).ok_or_else(|| format!("the rows are {}", names()))
}

/// How many tables the revision of [`created`] creates.
const CREATED: usize = 1000;

/// A project with one revision, which `migrate` has written: it creates all tables.
fn created(bench: &Bench) -> Result<Project, Error> {
    let folder = bench.entities(CREATED, Variant::Base)?;
    let database = bench.empty(limbeck_schema::Dialect::Sqlite)?;
    // What is rendered for several databases is longer than for one, and a user may have it so.
    let settings = bench.cargo.home().join("declared.toml");
    write(&settings, "dialects = [\"sqlite\", \"postgres\", \"mariadb\"]\n")?;
    let migrate = Program::new(bench.limbeck()?, &folder)
        .arguments(["migrate", "--dry-run", "--no-proof", "--format", "json", "--rev-id", "5b1f0c9a7e34"])
        .arguments(["-m", "all tables", "--entities", "src/entities", "--url", &database.url, "--config"])
        .arguments([&settings]);
    let said = migrate.output()?;
    limbeck_tests::run(database.remove()).map_err(Error::Database)?;
    let source = serde_json::from_str(&said).ok().and_then(|object: Value| {
        let source = object.pointer("/revision/source")?.as_str()?;
        // The time would make another file of it each time, to be built again.
        let lines = source.lines().filter(|line| !line.starts_with("//! Created "));
        Some(lines.map(|line| format!("{line}\n")).collect::<String>())
    });
    let source = source.filter(|source| source.matches("op.create_table").count() == schema::tables(CREATED).len());
    let source = source.ok_or_else(|| {
        let reason = format!("no revision of {CREATED} tables is in what it says");
        Error::Work { program: "migrate --dry-run".to_owned(), reason }
    })?;
    let project = Project::lay_out(&bench.cargo, "created")?;
    project.revisions(&[("m20261122_101403_all_tables.rs".to_owned(), source)])?;
    Ok(project)
}
