//! Entities over views are no tables, however it is known that they are views; a twin over a table is one.

use limbeck_schema::{Dialect, ForeignKey, Schema, Table, View};

use super::fixture::{Case, Found, animals, column, foreign_key, owners, schema};

/// `animals`, and `kennels` with a key to it; `animals` has one to `kennels`.
fn wanted() -> Schema {
    let mut kennels = owners();
    kennels.name = "kennels".into();
    kennels.columns.push(column("animal_id", limbeck_schema::ColumnType::Integer));
    kennels.foreign_keys.push(ForeignKey::new(["animal_id"], "animals", ["id"]).named("fk-kennels-animal_id"));
    let mut schema = schema(|table| {
        table.foreign_keys.push(foreign_key());
        table.foreign_keys.push(ForeignKey::new(["weight"], "kennels", ["id"]).named("fk-animals-weight"));
    });
    schema.insert(kennels);
    schema
}

/// What is there before: `animals`, `owners`, and no `kennels`.
fn without() -> Schema {
    schema(|table| table.foreign_keys.push(foreign_key()))
}

fn with_view(mut schema: Schema) -> Schema {
    let view = View { name: "kennels".into(), definition: "SELECT 1".into(), materialized: false };
    schema.views.insert(view.name.clone(), view);
    schema
}

#[test]
fn an_entity_over_a_view_takes_no_part() {
    let (wanted, without) = (wanted(), without());
    let viewed = with_view(without.clone());
    let skipped = vec!["foreign key fk-animals-weight of animals".to_owned(), "table kennels".to_owned()];
    for dialect in Dialect::ALL {
        for (name, recorded, actual, views) in [
            ("a view that is there", &without, Some(&viewed), &[][..]),
            ("a view that is recorded", &viewed, None, &[]),
            ("a view by its name, without a database", &without, None, &["kennels"]),
            ("a view by its name, in an empty database", &without, Some(&without), &["kennels"]),
        ] {
            let actual = actual.map(|actual| (dialect, actual.clone()));
            let case = Case { actual, views: views.to_vec(), ..Case::of(&wanted, recorded, &[dialect]) };
            let expected = Found { skipped: skipped.clone(), ..Found::default() };
            assert_eq!(Found::from(&case.compare()), expected, "{name} on {dialect}");
        }
        let made = Found::from(&Case::of(&wanted, &without, &[dialect]).compare()).changes;
        for change in ["create_table kennels", "add_foreign_key animals.fk-animals-weight"] {
            assert!(made.iter().any(|it| it == change), "{dialect}: no `{change}` in {made:?}");
        }
    }
}

#[test]
fn a_table_that_is_said_to_be_a_view_is_left_alone() {
    let mut made = without();
    made.insert(Table { name: "kennels".into(), ..animals() });
    let case = |views: &[&'static str]| {
        let mut case = Case::three(&wanted(), &made, &made, Dialect::Postgres);
        case.views = views.to_vec();
        Found::from(&case.compare()).changes
    };
    assert_eq!(case(&["kennels"]), Vec::<String>::new());
    assert!(!case(&[]).is_empty());
}
