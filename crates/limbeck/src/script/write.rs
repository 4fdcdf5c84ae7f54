//! What the scripts of all databases have in common: the title, the comments, the order.

use std::collections::BTreeSet;

use limbeck_operations::{
    Operation, Step,
    ddl::{StepStatements, statements},
};
use limbeck_schema::{Dialect, Server};

use super::{Script, ScriptError, mysql_like, passage::Passage, postgres, sqlite, stamp::Change, text::Text};
use crate::{
    Direction, Graph, Node, Timeout, history::HistoryTable, raw_sql::ends_transaction, runner::limit_statements,
};

/// A script while it is written.
pub(super) struct Writer<'g> {
    pub(super) graph: &'g Graph,
    pub(super) table: HistoryTable,
    pub(super) text: Text,
    server: Server,
    /// How long a statement waits for a lock, and how long it runs.
    limits: (Timeout, Timeout),
    skipped: Vec<String>,
    /// Whether raw SQL or a data step may have changed what nobody knows since the last comment on it.
    is_assumed: bool,
}

impl<'g> Writer<'g> {
    pub(super) fn new(graph: &'g Graph, table: HistoryTable, server: Server, limits: (Timeout, Timeout)) -> Self {
        let text = Text::new(server.dialect);
        Self { graph, table, text, server, limits, skipped: Vec::new(), is_assumed: false }
    }

    pub(super) const fn dialect(&self) -> Dialect {
        self.server.dialect
    }

    /// What the script does and how it is run. Nothing in it depends on the time or the machine.
    pub(super) fn title(&mut self, what: &str, before: &BTreeSet<String>, behind: &BTreeSet<String>) {
        let (from, to) = (self.place(before), self.place(behind));
        let version = env!("CARGO_PKG_VERSION");
        self.text.comment(&format!("{what} from {from} to {to} on {}; written by Limbeck {version}", self.dialect()));
        self.text.comment(match self.dialect() {
            Dialect::Sqlite => {
                "sqlite3 -bail -cmd '.timeout 60000' DATABASE < SCRIPT\nWithout -bail it goes on where something fails, and keeps nothing of that revision and those behind it."
            }
            Dialect::Postgres => {
                "psql -v ON_ERROR_STOP=1 -f SCRIPT\nWithout ON_ERROR_STOP it goes on where something fails, and keeps nothing of that revision and those behind it."
            }
            Dialect::MySql => "mysql DATABASE < SCRIPT\nWhere something fails, the history says how far it came, and the next run of the tool how to go on.",
            Dialect::MariaDb => {
                "mariadb DATABASE < SCRIPT\nWhere something fails, the history says how far it came, and the next run of the tool how to go on."
            }
        });
    }

    fn place(&self, applied: &BTreeSet<String>) -> String {
        let current: Vec<_> = self.graph.current(applied).into_iter().map(|node| node.id.as_str()).collect();
        if current.is_empty() { "base".to_owned() } else { current.join(", ") }
    }

    /// The settings of the session, and the history table if it `starts` with nothing.
    pub(super) fn begin(&mut self, starts: bool) {
        self.text.gap();
        match self.dialect() {
            Dialect::Sqlite => sqlite::begin(&mut self.text),
            Dialect::Postgres => postgres::begin(&mut self.text),
            dialect @ (Dialect::MySql | Dialect::MariaDb) => mysql_like::begin(&mut self.text, dialect),
        }
        self.limit();
        if starts {
            self.text.statements(self.table.make_sql());
        }
    }

    /// The limits of the run: who waits for long makes all behind wait.
    pub(super) fn limit(&mut self) {
        let (lock, statement) = self.limits;
        self.text.statements(limit_statements(self.dialect(), lock, statement));
    }

    /// Takes the limits away: building an index while others write waits for all of them to end their transactions, and keeps nobody waiting.
    pub(super) fn unlimit(&mut self) {
        self.text.statements(limit_statements(self.dialect(), Timeout::OFF, Timeout::OFF));
    }

