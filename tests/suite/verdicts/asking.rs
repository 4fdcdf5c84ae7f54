//! How a server is asked: in few turns, of nobody who may not, with nothing run and nothing left behind.

use limbeck::{Access, Connection};
use limbeck_autogenerate::{ExpressionKind, Kind, Noted, Undecided, Verdict, Verdicts};
use limbeck_introspect::server;
use limbeck_prove::decide;
use limbeck_schema::{Column, ColumnType, Dialect, Expression, Pair};
use limbeck_tests::{Database, run, with_database};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};

use super::turns::Turns;

const REWRITING: [Dialect; 2] = [Dialect::Postgres, Dialect::MariaDb];

/// Two texts about a table that need not be there.
fn asked(kind: ExpressionKind, one: &str, other: &str) -> Undecided {
    let columns = vec![Column::new("n", ColumnType::Integer), Column::new("name", ColumnType::Text)];
    let texts = Pair::new(one, other).map(|sql| Expression::Sql(sql.to_owned()));
    let object = Noted { kind: Kind::Check, table: Some("facts".into()), name: one.to_owned() };
    Undecided { object, table: "facts".into(), kind, columns, texts }
}

async fn verdicts(connection: &DatabaseConnection, asked: &[Undecided]) -> Verdicts {
    let server = server(connection).await.expect("a server that says what it is");
    decide(connection, &server, asked).await
}

/// A session of its own, as the commands have one.
async fn session(url: &str) -> Connection {
    Connection::open(url, Access::Read).await.expect("a session")
}

async fn execute(connection: &DatabaseConnection, sql: &str) {
    connection.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
}

/// The first column of the first row.
async fn number(connection: &DatabaseConnection, sql: &str) -> i64 {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let row = connection.query_one_raw(statement).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
    row.expect("a row").try_get_by_index(0).unwrap_or_else(|error| panic!("{error}\n{sql}"))
}

#[test]
fn more_texts_take_no_more_turns() {
    for dialect in REWRITING {
        run(with_database(dialect, "turns", |database| async move {
            let turns = Turns::to(&database.url);
            let connection = session(&turns.url).await;
            let server = server(connection.database()).await.expect("a server that says what it is");
            let mut counted = Vec::new();
            for count in [1, 10, 200] {
                // Half of them differ, so that they are asked about twice.
                let asked: Vec<_> = (0..count)
                    .map(|at| {
                        let other = if at % 2 == 0 { format!("NOT n = {at}") } else { format!("n <> 1 + {at}") };
                        asked(ExpressionKind::Check, &format!("n <> {at}"), &other)
                    })
                    .collect();
                let before = turns.count();
                let verdicts = decide(connection.database(), &server, &asked).await;
                counted.push(turns.count() - before);
                let same = asked.iter().filter(|it| verdicts.on(it) == Some(&Verdict::Same)).count();
                let different = asked.iter().filter(|it| verdicts.on(it) == Some(&Verdict::Different)).count();
                // PostgreSQL keeps NOT where it was written.
                let kept = if dialect == Dialect::MariaDb { count - count / 2 } else { 0 };
                assert_eq!((same, different), (kept, count - kept), "{dialect}");
            }
            // Four to six on a quiet machine; what is sent in one go may be read in several. One by one it would be hundreds for the last.
            assert!(counted.iter().all(|turns| (1..=12).contains(turns)), "{dialect}: {counted:?}");
            connection.close().await;
        }));
    }
}

/// One question, and an answer for each table.
#[test]
fn the_same_text_in_many_tables_is_answered_in_each() {
    for dialect in REWRITING {
        run(with_database(dialect, "alike", |database| async move {
            let connection = session(&database.url).await;
            let of = |at: usize, other: &str| Undecided {
                table: format!("t{at}").as_str().into(),
                ..asked(ExpressionKind::Check, "n > 0", other)
            };
            let asked: Vec<_> = (0..1000).map(|at| of(at, if at % 2 == 0 { "(n) > 0" } else { "n > 1" })).collect();
            let verdicts = verdicts(connection.database(), &asked).await;
            for (at, it) in asked.iter().enumerate() {
                let expected = if at % 2 == 0 { Verdict::Same } else { Verdict::Different };
                assert_eq!(verdicts.on(it), Some(&expected), "{dialect}: {at}");
            }
            connection.close().await;
        }));
    }
}

