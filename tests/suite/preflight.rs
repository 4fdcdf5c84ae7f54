//! Rows that are in the way of a revision, made on purpose on each server, and the same without them.

use limbeck::{Access, Connection};
use limbeck_introspect::Request;
use limbeck_operations::{Op, Step, ddl::script, prelude::*, replay_all};
use limbeck_prove::preflight::{Answer, Preflight, preflight, questions};
use limbeck_schema::{Schema, reconcile};
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

use limbeck_operations::ddl::quote::identifier as name;

/// A table whose names want quoting.
const BEASTS: &str = "be\"a`st's";
/// A column whose name wants quoting.
const SELECT: &str = "sel\"e`ct";

const SERVERS: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];

/// What is there before.
fn made(op: &mut Op) {
    op.create_enum("mood", ["calm", "wild", "gone"]);
    op.create_table("owners", [integer("id"), string_len("name", 40)]).primary_key(["id"]);
    op.create_table(
        BEASTS,
        [
            integer("id"),
            integer(SELECT).null(),
            string_len("group", 20).null(),
            integer("owner").null(),
            text("word").null(),
            text("day").null(),
            text("code").null(),
            big_integer("large").null(),
            decimal_len("price", 10, 2).null(),
            enumeration("mood", "mood", ["calm", "wild", "gone"]).null(),
        ],
    )
    .primary_key(["id"]);
    op.create_table("keyless", [integer("a").null(), integer("b").null()]);
    op.create_table("pairs", [integer("x"), integer("y"), integer("z")]).primary_key(["x", "y"]);
}

/// Rows of which some are in the way of everything.
const DIRTY: &[(&str, &[&str])] = &[
    ("owners", &["1, 'Ada'"]),
    (
        BEASTS,
        &[
            "1, 10, 'a', 1, '12', '2024-02-29', '6f9619ff-8b86-d011-b42d-00cf4fc964ff', 1, 1.5, 'calm'",
            "2, 10, 'aaaaaaaa', 9, ' 7 ', '2023-02-29', 'x', 3000000000, 12345678, 'gone'",
            "3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL",
            "4, 11, 'a', 8, '1.5', 'no day', '', -3000000000, 99999.995, 'wild'",
            "5, 12, 'b', 1, '', '2024-01-01', '6F9619FF8B86D011B42D00CF4FC964FF', 2, 2, 'gone'",
        ],
    ),
    ("keyless", &["1, 1", "1, 2", "NULL, 3", "NULL, 4", "2, NULL"]),
    ("pairs", &["1, 1, 5", "1, 2, 5", "2, 1, 6"]),
];

/// Rows of which none is.
const CLEAN: &[(&str, &[&str])] = &[
    ("owners", &["1, 'Ada'"]),
    (
        BEASTS,
        &[
            "1, 10, 'a', 1, '12', '2024-02-29', '6f9619ff-8b86-d011-b42d-00cf4fc964ff', 1, 1.5, 'calm'",
            "2, 11, 'b', 1, '-7', '2024-01-01', '6f9619ff-8b86-d011-b42d-00cf4fc964fe', 2, 2, 'wild'",
        ],
    ),
    ("keyless", &["1, 1", "2, 2"]),
    ("pairs", &["1, 1, 5", "1, 2, 6"]),
];

/// A question: its name, the steps, and what each server answers.
struct Row {
    name: &'static str,
    record: fn(&mut Op),
    /// SQLite, PostgreSQL, MariaDB.
    answers: [&'static [&'static str]; 3],
}

const fn same(name: &'static str, record: fn(&mut Op), answer: &'static [&'static str]) -> Row {
    Row { name, record, answers: [answer, answer, answer] }
}

/// Only what stores types can refuse values.
const fn typed(
    name: &'static str,
    record: fn(&mut Op),
    postgres: &'static [&'static str],
    mariadb: &'static [&'static str],
) -> Row {
    Row { name, record, answers: [&[], postgres, mariadb] }
}

