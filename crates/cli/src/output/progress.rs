use std::{io::IsTerminal, time::Duration};

use indicatif::{ProgressBar, ProgressStyle};

use super::{DIM, GREEN, paint};

/// A line per revision: on a terminal it moves with the statements and stays when done, elsewhere it is printed once.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    verbose: bool,
}

/// While statements run, which take as long as they take.
const SPINNER: &str = "{spinner} {msg} {prefix:.dim}";

/// While a data step says how far it is. The title is cut where the terminal ends.
const BAR: &str = "{spinner} [{bar:20}] {pos}/{len} {percent}% {wide_msg}";

fn style(template: &str) -> ProgressStyle {
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner());
    style.progress_chars("=> ")
}

impl Progress {
    /// Progress for the standard error as it is. `verbose` prints each statement with its time.
    pub(crate) fn new(verbose: bool) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| ProgressBar::new_spinner().with_style(style(SPINNER)));
        Self { bar, verbose }
    }

    /// A revision begins.
    pub(crate) fn begin(&self, title: &str) {
        match &self.bar {
            Some(bar) => {
                bar.set_message(title.to_owned());
                bar.enable_steady_tick(Duration::from_millis(100));
            }
            None => tell!("{title}"),
        }
    }

    /// The `number`th of `count` statements is sent.
    pub(crate) fn statement(&self, sql: &str, number: usize, count: usize) {
        if let Some(bar) = &self.bar {
            bar.set_style(style(SPINNER));
            bar.set_prefix(format!("{number}/{count}"));
        }
        if self.verbose {
            self.line(&paint(DIM, format!("    {sql}")));
        }
    }

    /// A data step has done so much of so much.
    pub(crate) fn amount(&self, done: u64, total: u64) {
        if let Some(bar) = &self.bar {
            bar.set_style(style(BAR));
            bar.set_length(total);
            bar.set_position(done.min(total));
        }
    }

    /// A revision is done.
    pub(crate) fn done(&self, title: &str, duration: Duration) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
            tell!("{} {title} {}", paint(GREEN, "✓"), paint(DIM, format!("{} ms", duration.as_millis())));
        } else if self.verbose {
            tell!("    {} ms", duration.as_millis());
        }
    }

    /// Something to say beside the line.
    pub(crate) fn line(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| tell!("{text}")),
            None => tell!("{text}"),
        }
    }
}
