use std::collections::{BTreeMap, BTreeSet};

use limbeck_operations::{Operation, Step, replay_all};
use limbeck_schema::{ColumnType, Dialect, Expression, ObjectName, Pair, Schema, Table};

use super::random::{Random, schema};
use crate::{
    Actual, Comparing, Comparison, Fill, Fills, Kind, Noted, Unfilled, Verdicts, compare as compare_schemas,
    compare::{complete_wanted as complete, differences_of as differences},
};

/// Compares what is wanted with what is recorded, the same on every dialect of `dialects`.
pub(crate) fn compare(recorded: &Schema, wanted: &Schema, dialects: &[Dialect]) -> Comparison {
    compare_filled(recorded, wanted, dialects, &Fills::new())
}

fn compare_filled(recorded: &Schema, wanted: &Schema, dialects: &[Dialect], fills: &Fills) -> Comparison {
    let recorded: BTreeMap<Dialect, Schema> = dialects.iter().map(|dialect| (*dialect, recorded.clone())).collect();
    compare_schemas(&Comparing {
        wanted,
        ignored: &BTreeSet::new(),
        opaque: &BTreeSet::new(),
        recorded: &recorded,
        actual: None,
        renames: &[],
        sqlite_types: limbeck_schema::SqliteTypes::Meaning,
        verdicts: Verdicts::none(),
        fills,
        keep: &[],
        drop_unmanaged: false,
        set_aside: &|_| false,
        is_view: &|_| false,
    })
}

/// The schema after `steps` on `dialect`.
pub(crate) fn replayed(steps: &[Step], before: &Schema, dialect: Dialect) -> Result<Schema, String> {
    let mut schema = before.clone();
    replay_all(steps, &mut schema, dialect).map_err(|error| error.to_string())?;
    Ok(schema)
}

/// The schema with everything sorted that has no order.
pub(crate) fn sorted(schema: &Schema) -> Schema {
    let mut schema = schema.clone();
    for table in schema.tables.values_mut() {
        let Table { columns, uniques, indexes, foreign_keys, checks, .. } = table;
        columns.sort_by(|one, other| one.name.cmp(&other.name));
        uniques.sort_by_key(|unique| unique.columns.clone());
        indexes.sort();
        foreign_keys.sort_by_key(|key| (key.name.clone(), key.columns.clone()));
        checks.sort_by_key(|check| (check.name.clone(), check.expression.clone()));
    }
    schema
}

/// Holds that the plan from `a` to `b` makes `b`, and that its downgrade makes `a` again, on each dialect.
pub(crate) fn hold(what: &str, a: &Schema, b: &Schema, dialects: &[Dialect]) -> Comparison {
    let comparison = compare(a, b, dialects);
    hold_comparison(&comparison, what, (a, b), dialects);
    let fills: Fills = comparison.unfilled.iter().map(answered).collect();
    if !fills.is_empty() {
        let filled = compare_filled(a, b, dialects, &fills);
        assert_eq!(filled.unfilled, [], "{what}: everything is answered");
        assert_eq!(filled.unused_fills, [], "{what}: every answer is used");
        let count = |wanted: &str| filled.upgrade().iter().filter(|step| step.operation.name() == wanted).count();
        assert!(count("fill_column") >= fills.len(), "{what}: every answer is a step");
        hold_comparison(&filled, &format!("{what}, filled"), (a, b), dialects);
    }
    comparison
}

/// An answer that fits every column, as far as can be told.
fn answered(unfilled: &Unfilled) -> ((ObjectName, String), Fill) {
    ((unfilled.table.clone(), unfilled.column.clone()), Fill::Value(Expression::Sql("(1)".into())))
}

