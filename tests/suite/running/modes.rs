//! Sessions that are not as their statements need them: what the server's settings say is not what a run relies on.

use limbeck::{Connection, Run, State, Target, prelude::*};
use limbeck_schema::Dialect;
use limbeck_tests::{run, with_database};
use sea_orm::ConnectionTrait;

use super::{FIRST, SECOND, history, lines, migrations};

#[test]
fn values_arrive_and_the_history_stays_in_every_mode_of_the_server() {
    const TEXTS: [Revision; 2] = [
        Revision::new(FIRST).steps(
            |op| {
                op.create_table("texts", [pk_auto("id"), string_len("text", 20).default("a\\b'c")]).primary_key(["id"]);
                op.execute("INSERT INTO texts () VALUES ()");
            },
            |_| {},
        ),
        Revision::new(SECOND)
            .revises(&[FIRST])
            .steps(|op| _ = op.add_column("texts", string_len("note", 20).default("d\\e")), |_| {}),
    ];
    run(with_database(Dialect::MariaDb, "modes", |database| async move {
        let connection = Connection::of(&database.connection).await.expect("a connection of its own");
        for sql in ["SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES'", "SET SESSION autocommit = 0"] {
            connection.database().execute_unprepared(sql).await.expect(sql);
        }
        Run::new(migrations(TEXTS)).upgrade(&connection, &Target::Head).await.expect("an upgrade");
        connection.close().await;
        let rows = history(&database).await;
        assert_eq!(rows.iter().map(|row| row.state).collect::<Vec<_>>(), [State::Applied; 2]);
        assert_eq!(lines(&database, "SELECT CONCAT(text, ' ', note) FROM texts").await, ["a\\b'c d\\e"]);
    }));
}