#[test]
fn a_text_that_the_server_refuses_spoils_no_other() {
    for dialect in REWRITING {
        run(with_database(dialect, "refused", |database| async move {
            let connection = session(&database.url).await;
            execute(connection.database(), "CREATE TABLE bystander (n int)").await;
            let rows = [
                ("n between 1 and 2", "n >= 1 and n <= 2", None),
                ("nothing_known(n) > 0", "n > 0", Some("nothing_known")),
                ("n > 0", "n >", Some("syntax")),
                ("n > 0", "n > 0); DROP TABLE bystander; --", Some("no single expression")),
                ("n > 0", "n > 0) OR (n < 3", Some("no single expression")),
                ("n > (1)", "n > 1", None),
            ];
            let asked: Vec<_> = rows.iter().map(|(one, other, _)| asked(ExpressionKind::Check, one, other)).collect();
            let verdicts = verdicts(connection.database(), &asked).await;
            for (it, (one, other, reason)) in asked.iter().zip(rows) {
                let verdict = verdicts.on(it).expect("a verdict on each");
                match (reason, verdict) {
                    (Some(reason), Verdict::Unknown(said)) => assert!(said.contains(reason), "{dialect}: {said}"),
                    (None, Verdict::Same | Verdict::Different) => {}
                    _ => panic!("{dialect}: {one}, {other}: {verdict:?}"),
                }
            }
            assert_eq!(verdicts.on(&asked[5]), Some(&Verdict::Same), "{dialect}");
            assert_eq!(number(connection.database(), "SELECT count(*) FROM bystander").await, 0);
            left_nothing(&connection, dialect).await;
            connection.close().await;
        }));
    }
}

/// That the session has no temporary table.
async fn left_nothing(connection: &Connection, dialect: Dialect) {
    match dialect {
        Dialect::Postgres => {
            let sql = "SELECT count(*) FROM pg_class WHERE relpersistence = 't'";
            assert_eq!(number(connection.database(), sql).await, 0, "temporary tables are left");
        }
        Dialect::MariaDb => {
            for number in 0..12 {
                let sql = format!("SELECT 1 FROM limbeck_verdict_{number}");
                assert!(connection.database().execute_unprepared(&sql).await.is_err(), "limbeck_verdict_{number}");
            }
        }
        Dialect::Sqlite | Dialect::MySql => panic!("{dialect} has no verdicts"),
    }
}

#[test]
fn who_may_not_make_temporary_tables_gets_the_reason() {
    run(with_database(Dialect::Postgres, "reader", |database| async move {
        let connection = session(&database.url).await;
        execute(connection.database(), "SET default_transaction_read_only = on").await;
        assert_unknown(&connection, "cannot execute CREATE TABLE in a read-only transaction").await;
        connection.close().await;
    }));
    run(with_database(Dialect::Postgres, "reader", |database| async move {
        let role = format!("limbeck_reader_{}", std::process::id());
        let connection = session(&database.url).await;
        let name = database.url.rsplit('/').next().and_then(|rest| rest.split('?').next()).expect("a database's name");
        execute(connection.database(), &format!("REVOKE TEMP ON DATABASE {name} FROM PUBLIC")).await;
        execute(connection.database(), &format!("CREATE ROLE {role}")).await;
        execute(connection.database(), &format!("SET ROLE {role}")).await;
        let verdict = unknown(&connection).await;
        execute(connection.database(), &format!("RESET ROLE; DROP ROLE {role}")).await;
        assert!(verdict.contains("permission denied to create temporary tables"), "{verdict}");
        connection.close().await;
    }));
    run(with_database(Dialect::MariaDb, "reader", |database| async move {
        let connection = session(&database.url).await;
        execute(connection.database(), "SET SESSION TRANSACTION READ ONLY").await;
        assert_unknown(&connection, "READ ONLY transaction").await;
        connection.close().await;
    }));
}

