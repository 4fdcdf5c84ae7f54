use limbeck::{Connection, History, Range, Row, Scripting, Settings, Target};
use limbeck_introspect::server;
use limbeck_operations::{Step, ddl::script, replay_all};
use limbeck_schema::{Dialect, Schema};
use limbeck_tests::{
    Database,
    clients::{OnError, give},
};
use sea_orm::ConnectionTrait;

use super::{Ends, FIRST, Round, SECOND, catalog};

/// Sends the scripts of both revisions, statement by statement as they would be from a file, and asserts that the catalogs are the runner's.
pub(super) async fn lead_to(database: Database, round: &Round, ends: &Ends) {
    round.set_up(&database).await;
    let [first, second] = [FIRST, SECOND].map(|id| round.revision(id));
    let mut schema = Schema::default();
    send(&database, &first.upgrade(), &mut schema).await;
    catalog::assert_same(&ends.start.schema, &catalog::read(&database).await, "after the first script");
    send(&database, &second.upgrade(), &mut schema).await;
    catalog::assert_same(&ends.end.schema, &catalog::read(&database).await, "after the script up");
    send(&database, &second.downgrade(), &mut schema).await;
    catalog::assert_same(&ends.start.schema, &catalog::read(&database).await, "after the script down");
}

/// Sends the script of `steps` on one connection, where PRAGMAs and BEGIN hold, and replays the steps.
async fn send(database: &Database, steps: &[Step], schema: &mut Schema) {
    let connection = Connection::of(&database.connection).await.expect("a connection of its own");
    let server = server(connection.database()).await.expect("a server that says what it is");
    let statements = script(steps, schema, &server).unwrap_or_else(|error| panic!("there is no script: {error}"));
    for sql in statements {
        let sent = connection.database().execute_unprepared(&sql).await;
        sent.unwrap_or_else(|error| panic!("in the script: {error}\n{sql}"));
    }
    connection.close().await;
    replay_all(steps, schema, database.dialect).expect("steps that fit");
}

/// Gives the scripts of the runs to the database's own client, and asserts that the catalogs and the histories are the runner's.
pub(super) async fn lead_by_hand(database: Database, round: &Round, ends: &Ends) {
    round.set_up(&database).await;
    let version = server(&database.connection).await.expect("a server that says what it is").version;
    let scripting = Scripting::new(round.migrations, database.dialect).server_version(version);
    let [first, second] = [FIRST, SECOND].map(|id| Target::Revision(id.to_owned()));
    let range = Range { from: Some(second.clone()), to: Some(first.clone()) };
    let [first_script, second_script] = [scripting.upgrade(None, &first), scripting.upgrade(Some(&first), &second)];
    for (script, end, when) in [
        (first_script, &ends.start, "after the first script by hand"),
        (second_script, &ends.end, "after the script up by hand"),
        (scripting.downgrade(&range), &ends.start, "after the script down by hand"),
    ] {
        let script = script.unwrap_or_else(|error| panic!("there is no script: {error}"));
        let said = give(&database, &script.text, OnError::GoOn).expect("a client");
        // On PostgreSQL `setval` has an answer.
        let is_silent = said.stderr.is_empty() && (said.stdout.is_empty() || database.dialect == Dialect::Postgres);
        assert!(said.success && is_silent, "{when}: {said:?}\n{}", script.text);
        catalog::assert_same(&end.schema, &catalog::read(&database).await, when);
        assert_eq!(history(&database).await, end.history, "{when}");
    }
}

/// The rows of the history, without what differs from run to run.
pub(super) async fn history(database: &Database) -> Vec<Row> {
    let history = History::load(&database.connection, database.dialect, &Settings::default()).await;
    let history = history.expect("a history that is read").expect("a history table");
    let timeless = |row: &Row| {
        assert_eq!(row.applied_at.len(), "2026-11-22T10:14:03Z".len(), "{}", row.applied_at);
        Row { applied_at: String::new(), duration: std::time::Duration::ZERO, ..row.clone() }
    };
    history.rows().iter().map(timeless).collect()
}
