//! Verdicts of real servers: an expression that was given to a server is the one that its catalog has, whatever became of its words, and its twin is not.

mod asking;
mod rows;
mod turns;

use std::collections::{BTreeMap, BTreeSet};

use limbeck_autogenerate::{Actual, Comparing, Comparison, ExpressionKind, Kind, Noted, Undecided, Verdict, Verdicts};
use limbeck_introspect::{Request, schema, server};
use limbeck_operations::{Operation, ddl::ddl, replay};
use limbeck_prove::{compare_with_verdicts, decide};
use limbeck_schema::{Dialect, Expression, Pair, Schema, Server, Table};
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

use crate::round::differences;
use rows::{Row, What, rows, table};

#[test]
fn postgres_knows_its_own_words() {
    run(with_database(Dialect::Postgres, "verdicts", knows_its_own_words));
}

#[test]
fn mariadb_knows_its_own_words() {
    run(with_database(Dialect::MariaDb, "verdicts", knows_its_own_words));
}

/// A table for each expression, as it was given to the server, and as the catalog has it.
struct Kept {
    server: Server,
    rows: Vec<Row>,
    written: Schema,
    read: Schema,
}

async fn kept(database: &Database) -> Kept {
    let (connection, dialect) = (&database.connection, database.dialect);
    let server = server(connection).await.expect("a server that says what it is");
    let rows: Vec<Row> = rows().into_iter().filter(|row| row.dialects.contains(&dialect)).collect();
    let mut written = Schema::default();
    let mood = limbeck_schema::Enumeration::new("mood", ["good", "bad"]);
    send(database, &server, &mut written, Operation::CreateEnum { enumeration: mood, keep: false }).await;
    for (at, row) in rows.iter().enumerate() {
        let mut definition = table(&name(row, at), row.what, row.text, dialect);
        let (table, indexes) = (definition.name.clone(), std::mem::take(&mut definition.indexes));
        send(database, &server, &mut written, Operation::CreateTable { definition }).await;
        for index in indexes {
            send(database, &server, &mut written, Operation::CreateIndex { table: table.clone(), index }).await;
        }
    }
    let read = schema(connection, &server, &Request::default()).await.expect("a catalog that is read");
    Kept { server, rows, written, read }
}

async fn send(database: &Database, server: &Server, schema: &mut Schema, operation: Operation) {
    for statement in ddl(&operation, schema, server).expect("what the server can do") {
        let sent = database.connection.execute_unprepared(&statement.sql).await;
        sent.unwrap_or_else(|error| panic!("{error}\n{}", statement.sql));
    }
    replay(&operation, schema, server.dialect).expect("an operation that fits");
}

/// One expression names its table.
fn name(row: &Row, at: usize) -> String {
    if row.text.contains("facts.") { "facts".to_owned() } else { format!("facts_{at}") }
}

async fn knows_its_own_words(database: Database) {
    let kept = kept(&database).await;
    every_verdict_is_right(&database, &kept).await;
    let comparison = compared(&database, &kept, &kept.written, &kept.written).await;
    assert_eq!(differences(&comparison), Vec::<String>::new(), "what was written is what is there");
    let unrecorded = compared(&database, &kept, &kept.written, &Schema::default()).await;
    let lines: Vec<_> = differences(&unrecorded).into_iter().filter(|line| !line.starts_with("unrecorded: ")).collect();
    assert_eq!(lines, Vec::<String>::new(), "what is wanted is what is there");
    twins_are_reported(&database, &kept).await;
}

/// All expressions, whether the forms of their texts tell something or not.
async fn every_verdict_is_right(database: &Database, kept: &Kept) {
    let mut asked = Vec::new();
    for (at, row) in kept.rows.iter().enumerate() {
        let read = &kept.read.tables[&name(row, at).as_str().into()];
        let kept_text = expression(read, row.what).unwrap_or_else(|| panic!("{} is not in the catalog", row.text));
        let mut ask = |text: Expression, expected: Verdict| {
            asked.push((undecided(read, row.what, text, kept_text.clone()), expected));
        };
        ask(Expression::Sql(row.text.to_owned()), Verdict::Same);
        row.twins.iter().for_each(|twin| ask(Expression::Sql((*twin).to_owned()), Verdict::Different));
    }
    let questions: Vec<Undecided> = asked.iter().map(|(undecided, _)| undecided.clone()).collect();
    let verdicts = decide(&database.connection, &kept.server, &questions).await;
    let wrong: Vec<_> = asked
        .iter()
        .filter(|(undecided, expected)| verdicts.on(undecided) != Some(expected))
        .map(|(undecided, _)| format!("{:?}: {:?}: {:?}", undecided.kind, undecided.texts, verdicts.on(undecided)))
        .collect();
    assert!(wrong.is_empty(), "on {}\n{}", database.dialect, wrong.join("\n"));
}

