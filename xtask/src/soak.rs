//! `cargo xtask soak`: random pairs of schemas go round on real servers for so many minutes.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::steps::{Failure, cargo, root, run as step, title};

const USAGE: &str = "usage: cargo xtask soak [--minutes N] [--seed N] [--database sqlite|postgres|mariadb]";

/// What was asked for.
struct Asked {
    minutes: u64,
    seed: u64,
    /// The one database; all of them where none is named.
    database: Option<String>,
}

/// Runs the suite's own test of random pairs. A pair that does not come back is told by its seed, which `--seed` begins with.
pub(crate) fn run() -> Result<(), Failure> {
    let Asked { minutes, seed, database } = asked(std::env::args().skip(2))?;
    title(&format!("random pairs for {minutes} min, from seed {seed}"));
    let filter = database.map_or("random::".to_owned(), |database| format!("random::{database}"));
    let mut command = cargo();
    command.current_dir(root()).args(["test", "--package", "limbeck-tests", "--test", "suite", "--"]);
    command.args([&filter, "--skip", "plans_lead", "--nocapture", "--test-threads", "3"]);
    command.env("LIMBECK_SOAK_MINUTES", minutes.to_string()).env("LIMBECK_SEED", seed.to_string());
    step(&mut command, &[0])
}

fn asked(mut arguments: impl Iterator<Item = String>) -> Result<Asked, Failure> {
    // Another start each time finds more.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let mut asked = Asked { minutes: 10, seed: now, database: None };
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
