//! What rows hold in a column that may not be NULL from a revision on, and in one that may not be NULL again on the way back.

use limbeck_operations::{Operation, Step};
use limbeck_schema::{Column, ColumnType, Dialect, Enumeration, Expression, Schema, Table};

use super::fixture::{Case, column, foreign_key, index, schema, unique, with_column, words};
use crate::{Fill, Unfilled};

/// What is changed, the answers for `animals`, what is written up and down, and what is asked.
struct Row {
    name: &'static str,
    next: fn(&mut Table),
    answers: &'static [(&'static str, Option<&'static str>)],
    up: &'static [&'static str],
    down: &'static [&'static str],
    asked: &'static [&'static str],
}

const PLAIN: Row = Row { name: "", next: |_| {}, answers: &[], up: &[], down: &[], asked: &[] };

fn nullable(name: &str, column_type: ColumnType) -> Column {
    Column { nullable: true, ..column(name, column_type) }
}

fn kind() -> ColumnType {
    ColumnType::Enum(Enumeration::new("kind", ["cat", "dog"]))
}

fn previous() -> Schema {
    schema(|table| {
        table.columns.push(nullable("nick", ColumnType::string_len(20)));
        table.columns.push(nullable("chip", ColumnType::string_len(20)));
        table.columns.push(Column { default: Some(1.into()), ..nullable("legs", ColumnType::Integer) });
        table.uniques.push(unique(&["chip"]));
    })
}

/// A step in words, with what it fills in.
fn told(steps: &[Step]) -> Vec<String> {
    let word = |(step, word): (&Step, String)| match &step.operation {
        Operation::FillColumn { value, .. } => format!("{word} {value:?}"),
        Operation::AddColumn { column, .. } if column.nullable => format!("{word} null"),
        Operation::AddColumn { .. } => format!("{word} not null"),
        _ => word,
    };
    steps.iter().zip(words(steps)).map(word).collect()
}

fn asked(unfilled: &Unfilled) -> String {
    let Unfilled { column, suggestions, refused, .. } = unfilled;
    let refused = refused.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    format!("{column} [{}]{refused}", suggestions.join(", "))
}