/// The expression in a table that [`table`] made.
fn expression(table: &Table, what: What) -> Option<Expression> {
    let sql = match what {
        What::Check => table
            .checks
            .iter()
            .find(|check| check.name.as_deref().is_some_and(|name| name.starts_with("ck-")))?
            .expression
            .clone(),
        What::Filter => table.indexes.first()?.filter.clone()?,
        What::Part => table.indexes.first()?.texts().next()?.to_owned(),
        What::Computed(_) => table.column("held")?.generated.as_ref()?.expression.clone(),
        What::Default(column) => return table.column(column)?.default.clone(),
        What::OnUpdate(column) => return table.column(column)?.on_update.clone(),
    };
    Some(Expression::Sql(sql))
}

fn undecided(table: &Table, what: What, text: Expression, kept: Expression) -> Undecided {
    let kind = match what {
        What::Check => ExpressionKind::Check,
        What::Filter => ExpressionKind::IndexFilter,
        What::Part => ExpressionKind::IndexPart,
        What::Computed(_) => ExpressionKind::Generated("held".to_owned()),
        What::Default(column) => ExpressionKind::Default(column.to_owned()),
        What::OnUpdate(column) => ExpressionKind::OnUpdate(column.to_owned()),
    };
    Undecided {
        object: Noted { kind: Kind::Check, table: Some(table.name.clone()), name: "asked".to_owned() },
        table: table.name.clone(),
        kind,
        columns: table.columns.clone(),
        texts: Pair::new(kept, text),
    }
}

async fn compared(database: &Database, kept: &Kept, wanted: &Schema, recorded: &Schema) -> Comparison {
    let none = BTreeSet::new();
    let input = Comparing {
        wanted,
        ignored: &none,
        opaque: &none,
        recorded: &BTreeMap::from([(database.dialect, recorded.clone())]),
        actual: Some(Actual { dialect: database.dialect, schema: &kept.read }),
        renames: &[],
        sqlite_types: limbeck_schema::SqliteTypes::Meaning,
        verdicts: Verdicts::none(),
        fills: const { &limbeck_autogenerate::Fills::new() },
        keep: &[],
        drop_unmanaged: false,
        set_aside: &|_| false,
        is_view: &|_| false,
    };
    compare_with_verdicts(&database.connection, &kept.server, &input).await.0
}

/// Each twin is a drift where it is recorded, and a change where nothing is.
async fn twins_are_reported(database: &Database, kept: &Kept) {
    let most = kept.rows.iter().map(|row| row.twins.len()).max().unwrap_or_default();
    for at_twin in 0..most {
        let mut twins = kept.written.clone();
        let mut expected = Vec::new();
        for (at, row) in kept.rows.iter().enumerate() {
            if let Some(twin) = row.twins.get(at_twin) {
                let table = table(&name(row, at), row.what, twin, database.dialect);
                expected.push((table.name.to_string(), *twin));
                twins.insert(table);
            }
        }
        let expected: BTreeMap<_, _> = expected.into_iter().collect();
        let comparison = compared(database, kept, &twins, &twins).await;
        let found = comparison.drifted.iter().filter_map(|drift| Some(drift.object.table.as_ref()?.to_string()));
        assert_told(&expected, found.collect(), &comparison, "recorded");
        let comparison = compared(database, kept, &twins, &Schema::default()).await;
        let found = comparison.changes.iter().filter_map(|change| Some(change.step.operation.table()?.to_string()));
        assert_told(&expected, found.collect(), &comparison, "wanted");
    }
}

fn assert_told(expected: &BTreeMap<String, &str>, found: BTreeSet<String>, comparison: &Comparison, where_it_is: &str) {
    let missed: Vec<_> = expected.iter().filter(|(table, _)| !found.contains(*table)).collect();
    assert!(missed.is_empty(), "{where_it_is}, these are not reported: {missed:?}");
    let more: Vec<_> = found.iter().filter(|table| !expected.contains_key(*table)).collect();
    assert!(more.is_empty(), "{where_it_is}, these are reported besides: {more:?}");
    assert_eq!(comparison.skipped, [], "{where_it_is}");
}
