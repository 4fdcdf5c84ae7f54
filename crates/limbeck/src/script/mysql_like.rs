//! MySQL and MariaDB: each change of the schema commits by itself, so the history is told before the first and after each of them, as the run does it:
//! where a script stops, the next run knows what is in doubt. Raw SQL and its record are one transaction.

use limbeck_operations::ddl::{StepStatements, quote::string};
use limbeck_schema::Dialect;

use super::{
    passage::Passage,
    stamp::Change,
    text::Text,
    write::{Writer, raw},
};
use crate::{Direction, Doubt, InFlight, Row, State, connection::MYSQL_SESSION};

/// The table whose key stops a script.
const GUARD: &str = "`_limbeck_guard`";

/// What the tool's own connection has.
pub(super) fn begin(text: &mut Text, dialect: Dialect) {
    text.statement("SET NAMES utf8mb4");
    text.statements(MYSQL_SESSION);
    match dialect {
        // With it off any ALTER gives a `timestamp NOT NULL` a default of its own (measured on 10.11). Before 10.8.2 it can't be set in a session.
        Dialect::MariaDb => text.statement("/*M!100802 SET SESSION explicit_defaults_for_timestamp = 1 */"),
        // On by default.
        Dialect::MySql | Dialect::Sqlite | Dialect::Postgres => {}
    }
    text.statement(&format!("DROP TEMPORARY TABLE IF EXISTS {GUARD}"));
    text.statement(&format!("CREATE TEMPORARY TABLE {GUARD} (`problem` varchar(191) NOT NULL PRIMARY KEY)"));
}

pub(super) fn passage(writer: &mut Writer<'_>, passage: &Passage<'_>, groups: &[StepStatements]) {
    let dialect = passage.dialect;
    let (stands, words) = writer.is_next(passage);
    writer.text.statement(&guard(&stands, &words, dialect));
    let mut row = passage.row.clone();
    let unfinished = |done| State::Unfinished { direction: passage.direction, done, clean: false };
    let Some(last) = groups.iter().rposition(|group| !group.statements.is_empty()) else {
        groups.iter().for_each(|group| writer.comment_on(passage, group));
        let sql = match passage.direction {
            Direction::Upgrade => writer.table.insert_sql(&row),
            Direction::Downgrade => writer.table.delete_sql(&row.id),
        };
        return writer.text.statement(&sql);
    };
    row.state = unfinished(0);
    let begun = match passage.direction {
        Direction::Upgrade => writer.table.insert_sql(&row),
        Direction::Downgrade => writer.table.update_sql(&row),
    };
    writer.text.statement(&begun);
    for (at, group) in groups.iter().enumerate() {
        writer.comment_on(passage, group);
        if group.statements.is_empty() {
            continue;
        }
        let first = group.steps.first().and_then(|at| passage.steps.get(*at));
        let is_own = first.is_some_and(|step| step.counts_on(dialect) && raw(step).is_some());
        // The record that is read if what comes ends the transaction; and of steps that are done together, which come behind them.
        if is_own || group.steps.len() > 1 {
            let statements = group.statements.iter().map(|statement| statement.sql.clone()).collect();
            let done = group.steps.iter().max().map_or(0, |last| last + 1);
            row.in_flight = Some(InFlight { statements, at: 0, done, doubt: Doubt::LeftTransaction });
            let left = writer.table.progress_sql(&row);
            if is_own {
                writer.text.statement("START TRANSACTION");
            }
            writer.text.statement(&left);
            row.in_flight = None;
        }
        writer.text.statements(group.statements.iter().map(|statement| &statement.sql));
        row.state = unfinished(group.steps.iter().max().map_or(0, |last| last + 1));
        let sql = match passage.direction {
            Direction::Upgrade if at == last => writer.table.applied_sql(&passage.row),
            Direction::Downgrade if at == last => writer.table.delete_sql(&row.id),
            Direction::Upgrade | Direction::Downgrade => writer.table.progress_sql(&row),
        };
        writer.text.statement(&sql);
        if is_own {
            writer.text.statement("COMMIT");
        }
    }
}

/// A stamp.
pub(super) fn stamp(writer: &mut Writer<'_>, change: &Change<'_>, rows: &[Row]) {
    let dialect = writer.dialect();
    let (stands, words) = writer.stands(change);
    writer.text.statement(&guard(&stands, &words, dialect));
    writer.text.statement("START TRANSACTION");
    writer.text.statements(change.removed.iter().map(|node| writer.table.delete_sql(&node.id)).collect::<Vec<_>>());
    writer.text.statements(rows.iter().map(|row| writer.table.insert_sql(row)).collect::<Vec<_>>());
    writer.text.statement("COMMIT");
}

/// Fails with a problem in these words unless `condition` holds. There is no other statement that does in every mode of the server: a key is never given twice.
fn guard(condition: &str, words: &str, dialect: Dialect) -> String {
    format!(
        "INSERT INTO {GUARD} SELECT {} FROM (SELECT 1 UNION ALL SELECT 2) AS `twice` WHERE NOT ({condition})",
        string(&format!("it does not hold that {words}"), dialect)
    )
}
