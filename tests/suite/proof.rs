//! Proofs: of every case, and of revisions that are wrong on purpose.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_autogenerate::Comparing;
use limbeck_entity::Entities;
use limbeck_operations::{Operation, Step, replay_all, reverse_all};
use limbeck_prove::{Claim, NoScratch, Note, Outcome, Phase, Proof, Workshop, prove};
use limbeck_schema::{
    Check, Column, ColumnType, Dialect, Enumeration, Expression, ForeignKey, Generated, Index, IndexPart, ObjectName,
    PrimaryKey, Schema, Table, Unique,
};
use limbeck_tests::{Database, run, with_database};
use sea_orm::ConnectionTrait;

const DIALECTS: [Dialect; 3] = [Dialect::Sqlite, Dialect::Postgres, Dialect::MariaDb];

/// Asserts that a revision is proved, with rows and nothing to note but what `noted` allows.
///
/// # Panics
/// Where it is not.
pub async fn proved(database: &Database, before: &Schema, steps: [&[Step]; 2], entities: Option<&Entities>) -> Proof {
    let recorded = BTreeMap::new();
    let opaque = entities.map(|entities| entities.opaque.keys().cloned().collect()).unwrap_or_default();
    let comparing = entities.map(|entities| Comparing {
        ignored: &entities.ignored,
        opaque: &opaque,
        ..Comparing::new(&entities.schema, &recorded)
    });
    match tried(database, before, steps, comparing.as_ref()).await {
        Outcome::Proved(proof) => proof,
        Outcome::Refuted(refutation) => panic!("refuted {refutation}"),
        Outcome::NotProvable(reason) => panic!("not provable: {reason}"),
    }
}

async fn tried(
    database: &Database,
    before: &Schema,
    [upgrade, downgrade]: [&[Step]; 2],
    entities: Option<&Comparing<'_>>,
) -> Outcome {
    let dialect = database.dialect;
    let workshop = Workshop::of(dialect, Some(&database.url), None).expect("a place for scratch databases");
    let live = Some(database.url.as_str());
    prove(&workshop, &Claim { dialect, before, database: before, upgrade, downgrade, entities, live }).await
}

/// Two tables with what a table can have.
fn start() -> Schema {
    let column = |name: &str, of: ColumnType| Column::new(name, of);
    let key =
        |columns: &[&str], table: &str| Some(PrimaryKey::new(columns.iter().copied()).named(format!("pk-{table}")));
    let mut towns =
        Table::new("towns", vec![column("id", ColumnType::Integer), column("name", ColumnType::string_len(40))]);
    towns.primary_key = key(&["id"], "towns");
    let mut houses = Table::new(
        "houses",
        vec![
            column("id", ColumnType::Integer),
            column("town_id", ColumnType::Integer),
            Column { default: Some(Expression::Integer(1)), ..column("floors", ColumnType::Integer) },
            Column { nullable: true, ..column("street", ColumnType::string_len(60)) },
        ],
    );
    houses.primary_key = key(&["id"], "houses");
    houses.foreign_keys.push(ForeignKey::new(["town_id"], "towns", ["id"]).named("fk-houses-town_id"));
    houses.indexes.push(Index::new("idx-houses-street", ["street"]));
    let mut schema = Schema::default();
    schema.insert(towns);
    schema.insert(houses);
    schema
}

fn step(operation: Operation) -> Step {
    Step::new(operation)
}

fn houses() -> ObjectName {
    "houses".into()
}

fn add_column(column: Column) -> Step {
    step(Operation::AddColumn { table: houses(), column })
}

fn drop_column(column: &str) -> Step {
    step(Operation::DropColumn { table: houses(), column: column.to_owned() })
}

/// A column that may be NULL.
fn garden() -> Column {
    Column { nullable: true, ..Column::new("garden", ColumnType::Boolean) }
}

fn on_each(name: &str, body: impl AsyncFn(Database)) {
    for dialect in DIALECTS {
        run(with_database(dialect, name, |database| body(database)));
    }
}

#[test]
fn what_is_right_is_proved_with_rows() {
    on_each("proof", async |database| {
        let index = Index::new("idx-houses-floors", ["floors"]);
        let up = [add_column(garden()), step(Operation::CreateIndex { table: houses(), index })];
        let down = reverse_all(&up, &start(), database.dialect).expect("a way back");
        let proof = proved(&database, &start(), [&up, &down], None).await;
        let expected = Proof { tables: 2, rows: 6, ..Proof::default() };
        assert_eq!(proof, expected, "{}", database.dialect);
        let raw = step(Operation::Execute { sql: "SELECT 1".to_owned(), records: Vec::new() });
        let up: Vec<Step> = up.into_iter().chain([raw]).collect();
        let proof = proved(&database, &start(), [&up, &down], None).await;
        assert!(matches!(&proof.notes[..], [note] if note.weakens()), "{}: {:?}", database.dialect, proof.notes);
    });
}

