//! The table of the README.

use std::fmt::Write;

use super::{Report, words};
use crate::case::Unit;

/// The machine, and a line for each figure.
pub(super) fn table(report: &Report) -> String {
    let mut text =
        format!("{}\n\n| row | measured | time | figure | goal | |\n|---|---|---|---|---|---|\n", report.machine);
    for case in &report.cases {
        let times = case.programs.iter().map(|program| {
            let seconds = words::amount(program.seconds.median, Unit::Seconds);
            format!("{} {seconds}", program.name)
        });
        let times = times.collect::<Vec<_>>().join(", ");
        for (number, figure) in case.figures.iter().enumerate() {
            let (title, times) = if number == 0 { (case.title.as_str(), times.as_str()) } else { ("", "") };
            let goal = figure.goal.map(|goal| words::words(goal, figure.unit)).unwrap_or_default();
            let verdict = figure.is_reached.map(|is_reached| if is_reached { "reached" } else { "missed" });
            let _ = writeln!(
                text,
                "| {} | {title} | {times} | {}: {} | {goal} | {} |",
                case.row,
                figure.name,
                words::spread(figure.spread, figure.unit),
                verdict.unwrap_or_default()
            );
        }
    }
    for (row, reason) in &report.failed {
        let _ = writeln!(text, "| {row} | not measured | | {} | | |", reason.lines().next().unwrap_or_default());
    }
    text
}