const ROWS: &[Row] = &[
    Row {
        name: "a new column",
        next: |table| table.columns.push(column("age", ColumnType::Integer)),
        up: &["add_column animals.age not null"],
        down: &["drop_column animals.age"],
        asked: &["age [0]"],
        ..PLAIN
    },
    Row {
        name: "a new column and its value",
        next: |table| table.columns.push(column("age", ColumnType::Integer)),
        answers: &[("age", Some("1"))],
        up: &["add_column animals.age null", "fill_column animals.age Integer(1)", "alter_column animals.age nullable"],
        down: &["drop_column animals.age"],
        ..PLAIN
    },
    Row {
        name: "a new column of a table without rows",
        next: |table| table.columns.push(column("age", ColumnType::Integer)),
        answers: &[("age", None)],
        up: &["add_column animals.age not null"],
        down: &["drop_column animals.age"],
        ..PLAIN
    },
    Row {
        name: "a new column with a default",
        next: |table| table.columns.push(Column { default: Some(1.into()), ..column("age", ColumnType::Integer) }),
        up: &["add_column animals.age not null"],
        down: &["drop_column animals.age"],
        ..PLAIN
    },
    Row {
        name: "a new column with a default and another value",
        next: |table| table.columns.push(Column { default: Some(1.into()), ..column("age", ColumnType::Integer) }),
        answers: &[("age", Some("2"))],
        up: &[
            "add_column animals.age null",
            "fill_column animals.age Integer(2)",
            "alter_column animals.age nullable,default",
        ],
        down: &["drop_column animals.age"],
        ..PLAIN
    },
    Row {
        name: "a default of NULL",
        next: |table| {
            table.columns.push(Column { default: Some(Expression::Null), ..column("age", ColumnType::Integer) });
        },
        up: &["add_column animals.age not null"],
        down: &["drop_column animals.age"],
        asked: &["age [0]"],
        ..PLAIN
    },
    Row {
        name: "an old column",
        next: |table| with_column(table, "nick", |column| column.nullable = false),
        up: &["alter_column animals.nick nullable"],
        down: &["alter_column animals.nick nullable"],
        asked: &["nick ['']"],
        ..PLAIN
    },
    Row {
        name: "an old column and its value, with another type",
        next: |table| {
            with_column(table, "nick", |column| {
                column.nullable = false;
                column.column_type = ColumnType::Text;
            });
        },
        answers: &[("nick", Some("name"))],
        up: &[
            "alter_column animals.nick type",
            "fill_column animals.nick Sql(\"name\")",
            "alter_column animals.nick nullable",
        ],
        down: &["alter_column animals.nick nullable", "alter_column animals.nick type"],
        ..PLAIN
    },
    Row {
        name: "an old column with a default",
        next: |table| with_column(table, "legs", |column| column.nullable = false),
        up: &["fill_column animals.legs Integer(1)", "alter_column animals.legs nullable"],
        down: &["alter_column animals.legs nullable"],
        ..PLAIN
    },
    Row {
        name: "an old column that holds no NULL",
        next: |table| with_column(table, "legs", |column| column.nullable = false),
        answers: &[("legs", None)],
        up: &["alter_column animals.legs nullable"],
        down: &["alter_column animals.legs nullable"],
        ..PLAIN
    },
    Row {
        name: "a unique column and one value",
        next: |table| with_column(table, "chip", |column| column.nullable = false),
        answers: &[("chip", Some("'x'"))],
        up: &["alter_column animals.chip nullable"],
        down: &["alter_column animals.chip nullable"],
        asked: &[
            "chip []: animals.chip is unique, and every row would get the same value; name SQL that gives each row its own",
        ],
    },
    Row {
        name: "a unique column and SQL",
        next: |table| with_column(table, "chip", |column| column.nullable = false),
        answers: &[("chip", Some("name || id"))],
        up: &["fill_column animals.chip Sql(\"name || id\")", "alter_column animals.chip nullable"],
        down: &["alter_column animals.chip nullable"],
        ..PLAIN
    },
    Row {
        name: "a text without quotes",
        next: |table| table.columns.push(column("mood", ColumnType::Text)),
        answers: &[("mood", Some("calm"))],
        up: &["add_column animals.mood not null"],
        down: &["drop_column animals.mood"],
        asked: &[
            "mood ['']: animals has no column `calm`; a text goes into single quotes: 'calm', a word of SQL's into parentheses: (calm)",
        ],
    },
    Row {
        name: "a label that is none",
        next: |table| table.columns.push(column("kind", kind())),
        answers: &[("kind", Some("'cow'"))],
        up: &["create_enum kind", "add_column animals.kind not null"],
        down: &["drop_column animals.kind", "drop_enum kind"],
        asked: &["kind ['cat', 'dog']: kind has no label 'cow'"],
    },
    Row {
        name: "a key to another table",
        next: |table| {
            table.columns.push(column("keeper", ColumnType::Integer));
            let mut key = foreign_key();
            key.columns = vec!["keeper".to_owned()];
            table.foreign_keys.push(key);
        },
        up: &["add_column animals.keeper not null", "add_foreign_key animals.fk-animals-owner_id"],
        down: &["drop_foreign_key animals.fk-animals-owner_id", "drop_column animals.keeper"],
        asked: &["keeper [(SELECT min(id) FROM owners)]"],
        ..PLAIN
    },
    Row {
        name: "members of a key",
        next: |table| {
            with_column(table, "legs", |column| column.nullable = false);
            table.primary_key = Some(limbeck_schema::PrimaryKey::new(["id", "legs"]));
        },
        up: &[
            "fill_column animals.legs Integer(1)",
            "alter_column animals.legs nullable",
            "alter_primary_key animals.pk-animals",
        ],
        down: &["alter_primary_key animals", "alter_column animals.legs nullable"],
        ..PLAIN
    },
    Row {
        name: "a required column that goes",
        next: |table| table.columns.retain(|column| column.name != "weight"),
        up: &["drop_column animals.weight"],
        down: &[
            "add_column animals.weight null",
            "fill_column animals.weight Integer(0)",
            "alter_column animals.weight nullable",
        ],
        ..PLAIN
    },
    Row {
        name: "a required column that goes, and its value",
        next: |table| table.columns.retain(|column| column.name != "weight"),
        answers: &[("weight", Some("1000"))],
        up: &["drop_column animals.weight"],
        down: &[
            "add_column animals.weight null",
            "fill_column animals.weight Integer(1000)",
            "alter_column animals.weight nullable",
        ],
        ..PLAIN
    },
    Row {
        name: "a column that may be NULL from then on",
        next: |table| with_column(table, "name", |column| column.nullable = true),
        up: &["alter_column animals.name nullable"],
        down: &["alter_column animals.name nullable"],
        ..PLAIN
    },
    Row {
        name: "a column that may be NULL from then on, and its value",
        next: |table| with_column(table, "name", |column| column.nullable = true),
        answers: &[("name", Some("'?'"))],
        up: &["alter_column animals.name nullable"],
        down: &["fill_column animals.name Text(\"?\")", "alter_column animals.name nullable"],
        ..PLAIN
    },
];

