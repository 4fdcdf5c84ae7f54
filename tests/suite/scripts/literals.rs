//! Texts that a script has to quote, in whatever mode the server is.

use limbeck::{Dialect, prelude::*};
use limbeck_tests::{
    clients::{OnError, give},
    run, with_database,
};
use sea_orm::{ConnectionTrait, Statement};

use super::{migrations, recorded, upgrade};
use crate::round::read;

const TEXTS: Revision = Revision::new("aa1").steps(
    |op| {
        op.create_table("texts", [integer("id"), string_len("text", 80).default("a\\b'c\"d;e\nf -- g # h $$ ü")]).primary_key(["id"]);
        op.execute_on(MariaDb, "INSERT INTO texts (id, text) VALUES (1, 'x\\\\y') -- a backslash");
        op.execute_on(MariaDb, "CREATE TRIGGER louder BEFORE INSERT ON texts FOR EACH ROW BEGIN SET NEW.text = upper(NEW.text); SET NEW.id = NEW.id + 100; END;");
        op.execute_on(Sqlite, "INSERT INTO texts (id, text) VALUES (1, 'x\\y') -- a backslash");
        op.execute_on(Sqlite, "CREATE TRIGGER louder AFTER INSERT ON texts BEGIN UPDATE texts SET text = upper(text) WHERE id = NEW.id; UPDATE texts SET id = id + 100 WHERE id = NEW.id; END;");
        op.execute_on(Postgres, "INSERT INTO texts (id, text) VALUES (1, E'x\\\\y') -- a backslash");
        op.execute_on(Postgres, "CREATE FUNCTION louder() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.text := upper(NEW.text); NEW.id := NEW.id + 100; RETURN NEW; END $$;");
        op.execute_on(Postgres, "CREATE TRIGGER louder BEFORE INSERT ON texts FOR EACH ROW EXECUTE FUNCTION louder()");
        op.execute("INSERT INTO texts (id) VALUES (2)");
    },
    |_| {},
);

#[test]
fn texts_arrive_as_they_are_in_every_mode_of_the_server() {
    let all = migrations(&[TEXTS]);
    for (dialect, mode) in [
        (Dialect::Sqlite, ""),
        (Dialect::Postgres, ""),
        (Dialect::Postgres, "SET standard_conforming_strings = off;\nSET backslash_quote = off;\n"),
        (Dialect::MariaDb, ""),
        (Dialect::MariaDb, "SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES';\n"),
        (Dialect::MariaDb, "SET SESSION sql_mode = '';\nSET NAMES latin1;\nSET SESSION time_zone = '+05:00';\n"),
    ] {
        let run_by_tool = run(with_database(dialect, "texts_by_tool", |database| async move {
            limbeck::upgrade(&database.connection, all, limbeck::Target::Head).await.expect("the run");
            (read(&database).await, texts(&database).await)
        }));
        run(with_database(dialect, "texts_by_hand", |database| async move {
            let script = upgrade(all, dialect, None, "aa1");
            give(&database, &format!("{mode}{script}"), OnError::Stop).expect("a client").is_silent();
            assert_eq!(recorded(&database).await, ["aa1"], "{dialect} {mode}");
            assert_eq!((read(&database).await, texts(&database).await), run_by_tool, "{dialect} {mode}");
        }));
    }
}

/// The rows, and the operations in the history.
async fn texts(database: &limbeck_tests::Database) -> Vec<String> {
    let mut texts = Vec::new();
    for sql in [
        "SELECT CONCAT(id, ' ', text) AS line FROM texts ORDER BY id",
        "SELECT CONCAT(upgrade, downgrade, checksum, message, parents, depends_on) AS line FROM limbeck_history",
    ] {
        // Older releases of SQLite know no CONCAT.
        let sql = match database.dialect {
            Dialect::Sqlite => sql.replace("CONCAT(", "(").replace(", ", " || "),
            Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => sql.to_owned(),
        };
        let statement = Statement::from_string(database.connection.get_database_backend(), &sql);
        let rows = database.connection.query_all_raw(statement).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
        texts.extend(rows.iter().map(|row| row.try_get::<String>("", "line").expect("a text")));
    }
    texts
}
