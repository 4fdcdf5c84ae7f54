//! PostgreSQL: a revision and its record are one transaction. `psql` goes on behind a failure, but the server does not, up to the transaction's end.

use limbeck_operations::{
    Needs,
    ddl::{StepStatements, is_done_concurrently, quote::string},
};
use limbeck_schema::Dialect;

use super::{passage::Passage, stamp::Change, text::Text, write::Writer};
use crate::{Direction, Doubt, InFlight, Row, State};

/// What the tool's own connection has.
pub(super) fn begin(text: &mut Text) {
    text.statements(["SET client_encoding = 'UTF8'", "SET DateStyle = 'ISO, MDY'", "SET TimeZone = 'UTC'"]);
}

/// One revision.
pub(super) fn passage(writer: &mut Writer<'_>, passage: &Passage<'_>, groups: &[StepStatements]) {
    let (stands, words) = writer.is_next(passage);
    writer.text.statement("BEGIN");
    writer.text.statement(&guard(&stands, &words));
    let mut parts =
        Parts { row: passage.row.clone(), is_stored: passage.direction == Direction::Downgrade, is_parted: false };
    for group in groups {
        writer.comment_on(passage, group);
        let step = group.steps.first().and_then(|at| passage.steps.get(*at));
        let unfinished = |done, clean| State::Unfinished { direction: passage.direction, done, clean };
        let before = group.steps.first().copied().unwrap_or_default();
        let behind = group.steps.iter().max().map_or(0, |last| last + 1);
        for (at, statement) in group.statements.iter().enumerate() {
            match statement.needs {
                Needs::Nothing | Needs::ForeignKeysOff => writer.text.statement(&statement.sql),
                Needs::Autocommit => {
                    let statements = group.statements.iter().map(|statement| statement.sql.clone()).collect();
                    parts.row.in_flight = Some(InFlight { statements, at, done: behind, doubt: Doubt::Index });
                    parts.commit(writer, unfinished(before, false));
                    parts.outside(writer, &statement.sql);
                    let done = step.and_then(|step| is_done_concurrently(&step.operation));
                    parts.resume(writer, done.as_deref());
                    parts.row.in_flight = None;
                    parts.commit(writer, unfinished(behind, true));
                    parts.resume(writer, None);
                }
            }
        }
        if group.commits {
            writer.text.comment("what follows uses labels that come above, which have to be committed");
            parts.commit(writer, unfinished(behind, true));
            parts.resume(writer, None);
        }
    }
    let sql = match passage.direction {
        Direction::Downgrade => writer.table.delete_sql(&passage.node.id),
        Direction::Upgrade if parts.is_parted => writer.table.applied_sql(&passage.row),
        Direction::Upgrade => writer.table.insert_sql(&passage.row),
    };
    writer.text.statement(&sql);
    writer.text.statement("COMMIT");
}

/// A revision in several transactions. The history says between them how far it came, so that the next run could go on from there.
struct Parts {
    row: Row,
    is_stored: bool,
    is_parted: bool,
}

impl Parts {
    fn commit(&mut self, writer: &mut Writer<'_>, state: State) {
        self.row.state = state;
        let sql = match (self.is_stored, self.is_parted) {
            (false, _) => writer.table.insert_sql(&self.row),
            (true, false) => writer.table.update_sql(&self.row),
            (true, true) => writer.table.progress_sql(&self.row),
        };
        (self.is_stored, self.is_parted) = (true, true);
        writer.text.statements([sql.as_str(), "COMMIT"]);
    }

    /// A statement that can't be in a transaction, which nothing takes back: `psql` sends it only if the one before was kept.
    fn outside(&self, writer: &mut Writer<'_>, sql: &str) {
        writer.unlimit();
        writer.text.comment("it can't be in a transaction, and is sent if what is above was done");
        let condition = writer.table.is_at_sql(&self.row);
        writer.text.sent_if(&condition, sql);
        writer.limit();
    }

    /// Another transaction, if the one before was kept and `done` holds of what was between them.
    fn resume(&self, writer: &mut Writer<'_>, done: Option<&str>) {
        let conditions: Vec<_> =
            std::iter::once(writer.table.is_at_sql(&self.row)).chain(done.map(str::to_owned)).collect();
        writer.text.statement("BEGIN");
        writer.text.statement(&guard(&conditions.join(" AND "), "what is above was done"));
    }
}

/// A stamp.
pub(super) fn stamp(writer: &mut Writer<'_>, change: &Change<'_>, rows: &[Row]) {
    writer.text.statement("BEGIN");
    let (stands, words) = writer.stands(change);
    writer.text.statement(&guard(&stands, &words));
    writer.text.statements(change.removed.iter().map(|node| writer.table.delete_sql(&node.id)).collect::<Vec<_>>());
    writer.text.statements(rows.iter().map(|row| writer.table.insert_sql(row)).collect::<Vec<_>>());
    writer.text.statement("COMMIT");
}

/// Fails with a problem in these words, and the transaction with it, unless `condition` holds.
fn guard(condition: &str, words: &str) -> String {
    let problem = string(&format!("it does not hold that {words}"), Dialect::Postgres);
    let body = format!(
        "\nBEGIN\n    IF NOT ({condition}) THEN\n        RAISE EXCEPTION USING MESSAGE = {problem};\n    END IF;\nEND\n"
    );
    let mut mark = "$limbeck$".to_owned();
    while body.contains(&mark) {
        mark.insert(1, 'x');
    }
    format!("DO {mark}{body}{mark}")
}