fn rows() -> Vec<Row> {
    use ColumnType as T;
    vec![
        same(
            "not null",
            |op| _ = op.alter_column(BEASTS, SELECT).set_not_null(),
            &["D05 BEASTS.SELECT: 1 row in the way (id 3)"],
        ),
        same(
            "not null without a key",
            |op| _ = op.alter_column("keyless", "a").set_not_null(),
            &["D05 keyless.a: 2 rows in the way (a NULL, NULL)"],
        ),
        same(
            "unique",
            |op| _ = op.add_unique(BEASTS, unique([SELECT]).named("u")),
            &["D01 BEASTS.SELECT: 2 rows in the way (id 1, 2)"],
        ),
        same(
            "unique text",
            |op| _ = op.create_index("u", BEASTS, ["group"]).unique(),
            &["D01 BEASTS.group: 2 rows in the way (id 1, 4)"],
        ),
        same(
            "unique without a key",
            |op| _ = op.add_unique("keyless", unique(["a"]).named("u")),
            &["D01 keyless.a: 2 rows in the way (a 1, 1)"],
        ),
        same(
            "unique of two",
            |op| _ = op.add_unique("keyless", unique(["a", "b"]).named("u")),
            &["D01 keyless.(a, b): no row in the way"],
        ),
        same(
            "unique beside a key of two",
            |op| _ = op.add_unique("pairs", unique(["z"]).named("u")),
            &["D01 pairs.z: 2 rows in the way ((x, y) (1, 1), (1, 2))"],
        ),
        same(
            "foreign key",
            |op| _ = op.add_foreign_key(BEASTS, foreign_key(["owner"], "owners", ["id"]).named("f")),
            &["D02 BEASTS.owner: 2 rows in the way (id 2, 4)"],
        ),
        same(
            "check",
            |op| _ = op.add_check(BEASTS, check("c", "owner < 9")),
            &["D03 BEASTS.c: 1 row in the way (id 2)"],
        ),
        Row {
            name: "primary key",
            record: |op| _ = op.alter_primary_key("keyless", ["a"]),
            answers: [
                &["D04 keyless.a: 4 rows in the way (a NULL, NULL, 1, …)"],
                &["D04 keyless.a: 4 rows in the way (a 1, 1, NULL, …)"],
                &["D04 keyless.a: 4 rows in the way (a NULL, NULL, 1, …)"],
            ],
        },
        same(
            "another primary key",
            |op| _ = op.alter_primary_key("pairs", ["z"]),
            &["D04 pairs.z: 2 rows in the way ((x, y) (1, 1), (1, 2))"],
        ),
        Row {
            name: "required column",
            record: |op| _ = op.add_column("pairs", integer("w")),
            answers: [
                &["D05 pairs.w: 3 rows in the way ((x, y) (1, 1), (1, 2), (2, 1))"],
                &["D05 pairs.w: 3 rows in the way ((x, y) (1, 1), (1, 2), (2, 1))"],
                &[],
            ],
        },
        typed(
            "shorter",
            |op| _ = op.alter_column(BEASTS, "group").set_type(T::string_len(4)),
            &["D06 BEASTS.group: 1 row in the way (id 2)"],
            &["D06 BEASTS.group: 1 row in the way (id 2)"],
        ),
        typed(
            "fewer bits",
            |op| _ = op.alter_column(BEASTS, "large").set_type(T::Integer),
            &["D06 BEASTS.large: 2 rows in the way (id 2, 4)"],
            &["D06 BEASTS.large: 2 rows in the way (id 2, 4)"],
        ),
        typed(
            "fewer digits",
            |op| _ = op.alter_column(BEASTS, "price").set_type(T::decimal_len(7, 2)),
            &["D06 BEASTS.price: 2 rows in the way (id 2, 4)"],
            &["D06 BEASTS.price: 2 rows in the way (id 2, 4)"],
        ),
        typed(
            "number",
            |op| _ = op.alter_column(BEASTS, "word").set_type(T::Integer),
            &["D07 BEASTS.word: 2 rows in the way (id 4, 5)"],
            &["D07 BEASTS.word: 1 row in the way (id 5)"],
        ),
        typed(
            "fraction",
            |op| _ = op.alter_column(BEASTS, "word").set_type(T::Double),
            &["D07 BEASTS.word: 1 row in the way (id 5)"],
            &["D07 BEASTS.word: 1 row in the way (id 5)"],
        ),
        typed(
            "date",
            |op| _ = op.alter_column(BEASTS, "day").set_type(T::Date),
            &["D07 BEASTS.day: 2 rows may be in the way (id 2, 4)"],
            &["D07 BEASTS.day: 2 rows in the way (id 2, 4)"],
        ),
        typed(
            "uuid",
            |op| _ = op.alter_column(BEASTS, "code").set_type(T::Uuid),
            &["D07 BEASTS.code: 2 rows in the way (id 2, 4)"],
            &["D07 BEASTS.code: 2 rows in the way (id 1, 5)"],
        ),
        typed(
            "label",
            |op| _ = op.alter_enum("mood", ["calm", "wild", "gone"], ["calm", "wild"]),
            &["D08 BEASTS.mood: 2 rows in the way (id 2, 5)"],
            &["D08 BEASTS.mood: 2 rows in the way (id 2, 5)"],
        ),
        same(
            "a check of a column that is new",
            |op| {
                op.add_column("pairs", integer("w").default(0));
                op.add_check("pairs", check("c", "x < w + 2"));
            },
            &["D03 pairs.c: 1 row in the way ((x, y) (2, 1))"],
        ),
        same(
            "unique with a column that is new",
            |op| {
                op.add_column("pairs", integer("w").default(7));
                op.add_unique("pairs", unique(["z", "w"]).named("u"));
            },
            &["D01 pairs.(z, w): 2 rows in the way ((x, y) (1, 1), (1, 2))"],
        ),
        same(
            "filled from a column that may be NULL",
            |op| {
                op.fill_column("keyless", "a", sql("b"));
                op.fill_column("keyless", "b", sql("a"));
                op.alter_column("keyless", "a").set_not_null();
            },
            &["D05 keyless.a: no row in the way"],
        ),
        same(
            "renamed before",
            |op| {
                op.rename_table(BEASTS, "animals");
                op.rename_column("animals", SELECT, "owner_previous");
                op.rename_column("animals", "owner", SELECT);
                op.rename_column("animals", "owner_previous", "owner");
                op.add_check("animals", check("c", "owner <> 12"));
                op.add_unique("animals", unique(["owner"]).named("u"));
                op.alter_column("animals", SELECT).set_not_null();
            },
            &[
                "D03 animals.c: 1 row in the way (id 5)",
                "D01 animals.owner: 2 rows in the way (id 1, 2)",
                "D05 animals.SELECT: 1 row in the way (id 3)",
            ],
        ),
    ]
}

