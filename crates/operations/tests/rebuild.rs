//! What a rebuild keeps, on SQLite itself.

mod support;

use limbeck_operations::{Op, Step, ddl::script, prelude::*};
use limbeck_schema::{
    AutoIncrement, Column, Generated, Index, ObjectName, ReferentialAction, Schema, Table, TableOptions, Trigger, View,
};

use self::support::{Sqlite, server};

const TRIGGER: &str =
    "CREATE TRIGGER seen AFTER UPDATE OF name ON animals BEGIN INSERT INTO log (t) VALUES (new.name || '!'); END";
const OTHER_TRIGGER: &str =
    "CREATE TRIGGER rename_animals AFTER INSERT ON users BEGIN UPDATE animals SET name = name || new.id; END";
const VIEW: &str = "CREATE VIEW named AS SELECT a.id, a.name FROM animals a JOIN visits v ON v.animal_id = a.id";

/// Tables with all that a rebuild could lose.
fn schema() -> Schema {
    let mut schema = Schema::default();
    let mut id = Column::new("id", ColumnType::Integer);
    id.auto_increment = Some(AutoIncrement::ByDefault);
    let mut users = Table::new("users", vec![id.clone()]);
    users.primary_key = Some(PrimaryKey::new(["id"]).named("pk-users"));
    users.triggers = vec![Trigger { name: "rename_animals".into(), sql: OTHER_TRIGGER.into() }];
    schema.insert(users);

    let mut name = Column::new("name", ColumnType::string_len(64));
    name.collation = Some("NOCASE".into());
    let mut age = Column::new("age", ColumnType::Integer);
    age.default = Some(1.into());
    let mut twice = Column::new("twice", ColumnType::Integer);
    twice.nullable = true;
    twice.generated = Some(Generated { expression: "age * 2".into(), stored: true });
    let mut owner = Column::new("owner_id", ColumnType::Integer);
    owner.nullable = true;
    let mut parent = Column::new("parent_id", ColumnType::Integer);
    parent.nullable = true;
    let mut animals = Table::new("animals", vec![id.clone(), name, age, twice, owner, parent]);
    animals.primary_key = Some(PrimaryKey::new(["id"]).named("pk-animals"));
    animals.uniques = vec![Unique::new(["name"]).named("uq-animals-name")];
    animals.foreign_keys = vec![
        ForeignKey::new(["owner_id"], "users", ["id"]).named("fk-owner").on_delete(ReferentialAction::SetNull),
        ForeignKey::new(["parent_id"], "animals", ["id"]).named("fk-parent").on_delete(ReferentialAction::Restrict),
    ];
    animals.checks = vec![Check::new("age >= 0").named("ck-age")];
    let mut partial =
        Index::new("idx-age", [IndexPart::expression("abs(age)"), IndexPart::column("name").descending()]);
    partial.filter = Some("age > 0".into());
    animals.indexes = vec![partial];
    animals.triggers = vec![Trigger { name: "seen".into(), sql: TRIGGER.into() }];
    schema.insert(animals);

    let mut visits = Table::new("visits", vec![id, Column::new("animal_id", ColumnType::Integer)]);
    visits.primary_key = Some(PrimaryKey::new(["id"]));
    visits.foreign_keys = vec![
        ForeignKey::new(["animal_id"], "animals", ["id"]).named("fk-animal").on_delete(ReferentialAction::Cascade),
    ];
    schema.insert(visits);
    schema.views.insert("named".into(), View { name: "named".into(), definition: VIEW.into(), materialized: false });
    schema
}

/// A database with these tables and some rows; the highest number of an animal, 9, is gone.
async fn database(schema: &Schema) -> Sqlite {
    let database = Sqlite::new().await;
    let create = |name: &str| {
        let table = &schema.tables[&ObjectName::bare(name)];
        let mut steps = vec![Step::new(limbeck_operations::Operation::CreateTable { definition: table.clone() })];
        steps.extend(table.indexes.iter().map(|index| {
            Step::new(limbeck_operations::Operation::CreateIndex { table: table.name.clone(), index: index.clone() })
        }));
        steps
    };
    let mut made = Schema::default();
    for name in ["users", "animals", "visits"] {
        let mut steps = create(name);
        if let limbeck_operations::Operation::CreateTable { definition } = &mut steps[0].operation {
            definition.indexes.clear();
        }
        database.apply(&steps, &made).await.unwrap();
        limbeck_operations::replay_all(&steps, &mut made, Dialect::Sqlite).unwrap();
    }
    database
        .set_up(&[
            "CREATE TABLE log (t text)",
            TRIGGER,
            VIEW,
            "INSERT INTO users (id) VALUES (1), (7)",
            "INSERT INTO animals (id, name, age, owner_id, parent_id) VALUES (5, 'Tom', 3, 7, NULL), (2, 'Rex', 4, NULL, 5), (9, 'Max', 0, 1, 2)",
            "INSERT INTO visits (animal_id) VALUES (5), (2)",
            "DELETE FROM animals WHERE id = 9",
            OTHER_TRIGGER,
        ])
        .await;
    database
}

