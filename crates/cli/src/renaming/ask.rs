//! Questions on a terminal.

use std::{
    io::{self, IsTerminal, StdinLock, stderr, stdin},
    path::{Path, PathBuf},
};

use limbeck_autogenerate::{Fill, Leaving, Question, Rename, Unfilled, filling_value};

use super::{dialogue::Dialogue, names::end_of, path::for_shell};
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

/// What is written for a database that was there before the first revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Adoption {
    /// The revision that makes what is there.
    Baseline,
    /// What the entities change of it.
    Changes,
}

/// A person at a terminal.
pub(crate) struct Terminal {
    /// The configuration, where there is one.
    file: Option<PathBuf>,
    dialogue: Dialogue<StdinLock<'static>, anstream::Stderr>,
}

impl Terminal {
    /// The terminal, if there is one that a person can read and write at. What is to be remembered goes into `file`.
    pub(crate) fn find(file: Option<&Path>) -> Option<Self> {
        (stdin().is_terminal() && stderr().is_terminal()).then(|| {
            let dialogue = Dialogue::new(stdin().lock(), anstream::stderr());
            Self { file: file.map(Path::to_owned), dialogue }
        })
    }

    /// What is written where the database has `tables` that the entities state and no revision made; `None` if there is no answer.
    ///
    /// # Errors
    /// Nobody can be asked.
    pub(crate) fn ask_adoption(&mut self, tables: &str) -> Result<Option<Adoption>, CliError> {
        let question =
            format!("The database has {tables} of the entities, and there is no revision yet. What is to be written?");
        let options = [
            "the first revision, from what is there; it is recorded in this database's history, and nothing runs",
            "what the entities change of it; a new database does not get from the revisions what is there",
        ];
        let chosen = self.choose(&question, options.map(str::to_owned).to_vec())?;
        Ok(chosen.map(|at| if at == 0 { Adoption::Baseline } else { Adoption::Changes }))
    }

    fn choose(&mut self, question: &str, options: Vec<String>) -> Result<Option<usize>, CliError> {
        self.dialogue.choose(question, &options).map_err(|error| unusable(&error))
    }
}

fn unusable(error: &io::Error) -> CliError {
    CliError::Terminal(error.to_string())
}

/// What is lost with it.
fn lost(leaving: &Leaving) -> String {
    let lost = match leaving {
        Leaving::Table { .. } => "it goes, and its rows with it",
        Leaving::Column { .. } => "it goes, and its values with it",
        Leaving::Label { .. } => "it goes",
    };
    lost.to_owned()
}

/// What a written answer about a column's rows means.
fn filled(text: &str) -> Result<Filled, String> {
    match text {
        "-" => Ok(Filled::Nothing),
        "" => Err("name a value, or `-` if no row lacks one".to_owned()),
        text => match filling_value(text) {
            Ok(fill) => Ok(Filled::Value { text: text.to_owned(), fill }),
            Err(error) => Err(error.to_string()),
        },
    }
}

impl Ask for Terminal {
    fn ask(&mut self, question: &Question) -> Result<Option<Answer>, CliError> {
        let items = question.renames.iter().map(|rename| format!("it is now the {}", end_of(rename)));
        let items = items.chain([lost(&question.leaving)]).collect();
        let chosen = self.choose(&format!("The {} goes. What becomes of it?", question.leaving), items)?;
        Ok(chosen.map(|at| question.renames.get(at).cloned().map_or(Answer::Goes, Answer::Renamed)))
    }

    fn ask_going(&mut self, going: &Leaving) -> Result<Option<Fate>, CliError> {
        // What loses nothing comes first.
        let stays = "it stays: `keep` in limbeck.toml names it from now on".to_owned();
        let question = format!("No entity states the {going}. What becomes of it?");
        let chosen = self.choose(&question, vec![stays, lost(going)])?;
        Ok(chosen.map(|at| if at == 0 { Fate::Kept } else { Fate::Goes }))
    }

    fn remember(&mut self, entry: &str) -> Result<(), CliError> {
        match &self.file {
            Some(file) => project::remember_kept(file, entry),
            None => {
                let entry = for_shell(entry);
                output::note(format!("there is no limbeck.toml to remember it: pass `--keep {entry}` from now on"));
                Ok(())
            }
        }
    }

    fn ask_fill(&mut self, unfilled: &Unfilled) -> Result<Option<Filled>, CliError> {
        let refused = unfilled.refused.as_ref().map(|reason| format!("\n  {reason}")).unwrap_or_default();
        let others = unfilled.suggestions.get(1..).unwrap_or_default();
        let others = if others.is_empty() { String::new() } else { format!(", for example {}", others.join(", ")) };
        let question = format!(
            "{}.{} may not be NULL. What do the rows hold that are there?{refused}\n  a number, 'text', true, CURRENT_TIMESTAMP or SQL{others}; `-` if no row lacks a value; Ctrl-C writes nothing",
            unfilled.table, unfilled.column
        );
        let first = unfilled.suggestions.first().map(String::as_str);
        self.dialogue.text(&question, first, filled).map_err(|error| unusable(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_about_rows_is_a_value_or_says_that_none_is_needed() {
        for (text, expected) in [("0", Ok("0")), ("'it''s'", Ok("'it''s'")), ("null", Err("NULL")), ("", Err("`-`"))] {
            match (filled(text), expected) {
                (Ok(Filled::Value { text, .. }), Ok(expected)) => assert_eq!(text, expected),
                (Err(problem), Err(part)) => assert!(problem.contains(part), "{text}: {problem}"),
                (found, _) => panic!("{text}: {found:?}"),
            }
        }
        assert_eq!(filled("-"), Ok(Filled::Nothing));
    }
}
