//! What commands that run revisions, write scripts of it, or set the history take.

use clap::Args;
use limbeck::Timeout;
use limbeck_schema::{Dialect, Version};

/// Whether a run is written as a script.
#[derive(Debug, Args)]
pub(crate) struct Scripted {
    /// Print a script that does it, and run nothing: no database is opened. It begins at the base, or where a range `from:to` says that the database stands
    #[arg(long)]
    pub sql: bool,
    /// Whose statements: sqlite, postgres, mysql or mariadb; else those of the URL, or of the only one of `dialects`
    #[arg(long, requires = "sql")]
    pub dialect: Option<Dialect>,
    /// The version of that server, as `15.4`; else the oldest that is supported
    #[arg(long, value_name = "VERSION", requires = "sql", value_parser = version)]
    pub server_version: Option<Version>,
}

#[derive(Debug, Args)]
pub(crate) struct EnsureVersion {
    /// Whether to write a script.
    #[command(flatten)]
    pub scripted: Scripted,
    /// How many seconds to wait for another run to end
    #[arg(long, value_name = "SECONDS", default_value_t = 60, conflicts_with = "sql")]
    pub lock_wait: u64,
}

#[derive(Debug, Args)]
pub(crate) struct Upgrade {
    /// Where to: `head`, an id, `+1`, `label@head`; with `--sql` also `from:to`
    #[arg(default_value = "head", allow_hyphen_values = true)]
    pub target: String,
    /// Print what would run now, its hazards and the rows that are in its way, and run nothing
    #[arg(long, conflicts_with_all = ["sql", "lock_wait", "lock_timeout", "lock_retries", "statement_timeout", "single_transaction", "arguments", "dialect", "server_version", "skip_data_steps"])]
    pub dry_run: bool,
    /// Whether to write a script.
    #[command(flatten)]
    pub scripted: Scripted,
    /// Leave data steps out of the script, which can't run them; comments stand in their place
    #[arg(long, requires = "sql")]
    pub skip_data_steps: bool,
    /// How to run.
    #[command(flatten)]
    pub running: Running,
}

#[derive(Debug, Args)]
pub(crate) struct Downgrade {
    /// Where to: `-1`, an id, `base`, `label@base`; with `--sql` `from:to`, by default `head:-1`
    #[arg(default_value = "-1", allow_hyphen_values = true)]
    pub target: String,
    /// Whether to write a script.
    #[command(flatten)]
    pub scripted: Scripted,
    /// Leave data steps out of the script, which can't run them; comments stand in their place
    #[arg(long, requires = "sql")]
    pub skip_data_steps: bool,
    /// How to run.
    #[command(flatten)]
    pub running: Running,
}

/// How revisions are run. A script is run by somebody else, so none of it holds there.
#[derive(Debug, Args)]
pub(crate) struct Running {
    /// How many seconds to wait for another run to end
    #[arg(long, value_name = "SECONDS", default_value_t = 60, conflicts_with = "sql")]
    pub lock_wait: u64,
    /// How long a statement waits for a lock before others may pass and it is tried again: `5s`, `500ms`, `off`; in place of `lock_timeout` in limbeck.toml
    #[arg(long, value_name = "TIME", conflicts_with = "sql")]
    pub lock_timeout: Option<Timeout>,
    /// How often what did not get its lock is tried again, in place of `lock_retries` in limbeck.toml
    #[arg(long, value_name = "COUNT", conflicts_with = "sql")]
    pub lock_retries: Option<u32>,
    /// How long a statement may run, in place of `statement_timeout` in limbeck.toml
    #[arg(long, value_name = "TIME", conflicts_with = "sql")]
    pub statement_timeout: Option<Timeout>,
    /// Run all revisions and write their records in one transaction: if one fails, none is applied (SQLite, PostgreSQL)
    #[arg(long, conflicts_with = "sql")]
    pub single_transaction: bool,
    /// What data steps are told of a key; may be repeated
    #[arg(short = 'x', long = "argument", value_name = "KEY=VALUE", value_parser = key_and_value, conflicts_with = "sql")]
    pub arguments: Vec<(String, String)>,
    /// The step that an earlier run has left in doubt is done, as a whole
    #[arg(long, conflicts_with_all = ["assume_undone", "sql"])]
    pub assume_done: bool,
    /// Nothing is done of the step that an earlier run has left in doubt
    #[arg(long, conflicts_with = "sql")]
    pub assume_undone: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Stamp {
    /// The revisions that the history shall end at, one for each branch: `head`, an id, `base`; with `--sql` also one `from:to`
    #[arg(default_value = "head", allow_negative_numbers = true)]
    pub targets: Vec<String>,
    /// Empty the history first, rows of unknown revisions too
    #[arg(long, conflicts_with = "sql")]
    pub purge: bool,
    /// Whether to write a script.
    #[command(flatten)]
    pub scripted: Scripted,
    /// How many seconds to wait for another run to end
    #[arg(long, value_name = "SECONDS", default_value_t = 60, conflicts_with = "sql")]
    pub lock_wait: u64,
}

#[derive(Debug, Args)]
pub(crate) struct Current {
    /// Exit with 1 unless all heads are applied
    #[arg(short, long)]
    pub check_heads: bool,
}

fn version(text: &str) -> Result<Version, String> {
    let is_version = text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let version = Version::find(text);
    if is_version && version.major > 0 { Ok(version) } else { Err(format!("`{text}` is no version")) }
}

/// The two sides of the first `=`; without one the value is empty, as with Alembic.
fn key_and_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').unwrap_or((text, ""));
    if key.is_empty() {
        Err("a key has to stand before `=`".to_owned())
    } else {
        Ok((key.to_owned(), value.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, error::ErrorKind};

    use crate::arguments::Arguments;

    /// For each flag in whose place nothing runs, what is looked at with it all the same.
    const INSTEAD: [(&str, &[&str]); 2] = [
        ("sql", &["target", "targets", "dialect", "server_version", "skip_data_steps"]),
        ("dry_run", &["target", "assume_done", "assume_undone"]),
    ];

    #[test]
    fn what_would_not_be_looked_at_is_refused() {
        let mut tried = 0;
        for name in ["upgrade", "downgrade", "stamp", "ensure-version"] {
            let arguments = Arguments::command();
            let command = arguments.find_subcommand(name).unwrap_or_else(|| panic!("no command {name}"));
            for (flag, looked_at) in INSTEAD {
                let Some(flag) = command.get_arguments().find(|it| it.get_id() == flag) else { continue };
                let others = command.get_arguments().filter(|it| it.get_id() != flag.get_id());
                for other in others.filter(|it| !looked_at.contains(&it.get_id().as_str())) {
                    let option = other.get_long().unwrap_or_else(|| panic!("{name} {} is no option", other.get_id()));
                    // A number is a count, a time and, without `=`, a key.
                    let value = match (other.get_action().takes_values(), other.get_id().as_str()) {
                        (false, _) => "",
                        (true, "dialect") => "=sqlite",
                        (true, _) => "=7",
                    };
                    let words = [
                        "limbeck".to_owned(),
                        name.to_owned(),
                        format!("--{}", flag.get_long().unwrap_or_default()),
                        format!("--{option}{value}"),
                    ];
                    let refused = Arguments::command().try_get_matches_from(&words).expect_err(&words.join(" "));
                    assert_eq!(refused.kind(), ErrorKind::ArgumentConflict, "{}: {refused}", words.join(" "));
                    tried += 1;
                }
            }
        }
        assert!(tried > 20, "{tried} pairs");
    }
}
