//! Which statement of a run belongs to which kind of operation.

use std::collections::BTreeMap;

use limbeck::{Direction, History, Revision, Settings};
use limbeck_introspect::{schema, server};
use limbeck_operations::{Operation, ddl};
use limbeck_schema::reconcile;
use limbeck_tests::Database;

use crate::round::request;

/// How one statement of each kind of operation in a run begins; a kind that needs none has none.
pub struct Kinds(BTreeMap<&'static str, Option<String>>);

impl Kinds {
    /// The kinds of the steps of `revision`, which is about to run in `database`.
    pub async fn of(database: &Database, revision: &Revision, direction: Direction) -> Self {
        let (connection, dialect) = (&database.connection, database.dialect);
        let server = server(connection).await.expect("a server that says what it is");
        let history = History::load(connection, dialect, &Settings::default()).await.expect("a history that is read");
        let recorded = limbeck::recorded(history.as_ref(), dialect).expect("what is recorded");
        let mut before = schema(connection, &server, &request(database)).await.expect("a catalog that is read");
        reconcile(&mut before, &recorded, dialect);
        let (steps, body) = match direction {
            Direction::Upgrade => (revision.upgrade(), "INSERT INTO journal"),
            Direction::Downgrade => (revision.downgrade(), "DELETE FROM journal"),
        };
        let groups = ddl::statements(&steps, &before, &server).expect("steps that fit");
        let mut kinds = BTreeMap::new();
        for (at, step) in steps.iter().enumerate().filter(|(_, step)| step.counts_on(dialect)) {
            let group = groups.iter().find(|group| group.steps.contains(&at)).expect("its group");
            // Amid the statements of a rebuild.
            let statement = group.statements.get(group.statements.len() / 2);
            let words = match step.operation {
                Operation::Run { .. } => Some(body.to_owned()),
                _ => statement.map(|statement| statement.sql.trim().replace('\n', " ")),
            };
            kinds.entry(step.operation.name()).or_insert(words);
        }
        Self(kinds)
    }

    /// The numbers of their statements, from 1, among those of a run. A kind that needs none is represented by the record of the revision.
    pub fn numbers(&self, listed: &[String]) -> Vec<usize> {
        let record = listed.iter().rposition(|sql| sql.contains("limbeck_history")).expect("a record");
        let mut numbers = Vec::new();
        for (kind, words) in &self.0 {
            let at = match words {
                Some(words) => listed.iter().position(|sql| sql.starts_with(words)),
                None => Some(record),
            };
            numbers.push(at.unwrap_or_else(|| panic!("{kind} sends no {words:?} among {listed:#?}")) + 1);
        }
        numbers
    }
}