#[test]
fn what_is_wrong_is_refuted() {
    let unique = || step(Operation::AddUnique { table: houses(), unique: Unique::new(["street"]).named("uq-street") });
    let drop_unique = || {
        step(Operation::DropUnique { table: houses(), columns: vec!["street".into()], name: Some("uq-street".into()) })
    };
    let narrower = Column { default: None, nullable: true, ..Column::new("floors", ColumnType::Integer) };
    type Row = (&'static str, Vec<Step>, Vec<Step>, Phase, &'static str);
    let rows: [Row; 5] = [
        ("nothing back", vec![add_column(garden())], vec![], Phase::Downgrade, "garden"),
        ("too much back", vec![unique()], vec![drop_unique(), drop_column("floors")], Phase::Downgrade, "floors"),
        (
            "a default that does not come back",
            vec![drop_column("floors")],
            vec![add_column(narrower)],
            Phase::Downgrade,
            "floors",
        ),
        (
            "a drop of what is not there",
            vec![add_column(garden())],
            vec![drop_column("yard")],
            Phase::Downgrade,
            "yard",
        ),
        (
            "a check of what is not there",
            vec![step(Operation::AddCheck { table: houses(), check: Check::new("floors > nothing").named("ck") })],
            vec![step(Operation::DropCheck { table: houses(), name: "ck".into() })],
            Phase::Upgrade,
            "nothing",
        ),
    ];
    on_each("refuted", async |database| {
        for (name, up, down, when, part) in &rows {
            match tried(&database, &start(), [up, down], None).await {
                Outcome::Refuted(refutation) => {
                    assert_eq!(refutation.when, *when, "{name} on {}: {refutation}", database.dialect);
                    assert!(refutation.what.contains(part), "{name} on {}: {refutation}", database.dialect);
                }
                other => panic!("{name} on {}: {other:?}", database.dialect),
            }
        }
    });
}

#[test]
fn an_upgrade_that_leaves_out_what_an_entity_wants_is_refuted() {
    on_each("wanted", async |database| {
        let up = [add_column(garden())];
        let down = [drop_column("garden")];
        let mut wanted = start();
        replay_all(&up, &mut wanted, database.dialect).expect("a step that fits");
        let table = wanted.table_mut(&houses()).expect("the table");
        table.uniques.push(Unique::new(["street"]).named("uq-street"));
        let recorded = BTreeMap::new();
        let comparing = Comparing::new(&wanted, &recorded);
        match tried(&database, &start(), [&up, &down], Some(&comparing)).await {
            Outcome::Refuted(refutation) => {
                assert_eq!(
                    refutation.what, "comparing again finds add_unique houses.uq-street",
                    "{}",
                    database.dialect
                );
            }
            other => panic!("{}: {other:?}", database.dialect),
        }
    });
}

#[test]
fn rows_in_the_way_are_said() {
    on_each("in_the_way", async |database| {
        let check = Check::new("floors > 1000").named("ck-floors");
        let up = [step(Operation::AddCheck { table: houses(), check })];
        let down = [step(Operation::DropCheck { table: houses(), name: "ck-floors".to_owned() })];
        let proof = proved(&database, &start(), [&up, &down], None).await;
        assert_eq!(proof.rows, 0);
        let reason = proof.only_without_rows.unwrap_or_default();
        assert!(reason.starts_with("with rows that were made up, the upgrade fails: "), "{reason}");
    });
}

#[test]
fn what_can_not_be_tried_is_not_provable() {
    on_each("not_provable", async |database| {
        let up = [step(Operation::Execute { sql: "ALTER TABLE houses ..".to_owned(), records: Vec::new() })];
        let down = [drop_column("garden")];
        match tried(&database, &start(), [&up, &down], None).await {
            Outcome::NotProvable(reason) => assert!(reason.contains("left out"), "{reason}"),
            other => panic!("{}: {other:?}", database.dialect),
        }
        let mut broken = start();
        let table = broken.table_mut(&houses()).expect("the table");
        table.checks.push(Check::new("nobody_knows(floors)").named("ck"));
        let up = [add_column(garden())];
        match tried(&database, &broken, [&up, &down], None).await {
            Outcome::NotProvable(reason) => assert!(reason.starts_with("the start can't be made"), "{reason}"),
            // SQLite looks at what a check calls when a row comes.
            Outcome::Proved(proof) if database.dialect == Dialect::Sqlite => assert_eq!(proof.rows, 3),
            other => panic!("{}: {other:?}", database.dialect),
        }
    });
    let far = Workshop::of(Dialect::Postgres, Some("postgres://app@db.example.com/app"), None);
    assert_eq!(far, Err(NoScratch::Remote));
}

