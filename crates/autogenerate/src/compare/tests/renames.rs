use limbeck_schema::{Check, ColumnType, Dialect, ObjectName, Schema};

use super::fixture::{Case, Found, column, foreign_key, index, owners, schema, unique, words};
use crate::{Question, Rename};

fn to(table: &str, from: &str, to: &str) -> Rename {
    Rename::Column { table: table.into(), from: from.into(), to: to.into() }
}

/// `animals` with everything that can name a column, which is called `name`.
fn named(name: &str) -> Schema {
    let mut schema = schema(|table| {
        table.columns.retain(|column| column.name != "name");
        table.columns.push(column(name, ColumnType::string_len(64)));
        table.indexes.push(index(&[name]));
        table.uniques.push(unique(&[name, "weight"]));
        table.checks.push(Check::new(format!("{name} <> 'x'")).named("ck"));
        table.foreign_keys.push(foreign_key());
    });
    if let Some(table) = schema.tables.get_mut(&ObjectName::bare("animals")) {
        // The names stay those of the first revision.
        table.indexes[0].name = "i".into();
        table.uniques[0].name = Some("u".into());
    }
    schema
}

#[test]
fn a_renamed_column_takes_its_keys_along() {
    for dialect in Dialect::ALL {
        let mut case = Case::of(&named("called"), &named("name"), &[dialect]);
        case.renames = vec![to("animals", "name", "called")];
        let comparison = case.compare();
        assert_eq!(words(&comparison.upgrade()), ["rename_column animals.name"], "{dialect}");
        assert_eq!(comparison.questions, [], "{dialect}");
        assert_eq!(comparison.before, named("name"), "{dialect}");
        let back = comparison.downgrade().map(|steps| words(&steps));
        assert_eq!(back, Ok(vec!["rename_column animals.called".to_owned()]), "{dialect}");
        let again = Case { actual: Some((dialect, named("name"))), ..case.clone() }.compare();
        assert_eq!(Found::from(&again), Found::from(&comparison), "{dialect}, connected");
    }
}

#[test]
fn a_renamed_table_is_still_referred_to() {
    let with = |name: &str| {
        let mut owners = owners();
        owners.name = name.into();
        let mut schema = schema(|table| {
            let mut key = foreign_key();
            key.target = name.into();
            table.foreign_keys.push(key);
        });
        schema.tables.remove(&ObjectName::bare("owners"));
        schema.insert(owners);
        schema
    };
    let mut case = Case::of(&with("people"), &with("owners"), &Dialect::ALL);
    case.renames = vec![Rename::Table { from: "owners".into(), to: "people".into() }];
    assert_eq!(words(&case.compare().upgrade()), ["rename_table owners"]);
    case.renames.clear();
    let comparison = case.compare();
    assert_eq!(
        words(&comparison.upgrade()),
        [
            "drop_foreign_key animals.fk-animals-owner_id",
            "create_table people",
            "add_foreign_key animals.fk-animals-owner_id",
            "drop_table owners",
        ]
    );
    assert_eq!(comparison.questions, [Question::RenamedTable { from: "owners".into(), to: vec!["people".into()] }]);
}

#[test]
fn a_column_of_a_renamed_table_is_renamed_under_the_new_name() {
    let with = |table: &str, column: &str| {
        let mut owners = owners();
        owners.name = table.into();
        owners.columns.push(super::fixture::column(column, ColumnType::Text));
        let mut schema = Schema::default();
        schema.insert(owners);
        schema
    };
    let mut case = Case::of(&with("people", "full"), &with("owners", "name"), &[Dialect::Postgres]);
    case.renames = vec![to("people", "name", "full"), Rename::Table { from: "owners".into(), to: "people".into() }];
    let comparison = case.compare();
    assert_eq!(words(&comparison.upgrade()), ["rename_table owners", "rename_column people.name"]);
    assert_eq!(comparison.before, with("owners", "name"));
    assert_eq!(comparison.after, with("people", "full"));
}

#[test]
fn a_rename_that_does_not_apply_is_passed_over() {
    for (what, rename) in [
        ("it is done", to("animals", "nick", "name")),
        ("nobody wants it", to("animals", "name", "nick")),
        ("no such table", to("cages", "a", "b")),
    ] {
        let mut case = Case::of(&schema(|_| ()), &schema(|_| ()), &[Dialect::Postgres]);
        case.renames = vec![rename];
        assert!(case.compare().is_empty(), "{what}");
    }
}

#[test]
fn a_column_that_somebody_renamed_by_hand_is_a_drift() {
    let mut case = Case::three(&named("called"), &named("name"), &named("called"), Dialect::Postgres);
    case.renames = vec![to("animals", "name", "called")];
    let comparison = case.compare();
    assert_eq!(words(&comparison.upgrade()), ["rename_column animals.name"]);
    assert_eq!(Found::from(&comparison).drifted, ["column name of animals"]);
}

#[test]
fn a_rename_is_asked_for_where_the_types_agree() {
    let with = |columns: &[(&str, ColumnType)]| {
        schema(|table| {
            table.columns.extend(columns.iter().map(|(name, column_type)| column(name, column_type.clone())));
        })
    };
    let recorded = with(&[("nick", ColumnType::Text), ("age", ColumnType::Integer)]);
    let wanted = with(&[("alias", ColumnType::Text), ("nickname", ColumnType::Text), ("born", ColumnType::Date)]);
    let comparison = Case::of(&wanted, &recorded, &[Dialect::Postgres]).compare();
    assert_eq!(
        comparison.questions,
        [Question::RenamedColumn {
            table: "animals".into(),
            from: "nick".into(),
            to: vec!["nickname".into(), "alias".into()],
        }]
    );
}
