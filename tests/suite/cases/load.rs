use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use limbeck_autogenerate::{Comparing, Comparison, RevisionFile, compare, render};
use limbeck_entity::{Entities, Sources, read};
use limbeck_operations::{Step, replay_all};
use limbeck_schema::{Dialect, Schema};

use super::NAMES;
use crate::round::{DECLARED, FIRST, SECOND};

/// A case, read and planned once for all of its tests.
pub struct Case {
    /// The folder's name.
    pub name: &'static str,
    pub folder: PathBuf,
    pub before: Entities,
    pub after: Entities,
    /// From nothing to `before`.
    pub first: Plan,
    /// From `before` to `after`.
    pub second: Plan,
    /// The statements of `rows.sql`, where the generated rows would not do.
    pub rows: Option<Vec<String>>,
}

/// A revision that comparing made.
pub struct Plan {
    pub comparison: Comparison,
    pub upgrade: Vec<Step>,
    pub downgrade: Vec<Step>,
    /// The revision file.
    pub text: String,
}

/// The case of this number.
///
/// # Panics
/// Where an entity is not understood, or no revision can be made.
pub fn case(number: usize) -> &'static Case {
    static CASES: [OnceLock<Case>; NAMES.len()] = [const { OnceLock::new() }; NAMES.len()];
    CASES[number].get_or_init(|| load(NAMES[number]))
}

/// The revisions from nothing to `before` and on to `after`.
pub fn plans(before: &Entities, after: &Entities, title: &str) -> [Plan; 2] {
    let nothing = DECLARED.map(|dialect| (dialect, Schema::default())).into();
    let first = plan(before, &nothing, FIRST, &[], "what is there before");
    let second = plan(after, &replayed(&first.upgrade), SECOND, &[FIRST.to_owned()], title);
    [first, second]
}

fn load(name: &'static str) -> Case {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(name);
    let [before, after] = ["before.rs", "after.rs"].map(|file| entities(&folder.join(file)));
    let [first, second] = plans(&before, &after, &name.replace('_', " "));
    let rows = std::fs::read_to_string(folder.join("rows.sql")).ok();
    let rows =
        rows.map(|text| text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect());
    Case { name, folder, before, after, first, second, rows }
}

/// The entities of a file or folder; none where it is not there.
pub fn entities(file: &Path) -> Entities {
    if !file.exists() {
        return Entities::default();
    }
    read(&Sources { paths: vec![file.to_owned()], ..Sources::default() })
        .unwrap_or_else(|error| panic!("{}:\n{error}", file.display()))
}

/// What steps make of an empty database, on each declared dialect.
fn replayed(steps: &[Step]) -> BTreeMap<Dialect, Schema> {
    DECLARED.map(|dialect| (dialect, schema_after(steps, &Schema::default(), dialect))).into()
}

/// What steps make of `before`.
pub fn schema_after(steps: &[Step], before: &Schema, dialect: Dialect) -> Schema {
    let mut schema = before.clone();
    replay_all(steps, &mut schema, dialect).unwrap_or_else(|error| panic!("on {dialect}: {error}"));
    schema
}

fn plan(wanted: &Entities, recorded: &BTreeMap<Dialect, Schema>, id: &str, parents: &[String], message: &str) -> Plan {
    let comparison = compare(&Comparing {
        wanted: &wanted.schema,
        ignored: &wanted.ignored,
        opaque: &wanted.opaque.keys().cloned().collect(),
        recorded,
        actual: None,
        renames: &wanted.renames,
        drop_unmanaged: false,
        set_aside: &|_| false,
        is_view: &|_| false,
    });
    let upgrade = comparison.upgrade();
    let downgrade = comparison.downgrade().unwrap_or_else(|error| panic!("no way back: {error}"));
    let text = render(&RevisionFile {
        id,
        parents,
        message,
        created: "2026-11-22 10:14:03 UTC",
        upgrade: &upgrade,
        downgrade: &downgrade,
        before: &comparison.before,
        dialect: DECLARED[0],
        dialects: &DECLARED,
    })
    .unwrap_or_else(|error| panic!("no revision file: {error}"));
    Plan { comparison, upgrade, downgrade, text }
}
