//! Every kind of operation is written, and goes back.

use std::collections::BTreeSet;

use limbeck_operations::{HazardCode, Operation};
use limbeck_schema::{Check, ColumnType, Dialect, Enumeration, Index, ObjectName, PrimaryKey, Schema, Table};

use super::fixture::{Case, animals, column, foreign_key, index, owners, schema, unique, with_column, words};
use crate::{Fill, Rename, plan::tests::properties::hold};

fn previous() -> Schema {
    let mut previous = schema(|table| {
        table.columns.push(column("nick", ColumnType::Text));
        table.columns.push(column("mood", ColumnType::Enum(Enumeration::new("mood", ["z"]))));
        table.columns.push(column("size", ColumnType::Enum(Enumeration::new("size", ["a"]))));
        table.indexes.push(index(&["name"]));
        table.uniques.push(unique(&["weight"]));
        table.foreign_keys.push(foreign_key());
        table.checks.push(Check::new("weight > 0").named("ck"));
    });
    let mut cages = owners();
    cages.name = "cages".into();
    previous.insert(cages.clone());
    cages.name = "wards".into();
    previous.insert(cages);
    previous
}

fn next() -> Schema {
    let mut next = schema(|table| {
        table.columns.push(column("nickname", ColumnType::Text));
        table.columns.push(column("mood", ColumnType::Enum(Enumeration::new("mood", ["a", "b"]))));
        table.columns.push(column("kind", ColumnType::Enum(Enumeration::new("kind", ["a"]))));
        table.columns.push(column("owner", ColumnType::Integer));
        with_column(table, "name", |column| column.nullable = true);
        table.primary_key = Some(PrimaryKey::new(["id", "weight"]));
        table.indexes.push(index(&["owner_id"]));
        table.uniques.push(unique(&["name"]));
        let mut key = foreign_key();
        key.columns = vec!["owner".into()];
        key.name = None;
        table.foreign_keys.push(key);
        table.checks.push(Check::new("weight > 0 and owner > 0"));
        table.comment = Some("all animals".into());
    });
    let mut cages = owners();
    cages.name = "kennels".into();
    next.insert(cages.clone());
    cages.name = "visits".into();
    next.insert(cages);
    next
}

fn case() -> Case {
    let mut case = Case::of(&next(), &previous(), &[Dialect::Postgres]);
    case.renames = vec![
        Rename::Column { table: "animals".into(), from: "nick".into(), to: "nickname".into() },
        Rename::Table { from: "cages".into(), to: "kennels".into() },
        Rename::Label { enumeration: "mood".into(), from: "z".into(), to: "a".into() },
    ];
    case.fills.insert(("animals".into(), "kind".to_owned()), Fill::Value("a".into()));
    case
}