    /// One revision.
    pub(super) fn passage(&mut self, passage: &Passage<'_>) -> Result<(), ScriptError> {
        let id = &passage.node.id;
        let groups = statements(&passage.steps, &passage.before, &self.server)
            .map_err(|source| ScriptError::Ddl { id: id.clone(), source })?;
        self.refuse_ends(passage)?;
        self.text.gap();
        let parents =
            if passage.node.parents.is_empty() { "<base>".to_owned() } else { passage.node.parents.join(", ") };
        let (from, to) = match passage.direction {
            Direction::Upgrade => (&parents, id),
            Direction::Downgrade => (id, &parents),
        };
        self.text.comment(&format!("{} {from} -> {to}, {}", passage.direction, passage.node.message));
        match self.dialect() {
            Dialect::Sqlite => sqlite::passage(self, passage, &groups)?,
            Dialect::Postgres => postgres::passage(self, passage, &groups),
            Dialect::MySql | Dialect::MariaDb => mysql_like::passage(self, passage, &groups),
        }
        Ok(())
    }

    /// What has to be said of the steps of a group before its statements.
    pub(super) fn comment_on(&mut self, passage: &Passage<'_>, group: &StepStatements) {
        let dialect = self.dialect();
        let steps = group.steps.iter().filter_map(|at| passage.steps.get(*at)).filter(|step| step.counts_on(dialect));
        for step in steps {
            match &step.operation {
                Operation::Run { name } => {
                    self.text.comment(&format!("data step {name:?} is left out: it is written in Rust"));
                    self.skipped.push(format!("`{name}` of revision `{}`", passage.node.id));
                    self.is_assumed = true;
                }
                Operation::Execute { records, .. } => self.is_assumed |= records.is_empty(),
                _ if self.is_assumed && !group.statements.is_empty() => {
                    self.text.comment("as if what is not known of the steps above changed no table");
                    self.is_assumed = false;
                }
                _ => {}
            }
        }
    }

    /// How a database tells that a revision is next there, and in words.
    pub(super) fn is_next(&self, passage: &Passage<'_>) -> (String, String) {
        let id = passage.node.id.as_str();
        match passage.direction {
            Direction::Upgrade => {
                let before = self.graph.before(id);
                let condition = self.table.stands_sql(before.into_iter().map(|node| node.id.as_str()), [id]);
                (condition, format!("revision {id} is next in this database"))
            }
            Direction::Downgrade => {
                let after = self.graph.after(id);
                let stands = self.table.stands_sql([id], after.into_iter().map(|node| node.id.as_str()));
                let condition = format!("{stands} AND {}", self.table.ran_sql(&passage.row));
                (condition, format!("revision {id} is last in this database, and its file still says what ran"))
            }
        }
    }

    /// How a database tells that a revision is recorded as it has to be behind its passage, and in words.
    pub(super) fn is_recorded(&self, passage: &Passage<'_>) -> (String, String) {
        let id = passage.node.id.as_str();
        match passage.direction {
            Direction::Upgrade => (self.table.is_recorded_sql(&passage.row), format!("revision {id} is recorded")),
            Direction::Downgrade => (self.table.stands_sql([], [id]), format!("revision {id} is recorded no more")),
        }
    }

    /// How a database tells that it stands where a stamp begins, and in words.
    pub(super) fn stands(&self, change: &Change<'_>) -> (String, String) {
        let ids = |nodes: &[&Node]| nodes.iter().map(|node| node.id.clone()).collect::<Vec<_>>();
        let (current, added) = (ids(&change.current), ids(&change.added));
        let condition = self.table.stands_sql(current.iter().map(String::as_str), added.iter().map(String::as_str));
        let place = if current.is_empty() { "base".to_owned() } else { current.join(", ") };
        (condition, format!("the history is at {place}"))
    }

    fn refuse_ends(&self, passage: &Passage<'_>) -> Result<(), ScriptError> {
        let counting = passage.steps.iter().filter(|step| step.counts_on(self.dialect()));
        let culprit = counting.filter_map(raw).find(|sql| ends_transaction(sql, self.dialect()));
        culprit.map_or(Ok(()), |sql| {
            Err(ScriptError::EndsTransaction { id: passage.node.id.clone(), sql: sql.to_owned() })
        })
    }

    /// The whole script.
    pub(super) fn end(mut self, revisions: Vec<String>) -> Script {
        match self.dialect() {
            Dialect::Sqlite => sqlite::end(&mut self.text),
            Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {}
        }
        Script { text: self.text.into_text(), revisions, skipped_data_steps: self.skipped }
    }
}

/// The raw SQL of a step.
pub(super) fn raw(step: &Step) -> Option<&str> {
    match &step.operation {
        Operation::Execute { sql, .. } => Some(sql),
        _ => None,
    }
}