#[test]
fn nothing_is_left_on_the_server_and_what_was_left_is_swept() {
    on_each("swept", async |database| {
        let names = match database.dialect {
            Dialect::Sqlite => return,
            Dialect::Postgres => "SELECT datname::text AS name FROM pg_database",
            Dialect::MySql | Dialect::MariaDb => {
                "SELECT CAST(schema_name AS char) AS name FROM information_schema.schemata"
            }
        };
        let forgotten = "limbeck_scratch_1700000000_0123abcd";
        // Another test may sweep it before this one does.
        let create = format!("CREATE DATABASE {forgotten}");
        database.connection.execute_unprepared(&create).await.expect("a forgotten database");
        // Other tests make and drop their own at the same time: only what stays is left.
        let scratches = async || {
            let statement = sea_orm::Statement::from_string(crate::sql::backend(database.dialect), names);
            let rows = database.connection.query_all_raw(statement).await.expect("the databases");
            let names = rows.iter().map(|row| row.try_get::<String>("", "name").expect("a name"));
            names.filter(|name| name.starts_with("limbeck_scratch_")).collect::<BTreeSet<_>>()
        };
        let before = scratches().await;
        let (up, down) = ([add_column(garden())], [drop_column("garden")]);
        proved(&database, &start(), [&up, &down], None).await;
        assert!(matches!(tried(&database, &start(), [&up, &[]], None).await, Outcome::Refuted(_)));
        let mut left: BTreeSet<String> = scratches().await.difference(&before).cloned().collect();
        for _ in 0..100 {
            if left.is_empty() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(200));
            let there = scratches().await;
            left.retain(|name| there.contains(name));
        }
        assert_eq!(left, BTreeSet::new(), "{}", database.dialect);
        assert!(!scratches().await.contains(forgotten), "{}", database.dialect);
    });
}

/// RENAME COLUMN puts the name into quotes in every text of the catalog.
#[test]
fn a_rename_is_proved_whatever_names_the_column() {
    run(with_database(Dialect::Sqlite, "renamed", |database| async move {
        let mut before = start();
        let table = before.table_mut(&houses()).expect("the table");
        table.checks.push(Check::new("floors > -3000000000").named("ck-floors"));
        let filter = Some("floors > 1 OR street IS NOT NULL".to_owned());
        table.indexes.push(Index { filter, ..Index::new("idx-houses-few", ["street"]) });
        table.indexes.push(Index::new("idx-houses-twice", [IndexPart::expression("floors * 2")]));
        let generated = Some(Generated { expression: "floors % 7".to_owned(), stored: true });
        table.columns.push(Column { generated, nullable: true, ..Column::new("rest", ColumnType::Integer) });
        let name = ObjectName::bare("high");
        let definition = "CREATE VIEW high AS SELECT id, floors FROM houses WHERE floors > 3".to_owned();
        before.views.insert(name.clone(), limbeck_schema::View { name, definition, materialized: false });
        let rename = |column: &str, to: &str| {
            step(Operation::RenameColumn { table: houses(), column: column.to_owned(), to: to.to_owned() })
        };
        let (up, down) = ([rename("floors", "storeys")], [rename("storeys", "floors")]);
        let proof = proved(&database, &before, [&up, &down], None).await;
        assert_eq!((proof.rows, proof.notes), (6, Vec::new()));
    }));
}

#[test]
fn a_server_of_another_kind_proves_nothing() {
    run(with_database(Dialect::MariaDb, "kind", |database| async move {
        let (up, down) = ([add_column(garden())], [drop_column("garden")]);
        let workshop = Workshop::of(Dialect::MySql, Some(&database.url), None).expect("a place that may be right");
        let before = &start();
        let (upgrade, downgrade) = (&up[..], &down[..]);
        let claim =
            Claim { dialect: Dialect::MySql, before, database: before, upgrade, downgrade, entities: None, live: None };
        let expected = Outcome::NotProvable("the URL for scratch databases leads to no mysql server".to_owned());
        assert_eq!(prove(&workshop, &claim).await, expected);
    }));
}