const ROWS: &str = "SELECT CAST(id AS text), name, CAST(age AS text), CAST(twice AS text), CAST(owner_id AS text), CAST(parent_id AS text), CAST(rowid AS text) FROM animals ORDER BY rowid";

type Record = fn(&mut Op);

/// Every change that needs a rebuild.
const CHANGES: &[(&str, Record)] = &[
    ("add_column without a constant default", |op| {
        op.add_column("animals", timestamp("born").default(current_timestamp()));
    }),
    ("alter_column", |op| {
        op.alter_column("animals", "age").set_type(ColumnType::Text).drop_default().set_null();
    }),
    ("set_not_null", |op| {
        op.alter_column("animals", "age").set_null();
        op.alter_column("animals", "age").set_not_null();
        op.alter_column("animals", "age").drop_default();
    }),
    ("add_unique", |op| {
        op.add_unique("animals", unique(["name", "age"]).named("uq-2"));
    }),
    ("add_foreign_key", |op| {
        op.add_foreign_key("animals", foreign_key(["owner_id"], "users", ["id"]).named("fk-2"));
    }),
    ("add_check", |op| {
        op.add_check("animals", check("ck-2", "age < 100"));
    }),
    ("drop_check", |op| {
        op.drop_check("animals", "ck-age");
    }),
    ("drop_foreign_key", |op| {
        op.drop_foreign_key("animals", ["owner_id"], "users");
    }),
    ("several", |op| {
        op.add_column("animals", integer("legs").default(4));
        op.drop_index("idx-age", "animals", [expression("abs(age)"), column("name").descending()]);
        op.drop_check("animals", "ck-age");
        op.create_index("idx-age-2", "animals", ["age"]);
        op.add_check("animals", check("ck-legs", "legs > 0"));
        op.drop_column("animals", "legs").only(Postgres);
    }),
];

#[tokio::test]
async fn nothing_is_lost() {
    for (what, record) in CHANGES {
        let mut schema = schema();
        let database = database(&schema).await;
        let before = database.texts().await;
        let rows = database.rows(ROWS).await;
        assert_eq!(rows, ["2|Rex|4|8|NULL|5|2", "5|Tom|3|6|7|NULL|5"], "{what}");
        database.upgrade(&mut schema, record).await;

        assert_eq!(database.rows(ROWS).await, rows, "{what}: rows");
        let after = database.texts().await;
        let kept = |text: &&String| !text.starts_with("CREATE TABLE \"animals\"") && !text.starts_with("CREATE INDEX");
        let others: Vec<_> = before.iter().filter(kept).collect();
        assert_eq!(after.iter().filter(kept).collect::<Vec<_>>(), others, "{what}: views, triggers, other tables");
        assert!(after.iter().any(|text| text.starts_with("CREATE INDEX \"idx-age")), "{what}: index");
        assert!(!after.iter().any(|text| text.contains("_limbeck")), "{what}: nothing is left");

        // The counter does not give 9 again.
        database.set_up(&["INSERT INTO animals (name, age) VALUES ('Lea', 5)"]).await;
        assert_eq!(database.rows("SELECT CAST(max(id) AS text) FROM animals").await, ["10"], "{what}: counter");
        // The triggers run, the table's and the other's; the view reads.
        database.set_up(&["UPDATE animals SET name = 'Ada' WHERE id = 10", "INSERT INTO users (id) VALUES (8)"]).await;
        assert_eq!(database.rows("SELECT t FROM log WHERE t = 'Ada!'").await, ["Ada!"], "{what}: trigger");
        assert_eq!(database.rows("SELECT name FROM named ORDER BY id").await, ["Rex8", "Tom8"], "{what}: view");
        // Constraints hold: unique without case, the child's key with its cascade, the own key, the collation.
        for refused in [
            "INSERT INTO animals (name, age) VALUES ('ADA8', 5)",
            "INSERT INTO visits (animal_id) VALUES (99)",
            "UPDATE animals SET parent_id = 99",
            "DELETE FROM animals WHERE id = 5",
        ] {
            assert!(database.run(refused).await.is_err(), "{what}: {refused}");
        }
        database.set_up(&["DELETE FROM animals WHERE id = 2"]).await;
        let visits = database.rows("SELECT CAST(animal_id AS text) FROM visits").await;
        assert_eq!(visits, ["5"], "{what}: the child's rows stayed, and go with their parent");
    }
}

