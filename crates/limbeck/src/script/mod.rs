//! Runs as texts: what an upgrade, a downgrade or a stamp sends, for a person to run by hand. No database is opened; what is there is what the revisions
//! before have made.
//!
//! A script leads to the same catalog and the same history as the run, but for times. It is cautious as the run is: each revision makes sure that it is next,
//! and is kept as a whole or not at all, where the database has that; elsewhere the history says how far it came, and the next run goes on from there.

mod error;
mod mysql_like;
mod passage;
mod postgres;
mod sqlite;
mod stamp;
mod text;
mod write;

use std::collections::BTreeSet;

use limbeck_schema::{Dialect, Server, Version};

pub use error::ScriptError;

use crate::{Direction, Graph, Migrations, Node, Range, Settings, Target, history::HistoryTable};
use passage::{Passage, Passages};
use text::Text;
use write::Writer;

/// What scripts are made of.
///
/// ```
/// use limbeck::{Dialect, Migrations, Scripting, Target};
///
/// static MIGRATIONS: Migrations = Migrations::new(&[], "");
///
/// let script = Scripting::new(&MIGRATIONS, Dialect::Postgres).upgrade(None, &Target::Heads)?;
/// assert!(script.is_empty() && script.text.starts_with("-- "));
/// # Ok::<(), limbeck::ScriptError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Scripting<'a> {
    migrations: &'a Migrations,
    settings: Option<Settings>,
    server: Server,
    skip_data_steps: bool,
}

/// A script, and what a person has to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// The text.
    pub text: String,
    /// The revisions in it, by ids, in its order.
    pub revisions: Vec<String>,
    /// The data steps that are left out, each with its revision, in words.
    pub skipped_data_steps: Vec<String>,
}

impl Script {
    /// Whether there is nothing to do.
    pub const fn is_empty(&self) -> bool {
        self.revisions.is_empty()
    }
}

impl<'a> Scripting<'a> {
    /// Scripts of these revisions for `dialect`, with the settings that are compiled in beside them.
    pub fn new(migrations: &'a Migrations, dialect: Dialect) -> Self {
        Self { migrations, settings: None, server: Server::assumed(dialect), skip_data_steps: false }
    }

    /// Other settings than those that are compiled in.
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = Some(settings);
        self
    }

    /// The version of the server; the oldest that is supported if nothing is said. Some statements need a later one.
    pub const fn server_version(mut self, version: Version) -> Self {
        self.server.version = version;
        self
    }

    /// Whether data steps are left out, with a comment in their place; else they are an error.
    pub const fn skip_data_steps(mut self, skip: bool) -> Self {
        self.skip_data_steps = skip;
        self
    }

    /// The way of a database that stands at `from` up to `to`; from the base where nothing is said, with the history table.
    ///
    /// # Errors
    /// The targets lead nowhere, a revision can't be said to the database, or has a data step.
    pub fn upgrade(&self, from: Option<&Target>, to: &Target) -> Result<Script, ScriptError> {
        let graph = Graph::of(self.migrations)?;
        let applied = stands_at(&graph, from)?;
        let path = to.upgrade_path(&graph, &applied)?;
        let passages = Passages::new(self, &graph, &applied).up(&path)?;
        let behind = applied.iter().cloned().chain(ids(&path)).collect();
        self.written(&graph, Direction::Upgrade, (&applied, &behind), &passages)
    }

    /// The way of a database that stands at the beginning of `range` down to its end, which stays applied.
    ///
    /// # Errors
    /// The range lacks an end, or leads nowhere; a revision can't be said to the database, or has a data step.
    pub fn downgrade(&self, range: &Range) -> Result<Script, ScriptError> {
        let (Some(from), Some(to)) = (&range.from, &range.to) else {
            return Err(ScriptError::NoStart { text: range.to_string() });
        };
        let graph = Graph::of(self.migrations)?;
        let applied = stands_at(&graph, Some(from))?;
        let path = to.downgrade_path(&graph, &applied)?;
        let passages = Passages::new(self, &graph, &applied).down(&path)?;
        let undone = ids(&path);
        let behind = applied.iter().filter(|id| !undone.contains(id)).cloned().collect();
        self.written(&graph, Direction::Downgrade, (&applied, &behind), &passages)
    }

    /// What writes into the history of a database that stands at `from` that it stands at `to`; from the base where nothing is said, with the history table.
    ///
    /// # Errors
    /// The targets lead nowhere.
    pub fn stamp(&self, from: Option<&Target>, to: &[Target]) -> Result<Script, ScriptError> {
        let graph = Graph::of(self.migrations)?;
        let applied = stands_at(&graph, from)?;
        let change = stamp::Change::of(&graph, to, &applied)?;
        let mut writer = self.writer(&graph)?;
        writer.title("stamp", &applied, &change.behind(&applied));
        writer.begin(applied.is_empty() && !change.is_empty());
        writer.stamp(&change, self.migrations)?;
        Ok(writer.end(change.ids()))
    }

    /// What makes the history table if it is not there.
    ///
    /// # Errors
    /// `limbeck.toml` was not understood.
    pub fn ensure_table(&self) -> Result<Script, ScriptError> {
        let table = HistoryTable::new(self.server.dialect, self.stated_settings()?.history_table());
        let mut text = Text::new(self.server.dialect);
        text.statements(table.make_sql());
        Ok(Script { text: text.into_text(), revisions: Vec::new(), skipped_data_steps: Vec::new() })
    }

    /// The script of these passages, between what is applied before and behind them.
    fn written(
        &self,
        graph: &Graph,
        direction: Direction,
        (applied, behind): (&BTreeSet<String>, &BTreeSet<String>),
        passages: &[Passage<'_>],
    ) -> Result<Script, ScriptError> {
        let steps: Vec<_> = passages.iter().flat_map(Passage::data_steps).collect();
        if !steps.is_empty() && !self.skip_data_steps {
            return Err(ScriptError::DataSteps { steps });
        }
        let mut writer = self.writer(graph)?;
        writer.title(&direction.to_string(), applied, behind);
        writer.begin(direction == Direction::Upgrade && applied.is_empty() && !passages.is_empty());
        for passage in passages {
            writer.passage(passage)?;
        }
        Ok(writer.end(passages.iter().map(|passage| passage.node.id.clone()).collect()))
    }

    fn stated_settings(&self) -> Result<Settings, ScriptError> {
        Ok(match &self.settings {
            Some(settings) => settings.clone(),
            None => Settings::parse(self.migrations.settings())?,
        })
    }

    fn writer<'g>(&self, graph: &'g Graph) -> Result<Writer<'g>, ScriptError> {
        let settings = self.stated_settings()?;
        let table = HistoryTable::new(self.server.dialect, settings.history_table());
        let limits = (settings.lock_timeout, settings.statement_timeout);
        Ok(Writer::new(graph, table, self.server.clone(), limits))
    }
}

/// What is applied where a database stands at `place`; nothing at the base.
fn stands_at(graph: &Graph, place: Option<&Target>) -> Result<BTreeSet<String>, ScriptError> {
    Ok(Range { from: None, to: None }.done(graph, place)?)
}

fn ids(path: &[&Node]) -> Vec<String> {
    path.iter().map(|node| node.id.clone()).collect()
}

#[cfg(test)]
mod tests;