/// A label's bytes are those of the database's character set, and no reason to refute anything.
#[test]
fn labels_are_compared_by_their_letters() {
    run(with_database(Dialect::MariaDb, "latin", |database| async move {
        let latin = "ALTER DATABASE CHARACTER SET latin1 COLLATE latin1_swedish_ci";
        database.connection.execute_unprepared(latin).await.expect("another character set");
        let mut before = start();
        let mood = Enumeration::new("mood", ["müde", "wach"]);
        before.enums.insert(mood.name.clone(), mood.clone());
        let table = before.table_mut(&houses()).expect("the table");
        table.columns.push(Column { nullable: true, ..Column::new("mood", ColumnType::Enum(mood)) });
        let rename = |label: &str, to: &str| {
            step(Operation::RenameEnumLabel { name: "mood".into(), label: label.to_owned(), to: to.to_owned() })
        };
        let (up, down) = ([rename("müde", "schläfrig")], [rename("schläfrig", "müde")]);
        let proof = proved(&database, &before, [&up, &down], None).await;
        // Letters that the character set lacks don't go in.
        assert_eq!((proof.rows, proof.only_without_rows), (4, None));
    }));
}

/// A type that the server takes for another one.
#[test]
fn a_start_that_is_not_what_it_should_be_proves_nothing() {
    run(with_database(Dialect::Postgres, "start", |database| async move {
        let mut before = start();
        let table = before.table_mut(&houses()).expect("the table");
        table
            .columns
            .push(Column { nullable: true, ..Column::new("rank", ColumnType::custom("national character(3)")) });
        match tried(&database, &before, [&[add_column(garden())], &[drop_column("garden")]], None).await {
            Outcome::NotProvable(reason) => {
                assert!(reason.starts_with("the start can't be made as it is: "), "{reason}");
            }
            other => panic!("{other:?}"),
        }
    }));
}

/// A view on the table keeps PostgreSQL from changing the type of its column; a proof has to know it.
#[test]
fn views_on_the_tables_take_part() {
    run(with_database(Dialect::Postgres, "views", |database| async move {
        let mut before = start();
        let name = ObjectName::bare("streets");
        let definition = "SELECT street FROM houses".to_owned();
        before.views.insert(name.clone(), limbeck_schema::View { name, definition, materialized: false });
        let change =
            |column_type| limbeck_operations::Alteration { column_type: Some(column_type), ..Default::default() };
        let alter = |changes| step(Operation::AlterColumn { table: houses(), column: "street".to_owned(), changes });
        let up = [alter(change(ColumnType::Text))];
        let down = [alter(change(ColumnType::string_len(60)))];
        match tried(&database, &before, [&up, &down], None).await {
            Outcome::Refuted(refutation) => assert!(refutation.what.contains("view"), "{refutation}"),
            other => panic!("{other:?}"),
        }
    }));
}

/// The start with a trigger on `houses` that sees to streets, and another that writes to a table which no proof has.
fn with_triggers(dialect: Dialect) -> Schema {
    let of = |name: &str, sql: &str| limbeck_schema::Trigger { name: name.to_owned(), sql: sql.to_owned() };
    let triggers = match dialect {
        Dialect::Sqlite => vec![
            of(
                "shout",
                "CREATE TRIGGER shout AFTER UPDATE OF street ON houses BEGIN \
                 UPDATE houses SET street = upper(NEW.street) WHERE id = NEW.id; END",
            ),
            of("note", "CREATE TRIGGER note AFTER INSERT ON houses BEGIN INSERT INTO logs VALUES (NEW.id); END"),
        ],
        Dialect::Postgres => vec![of(
            "shout",
            "CREATE TRIGGER shout BEFORE UPDATE OF street ON public.houses FOR EACH ROW \
             WHEN ((new.street IS NOT NULL)) EXECUTE FUNCTION tools.shout('EXECUTE FUNCTION x()')",
        )],
        Dialect::MySql | Dialect::MariaDb => vec![of(
            "shout",
            "CREATE TRIGGER `shout` BEFORE UPDATE ON `houses` FOR EACH ROW SET NEW.street = upper(NEW.street)",
        )],
    };
    let mut schema = start();
    schema.insert(Table::new("logs", vec![Column::new("id", ColumnType::Integer)]));
    if let Some(table) = schema.tables.get_mut(&houses()) {
        table.triggers = triggers;
    }
    schema
}