#[tokio::test]
async fn what_was_asked_for_is_done() {
    let mut schema = schema();
    let database = database(&schema).await;
    database
        .upgrade(&mut schema, |op| {
            op.add_column("animals", string_len("chip", 9).default(limbeck_operations::prelude::sql("'a' || 'b'")));
            op.add_check("animals", check("ck-chip", "length(chip) > 1"));
            op.alter_column("animals", "twice").drop_generated();
            op.drop_unique("animals", ["name"]);
            op.create_index("idx-chip", "animals", ["chip"]);
        })
        .await;
    let rows = database.rows("SELECT chip, CAST(twice AS text) FROM animals ORDER BY id").await;
    assert_eq!(rows, ["ab|8", "ab|6"], "a default fills the new column, a computed value stays");
    assert!(database.run("INSERT INTO animals (name, chip) VALUES ('x', 'y')").await.is_err(), "the check holds");
    database.set_up(&["INSERT INTO animals (name, chip) VALUES ('Tom', 'yy')"]).await;
    assert_eq!(
        database.rows("SELECT name FROM pragma_index_list('animals') WHERE name = 'idx-chip'").await,
        ["idx-chip"]
    );
}

#[tokio::test]
async fn rows_that_do_not_fit_undo_everything() {
    let rows: &[(&str, Record, &str)] = &[
        (
            "NULL",
            |op| {
                op.alter_column("animals", "owner_id").set_not_null();
            },
            "NOT NULL constraint failed: _limbeck_rebuild_animals.owner_id",
        ),
        (
            "no value",
            |op| {
                op.add_column("animals", integer("legs"));
            },
            "NOT NULL constraint failed: _limbeck_rebuild_animals.legs",
        ),
        (
            "check",
            |op| {
                op.add_check("animals", check("young", "age < 4"));
            },
            "CHECK constraint failed: young",
        ),
        (
            "unique",
            |op| {
                op.add_unique("visits", unique(["animal_id"]));
            },
            "UNIQUE constraint failed",
        ),
    ];
    for (what, record, message) in rows {
        let schema = schema();
        let database = database(&schema).await;
        database.set_up(&["INSERT INTO visits (animal_id) VALUES (5)"]).await;
        let before = (database.texts().await, database.rows(ROWS).await);
        let mut op = Op::default();
        record(&mut op);
        let failure = database.apply(&op.into_steps(), &schema).await.expect_err(what);
        assert!(failure.contains(message), "{what}: {failure}");
        assert_eq!((database.texts().await, database.rows(ROWS).await), before, "{what}");
    }
}

/// A table whose rows are known by their rowid alone, and whose columns take the rowid's usual name.
#[tokio::test]
async fn rowids_without_a_key_stay() {
    let mut schema = Schema::default();
    let mut rowid = Column::new("rowid", ColumnType::Text);
    rowid.nullable = true;
    schema.insert(Table::new("notes", vec![rowid, Column::new("n", ColumnType::Integer)]));
    let database = Sqlite::new().await;
    database
        .set_up(&[
            "CREATE TABLE notes (rowid text, n integer NOT NULL)",
            "INSERT INTO notes (_rowid_, rowid, n) VALUES (40, 'b', 2), (7, 'a', 1)",
        ])
        .await;
    database
        .upgrade(&mut schema, |op| {
            op.add_check("notes", check("ck", "n > 0"));
        })
        .await;
    let rows = database.rows("SELECT CAST(_rowid_ AS text), rowid FROM notes ORDER BY _rowid_").await;
    assert_eq!(rows, ["7|a", "40|b"]);
    // A numbered key takes the numbers that the rows have.
    database
        .upgrade(&mut schema, |op| {
            op.add_column("notes", pk_auto("id"));
            op.alter_primary_key("notes", primary_key(["id"]).named("pk-notes"));
        })
        .await;
    assert_eq!(database.rows("SELECT CAST(id AS text), rowid FROM notes ORDER BY id").await, ["7|a", "40|b"]);
    database
        .upgrade(&mut schema, |op| {
            op.drop_primary_key("notes");
            op.drop_column("notes", "id");
        })
        .await;
    let rows = database.rows("SELECT CAST(_rowid_ AS text), rowid FROM notes ORDER BY _rowid_").await;
    assert_eq!(rows, ["7|a", "40|b"]);
}

