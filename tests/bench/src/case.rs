//! What a row of the table says.

use limbeck_bench::spread::Spread;
use serde::Serialize;

use crate::measure::Runs;

/// One thing that was measured, on one database, at one size.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Case {
    /// The row that it belongs to.
    pub(crate) row: &'static str,
    /// What was measured, in words: `1,000 tables on PostgreSQL`.
    pub(crate) title: String,
    /// The programs.
    pub(crate) programs: Vec<Measured>,
    /// What comes of it.
    pub(crate) figures: Vec<Figure>,
    /// What else is to be known.
    pub(crate) notes: Vec<String>,
}

/// A program that was measured.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Measured {
    /// What it is: `check`, `catalog read once`.
    pub(crate) name: String,
    /// From start to exit.
    pub(crate) seconds: Spread,
    /// Processor time.
    pub(crate) processor_seconds: Spread,
    /// Peak memory.
    pub(crate) mebibytes: Spread,
}

/// A figure with the goal that it has.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
    /// What it is: `check : the larger floor`.
    pub(crate) name: String,
    /// What it counts.
    pub(crate) unit: Unit,
    /// The figure.
    pub(crate) spread: Spread,
    /// What it has to be.
    pub(crate) goal: Option<Goal>,
    /// Whether its median is so; `None` where it has no goal.
    pub(crate) is_reached: Option<bool>,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Unit {
    /// Times as much as something else.
    Times,
    /// Seconds.
    Seconds,
    /// Mebibytes.
    Mebibytes,
    /// Pieces.
    Count,
}

/// What a figure has to be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Goal {
    /// This or less.
    AtMost(f64),
    /// This or more.
    AtLeast(f64),
}

impl Case {
    /// A case of a row with the programs that were run.
    pub(crate) fn new<'a>(
        row: &'static str,
        title: impl Into<String>,
        programs: impl IntoIterator<Item = (&'a str, &'a Runs)>,
    ) -> Self {
        let programs = programs.into_iter().filter_map(|(name, runs)| measured(name, runs)).collect();
        Self { row, title: title.into(), programs, figures: Vec::new(), notes: Vec::new() }
    }

    /// With a figure, where there is one.
    pub(crate) fn figure(
        mut self,
        name: impl Into<String>,
        unit: Unit,
        spread: Option<Spread>,
        goal: Option<Goal>,
    ) -> Self {
        self.figures.extend(spread.map(|spread| Figure {
            name: name.into(),
            unit,
            spread,
            goal,
            is_reached: goal.map(|goal| match goal {
                Goal::AtMost(most) => spread.median <= most,
                Goal::AtLeast(least) => spread.median >= least,
            }),
        }));
        self
    }

    /// With something else to be known.
    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }
}

fn measured(name: &str, runs: &Runs) -> Option<Measured> {
    let spread = |figure: fn(&crate::measure::Run) -> f64| Spread::of(runs.0.iter().map(figure));
    Some(Measured {
        name: name.to_owned(),
        seconds: spread(|run| run.seconds)?,
        processor_seconds: spread(|run| run.processor_seconds)?,
        mebibytes: spread(|run| run.mebibytes)?,
    })
}