#[test]
fn every_kind_of_operation_is_written_in_its_place() {
    let comparison = case().compare();
    assert_eq!(
        words(&comparison.upgrade()),
        [
            "rename_table cages",
            "rename_column animals.nick",
            "rename_enum_label mood",
            "create_enum kind",
            "alter_enum mood",
            "create_table visits",
            "drop_foreign_key animals.fk-animals-owner_id",
            "drop_check animals.ck",
            "drop_unique animals.uq-animals-weight",
            "drop_index animals.idx-animals-name",
            "add_column animals.kind",
            "add_column animals.owner",
            "alter_column animals.name nullable",
            "fill_column animals.kind",
            "alter_column animals.kind nullable",
            "alter_primary_key animals.pk-animals",
            "add_unique animals.uq-animals-name",
            "create_index animals.idx-animals-owner_id",
            "add_foreign_key animals.fk-animals-owner",
            "add_check animals.ck-animals-weight-owner",
            "set_table_comment animals",
            "drop_column animals.size",
            "drop_table wards",
            "drop_enum size",
        ]
    );
    let written: BTreeSet<&str> = comparison.changes.iter().map(|change| change.step.operation.name()).collect();
    let never = ["execute", "run", "fill_column"];
    let missing: Vec<_> =
        Operation::NAMES.into_iter().filter(|name| !written.contains(name) && !never.contains(name)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn all_of_it_goes_back() {
    let comparison = case().compare();
    let down = comparison.downgrade();
    let back = down.map(|steps| {
        let mut schema = comparison.after.clone();
        let done = limbeck_operations::replay_all(&steps, &mut schema, Dialect::Postgres);
        (done, crate::plan::tests::properties::sorted(&schema))
    });
    assert_eq!(back, Ok((Ok(()), crate::plan::tests::properties::sorted(&previous()))));
    for dialect in Dialect::ALL {
        hold(dialect.name(), &previous(), &next(), &[dialect]);
    }
}

#[test]
fn a_new_table_is_made_whole() {
    let mut wanted = Schema::default();
    let mut table = animals();
    table.indexes = vec![index(&["name"]), {
        let mut index = index(&["weight"]);
        index.unique = true;
        index
    }];
    table.uniques.push(unique(&["owner_id"]));
    table.foreign_keys.push(foreign_key());
    table.checks.push(Check::new("weight > 0"));
    table.comment = Some("c".into());
    wanted.insert(table.clone());
    wanted.insert(owners());
    let comparison = Case::of(&wanted, &Schema::default(), &Dialect::ALL).compare();
    assert_eq!(
        words(&comparison.upgrade()),
        [
            "create_table owners",
            "create_table animals",
            "create_index animals.idx-animals-name",
            "create_index animals.idx-animals-weight",
        ]
    );
    let Operation::CreateTable { definition } = &comparison.changes[1].step.operation else {
        panic!("{:?}", comparison.changes[1]);
    };
    table.indexes.clear();
    table.checks[0].name = Some("ck-animals-weight".into());
    assert_eq!(*definition, table);
}

#[test]
fn what_is_made_has_a_name_that_nothing_else_bears() {
    let unnamed = |change: fn(&mut Table)| {
        schema(|table| {
            change(table);
            table.uniques.iter_mut().for_each(|unique| unique.name = None);
            table.foreign_keys.iter_mut().for_each(|key| key.name = None);
        })
    };
    let wanted = unnamed(|table| {
        table.columns.push(column("nick", ColumnType::Text));
        table.indexes.push(index(&["name"]));
        table.uniques.push(unique(&["weight"]));
        table.foreign_keys.push(foreign_key());
        table.checks.push(Check::new("weight > 0"));
    });
    let mut actual = schema(|_| ());
    if let Some(owners) = actual.tables.get_mut(&ObjectName::bare("owners")) {
        owners.indexes.push(Index::new("idx-animals-name", ["id"]));
    }
    let comparison = Case::three(&wanted, &schema(|_| ()), &actual, Dialect::Postgres).compare();
    assert_eq!(
        words(&comparison.upgrade()),
        [
            "add_column animals.nick",
            "add_unique animals.uq-animals-weight",
            "create_index animals.idx-animals-name-2",
            "add_foreign_key animals.fk-animals-owner_id",
            "add_check animals.ck-animals-weight",
        ]
    );
}

#[test]
fn dangers_are_named_but_not_of_what_was_just_made() {
    let codes = |wanted: &Schema, recorded: &Schema| {
        let comparison = Case::of(wanted, recorded, &[Dialect::Postgres]).compare();
        comparison.changes.iter().flat_map(|change| &change.hazards).map(|hazard| hazard.code).collect::<Vec<_>>()
    };
    let wider = schema(|table| table.columns.push(column("age", ColumnType::Integer)));
    assert_eq!(codes(&schema(|_| ()), &wider), [HazardCode::A02]);
    assert_eq!(codes(&wider, &schema(|_| ())), [HazardCode::B03, HazardCode::D05]);
    assert_eq!(codes(&wider, &Schema::default()), []);
    assert_eq!(codes(&Schema::default(), &schema(|_| ())), [HazardCode::A01, HazardCode::A01]);
}

#[test]
fn what_the_caller_sets_aside_takes_no_part() {
    let mut case = Case::three(&schema(|_| ()), &schema(|_| ()), &schema(|_| ()), Dialect::Postgres);
    let mut history = owners();
    history.name = "limbeck_history".into();
    if let Some((_, actual)) = &mut case.actual {
        actual.insert(history.clone());
    }
    assert_eq!(case.compare().unmanaged.len(), 1);
    case.aside = vec!["limbeck_history"];
    case.drop_unmanaged = true;
    let comparison = case.compare();
    assert!(comparison.unmanaged.is_empty() && comparison.is_empty(), "{comparison:?}");
}

#[test]
fn a_key_to_a_table_that_is_set_aside_is_made() {
    let mut case =
        Case::of(&schema(|table| table.foreign_keys.push(foreign_key())), &Schema::default(), &[Dialect::Postgres]);
    case.aside = vec!["owners"];
    let comparison = case.compare();
    assert_eq!(words(&comparison.upgrade()), ["create_table animals"]);
    assert!(comparison.before.tables.contains_key(&ObjectName::bare("owners")));
    let mut nowhere = schema(|table| table.foreign_keys.push(foreign_key()));
    nowhere.tables.remove(&ObjectName::bare("owners"));
    let comparison = Case::of(&nowhere, &Schema::default(), &[Dialect::Postgres]).compare();
    assert_eq!(words(&comparison.upgrade()), ["create_table animals"]);
    assert_eq!(comparison.skipped.len(), 1, "{:?}", comparison.skipped);
}

#[test]
fn a_view_of_an_entitys_name_is_left_alone() {
    let mut actual = schema(|_| ());
    actual.tables.remove(&ObjectName::bare("owners"));
    let view = limbeck_schema::View { name: "owners".into(), definition: "select 1".into(), materialized: false };
    actual.views.insert(view.name.clone(), view);
    let mut recorded = schema(|_| ());
    recorded.tables.remove(&ObjectName::bare("owners"));
    let comparison = Case::three(&schema(|_| ()), &recorded, &actual, Dialect::Postgres).compare();
    assert!(comparison.is_empty(), "{comparison:?}");
    assert_eq!(comparison.skipped.len(), 1);
    assert_eq!(comparison.skipped[0].object, "table owners");
}

#[test]
fn what_names_a_missing_column_is_skipped() {
    let wanted = schema(|table| {
        table.indexes.push(index(&["nobody"]));
        table.uniques.push(unique(&["nobody"]));
        let mut key = foreign_key();
        key.target_columns = vec!["nobody".into()];
        table.foreign_keys.push(key);
    });
    let comparison = Case::of(&wanted, &schema(|_| ()), &[Dialect::Postgres]).compare();
    assert!(comparison.is_empty(), "{comparison:?}");
    assert_eq!(comparison.skipped.len(), 3, "{:?}", comparison.skipped);
}