#[test]
fn rows_get_a_value_before_null_is_forbidden() {
    for row in ROWS {
        for dialect in Dialect::ALL {
            let mut case = Case::of(&schema_after(row.next), &previous(), &[dialect]);
            case.fills.extend(row.answers.iter().map(|(column, value)| {
                let fill = value.map_or(Fill::Nothing, |value| {
                    crate::filling(&format!("t.c={value}")).map(|(_, fill)| fill).expect(row.name)
                });
                (("animals".into(), (*column).to_owned()), fill)
            }));
            let comparison = case.compare();
            let name = format!("{}, {dialect}", row.name);
            assert_eq!(told(&comparison.upgrade()), row.up, "{name}");
            assert_eq!(
                comparison.downgrade().map(|steps| told(&steps)),
                Ok(row.down.iter().map(|word| (*word).to_owned()).collect()),
                "{name}"
            );
            assert_eq!(comparison.unfilled.iter().map(asked).collect::<Vec<_>>(), row.asked, "{name}");
            assert_eq!(comparison.unused_fills, [], "{name}");
        }
    }
}

fn schema_after(change: fn(&mut Table)) -> Schema {
    let mut schema = previous();
    if let Some(table) = schema.table_mut(&"animals".into()) {
        change(table);
    }
    schema
}