/// A database with the rows, and its schema.
async fn filled(database: &Database, rows: &[(&str, &[&str])]) -> (limbeck_schema::Server, Schema) {
    let dialect = database.dialect;
    let server = limbeck_introspect::server(&database.connection).await.expect("a server");
    let mut op = Op::default();
    made(&mut op);
    let steps = op.into_steps();
    let mut recorded = Schema::default();
    for statement in script(&steps, &recorded, &server).expect("statements") {
        database.connection.execute_unprepared(&statement).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
    for (table, rows) in rows {
        for row in *rows {
            let sql = format!("INSERT INTO {} VALUES ({row})", name(table, dialect));
            database.connection.execute_unprepared(&sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
    }
    replay_all(&steps, &mut recorded, dialect).expect("the schema");
    let mut actual =
        limbeck_introspect::schema(&database.connection, &server, &Request::default()).await.expect("a catalog");
    reconcile(&mut actual, &recorded, dialect);
    (server, actual)
}

fn steps(record: fn(&mut Op)) -> Vec<Step> {
    let mut op = Op::default();
    record(&mut op);
    op.into_steps()
}

/// Asks, then runs the statements: what was said and whether they went through.
async fn tried(database: Database, rows: &[(&str, &[&str])], steps: &[Step]) -> (Vec<Preflight>, Result<(), String>) {
    let connection = Connection::open(&database.url, Access::Write).await.expect("a connection");
    let (server, actual) = filled(&database, rows).await;
    let found = preflight(connection.database(), &server, steps, &actual).await;
    let mut outcome = Ok(());
    for statement in script(steps, &actual, &server).expect("statements") {
        if let Err(error) = connection.database().execute_unprepared(&statement).await {
            outcome = Err(error.to_string());
            break;
        }
    }
    connection.close().await;
    (found, outcome)
}

#[test]
fn rows_in_the_way_are_counted_and_named_and_stop_the_statements() {
    for (at, dialect) in SERVERS.into_iter().enumerate() {
        for row in rows() {
            let steps = steps(row.record);
            let (found, outcome) =
                run(with_database(dialect, "preflight", |database| async { tried(database, DIRTY, &steps).await }));
            let said: Vec<_> = found.iter().map(ToString::to_string).collect();
            let expected: Vec<_> =
                row.answers[at].iter().map(|text| text.replace("BEASTS", BEASTS).replace("SELECT", SELECT)).collect();
            assert_eq!(said, expected, "{dialect} {}", row.name);
            let stops = found.iter().any(Preflight::is_in_the_way);
            assert_eq!(outcome.is_err(), stops, "{dialect} {}: {outcome:?}", row.name);
        }
    }
}

#[test]
fn where_no_row_is_in_the_way_the_statements_go_through() {
    for dialect in SERVERS {
        for row in rows() {
            let steps = steps(row.record);
            let (found, outcome) =
                run(with_database(dialect, "preflight", |database| async { tried(database, CLEAN, &steps).await }));
            let stops = match row.name {
                // Every row is in the way of a column that has no value for it.
                "required column" => dialect != Dialect::MariaDb,
                // A UUID is sixteen bytes there, and its text has more.
                "uuid" => dialect == Dialect::MariaDb,
                _ => false,
            };
            for found in found {
                assert_eq!(found.is_in_the_way(), stops, "{dialect} {}: {found}", row.name);
                assert!(matches!(found.answer, Answer::Rows(_)), "{dialect} {}: {found}", row.name);
            }
            assert_eq!(outcome.is_err(), stops, "{dialect} {}: {outcome:?}", row.name);
        }
    }
}

#[test]
fn nothing_is_asked_of_what_the_steps_make() {
    let record: fn(&mut Op) = |op| {
        op.create_table("new", [integer("id"), integer("a").null()]);
        op.add_unique("new", unique(["a"]).named("u"));
        op.add_column(BEASTS, integer("b").null());
        op.add_unique(BEASTS, unique(["b", "owner"]).named("u2"));
        op.alter_column(BEASTS, "b").set_type(ColumnType::SmallInteger);
        op.fill_column(BEASTS, "b", 1);
        op.alter_column(BEASTS, "b").set_not_null();
    };
    for dialect in SERVERS {
        run(with_database(dialect, "preflight", |database| async move {
            let (server, actual) = filled(&database, DIRTY).await;
            assert_eq!(questions(&steps(record), &actual, &server), [], "{dialect}");
        }));
    }
}

#[test]
fn what_cannot_be_asked_says_why() {
    type Row = (&'static str, fn(&mut Op), &'static str);
    let rows: [Row; 5] = [
        (
            "rows change before",
            |op| {
                op.execute("UPDATE pairs SET z = 1");
                op.add_unique("pairs", unique(["z"]).named("u"));
            },
            "D01 pairs.z: not answered: SQL of an earlier step may change the rows before",
        ),
        (
            "no table",
            |op| _ = op.add_unique("nowhere", unique(["z"]).named("u")),
            "D01 nowhere.z: not answered: the database has no table nowhere",
        ),
        (
            "no column",
            |op| _ = op.add_unique("pairs", unique(["nothing"]).named("u")),
            "D01 pairs.nothing: not answered: the database has no column pairs.nothing",
        ),
        (
            "refer to nothing",
            |op| _ = op.add_foreign_key("pairs", foreign_key(["z"], "nowhere", ["id"]).named("f")),
            "D02 pairs.z: not answered: the database has no table nowhere",
        ),
        ("no expression", |op| _ = op.add_check("pairs", check("c", "no_function(z)")), "D03 pairs.c: not answered: "),
    ];
    for dialect in SERVERS {
        run(with_database(dialect, "preflight", |database| async move {
            let (server, actual) = filled(&database, DIRTY).await;
            for (row, record, expected) in rows {
                let found = preflight(&database.connection, &server, &steps(record), &actual).await;
                let [found] = &found[..] else { panic!("{dialect} {row}: {found:?}") };
                assert!(found.to_string().starts_with(expected), "{dialect} {row}: {found}");
                assert!(matches!(&found.answer, Answer::NotAnswered(reason) if !reason.is_empty()), "{dialect} {row}");
            }
        }));
    }
}

#[test]
fn a_question_can_write_nothing_and_takes_its_time_only() {
    for dialect in SERVERS {
        run(with_database(dialect, "preflight", |database| async move {
            let (server, actual) = filled(&database, DIRTY).await;
            let connection = Connection::open(&database.url, Access::Write).await.expect("a connection");
            let (slow, reason) = match dialect {
                Dialect::Postgres => ("pg_sleep(60) IS NULL", "statement timeout"),
                Dialect::MariaDb => ("sleep(60) = 1", "max_statement_time"),
                // It has no such limit, and nothing that waits.
                Dialect::Sqlite | Dialect::MySql => ("no_function()", "no such function"),
            };
            let mut op = Op::default();
            op.add_check("pairs", check("c", slow));
            let found = preflight(connection.database(), &server, &op.into_steps(), &actual).await;
            let [Preflight { answer: Answer::NotAnswered(said), .. }] = &found[..] else {
                panic!("{dialect}: {found:?}")
            };
            assert!(said.contains(reason), "{dialect}: {said}");
            // The session is as it was: it writes, and has its time.
            let insert = "INSERT INTO pairs VALUES (7, 7, 7)";
            connection.database().execute_unprepared(insert).await.unwrap_or_else(|error| panic!("{dialect}: {error}"));
            if dialect == Dialect::Postgres {
                let mut op = Op::default();
                let write = "nextval('counter') > 0";
                connection.database().execute_unprepared("CREATE SEQUENCE counter").await.expect("a sequence");
                op.add_check("pairs", check("c", write));
                let found = preflight(connection.database(), &server, &op.into_steps(), &actual).await;
                assert!(found[0].to_string().contains("read-only transaction"), "{}", found[0]);
            }
            connection.close().await;
        }));
    }
}
