use std::path::PathBuf;

use clap::Parser;
use limbeck_schema::Dialect;

/// Measures Limbeck against the database and the parser: whole processes in turns, release build.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask bench", max_term_width = 100)]
pub(crate) struct Arguments {
    /// What takes a minute: fewer runs, no builds of many revisions
    #[arg(long)]
    pub quick: bool,
    /// These rows alone, separated by commas
    #[arg(long, value_name = "ROWS", value_delimiter = ',', value_parser = crate::rows::named)]
    pub only: Vec<&'static crate::rows::Row>,
    /// How often each program is run, after once that does not count [default: 11, with --quick 3]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    pub runs: Option<u16>,
    /// Write the figures to this file, as JSON
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Write the table to this file, as Markdown
    #[arg(long, value_name = "FILE")]
    pub markdown: Option<PathBuf>,
    /// One database alone: sqlite, postgres or mariadb
    #[arg(long, value_name = "DATABASE", value_parser = database)]
    pub database: Option<Dialect>,
    /// Another build of a project's program, in place of the one that is built now
    #[arg(long, value_name = "PROGRAM")]
    pub limbeck: Option<PathBuf>,
    /// A Python that has Alembic and the drivers, for the row that holds Limbeck against it
    #[arg(long, value_name = "PYTHON")]
    pub alembic: Option<PathBuf>,
}

impl Arguments {
    /// How often each program is run.
    pub(crate) fn runs(&self) -> usize {
        self.runs.map_or(if self.quick { 3 } else { 11 }, usize::from)
    }

    /// The databases that are measured.
    pub(crate) fn dialects(&self) -> Vec<Dialect> {
        let all = [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];
        all.into_iter().filter(|dialect| self.database.is_none_or(|only| only == *dialect)).collect()
    }
}

fn database(name: &str) -> Result<Dialect, String> {
    match name {
        "sqlite" => Ok(Dialect::Sqlite),
        "postgres" => Ok(Dialect::Postgres),
        "mariadb" => Ok(Dialect::MariaDb),
        _ => Err("it is sqlite, postgres or mariadb".to_owned()),
    }
}
