use std::fmt::Display;

use anstyle::{AnsiColor, Style};

/// What is there afterwards.
pub(crate) const GREEN: Style = AnsiColor::Green.on_default();
/// What is gone afterwards, and errors.
pub(crate) const RED: Style = AnsiColor::Red.on_default();
/// What is changed, and warnings.
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default();
/// What matters.
pub(crate) const BOLD: Style = Style::new().bold();
/// What matters less.
pub(crate) const DIM: Style = Style::new().dimmed();

/// `text` in a style; printed through `anstream`, which drops the style where it would not show.
pub(crate) fn paint(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// Prints a line that a person may want to know, on the standard error.
pub(crate) fn note(text: impl Display) {
    tell!("{}", paint(DIM, text));
}
