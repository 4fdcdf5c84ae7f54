//! What was found: told as it comes, and written as JSON and Markdown.

mod machine;
mod markdown;
mod words;

use std::{fs, path::Path};

use serde::Serialize;

use crate::{Error, arguments::Arguments, bench::Bench, case::Case, rows::Row};
use machine::Machine;

/// All that was found so far.
#[derive(Serialize)]
pub(crate) struct Report {
    machine: Machine,
    runs: usize,
    cases: Vec<Case>,
    /// Rows that could not be measured, and why.
    failed: Vec<(&'static str, String)>,
}

impl Report {
    /// Nothing yet; says what it is measured on.
    pub(crate) fn new(bench: &Bench) -> Result<Self, Error> {
        let machine = Machine::this(&bench.arguments.dialects())?;
        let runs = bench.arguments.runs();
        println!("{machine}");
        println!(
            "{runs} runs of each program in turns after one that does not count; minimum .. median .. maximum; a goal is for the median"
        );
        Ok(Self { machine, runs, cases: Vec::new(), failed: Vec::new() })
    }

    /// Says what is measured next.
    pub(crate) fn begin(&self, row: &Row) {
        println!("\n{}: {}", row.name, row.what);
    }

    /// Takes a case and tells it.
    pub(crate) fn add(&mut self, case: Case) {
        print!("{}", words::case(&case));
        self.cases.push(case);
    }

    /// Takes a row that can't be measured and tells it.
    pub(crate) fn fail(&mut self, row: &Row, error: &Error) {
        println!("  not measured: {error}");
        self.failed.push((row.name, error.to_string()));
    }

    /// Whether every row could be measured.
    pub(crate) fn is_whole(&self) -> bool {
        self.failed.is_empty()
    }

    /// Tells how many goals are reached, and writes the files that were asked for.
    pub(crate) fn finish(&self, arguments: &Arguments) -> Result<(), Error> {
        let verdicts = || self.cases.iter().flat_map(|case| &case.figures).filter_map(|figure| figure.is_reached);
        let (goals, reached) = (verdicts().count(), verdicts().filter(|is_reached| *is_reached).count());
        println!("\n{reached} of {goals} goals are reached");
        if let Some(path) = &arguments.json {
            let json = |source| Error::Json { path: path.clone(), source };
            write(path, &(serde_json::to_string_pretty(self).map_err(json)? + "\n"))?;
        }
        if let Some(path) = &arguments.markdown {
            write(path, &markdown::table(self))?;
        }
        Ok(())
    }
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(Error::system(format!("writing {}", path.display())))
}
