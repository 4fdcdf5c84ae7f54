//! Columns of a type that the entities could not tell: their type is never a difference, and they are never made.

use limbeck_schema::{
    AutoIncrement, Check, Column, ColumnType, Dialect, Enumeration, Expression, ForeignKey, Generated, PrimaryKey,
    Schema, Table,
};

use super::fixture::{Case, Found, column, foreign_key, index, owners, schema, unique, with_column};
use crate::{Label, Rename};

/// What the entity reader puts where it can't tell a type.
const NONSENSE: ColumnType = ColumnType::Blob;

fn money() -> ColumnType {
    ColumnType::decimal_len(16, 4)
}

/// `animals` with a column `price` of this type, `change`d.
fn priced(column_type: ColumnType, change: impl Fn(&mut Column)) -> Schema {
    schema(|table| {
        let mut price = column("price", column_type.clone());
        change(&mut price);
        table.columns.push(price);
    })
}

/// The case with `animals.price` opaque.
fn opaque(mut case: Case) -> Case {
    case.opaque.insert(("animals".into(), "price".to_owned()));
    case
}

fn one(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}

fn changes(list: &[&str]) -> Found {
    Found {
        changes: list.iter().map(|text| (*text).to_owned()).collect(),
        labels: list.iter().map(|_| Label::ModelChanged).collect(),
        ..Found::default()
    }
}

/// The type that nobody could tell, among what is unsaid.
fn untold() -> Found {
    Found { unsaid: one("price.type of animals"), ..Found::default() }
}

#[test]
fn every_row_holds_but_that_the_type_is_the_one_that_is_known() {
    let (wanted, absent) = (priced(NONSENSE, |_| ()), schema(|_| ()));
    let (x, other) = (priced(money(), |_| ()), priced(ColumnType::string_len(3), |_| ()));
    let refused = Found { refused: one("column price of animals"), ..Found::default() };
    let unrecorded = Found { unrecorded: one("column price of animals"), ..untold() };
    let rows = [
        ("x - -", &wanted, &absent, &absent, refused),
        ("x - x", &wanted, &absent, &x, unrecorded),
        ("x x x", &wanted, &x, &x, untold()),
        ("x x -", &wanted, &x, &absent, Found { drifted: one("column price of animals"), ..untold() }),
        ("x x x'", &wanted, &x, &other, Found { drifted: one("price.type of animals"), ..untold() }),
        ("- x x", &absent, &x, &x, changes(&["drop_column animals.price"])),
        ("- - x", &absent, &absent, &x, Found { unmanaged: one("column price of animals"), ..Found::default() }),
    ];
    for dialect in Dialect::ALL {
        for (row, wanted, recorded, actual, expected) in &rows {
            let found = Found::from(&opaque(Case::three(wanted, recorded, actual, dialect)).compare());
            assert_eq!(found, *expected, "{row} on {dialect}");
        }
        let twin = Found::from(&Case::three(&wanted, &x, &x, dialect).compare());
        assert_eq!(twin, changes(&["alter_column animals.price type"]), "{dialect}");
        let twin = Found::from(&Case::three(&wanted, &absent, &absent, dialect).compare());
        assert_eq!(twin, changes(&["add_column animals.price"]), "{dialect}");
    }
}

#[test]
fn whatever_the_type_is_it_is_taken() {
    let types = [
        ColumnType::Integer,
        ColumnType::Boolean,
        ColumnType::Json,
        ColumnType::Uuid,
        ColumnType::custom("citext"),
        ColumnType::Enum(Enumeration::new("mood", ["a", "b"])),
    ];
    let wanted = priced(NONSENSE, |_| ());
    for column_type in types {
        let known = priced(column_type.clone(), |price| price.default = None);
        // Only PostgreSQL gives a type its name back.
        let nameless = priced(column_type.clone(), |price| {
            if let Some(enumeration) = price.column_type.enumeration_mut() {
                enumeration.name = "".into();
            }
        });
        let nameless = Schema { enums: Default::default(), ..nameless };
        for dialect in Dialect::ALL {
            let actual = if dialect == Dialect::Postgres { &known } else { &nameless };
            for (name, recorded) in [("recorded", &known), ("there", &schema(|_| ()))] {
                let comparison = opaque(Case::three(&wanted, recorded, actual, dialect)).compare();
                assert!(comparison.is_empty(), "{column_type:?}, {name}, on {dialect}: {comparison:?}");
            }
        }
    }
}

