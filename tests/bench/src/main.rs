//! `limbeck-bench`, which `cargo xtask bench` runs: builds the real command in release, fills real servers, measures whole processes in turns, and says of each
//! goal whether it is reached.
//!
//! This program only starts others and waits, so it is built as the tests are; whatever is measured is built in release.

mod arguments;
mod bench;
mod cargo;
mod case;
mod error;
mod fresh;
mod measure;
mod project;
mod report;
mod rows;

use std::process::ExitCode;

use arguments::Arguments;
use bench::Bench;
use clap::Parser;
use error::Error;

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Measures the rows that were asked for, and returns whether all could be. A goal that is missed is told; it is no failure.
fn run(arguments: Arguments) -> Result<bool, Error> {
    let rows = rows::asked(&arguments);
    eprintln!("building in release ..");
    let bench = Bench::new(arguments)?;
    let mut report = report::Report::new(&bench)?;
    for row in rows {
        report.begin(row);
        match (row.run)(&bench) {
            Ok(cases) => cases.into_iter().for_each(|case| report.add(case)),
            Err(error) => report.fail(row, &error),
        }
    }
    report.finish(&bench.arguments)?;
    let is_whole = report.is_whole();
    bench.finish()?;
    Ok(is_whole)
}
