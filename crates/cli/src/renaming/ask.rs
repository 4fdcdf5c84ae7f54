//! Questions on a terminal.

use std::{
    io::{IsTerminal, stderr, stdin},
    path::{Path, PathBuf},
};

use dialoguer::{Input, Select, console::Term, theme::SimpleTheme};
use limbeck_autogenerate::{Fill, Leaving, Question, Rename, Unfilled, filling_value};

use super::names::end_of;
use crate::{CliError, output, project};

/// What a person says to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It has another name.
    Renamed(Rename),
    /// It goes for good.
    Goes,
}

/// What the rows hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Filled {
    /// This value.
    Value {
        /// As it was written.
        text: String,
        /// As it is meant.
        fill: Fill,
    },
    /// No row lacks one.
    Nothing,
}

impl From<Filled> for Fill {
    fn from(filled: Filled) -> Self {
        match filled {
            Filled::Value { fill, .. } => fill,
            Filled::Nothing => Self::Nothing,
        }
    }
}

/// What becomes of a table or column that no entity states any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It goes for good.
    Goes,
    /// It stays, now and later.
    Kept,
}

/// Who answers.
pub(crate) trait Ask {
    /// The answer to a question; `None` if there is none, so that nothing is done.
    ///
    /// # Errors
    /// Nobody can be asked.
    fn ask(&mut self, question: &Question) -> Result<Option<Answer>, CliError>;

    /// What the rows hold in a column; `None` if there is no answer.
    ///
    /// # Errors
    /// Nobody can be asked.
    fn ask_fill(&mut self, unfilled: &Unfilled) -> Result<Option<Filled>, CliError>;

    /// Whether a table or column goes; `None` if there is no answer.
    ///
    /// # Errors
    /// Nobody can be asked.
    fn ask_going(&mut self, going: &Leaving) -> Result<Option<Fate>, CliError>;

    /// Remembers that `entry` is kept from now on.
    ///
    /// # Errors
    /// It can't be written down.
    fn remember(&mut self, entry: &str) -> Result<(), CliError>;
}

/// A person at a terminal.
pub(crate) struct Terminal {
    /// The configuration, where there is one.
    file: Option<PathBuf>,
}

impl Terminal {
    /// The terminal, if there is one that a person can read and write at. What is to be remembered goes into `file`.
    pub(crate) fn find(file: Option<&Path>) -> Option<Self> {
        (stdin().is_terminal() && stderr().is_terminal()).then(|| Self { file: file.map(Path::to_owned) })
    }
}

impl Ask for Terminal {
    fn ask(&mut self, question: &Question) -> Result<Option<Answer>, CliError> {
        let items = question.renames.iter().map(|rename| format!("it is now the {}", end_of(rename)));
        let lost = match question.leaving {
            Leaving::Table { .. } => "it goes, and its rows with it",
            Leaving::Column { .. } => "it goes, and its values with it",
            Leaving::Label { .. } => "it goes",
        };
        let chosen = Select::with_theme(&SimpleTheme)
            .with_prompt(format!("The {} goes. What becomes of it", question.leaving))
            .items(items.chain([lost.to_owned()]))
            .default(0)
            .interact_on_opt(&Term::stderr())
            .map_err(|error| CliError::Terminal(error.to_string()))?;
        Ok(chosen.map(|at| question.renames.get(at).cloned().map_or(Answer::Goes, Answer::Renamed)))
    }

    fn ask_going(&mut self, going: &Leaving) -> Result<Option<Fate>, CliError> {
        let lost = match going {
            Leaving::Table { .. } => "it goes, and its rows with it",
            Leaving::Column { .. } => "it goes, and its values with it",
            Leaving::Label { .. } => "it goes",
        };
        // What loses nothing comes first.
        let chosen = Select::with_theme(&SimpleTheme)
            .with_prompt(format!("No entity states the {going}. What becomes of it"))
            .items(["it stays: `keep` in limbeck.toml names it from now on", lost])
            .default(0)
            .interact_on_opt(&Term::stderr())
            .map_err(|error| CliError::Terminal(error.to_string()))?;
        Ok(chosen.map(|at| if at == 0 { Fate::Kept } else { Fate::Goes }))
    }

    fn remember(&mut self, entry: &str) -> Result<(), CliError> {
        match &self.file {
            Some(file) => project::remember_kept(file, entry),
            None => {
                output::note(format!("there is no limbeck.toml to remember it: pass `--keep {entry}` from now on"));
                Ok(())
            }
        }
    }

    fn ask_fill(&mut self, unfilled: &Unfilled) -> Result<Option<Filled>, CliError> {
        let refused = unfilled.refused.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
        let prompt = format!(
            "{}.{} may not be NULL{refused}. What do the rows hold that are there? A number, 'text', CURRENT_TIMESTAMP or SQL; nothing if no row lacks a value",
            unfilled.table, unfilled.column
        );
        let first = unfilled.suggestions.first().cloned().unwrap_or_default();
        let written: String = Input::with_theme(&SimpleTheme)
            .with_prompt(prompt)
            .with_initial_text(first)
            .allow_empty(true)
            .validate_with(|text: &String| match text.trim() {
                "" => Ok(()),
                text => filling_value(text).map(|_| ()),
            })
            .interact_text_on(&Term::stderr())
            .map_err(|error| CliError::Terminal(error.to_string()))?;
        let text = written.trim().to_owned();
        Ok(Some(filling_value(&text).map_or(Filled::Nothing, |fill| Filled::Value { text, fill })))
    }
}