fn hold_comparison(comparison: &Comparison, what: &str, (a, b): (&Schema, &Schema), dialects: &[Dialect]) {
    let upgrade = comparison.upgrade();
    let downgrade = comparison.downgrade().unwrap_or_else(|error| panic!("{what}: no downgrade: {error}"));
    for dialect in dialects {
        let after = replayed(&upgrade, a, *dialect)
            .unwrap_or_else(|error| panic!("{what}, {dialect}: {error}\n{}", listed(&upgrade)));
        let wanted = complete(b, a, *dialect, (&BTreeSet::new(), &BTreeSet::new()), &BTreeSet::new());
        let left = differences(Pair::new(&after, &wanted), *dialect, &BTreeSet::new());
        assert!(left.is_empty(), "{what}, {dialect}: {left:?}\n{}", listed(&upgrade));
        let again = compare(&after, b, &[*dialect]);
        assert!(again.changes.is_empty(), "{what}, {dialect}, again:\n{}", listed(&again.upgrade()));
        let back = replayed(&downgrade, &after, *dialect)
            .unwrap_or_else(|error| panic!("{what}, {dialect}, back: {error}\n{}", listed(&downgrade)));
        assert_eq!(sorted(&back), sorted(a), "{what}, {dialect}, back\n{}", listed(&downgrade));
    }
    let end = comparison.dialect.map(|dialect| replayed(&upgrade, a, dialect));
    if let Some(end) = end {
        assert_eq!(end.map(|end| sorted(&end)), Ok(sorted(&comparison.after)), "{what}: the schema after");
    }
}

pub(crate) fn listed(steps: &[Step]) -> String {
    steps.iter().map(|step| format!("{} {:?}\n", step.operation, step.only)).collect()
}

#[test]
fn a_plan_makes_the_next_schema_and_its_downgrade_the_previous_one() {
    for seed in 0..300 {
        let mut random = Random::new(seed);
        let (a, b) = (schema(&mut random), schema(&mut random));
        let one = Dialect::ALL[usize::try_from(seed).unwrap_or(0) % 4];
        hold(&format!("seed {seed}"), &a, &b, &[one]);
        hold(&format!("seed {seed}, all"), &a, &b, &Dialect::ALL);
    }
}

#[test]
fn equal_schemas_need_no_plan() {
    for seed in 0..50 {
        let schema = schema(&mut Random::new(seed));
        for dialect in Dialect::ALL {
            let comparison = compare(&schema, &schema, &[dialect]);
            assert!(comparison.changes.is_empty(), "seed {seed}, {dialect}:\n{}", listed(&comparison.upgrade()));
        }
    }
}

#[test]
fn dialects_that_differ_each_get_their_own() {
    for seed in 300..400 {
        let mut random = Random::new(seed);
        let recorded: BTreeMap<Dialect, Schema> =
            Dialect::ALL.iter().map(|dialect| (*dialect, schema(&mut random))).collect();
        let wanted = schema(&mut random);
        let comparison = compare_schemas(&Comparing {
            wanted: &wanted,
            ignored: &BTreeSet::new(),
            opaque: &BTreeSet::new(),
            recorded: &recorded,
            actual: None,
            renames: &[],
            sqlite_types: limbeck_schema::SqliteTypes::Meaning,
            verdicts: Verdicts::none(),
            fills: &Fills::new(),
            keep: &[],
            drop_unmanaged: false,
            set_aside: &|_| false,
            is_view: &|_| false,
        });
        let upgrade = comparison.upgrade();
        let downgrade = comparison.downgrade().unwrap_or_else(|error| panic!("seed {seed}: no downgrade: {error}"));
        for (dialect, before) in &recorded {
            let after = replayed(&upgrade, before, *dialect)
                .unwrap_or_else(|error| panic!("seed {seed}, {dialect}: {error}\n{}", listed(&upgrade)));
            let wanted = complete(&wanted, before, *dialect, (&BTreeSet::new(), &BTreeSet::new()), &BTreeSet::new());
            let left = differences(Pair::new(&after, &wanted), *dialect, &BTreeSet::new());
            assert!(left.is_empty(), "seed {seed}, {dialect}: {left:?}");
            let back = replayed(&downgrade, &after, *dialect)
                .unwrap_or_else(|error| panic!("seed {seed}, {dialect}, back: {error}\n{}", listed(&downgrade)));
            assert_eq!(sorted(&back), sorted(before), "seed {seed}, {dialect}, back");
        }
    }
}

#[test]
fn the_same_schemas_give_the_same_plan() {
    for seed in 0..20 {
        let mut random = Random::new(seed);
        let (a, b) = (schema(&mut random), schema(&mut random));
        assert_eq!(compare(&a, &b, &Dialect::ALL).changes, compare(&a, &b, &Dialect::ALL).changes, "seed {seed}");
    }
}