/// What is left out of a proof is said with it.
#[test]
fn triggers_on_the_tables_take_part() {
    on_each("triggers", async |database| {
        let dialect = database.dialect;
        let before = with_triggers(dialect);
        let check = || limbeck_schema::Check::new("floors < 200").named("ck-floors");
        let rebuilt = [step(Operation::AddCheck { table: houses(), check: check() })];
        let back = [step(Operation::DropCheck { table: houses(), name: "ck-floors".to_owned() })];
        match tried(&database, &before, [&rebuilt, &back], None).await {
            Outcome::Proved(proof) => {
                let left_out: Vec<_> =
                    proof.notes.iter().map(|note| note.text()).filter(|note| note.starts_with("without ")).collect();
                match dialect {
                    Dialect::Sqlite => assert_eq!(
                        left_out,
                        ["without the trigger note of houses: it needs logs, which has no part in this"]
                    ),
                    Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {
                        assert!(left_out.is_empty(), "{left_out:?}")
                    }
                }
            }
            other => panic!("{dialect}: {other:?}"),
        }

        // MariaDB lets the column go, and the trigger fails when it runs.
        let gone = [drop_column("street")];
        let index = before.tables.get(&houses()).and_then(|table| table.indexes.first()).cloned().expect("an index");
        let parts = index.parts.clone();
        let up = [vec![step(Operation::DropIndex { table: houses(), name: index.name.clone(), parts })], gone.to_vec()];
        let street = Column { nullable: true, ..Column::new("street", ColumnType::string_len(60)) };
        let down = [add_column(street), step(Operation::CreateIndex { table: houses(), index })];
        match (dialect, tried(&database, &before, [&up.concat(), &down], None).await) {
            (Dialect::MySql | Dialect::MariaDb, Outcome::Proved(_)) => {}
            (Dialect::Sqlite | Dialect::Postgres, Outcome::Refuted(refutation)) => {
                assert!(refutation.what.starts_with("with the triggers of its tables: "), "{refutation}");
                let reason = if dialect == Dialect::Sqlite { "shout" } else { "other objects depend on it" };
                assert!(refutation.what.contains(reason), "{refutation}");
            }
            (dialect, other) => panic!("{dialect}: {other:?}"),
        }

        let gone = [step(Operation::DropTable { table: houses() })];
        let mut made = before.tables.get(&houses()).cloned().expect("a table");
        let indexes = std::mem::take(&mut made.indexes);
        made.triggers.clear();
        let indexes = indexes.into_iter().map(|index| step(Operation::CreateIndex { table: houses(), index }));
        let made: Vec<_> = [step(Operation::CreateTable { definition: made })].into_iter().chain(indexes).collect();
        let proof = match tried(&database, &before, [&gone, &made], None).await {
            Outcome::Proved(proof) => proof,
            other => panic!("{dialect}: {other:?}"),
        };
        let expected = Note::Weakens("without the trigger shout of houses: it goes with its table".to_owned());
        assert!(proof.notes.contains(&expected), "{dialect}: {:?}", proof.notes);
    });
}

/// The server's own text of a view names the database that it is in.
#[test]
fn views_of_mariadb_take_part_without_the_name_of_their_database() {
    run(with_database(Dialect::MariaDb, "views", |database| async move {
        let name = database.url.rsplit('/').next().and_then(|rest| rest.split('?').next()).expect("a name").to_owned();
        let mut before = start();
        for (view, definition, expected) in [
            ("streets", format!("select `{name}`.`houses`.`street` AS `street` from `{name}`.`houses`"), None),
            (
                "both",
                format!("select 1 AS `1` from (`{name}`.`houses` join `elsewhere`.`houses`)"),
                Some("without the view both: it reads several databases, or none"),
            ),
        ] {
            let name = ObjectName::bare(view);
            before.views.clear();
            before.views.insert(name.clone(), limbeck_schema::View { name, definition, materialized: false });
            let steps = [[add_column(garden())], [drop_column("garden")]];
            let proof = match tried(&database, &before, [&steps[0], &steps[1]], None).await {
                Outcome::Proved(proof) => proof,
                other => panic!("{view}: {other:?}"),
            };
            let notes: Vec<_> = proof.notes.iter().map(Note::text).filter(|note| note.contains("view")).collect();
            assert_eq!(notes, expected.into_iter().collect::<Vec<_>>(), "{view}");
        }
    }));
}
