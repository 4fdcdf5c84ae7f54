use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use limbeck_autogenerate::{
    Comparing, Comparison, Fill, Fills, Head, RevisionFile, Verdicts, compare, filled_column, filling, render,
};
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
    /// The dialects that it is for: those of `dialects.txt`, else all.
    pub declared: &'static [Dialect],
    /// The statements of `setup.sql`: what no revision makes.
    pub setup: Vec<String>,
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
pub fn plans(before: &Entities, after: &Entities, declared: &[Dialect], (title, fills): (&str, &Fills)) -> [Plan; 2] {
    let nothing = declared.iter().map(|dialect| (*dialect, Schema::default())).collect();
    let first = plan((before, &Fills::new()), &nothing, FIRST, &[], "what is there before");
    let second = plan((after, fills), &replayed(&first.upgrade, declared), SECOND, &[FIRST.to_owned()], title);
    [first, second]
}

fn load(name: &'static str) -> Case {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(name);
    let [before, after] = ["before.rs", "after.rs"].map(|file| entities(&folder.join(file)));
    let declared = declared(&folder);
    let fills = fills(&folder.join("fills.txt"));
    let [first, second] = plans(&before, &after, declared, (&name.replace('_', " "), &fills));
    let open = &second.comparison.unfilled;
    assert!(open.is_empty(), "{name}: say in fills.txt what the rows hold: {open:?}");
    assert_eq!(second.comparison.unused_fills, [], "{name}: fills.txt says what nobody asks for");
    let (rows, setup) = (lines(&folder.join("rows.sql")), lines(&folder.join("setup.sql")).unwrap_or_default());
    Case { name, folder, declared, setup, before, after, first, second, rows }
}

/// The dialects that a case is for.
fn declared(folder: &Path) -> &'static [Dialect] {
    let Some(names) = lines(&folder.join("dialects.txt")) else { return DECLARED };
    let known = |name: &String| {
        let dialect = Dialect::ALL.into_iter().find(|dialect| dialect.name() == name);
        dialect.unwrap_or_else(|| panic!("{}: `{name}` is no dialect", folder.display()))
    };
    names.iter().map(known).collect::<Vec<_>>().leak()
}

/// What rows hold in columns that may not be NULL, a line each: `table.column=value`, or `table.column` where no row lacks one.
fn fills(file: &Path) -> Fills {
    let fill = |line: &String| {
        let filled = filled_column(line).map(|column| (column, Fill::Nothing)).or_else(|_| filling(line));
        filled.unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    };
    lines(file).unwrap_or_default().iter().map(fill).collect()
}

/// The lines of a file that have something in them; `None` where it is not there.
fn lines(file: &Path) -> Option<Vec<String>> {
    let text = std::fs::read_to_string(file).ok()?;
    Some(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
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
fn replayed(steps: &[Step], declared: &[Dialect]) -> BTreeMap<Dialect, Schema> {
    declared.iter().map(|dialect| (*dialect, schema_after(steps, &Schema::default(), *dialect))).collect()
}

/// What steps make of `before`.
pub fn schema_after(steps: &[Step], before: &Schema, dialect: Dialect) -> Schema {
    let mut schema = before.clone();
    replay_all(steps, &mut schema, dialect).unwrap_or_else(|error| panic!("on {dialect}: {error}"));
    schema
}

fn plan(
    (wanted, fills): (&Entities, &Fills),
    recorded: &BTreeMap<Dialect, Schema>,
    id: &str,
    parents: &[String],
    message: &str,
) -> Plan {
    let declared: Vec<Dialect> = recorded.keys().copied().collect();
    let comparison = compare(&Comparing {
        wanted: &wanted.schema,
        ignored: &wanted.ignored,
        opaque: &wanted.opaque.keys().cloned().collect(),
        recorded,
        actual: None,
        renames: &wanted.renames,
        sqlite_types: limbeck_schema::SqliteTypes::Meaning,
        verdicts: Verdicts::none(),
        fills,
        keep: &[],
        drop_unmanaged: false,
        set_aside: &|_| false,
        is_view: &|_| false,
    });
    let upgrade = comparison.upgrade();
    let downgrade = comparison.downgrade().unwrap_or_else(|error| panic!("no way back: {error}"));
    let text = render(&RevisionFile {
        head: &Head {
            id: id.to_owned(),
            parents: parents.to_vec(),
            message: message.to_owned(),
            created: "2026-11-22 10:14:03 UTC".to_owned(),
            ..Head::default()
        },
        upgrade: &upgrade,
        downgrade: &downgrade,
        before: &comparison.before,
        dialect: *declared.first().expect("a dialect"),
        dialects: &declared,
    })
    .unwrap_or_else(|error| panic!("no revision file: {error}"));
    Plan { comparison, upgrade, downgrade, text }
}
