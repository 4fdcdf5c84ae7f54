use std::{fmt, time::Duration};

/// What a run has done, revision by revision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The revisions, in the order in which they ran.
    pub ran: Vec<Ran>,
}

/// What a run has done with one revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub message: String,
    /// What was done.
    pub action: Action,
    /// How long it took.
    pub duration: Duration,
    /// The statements that were sent for its steps, in order.
    pub statements: Vec<String>,
    /// The data steps that ran, by name.
    pub data_steps: Vec<String>,
    /// The data steps that did not: a downgrade from stored operations has no bodies for them.
    pub skipped_data_steps: Vec<String>,
}

/// What was done with a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Its steps up ran.
    Upgraded,
    /// Its steps down ran.
    Downgraded,
    /// It was written into the history, and nothing ran.
    Stamped,
    /// It was taken out of the history, and nothing ran.
    Unstamped,
    /// It took the place in the history of the revisions that it replaces, and nothing ran.
    Replaced,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Upgraded => "upgraded",
            Self::Downgraded => "downgraded",
            Self::Stamped => "stamped",
            Self::Unstamped => "unstamped",
            Self::Replaced => "replaced",
        })
    }
}

impl Ran {
    pub(crate) fn new(id: &str, message: &str, action: Action) -> Self {
        Self {
            id: id.to_owned(),
            message: message.to_owned(),
            action,
            duration: Duration::ZERO,
            statements: Vec::new(),
            data_steps: Vec::new(),
            skipped_data_steps: Vec::new(),
        }
    }
}

impl Report {
    /// Whether there was nothing to do.
    pub fn is_empty(&self) -> bool {
        self.ran.is_empty()
    }

    /// How long all of it took.
    pub fn duration(&self) -> Duration {
        self.ran.iter().map(|ran| ran.duration).sum()
    }
}

impl fmt::Display for Report {
    /// A line a revision; `nothing to do` where there is none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ran.is_empty() {
            return f.write_str("nothing to do");
        }
        for (at, ran) in self.ran.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{} {} in {} ms", ran.action, ran.id, ran.duration.as_millis())?;
            if !ran.message.is_empty() {
                write!(f, ": {}", ran.message)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_read_by_people() {
        assert_eq!(Report::default().to_string(), "nothing to do");
        let ran = |id, message, action| Ran { duration: Duration::from_millis(12), ..Ran::new(id, message, action) };
        let report = Report { ran: vec![ran("aa1", "animals", Action::Upgraded), ran("bb2", "", Action::Unstamped)] };
        assert_eq!(report.to_string(), "upgraded aa1 in 12 ms: animals\nunstamped bb2 in 12 ms");
        assert_eq!(report.duration(), Duration::from_millis(24));
    }
}
