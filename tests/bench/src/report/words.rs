//! Figures in words.

use std::fmt::Write;

use limbeck_bench::spread::Spread;

use crate::case::{Case, Figure, Goal, Unit};

/// A case, some lines.
pub(super) fn case(case: &Case) -> String {
    let mut text = format!("  {}\n", case.title);
    for program in &case.programs {
        let (seconds, memory) = (spread(program.seconds, Unit::Seconds), program.mebibytes.median);
        let processor = amount(program.processor_seconds.median, Unit::Seconds);
        let _ = writeln!(text, "    {:<24} {seconds:<34} {processor:>8} of processors, {memory:.1} MiB", program.name);
    }
    for figure in &case.figures {
        let spread = spread(figure.spread, figure.unit);
        let _ = writeln!(text, "    = {:<40} {spread:<30} {}", figure.name, verdict(figure));
    }
    for note in &case.notes {
        let _ = writeln!(text, "    {note}");
    }
    text
}

/// The goal, and whether it is reached.
pub(super) fn verdict(figure: &Figure) -> String {
    let Some(goal) = figure.goal else { return String::new() };
    let is_reached = if figure.is_reached == Some(true) { "reached" } else { "MISSED" };
    format!("{}: {is_reached}", words(goal, figure.unit))
}

/// A goal.
pub(super) fn words(goal: Goal, unit: Unit) -> String {
    match goal {
        Goal::AtMost(most) => format!("at most {}", amount(most, unit)),
        Goal::AtLeast(least) => format!("at least {}", amount(least, unit)),
    }
}

/// `0.10 .. 0.12 .. 0.15 s`.
pub(super) fn spread(spread: Spread, unit: Unit) -> String {
    if spread.min == spread.max {
        return amount(spread.median, unit);
    }
    let bare = |figure: f64| number(figure, unit);
    format!("{} .. {} .. {}", bare(spread.min), bare(spread.median), amount(spread.max, unit))
}

/// A figure with its unit.
pub(super) fn amount(figure: f64, unit: Unit) -> String {
    let number = number(figure, unit);
    match unit {
        Unit::Times => format!("{number} x"),
        Unit::Seconds => format!("{number} s"),
        Unit::Mebibytes => format!("{number} MiB"),
        Unit::Count => number,
    }
}

fn number(figure: f64, unit: Unit) -> String {
    match unit {
        Unit::Times => format!("{figure:.2}"),
        Unit::Seconds if figure < 10.0 => format!("{figure:.3}"),
        Unit::Seconds | Unit::Mebibytes => format!("{figure:.1}"),
        Unit::Count => format!("{figure:.0}"),
    }
}