#[tokio::test]
async fn strict_and_without_rowid_stay() {
    let mut schema = Schema::default();
    let mut table = Table::new(
        "codes",
        vec![
            Column::new("code", ColumnType::string_len(9)),
            Column::new("paid", ColumnType::Boolean),
            Column::new("price", ColumnType::decimal_len(9, 2)),
        ],
    );
    table.primary_key = Some(PrimaryKey::new(["code"]).named("pk-codes"));
    table.options = TableOptions { strict: true, without_rowid: true, ..TableOptions::default() };
    let database = Sqlite::new().await;
    let steps = [Step::new(limbeck_operations::Operation::CreateTable { definition: table })];
    database.apply(&steps, &schema).await.unwrap();
    limbeck_operations::replay_all(&steps, &mut schema, Dialect::Sqlite).unwrap();
    database.set_up(&["INSERT INTO codes VALUES ('b', 1, 1.5), ('a', 0, 2)"]).await;
    database
        .upgrade(&mut schema, |op| {
            op.add_check("codes", check("ck", "price > 0"));
        })
        .await;
    let text = database.texts().await.pop().unwrap();
    assert!(text.ends_with("STRICT, WITHOUT ROWID"), "{text}");
    let rows = database.rows("SELECT code, CAST(price AS text) FROM codes ORDER BY code").await;
    assert_eq!(rows, ["a|2.0", "b|1.5"]);
}

#[tokio::test]
async fn a_table_that_refers_to_itself_is_dropped_with_its_rows() {
    let mut schema = schema();
    let database = database(&schema).await;
    database
        .upgrade(&mut schema, |op| {
            op.drop_table("visits");
            op.drop_table("animals");
        })
        .await;
    assert_eq!(database.rows("SELECT name FROM sqlite_master WHERE name IN ('animals', 'visits')").await.len(), 0);
}

/// A script runs by itself, and refuses to lose what the revisions do not know.
#[tokio::test]
async fn a_script_brings_all_that_it_needs() {
    let schema = schema();
    let mut op = Op::default();
    op.add_check("animals", check("ck-2", "age < 100"));
    op.run("fill", |_| async { Ok(()) });
    let steps = op.into_steps();

    let known = database(&schema).await;
    let rows = known.rows(ROWS).await;
    for sql in script(&steps, &schema, &server()).unwrap() {
        known.run(&sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
    assert_eq!(known.rows(ROWS).await, rows);
    assert_eq!(known.rows("SELECT CAST(foreign_keys AS text) FROM pragma_foreign_keys").await, ["1"]);

    let mut replayed = schema.clone();
    replayed.tables.get_mut(&ObjectName::bare("animals")).unwrap().triggers.clear();
    let unknown = database(&schema).await;
    let mut failed = None;
    for sql in script(&steps, &replayed, &server()).unwrap() {
        if let Err(error) = unknown.run(&sql).await {
            failed = Some(error.to_string());
            break;
        }
    }
    let message = failed.expect("the trigger would be lost");
    assert!(message.contains("animals has an index or trigger that no revision made"), "{message}");
}

#[tokio::test]
async fn a_script_refuses_rows_that_break_a_new_foreign_key() {
    let schema = schema();
    let database = database(&schema).await;
    let mut op = Op::default();
    op.add_foreign_key("animals", foreign_key(["age"], "users", ["id"]));
    let mut failed = None;
    for sql in script(&op.into_steps(), &schema, &server()).unwrap() {
        if let Err(error) = database.run(&sql).await {
            failed = Some(error.to_string());
            break;
        }
    }
    let message = failed.expect("no user has an animal's age for a number");
    assert!(message.contains("a row of animals refers to a row that is not there"), "{message}");
}
