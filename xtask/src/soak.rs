//! `cargo xtask soak`: what takes longer than a test may. Random pairs of schemas go round on real servers for so many minutes, a run is killed behind
//! every statement that it sends, and programs race for fifty rounds.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::steps::{Failure, cargo, root, run as step, title};

const USAGE: &str = "usage: cargo xtask soak [pairs|kills|races] [--minutes N] [--seed N] [--database sqlite|postgres|mariadb]\n\
                     without a name, all three; --minutes and --seed are for pairs";

/// How many rounds are raced on each database.
const RACES: u64 = 50;

/// What was asked for.
struct Asked {
    /// The one part; all of them where none is named.
    part: Option<Part>,
    minutes: u64,
    seed: u64,
    /// The one database; all of them where none is named.
    database: Option<String>,
}

/// What there is to do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Pairs,
    Kills,
    Races,
}

impl Part {
    const ALL: [Self; 3] = [Self::Kills, Self::Races, Self::Pairs];

    fn named(name: &str) -> Option<Self> {
        match name {
            "pairs" => Some(Self::Pairs),
            "kills" => Some(Self::Kills),
            "races" => Some(Self::Races),
            _ => None,
        }
    }
}

/// Runs the suite's own tests with other numbers. A pair that does not come back is told by its seed, which `--seed` begins with.
pub(crate) fn run() -> Result<(), Failure> {
    let asked = asked(std::env::args().skip(2))?;
    for part in Part::ALL.into_iter().filter(|part| asked.part.is_none_or(|only| only == *part)) {
        soak(part, &asked)?;
    }
    Ok(())
}

fn soak(part: Part, Asked { minutes, seed, database, .. }: &Asked) -> Result<(), Failure> {
    let (heading, module, variables) = match part {
        Part::Pairs => (
            format!("random pairs for {minutes} min, from seed {seed}"),
            "random",
            vec![("LIMBECK_SOAK_MINUTES", minutes.to_string()), ("LIMBECK_SEED", seed.to_string())],
        ),
        Part::Kills => (
            "a kill behind every statement".to_owned(),
            "interrupted::killed_runs_are_finished_by_the_next",
            vec![("LIMBECK_KILLS", "all".to_owned())],
        ),
        Part::Races => (
            format!("{RACES} rounds of races"),
            "interrupted::of_eight_programs_one_runs_each_revision",
            vec![("LIMBECK_RACES", RACES.to_string())],
        ),
    };
    title(&heading);
    let filter = format!("{module}::{}", database.as_deref().unwrap_or_default());
    let mut command = cargo();
    command.current_dir(root()).args(["test", "--workspace", "--test", "suite", "--"]);
    command.args([&filter, "--skip", "plans_lead", "--nocapture", "--test-threads", "3"]);
    step(command.envs(variables), &[0])
}

fn asked(arguments: impl Iterator<Item = String>) -> Result<Asked, Failure> {
    let mut arguments = arguments.peekable();
    let part = arguments.peek().and_then(|name| Part::named(name));
    if part.is_some() {
        arguments.next();
    }
    // Another start each time finds more.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let mut asked = Asked { part, minutes: 10, seed: now, database: None };
    while let Some(flag) = arguments.next() {
        let value = arguments.next().ok_or_else(|| Failure(USAGE.to_owned()))?;
        let number = || value.parse::<u64>().map_err(|_| Failure(format!("`{value}` is no number; {USAGE}")));
        match flag.as_str() {
            "--minutes" => asked.minutes = number()?.max(1),
            "--seed" => asked.seed = number()?,
            "--database" if ["sqlite", "postgres", "mariadb"].contains(&value.as_str()) => asked.database = Some(value),
            _ => return Err(Failure(USAGE.to_owned())),
        }
    }
    Ok(asked)
}
