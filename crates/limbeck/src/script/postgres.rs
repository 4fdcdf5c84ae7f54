//! PostgreSQL: a revision and its record are one transaction. `psql` goes on behind a failure, but the server does not, up to the transaction's end.

use limbeck_operations::{
    Needs,
    ddl::{StepStatements, quote::string},
};
use limbeck_schema::Dialect;

use super::{passage::Passage, stamp::Change, text::Text, write::Writer};
use crate::{Direction, Row, State};

/// What the tool's own connection has.
pub(super) fn begin(text: &mut Text) {
    text.statements(["SET client_encoding = 'UTF8'", "SET DateStyle = 'ISO, MDY'", "SET TimeZone = 'UTC'"]);
}

pub(super) fn passage(writer: &mut Writer<'_>, passage: &Passage<'_>, groups: &[StepStatements]) {
    let id = &passage.node.id;
    writer.text.statement("BEGIN");
    let (stands, words) = writer.is_next(passage);
    writer.text.statement(&guard(&stands, &words));
    let mut row = passage.row.clone();
    // Whether the row says already that the revision has begun.
    let mut is_stored = passage.direction == Direction::Downgrade;
    let mut is_begun = false;
    for group in groups {
        writer.comment_on(passage, group);
        let done = group.steps.iter().max().map_or(0, |last| last + 1);
        for statement in &group.statements {
            match statement.needs {
                Needs::Nothing | Needs::ForeignKeysOff => writer.text.statement(&statement.sql),
                Needs::Autocommit => {
                    let unfinished = |done| State::Unfinished { direction: passage.direction, done, clean: false };
                    row.state = unfinished(done.saturating_sub(1));
                    let sql = if is_stored { writer.table.update_sql(&row) } else { writer.table.insert_sql(&row) };
                    writer.text.statement(&sql);
                    (is_stored, is_begun) = (true, true);
                    writer.text.statement("COMMIT");
                    writer.text.comment("it can't be in a transaction");
                    writer.text.statement(&statement.sql);
                    writer.text.statement("BEGIN");
                    row.state = unfinished(done);
                    writer.text.statement(&writer.table.progress_sql(&row));
                }
            }
        }
    }
    let sql = match passage.direction {
        Direction::Downgrade => writer.table.delete_sql(id),
        Direction::Upgrade if is_begun => writer.table.applied_sql(&passage.row),
        Direction::Upgrade => writer.table.insert_sql(&passage.row),
    };
    writer.text.statement(&sql);
    writer.text.statement("COMMIT");
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
