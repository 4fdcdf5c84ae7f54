use limbeck::Connection;
use limbeck_introspect::server;
use limbeck_operations::{Step, ddl::script, replay_all};
use limbeck_schema::Schema;
use limbeck_tests::Database;
use sea_orm::ConnectionTrait;

use super::{Ends, FIRST, Round, SECOND, catalog};

/// Sends the scripts of both revisions, statement by statement as they would be from a file, and asserts that the catalogs are the runner's.
pub(super) async fn lead_to(database: Database, round: &Round, ends: Ends) {
    round.set_up(&database).await;
    let [first, second] = [FIRST, SECOND].map(|id| round.revision(id));
    let mut schema = Schema::default();
    send(&database, &first.upgrade(), &mut schema).await;
    catalog::assert_same(&ends.start, &catalog::read(&database).await, "after the first script");
    send(&database, &second.upgrade(), &mut schema).await;
    catalog::assert_same(&ends.end, &catalog::read(&database).await, "after the script up");
    send(&database, &second.downgrade(), &mut schema).await;
    catalog::assert_same(&ends.start, &catalog::read(&database).await, "after the script down");
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