async fn unknown(connection: &Connection) -> String {
    let asked = [asked(ExpressionKind::Check, "n > 0", "n > (0)")];
    match verdicts(connection.database(), &asked).await.on(&asked[0]) {
        Some(Verdict::Unknown(reason)) => reason.clone(),
        other => panic!("{other:?}"),
    }
}

async fn assert_unknown(connection: &Connection, reason: &str) {
    let said = unknown(connection).await;
    assert!(said.contains(reason), "{said}");
}

/// A sequence does not go back with its transaction, so that it tells of every call.
#[test]
fn no_function_is_run() {
    run(with_database(Dialect::Postgres, "functions", |database| async move {
        let connection = session(&database.url).await;
        let functions = ["VOLATILE", "STABLE", "IMMUTABLE"].map(|volatility| {
            format!(
                "CREATE FUNCTION {}(n int) RETURNS int LANGUAGE plpgsql {volatility} AS $$ BEGIN PERFORM \
                 nextval('ran'); RETURN n; END $$;",
                volatility.to_lowercase()
            )
        });
        execute(connection.database(), &format!("CREATE SEQUENCE ran; {}", functions.concat())).await;
        let kinds = [
            ExpressionKind::Check,
            ExpressionKind::IndexFilter,
            ExpressionKind::IndexPart,
            ExpressionKind::Generated("n".to_owned()),
            ExpressionKind::Default("n".to_owned()),
        ];
        let mut rows = Vec::new();
        for kind in kinds {
            let is_truth = matches!(kind, ExpressionKind::Check | ExpressionKind::IndexFilter);
            for function in ["volatile", "stable", "immutable"] {
                let text = |argument: &str| {
                    if is_truth { format!("{function}({argument}) > 0") } else { format!("{function}({argument})") }
                };
                rows.push((asked(kind.clone(), &text("1"), &text("(1)")), Verdict::Same));
                rows.push((asked(kind.clone(), &text("1"), &text("2")), Verdict::Different));
            }
        }
        let asked: Vec<_> = rows.iter().map(|(it, _)| it.clone()).collect();
        let verdicts = verdicts(connection.database(), &asked).await;
        for (it, expected) in &rows {
            assert_eq!(verdicts.on(it), Some(expected), "{:?} {:?}", it.kind, it.texts);
        }
        assert_eq!(number(connection.database(), "SELECT is_called::int::bigint FROM ran").await, 0);
        left_nothing(&connection, Dialect::Postgres).await;
        // What the verdicts go around: to make an index runs what looks constant.
        execute(connection.database(), "CREATE TABLE control (n int); CREATE INDEX ON control ((n + immutable(1)))")
            .await;
        assert_eq!(number(connection.database(), "SELECT is_called::int::bigint FROM ran").await, 1);
        connection.close().await;
    }));
    run(with_database(Dialect::MariaDb, "functions", |database| async move {
        let connection = session(&database.url).await;
        execute(connection.database(), "CREATE SEQUENCE ran").await;
        let next = "SELECT next_not_cached_value FROM ran";
        let before = number(connection.database(), next).await;
        let default = || ExpressionKind::Default("n".to_owned());
        let asked =
            [asked(default(), "nextval(ran)", "NEXT VALUE FOR ran"), asked(default(), "nextval(ran)", "lastval(ran)")];
        let verdicts = verdicts(connection.database(), &asked).await;
        assert_eq!(verdicts.on(&asked[0]), Some(&Verdict::Same));
        assert_eq!(verdicts.on(&asked[1]), Some(&Verdict::Different));
        assert_eq!(number(connection.database(), next).await, before);
        left_nothing(&connection, Dialect::MariaDb).await;
        execute(connection.database(), "DO nextval(ran)").await;
        assert_ne!(number(connection.database(), next).await, before);
        connection.close().await;
    }));
}

/// What keeps an expression to the letter is not asked, and what is not asked is not known.
#[test]
fn sqlite_is_not_asked() {
    run(with_database(Dialect::Sqlite, "asking", |database: Database| async move {
        let asked = [asked(ExpressionKind::Check, "n > 0", "n > (0)")];
        let verdicts = verdicts(&database.connection, &asked).await;
        assert!(matches!(verdicts.on(&asked[0]), Some(Verdict::Unknown(_))), "{verdicts:?}");
    }));
}