#[test]
fn a_required_column_that_is_tied_has_no_neutral_value() {
    type Tie = (&'static str, fn(&mut Table));
    let ties: [Tie; 4] = [
        ("a key", |table| table.foreign_keys.push(foreign_key())),
        ("a unique constraint", |table| table.uniques.push(unique(&["owner_id", "name"]))),
        ("a unique index", |table| {
            let mut index = index(&["owner_id"]);
            index.unique = true;
            table.indexes.push(index);
        }),
        ("the primary key", |table| table.primary_key = Some(limbeck_schema::PrimaryKey::new(["id", "owner_id"]))),
    ];
    for (name, tie) in ties {
        let mut recorded = previous();
        recorded.table_mut(&"animals".into()).map(tie);
        let wanted = schema_after(|table| table.columns.retain(|column| column.name != "owner_id"));
        let comparison = Case::of(&wanted, &recorded, &[Dialect::Postgres]).compare();
        let down = comparison.downgrade().map(|steps| told(&steps)).expect(name);
        let back: Vec<&str> =
            down.iter().map(String::as_str).filter(|word| word.contains("animals.owner_id")).collect();
        // MySQL and MariaDB would fill a column that comes back required.
        assert_eq!(back, ["add_column animals.owner_id null", "alter_column animals.owner_id nullable"], "{name}");
        let notes = |comparison: &crate::Comparison| {
            let drop = comparison
                .changes
                .iter()
                .find(|change| change.step.operation.to_string() == "drop_column animals.owner_id");
            drop.and_then(|change| change.note.clone()).unwrap_or_default()
        };
        assert!(notes(&comparison).contains("`--fill animals.owner_id=..`"), "{name}");

        let mut case = Case::of(&wanted, &recorded, &[Dialect::Postgres]);
        let value = Fill::Value(limbeck_schema::Expression::Sql("id".to_owned()));
        case.fills.insert(("animals".into(), "owner_id".to_owned()), value);
        let comparison = case.compare();
        assert_eq!(notes(&comparison), "", "{name}");
        let down = comparison.downgrade().map(|steps| told(&steps)).expect(name);
        assert!(down.contains(&"fill_column animals.owner_id Sql(\"id\")".to_owned()), "{name}: {down:?}");
    }
}

#[test]
fn an_answer_that_nothing_asked_for_is_named() {
    let mut case = Case::of(&previous(), &previous(), &[Dialect::Sqlite]);
    let of = |column: &str| (("animals".into(), column.to_owned()), Fill::Value(1.into()));
    case.fills.extend([of("nick"), of("ghost")]);
    let unused = case.compare().unused_fills;
    assert_eq!(unused, [("animals".into(), "ghost".to_owned()), ("animals".into(), "nick".to_owned())]);
}

/// Whatever rows this database has: those of the next one may be others.
#[test]
fn a_table_that_the_revision_makes_needs_no_value() {
    let comparison = Case::of(&previous(), &Schema::default(), &Dialect::ALL).compare();
    assert_eq!(comparison.unfilled, []);
    let back = Case::of(&Schema::default(), &previous(), &Dialect::ALL).compare();
    let down = back.downgrade().map(|steps| words(&steps)).expect("a way back");
    assert!(down.iter().all(|word| !word.starts_with("fill_column")), "{down:?}");
}

#[test]
fn a_label_that_a_column_is_filled_with_is_there_before() {
    let with = |labels: [&str; 3], may_be_null: bool, both: bool| {
        let state = ColumnType::Enum(Enumeration::new("state", labels));
        let mut schema =
            schema(|table| table.columns.push(Column { nullable: may_be_null, ..column("state", state.clone()) }));
        if both {
            let owners = schema.table_mut(&"owners".into()).expect("a table");
            owners.columns.push(nullable("state", state.clone()));
        }
        schema.enums.insert("state".into(), Enumeration::new("state", labels));
        schema
    };
    let fill = |value: Expression| [(("animals".into(), "state".to_owned()), Fill::Value(value))].into();
    let recorded = with(["a", "b", "x"], true, true);
    for (value, expected) in [
        (Expression::Text("y".into()), ["alter_enum state", "fill_column animals.state"]),
        (Expression::Sql("coalesce(NULL, 'y')".into()), ["alter_enum state", "fill_column animals.state"]),
        (Expression::Text("a".into()), ["fill_column animals.state", "alter_enum state"]),
    ] {
        let wanted = with(["a", "b", "y"], false, false);
        let case = Case { fills: fill(value.clone()), ..Case::of(&wanted, &recorded, &[Dialect::Postgres]) };
        let mut steps = words(&case.compare().upgrade());
        steps.retain(|step| expected.contains(&step.as_str()));
        assert_eq!(steps, expected, "{value:?}");
    }
}

#[test]
fn a_column_that_comes_back_is_filled_with_what_its_checks_let_through() {
    let recorded = schema(|table| table.checks.push(limbeck_schema::Check::new("weight > 0").named("ck")));
    let wanted = schema(|table| table.columns.retain(|column| column.name != "weight"));
    for dialect in Dialect::ALL {
        let back = Case::of(&wanted, &recorded, &[dialect]).compare().downgrade().expect("a downgrade");
        assert_eq!(
            told(&back),
            [
                "add_column animals.weight null",
                "fill_column animals.weight Integer(1)",
                "alter_column animals.weight nullable",
                "add_check animals.ck",
            ],
            "{dialect}"
        );
    }
}