#[test]
fn what_else_differs_is_reported() {
    type Change = fn(&mut Table);
    let rows: [(&str, Change, &[&str]); 8] = [
        ("nothing", |_| (), &[]),
        ("null", |t| with_column(t, "price", |it| it.nullable = true), &["alter_column animals.price nullable"]),
        (
            "a default",
            |t| with_column(t, "price", |it| it.default = Some(Expression::Integer(1))),
            &["alter_column animals.price default"],
        ),
        ("a unique", |t| t.uniques.push(unique(&["price"])), &["add_unique animals.uq-animals-price"]),
        ("an index", |t| t.indexes.push(index(&["price"])), &["create_index animals.idx-animals-price"]),
        (
            "a foreign key",
            |t| t.foreign_keys.push(ForeignKey { columns: vec!["price".to_owned()], ..foreign_key() }),
            &["add_foreign_key animals.fk-animals-owner_id"],
        ),
        ("a check", |t| t.checks.push(Check::new("price > 0").named("ck")), &["add_check animals.ck"]),
        (
            "another key",
            |t| t.primary_key = Some(PrimaryKey::new(["id", "price"])),
            &["alter_primary_key animals.pk-animals"],
        ),
    ];
    let known = priced(ColumnType::Integer, |_| ());
    for dialect in Dialect::ALL {
        for (name, change, expected) in rows {
            let mut wanted = priced(NONSENSE, |_| ());
            if let Some(table) = wanted.table_mut(&"animals".into()) {
                change(table);
            }
            for actual in [Some(known.clone()), None] {
                let actual = actual.map(|actual| (dialect, actual));
                let case = Case { actual, ..Case::of(&wanted, &known, &[dialect]) };
                let found = Found::from(&opaque(case).compare());
                assert_eq!((found.changes, found.refused), (changes(expected).changes, vec![]), "{name} on {dialect}");
            }
        }
    }
}

#[test]
fn a_default_is_held_against_the_known_type() {
    let zero = |price: &mut Column| price.default = Some(Expression::Integer(0));
    let one = |price: &mut Column| price.default = Some(Expression::Integer(1));
    let known = priced(money(), zero);
    for dialect in Dialect::ALL {
        let compare = |wanted: &Schema| Found::from(&opaque(Case::three(wanted, &known, &known, dialect)).compare());
        for unchanged in [priced(NONSENSE, zero), priced(NONSENSE, |_| ())] {
            assert_eq!(compare(&unchanged).changes, Vec::<String>::new(), "{dialect}");
        }
        let changed = compare(&priced(NONSENSE, one));
        assert_eq!(changed.changes, ["alter_column animals.price default"], "{dialect}");
    }
}

#[test]
fn whether_an_opaque_key_is_numbered_is_as_it_is_known() {
    let with = |numbering: Option<AutoIncrement>, column_type: ColumnType| {
        schema(|table| {
            with_column(table, "id", |id| {
                id.auto_increment.clone_from(&numbering);
                id.column_type = column_type.clone();
            });
        })
    };
    let numbered = || Some(AutoIncrement::ByDefault);
    for dialect in [Dialect::Postgres, Dialect::MySql, Dialect::MariaDb] {
        for (known, stated) in [(numbered(), numbered()), (numbered(), None), (None, numbered()), (None, None)] {
            let known = with(known, ColumnType::BigInteger);
            let mut case = Case::three(&with(stated.clone(), NONSENSE), &known, &known, dialect);
            case.opaque.insert(("animals".into(), "id".to_owned()));
            assert!(case.compare().is_empty(), "{dialect}, {stated:?}");
        }
        let (wanted, known) = (with(None, ColumnType::BigInteger), with(numbered(), ColumnType::BigInteger));
        let twin = Found::from(&Case::three(&wanted, &known, &known, dialect).compare());
        assert_eq!(twin.changes, ["alter_column animals.id auto_increment"], "{dialect}");
    }
}

#[test]
fn a_renamed_column_takes_its_type_along() {
    let wanted = priced(NONSENSE, |_| ());
    let known = schema(|table| table.columns.push(column("cost", money())));
    let rename = Rename::Column { table: "animals".into(), from: "cost".to_owned(), to: "price".to_owned() };
    for dialect in Dialect::ALL {
        let mut case = opaque(Case::three(&wanted, &known, &known, dialect));
        case.renames.push(rename.clone());
        let found = Found::from(&case.compare());
        let expected = Found { unsaid: untold().unsaid, ..changes(&["rename_column animals.cost"]) };
        assert_eq!(found, expected, "{dialect}");
        // Without the rename nobody knows that it is the same column.
        case.renames.clear();
        let found = Found::from(&case.compare());
        let expected = Found { refused: one("column price of animals"), ..changes(&["drop_column animals.cost"]) };
        assert_eq!(found, expected, "{dialect}");
    }
}

