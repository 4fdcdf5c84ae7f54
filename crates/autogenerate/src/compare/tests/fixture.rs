use std::collections::{BTreeMap, BTreeSet};

use limbeck_operations::Step;
use limbeck_schema::{
    Column, ColumnType, Dialect, ForeignKey, Index, ObjectName, PrimaryKey, Schema, SqliteTypes, Table, Unique,
};

use crate::{Actual, Comparing, Comparison, Fills, Label, Noted, Rename, Verdicts, compare};

/// A comparison under construction.
#[derive(Clone, Default)]
pub(super) struct Case {
    pub(super) wanted: Schema,
    pub(super) recorded: BTreeMap<Dialect, Schema>,
    pub(super) actual: Option<(Dialect, Schema)>,
    pub(super) ignored: BTreeSet<(ObjectName, String)>,
    pub(super) opaque: BTreeSet<(ObjectName, String)>,
    pub(super) renames: Vec<Rename>,
    pub(super) aside: Vec<&'static str>,
    pub(super) views: Vec<&'static str>,
    pub(super) fills: Fills,
    pub(super) keep: Vec<String>,
    pub(super) drop_unmanaged: bool,
    pub(super) verdicts: Verdicts,
    pub(super) sqlite_types: SqliteTypes,
}

impl Case {
    /// Wanted against recorded, the same on every dialect, without a database.
    pub(super) fn of(wanted: &Schema, recorded: &Schema, dialects: &[Dialect]) -> Self {
        let recorded = dialects.iter().map(|dialect| (*dialect, recorded.clone())).collect();
        Self { wanted: wanted.clone(), recorded, ..Self::default() }
    }

    /// The three sides on one dialect.
    pub(super) fn three(wanted: &Schema, recorded: &Schema, actual: &Schema, dialect: Dialect) -> Self {
        Self { actual: Some((dialect, actual.clone())), ..Self::of(wanted, recorded, &[dialect]) }
    }

    pub(super) fn compare(&self) -> Comparison {
        self.with(compare)
    }

    /// What `act` makes of it.
    pub(super) fn with(&self, act: impl FnOnce(&Comparing<'_>) -> Comparison) -> Comparison {
        act(&Comparing {
            wanted: &self.wanted,
            ignored: &self.ignored,
            opaque: &self.opaque,
            recorded: &self.recorded,
            actual: self.actual.as_ref().map(|(dialect, schema)| Actual { dialect: *dialect, schema }),
            renames: &self.renames,
            verdicts: &self.verdicts,
            sqlite_types: self.sqlite_types,
            fills: &self.fills,
            keep: &self.keep,
            drop_unmanaged: self.drop_unmanaged,
            set_aside: &|name| self.aside.contains(&name.name.as_str()),
            is_view: &|name| self.views.contains(&name.name.as_str()),
        })
    }
}

pub(super) fn column(name: &str, column_type: ColumnType) -> Column {
    Column::new(name, column_type)
}

/// The table `animals` with a key, a name and a number.
pub(super) fn animals() -> Table {
    let columns = vec![
        column("id", ColumnType::Integer),
        column("name", ColumnType::string_len(64)),
        column("weight", ColumnType::Integer),
        column("owner_id", ColumnType::Integer),
    ];
    let mut table = Table::new("animals", columns);
    table.primary_key = Some(PrimaryKey::new(["id"]));
    table
}

/// The table `owners` with a key.
pub(super) fn owners() -> Table {
    let mut table = Table::new("owners", vec![column("id", ColumnType::Integer)]);
    table.primary_key = Some(PrimaryKey::new(["id"]));
    table
}

/// `animals` after a change, and `owners`.
pub(super) fn schema(change: impl FnOnce(&mut Table)) -> Schema {
    let mut table = animals();
    change(&mut table);
    let mut schema = Schema::default();
    schema.insert(owners());
    schema.insert(table);
    schema
}

/// Changes one column of a table.
pub(super) fn with_column(table: &mut Table, name: &str, change: impl FnOnce(&mut Column)) {
    if let Some(column) = table.column_mut(name) {
        change(column);
    }
}

pub(super) fn unique(columns: &[&str]) -> Unique {
    Unique::new(columns.iter().copied()).named(format!("uq-animals-{}", columns.join("-")))
}

pub(super) fn index(columns: &[&str]) -> Index {
    Index::new(format!("idx-animals-{}", columns.join("-")), columns.iter().copied())
}

pub(super) fn foreign_key() -> ForeignKey {
    ForeignKey::new(["owner_id"], "owners", ["id"]).named("fk-animals-owner_id")
}

/// The steps in words: `add_column animals.age`, the facets of an alteration behind it, then where it counts.
pub(super) fn words(steps: &[Step]) -> Vec<String> {
    use limbeck_operations::Operation;
    let step = |step: &Step| {
        let mut text = step.operation.to_string();
        if let Operation::AlterColumn { changes, .. } = &step.operation {
            text.push_str(&format!(" {}", changes.facets().join(",")));
        }
        if !step.only.is_empty() {
            let only: Vec<_> = step.only.iter().map(|dialect| dialect.name()).collect();
            text.push_str(&format!(" only {}", only.join(",")));
        }
        text
    };
    steps.iter().map(step).collect()
}

pub(super) fn names(noted: &[Noted]) -> Vec<String> {
    noted.iter().map(ToString::to_string).collect()
}

/// What a comparison found, in words; what it did not find is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) changes: Vec<String>,
    pub(super) labels: BTreeSet<Label>,
    pub(super) drifted: Vec<String>,
    pub(super) conflicts: Vec<String>,
    pub(super) unmanaged: Vec<String>,
    pub(super) unsaid: Vec<String>,
    pub(super) unrecorded: Vec<String>,
    pub(super) skipped: Vec<String>,
    pub(super) refused: Vec<String>,
}

impl From<&Comparison> for Found {
    fn from(comparison: &Comparison) -> Self {
        Self {
            changes: words(&comparison.upgrade()),
            labels: comparison.changes.iter().map(|change| change.label).collect(),
            drifted: comparison.drifted.iter().map(|drift| drift.object.to_string()).collect(),
            conflicts: comparison.conflicts.iter().map(|conflict| conflict.object.to_string()).collect(),
            unmanaged: names(&comparison.unmanaged),
            unsaid: names(&comparison.unsaid),
            unrecorded: names(&comparison.unrecorded),
            skipped: comparison.skipped.iter().map(|skipped| skipped.object.clone()).collect(),
            refused: comparison.refused.iter().map(ToString::to_string).collect(),
        }
    }
}
