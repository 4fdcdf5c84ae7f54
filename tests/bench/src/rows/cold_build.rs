//! What a project pays on a new machine: all that its `xtask` and `migrations` are made of, against what a plain crate of `sea-orm-migration` is made of.

use std::{fs, path::Path};

use limbeck_bench::spread::Spread;

use super::Row;
use crate::{
    Error,
    bench::{Bench, write},
    cargo,
    case::{Case, Goal, Unit},
    measure::{Program, Runs},
    project::Project,
};

pub(super) const ROW: Row = Row {
    name: "cold-build",
    what: "a debug build of `xtask` and `migrations` with three databases from nothing, against that of a crate of sea-orm-migration; once each, in minutes",
    is_quick: false,
    run,
};

const GOAL: Goal = Goal::AtMost(1.15);

/// What SeaORM's own command line lays out, with the features that a project of Limbeck's has.
const MANIFEST: &str = "\
[package]
name = \"migration\"
version = \"0.1.0\"
edition = \"2024\"
publish = false

[dependencies]
tokio = { version = \"1\", features = [\"macros\", \"rt\", \"rt-multi-thread\"] }

[dependencies.sea-orm-migration]
version = \"SEA_ORM\"
features = [\"runtime-tokio\", \"sqlx-sqlite\", \"sqlx-postgres\", \"sqlx-mysql\"]

[workspace]

[profile.dev]
debug = \"line-tables-only\"
";

const MAIN: &str = "\
use sea_orm_migration::prelude::*;

struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        Vec::new()
    }
}

#[tokio::main]
async fn main() {
    cli::run_cli(Migrator).await;
}
";

fn run(bench: &Bench) -> Result<Vec<Case>, Error> {
    let project = Project::lay_out(&bench.cargo, "cold")?;
    let plain = bench.cargo.home().join("projects/sea-orm-migration");
    write(&plain.join("Cargo.toml"), &MANIFEST.replace("SEA_ORM", cargo::SEA_ORM))?;
    write(&plain.join("src/main.rs"), MAIN)?;
    // Only building counts, not fetching.
    bench.cargo.run(&plain, ["fetch", "--quiet"])?;
    bench.cargo.run(project.folder(), ["fetch", "--quiet"])?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..bench.arguments.runs().min(1) {
        ours.push(build(bench, project.folder(), &["--package", "xtask"])?);
        theirs.push(build(bench, &plain, &[])?);
    }
    let (ours, theirs) = (Runs(ours), Runs(theirs));
    let quotients = Spread::of_quotients(&ours.seconds(), &theirs.seconds());
    let crates = [crates(bench, project.folder())?, crates(bench, &plain)?];
    let case =
        Case::new(ROW.name, "three databases", [("xtask and migrations", &ours), ("sea-orm-migration", &theirs)])
            .figure("xtask : sea-orm-migration", Unit::Times, quotients, Some(GOAL))
            .note(format!("{} crates against {}", crates[0], crates[1]));
    Ok(vec![case])
}

/// Builds in a folder of its own, which is empty before.
fn build(bench: &Bench, folder: &Path, flags: &[&str]) -> Result<crate::measure::Run, Error> {
    let target = folder.join("cold");
    if target.exists() {
        fs::remove_dir_all(&target).map_err(Error::system(format!("emptying {}", target.display())))?;
    }
    let build: Program = bench.cargo.program(folder, ["build", "--quiet", "--offline"]);
    let build = build.arguments(flags).variable("CARGO_BUILD_BUILD_DIR", &target).variable("CARGO_TARGET_DIR", &target);
    let run = build.measure(&bench.program("measure"))?;
    fs::remove_dir_all(&target).map_err(Error::system(format!("emptying {}", target.display())))?;
    Ok(run)
}

/// How many crates a build has.
fn crates(bench: &Bench, folder: &Path) -> Result<usize, Error> {
    let tree = ["tree", "--offline", "--edges", "normal,build", "--prefix", "none", "--format", "{p}"];
    let text = bench.cargo.program(folder, tree).output()?;
    let names: std::collections::BTreeSet<_> =
        text.lines().filter_map(|line| line.strip_suffix(" (*)").or(Some(line))).collect();
    Ok(names.len())
}