#[test]
fn a_new_table_with_an_opaque_column_is_not_made() {
    let wanted = priced(NONSENSE, |_| ());
    let mut known = Schema::default();
    known.insert(owners());
    for dialect in Dialect::ALL {
        let found = Found::from(&opaque(Case::three(&wanted, &known, &known, dialect)).compare());
        let expected = Found { refused: one("column price of animals"), ..Found::default() };
        assert_eq!(found, expected, "{dialect}");
        let twin = Found::from(&Case::three(&wanted, &known, &known, dialect).compare());
        assert_eq!(twin, changes(&["create_table animals"]), "{dialect}");
        // Once it is there it is adopted, with the type that it has.
        let made = priced(money(), |_| ());
        let found = Found::from(&opaque(Case::three(&wanted, &known, &made, dialect)).compare());
        assert_eq!(found, Found { unrecorded: one("table animals"), ..untold() }, "{dialect}");
    }
}

#[test]
fn what_needs_a_refused_column_is_not_made_either() {
    let rival = |target: &str, column_of: &str| {
        let mut rivals = owners();
        rivals.name = "rivals".into();
        rivals.columns.push(column("of", ColumnType::Integer));
        rivals.foreign_keys.push(ForeignKey::new(["of"], target, [column_of]).named("fk-rivals-of"));
        rivals
    };
    let mut wanted = schema(|table| {
        table.columns.push(column("price", NONSENSE));
        table.uniques.push(unique(&["price"]));
        table.indexes.push(index(&["name", "price"]));
        table.checks.push(Check::new("price > 0").named("ck"));
        table.foreign_keys.push(ForeignKey { columns: vec!["price".to_owned()], ..foreign_key() });
        table.columns.push(column("age", ColumnType::Integer));
    });
    wanted.insert(rival("animals", "price"));
    let skipped = one("foreign key fk-rivals-of of rivals");
    let refused = one("column price of animals");
    for dialect in Dialect::ALL {
        let found = Found::from(&opaque(Case::of(&wanted, &schema(|_| ()), &[dialect])).compare());
        let made = changes(&["create_table rivals", "add_column animals.age"]);
        let sorted = |mut found: Found| {
            found.changes.sort();
            found
        };
        let expected = Found { refused: refused.clone(), skipped: skipped.clone(), ..made };
        assert_eq!(sorted(found), sorted(expected), "{dialect}");
        // The table that it refers to is not made at all.
        let mut wanted = wanted.clone();
        wanted.insert(rival("animals", "id"));
        let found = Found::from(&opaque(Case::of(&wanted, &Schema::default(), &[dialect])).compare());
        let made = changes(&["create_table owners", "create_table rivals"]);
        assert_eq!(found, Found { refused: refused.clone(), skipped: skipped.clone(), ..made }, "{dialect}");
    }
}

#[test]
fn a_table_whose_key_or_computation_needs_a_refused_column_takes_no_part() {
    type Change = fn(&mut Table);
    let rows: [(&str, Change); 2] = [
        ("a key", |t| t.primary_key = Some(PrimaryKey::new(["id", "price"]))),
        ("a computation", |t| {
            let generated = Some(Generated { expression: "price * 2".to_owned(), stored: true });
            t.columns.push(Column { generated, ..column("double", ColumnType::Integer) });
        }),
    ];
    for (name, change) in rows {
        let mut wanted = priced(NONSENSE, |_| ());
        wanted.table_mut(&"animals".into()).into_iter().for_each(change);
        for dialect in Dialect::ALL {
            let found = Found::from(&opaque(Case::three(&wanted, &schema(|_| ()), &schema(|_| ()), dialect)).compare());
            let expected = Found { refused: one("column price of animals"), ..Found::default() };
            assert_eq!(found, expected, "{name} on {dialect}");
        }
    }
}

#[test]
fn each_dialect_has_the_type_that_it_knows() {
    let wanted = priced(NONSENSE, |_| ());
    let mut case = opaque(Case::of(&wanted, &priced(money(), |_| ()), &Dialect::ALL));
    case.recorded.insert(Dialect::Postgres, priced(ColumnType::custom("citext"), |_| ()));
    assert_eq!(Found::from(&case.compare()).changes, Vec::<String>::new());
    // Where one lacks the column it is made as the others have it.
    case.recorded.insert(Dialect::MariaDb, schema(|_| ()));
    let found = Found::from(&case.compare());
    assert_eq!((found.changes, found.refused), (vec!["add_column animals.price only mariadb".to_owned()], vec![]));
    let after = case.compare().upgrade();
    let made = after.iter().find_map(|step| match &step.operation {
        limbeck_operations::Operation::AddColumn { column, .. } => Some(column.column_type.clone()),
        _ => None,
    });
    assert_eq!(made, Some(money()));
    case.recorded.values_mut().for_each(|schema| *schema = self::schema(|_| ()));
    assert_eq!(Found::from(&case.compare()).refused, one("column price of animals"));
}