/// The schema as a server of `dialect` gives it back: only PostgreSQL has names for enumerated types.
fn read_from(mut schema: Schema, dialect: Dialect) -> Schema {
    if dialect != Dialect::Postgres {
        schema.enums.clear();
    }
    for column in schema.tables.values_mut().flat_map(|table| &mut table.columns) {
        match (dialect, column.column_type.enumeration_mut()) {
            (_, None) | (Dialect::Postgres, _) => {}
            (Dialect::Sqlite, Some(_)) => column.column_type = ColumnType::custom("enum_text"),
            (Dialect::MySql | Dialect::MariaDb, Some(enumeration)) => enumeration.name = "".into(),
        }
    }
    schema
}

/// Every third column of the schema, by a number.
fn some_columns(schema: &Schema, seed: u64) -> BTreeSet<(ObjectName, String)> {
    let columns = schema
        .tables
        .values()
        .flat_map(|table| table.columns.iter().map(|column| (table.name.clone(), column.name.clone())));
    columns.skip(usize::try_from(seed).unwrap_or(0) % 3).step_by(3).collect()
}

/// Asserts that no step gives an opaque column a type, but that of a dialect that has it.
fn assert_types_are_known(steps: &[Step], opaque: &BTreeSet<(ObjectName, String)>, seed: u64) {
    for step in steps {
        let typed: Vec<(&ObjectName, &str)> = match &step.operation {
            Operation::AlterColumn { table, column, changes } if changes.column_type.is_some() => vec![(table, column)],
            Operation::AddColumn { table, column } if step.only.is_empty() => vec![(table, &column.name)],
            Operation::CreateTable { definition } if step.only.is_empty() => {
                definition.columns.iter().map(|column| (&definition.name, column.name.as_str())).collect()
            }
            _ => Vec::new(),
        };
        for (table, column) in typed {
            let is_opaque = opaque.contains(&(table.clone(), column.to_owned()));
            assert!(!is_opaque, "seed {seed}: {} gives {table}.{column} a type", step.operation);
        }
    }
}

#[test]
fn whatever_the_database_has_the_plan_leads_back() {
    let none = BTreeSet::new();
    for seed in 500..620 {
        let mut random = Random::new(seed);
        let (wanted, recorded, actual) = (schema(&mut random), schema(&mut random), schema(&mut random));
        let dialect = Dialect::ALL[usize::try_from(seed).unwrap_or(0) % 4];
        let actual = read_from(actual, dialect);
        let opaque = some_columns(&wanted, seed);
        for (drop_unmanaged, opaque) in [(false, &none), (true, &none), (false, &opaque), (true, &opaque)] {
            let comparison = compare_schemas(&Comparing {
                wanted: &wanted,
                ignored: &BTreeSet::new(),
                opaque,
                recorded: &Dialect::ALL.into_iter().map(|dialect| (dialect, recorded.clone())).collect(),
                actual: Some(Actual { dialect, schema: &actual }),
                renames: &[],
                sqlite_types: limbeck_schema::SqliteTypes::Meaning,
                verdicts: Verdicts::none(),
                fills: &Fills::new(),
                keep: &[],
                drop_unmanaged,
                set_aside: &|_| false,
                is_view: &|_| false,
            });
            let upgrade = comparison.upgrade();
            assert_types_are_known(&upgrade, opaque, seed);
            let downgrade = comparison.downgrade().unwrap_or_else(|error| panic!("seed {seed}: no downgrade: {error}"));
            for (dialect, before) in &comparison.starts {
                let after = replayed(&upgrade, before, *dialect)
                    .unwrap_or_else(|error| panic!("seed {seed}, {dialect}: {error}\n{}", listed(&upgrade)));
                let back = replayed(&downgrade, &after, *dialect)
                    .unwrap_or_else(|error| panic!("seed {seed}, {dialect}, back: {error}\n{}", listed(&downgrade)));
                assert_eq!(sorted(&back), sorted(before), "seed {seed}, {dialect}, back");
            }
            if drop_unmanaged {
                // A primary key that nobody asked for is left, and said.
                let stays = |noted: &Noted| noted.kind == Kind::PrimaryKey;
                assert!(comparison.unmanaged.iter().all(stays), "seed {seed}: {:?}", comparison.unmanaged);
            }
        }
    }
}
