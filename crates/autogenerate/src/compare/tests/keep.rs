//! What a person wants kept: `keep` in the configuration, `--keep`.

use limbeck_schema::{
    Check, ColumnType, Dialect, Enumeration, ForeignKey, Generated, Index, ObjectName, Schema, Table,
};

use super::fixture::{Case, column, index, owners, schema, unique, words};

fn one(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}

/// What no entity states any more: a table with an index, and of `animals` a column with an index and a check, a unique, a key, a computation, a type.
fn more() -> Schema {
    let mut recorded = schema(|table| {
        table.columns.push(column("note", ColumnType::Text));
        let mut twice = column("twice", ColumnType::Integer);
        twice.generated = Some(Generated { expression: "note_length * 2".into(), stored: true });
        table.columns.push(column("note_length", ColumnType::Integer));
        table.columns.push(twice);
        table.indexes.push(index(&["note"]));
        table.uniques.push(unique(&["name"]));
        table.checks.push(Check::new("note <> ''").named("ck"));
        table.columns.push(column("cage_id", ColumnType::Integer));
        table.foreign_keys.push(ForeignKey::new(["cage_id"], "cages", ["id"]).named("fk-cage"));
    });
    let mut cages = owners();
    cages.name = "cages".into();
    cages.columns.push(column("size", ColumnType::Integer));
    cages.indexes.push(Index::new("idx-cages-size", ["size"]));
    recorded.insert(cages);
    recorded.enums.insert("mood".into(), Enumeration::new("mood", ["a"]));
    recorded
}

/// How a step ends that changes an object which is noted so.
fn step_of(noted: &str) -> String {
    let name = noted.trim_start_matches("foreign key ");
    let name = if name == noted { noted.split_once(' ').map_or(noted, |(_, name)| name) } else { name };
    match name.split_once(" of ") {
        Some((part, table)) => format!(" {table}.{part}"),
        None => format!(" {name}"),
    }
}

#[test]
fn what_a_person_keeps_stays_with_what_it_stands_on() {
    let column = |name: &str| format!("column {name} of animals");
    let fk = || "foreign key fk-cage of animals".to_owned();
    let rows: [(&str, Vec<String>); 12] = [
        ("cages", one("table cages")),
        ("c*s", one("table cages")),
        ("cages.size", one("table cages")),
        ("cages.idx-cages-size", one("table cages")),
        ("mood", one("enum mood")),
        ("animals.note", vec![column("note")]),
        ("animals.not?", vec![column("note")]),
        ("animals.uq-animals-name", one("unique uq-animals-name of animals")),
        ("animals.idx-animals-note", vec![column("note"), "index idx-animals-note of animals".to_owned()]),
        ("animals.ck", vec!["check ck of animals".to_owned(), column("note")]),
        ("animals.twice", vec![column("note_length"), column("twice")]),
        ("animals.fk-cage", vec![column("cage_id"), fk(), "table cages".to_owned()]),
    ];
    let (wanted, recorded) = (schema(|_| ()), more());
    for dialect in Dialect::ALL {
        let all = Case::three(&wanted, &recorded, &recorded, dialect).compare().upgrade().len();
        for (entry, expected) in &rows {
            let case = Case { keep: one(entry), ..Case::three(&wanted, &recorded, &recorded, dialect) };
            let comparison = case.compare();
            let mut unsaid: Vec<_> = comparison.unsaid.iter().map(ToString::to_string).collect();
            unsaid.retain(|noted| !noted.contains('.'));
            unsaid.sort();
            let mut expected = expected.clone();
            expected.sort();
            assert_eq!(unsaid, expected, "{dialect}: {entry}");
            assert!(comparison.upgrade().len() < all, "{dialect}: {entry}: less is dropped");
            assert_eq!(comparison.unused_keeps, [""; 0], "{dialect}: {entry}");
            let steps = words(&comparison.upgrade());
            for object in &expected {
                let step = step_of(object);
                assert!(!steps.iter().any(|known| known.ends_with(&step)), "{dialect}: {entry}, {object}: {steps:?}");
            }
            assert!(comparison.downgrade().is_ok(), "{dialect}: {entry}");
        }
    }
}

#[test]
fn what_a_person_keeps_stays_though_all_that_is_unmanaged_goes() {
    let (wanted, actual) = (schema(|_| ()), more());
    let case = |keep: &[&str]| Case {
        keep: keep.iter().map(|entry| (*entry).to_owned()).collect(),
        drop_unmanaged: true,
        ..Case::three(&wanted, &wanted, &actual, Dialect::Postgres)
    };
    let dropped = words(&case(&["cages", "animals.*", "mood"]).compare().upgrade());
    assert_eq!(dropped, [""; 0]);
    let comparison = case(&["animals.note", "animals.idx-animals-note"]).compare();
    let dropped = words(&comparison.upgrade()).join("\n");
    for (object, is_dropped) in [
        ("drop_column animals.note", false),
        ("drop_index animals.idx-animals-note", false),
        ("drop_check animals.ck", true),
        ("drop_column animals.cage_id", true),
        ("drop_table cages", true),
    ] {
        let found = dropped.lines().any(|line| line == object);
        assert_eq!(found, is_dropped, "{object}:\n{dropped}");
    }
}

#[test]
fn what_is_kept_is_known_by_the_name_before_and_after_a_rename() {
    let recorded = more();
    let mut wanted = schema(|_| ());
    if let Some(mut beasts) = wanted.tables.remove(&ObjectName::bare("animals")) {
        beasts.name = "beasts".into();
        wanted.insert(beasts);
    }
    let rename = crate::Rename::Table { from: "animals".into(), to: "beasts".into() };
    for entry in ["animals.note", "beasts.note"] {
        let case = Case {
            keep: one(entry),
            renames: vec![rename.clone()],
            ..Case::three(&wanted, &recorded, &recorded, Dialect::MariaDb)
        };
        let comparison = case.compare();
        assert_eq!(comparison.unused_keeps, [""; 0], "{entry}");
        let steps = words(&comparison.upgrade()).join("\n");
        assert!(!steps.contains(".note\n") && steps.contains("rename_table"), "{entry}: {steps}");
    }
}

#[test]
fn what_is_kept_and_nowhere_is_told() {
    let recorded = more();
    let keep = ["animals.notes", "cage", "animals", "cages.*", "shop.animals", "mood", "moods"];
    let mut case = Case::three(&schema(|_| ()), &recorded, &recorded, Dialect::Postgres);
    case.keep = keep.map(str::to_owned).to_vec();
    assert_eq!(case.compare().unused_keeps, ["animals.notes", "cage", "shop.animals", "moods"]);
    case.actual = None;
    assert_eq!(case.compare().unused_keeps, [""; 0], "without a database nobody knows");
}

#[test]
fn a_table_that_a_person_keeps_stays_with_all_that_its_keys_refer_to() {
    let mut recorded = schema(|_| ());
    let mut log =
        Table::new("audit_log", vec![column("id", ColumnType::Integer), column("user_id", ColumnType::Integer)]);
    log.foreign_keys.push(ForeignKey::new(["user_id"], "old_users", ["id"]).named("fk-log"));
    let mut users = owners();
    users.name = "old_users".into();
    users.columns.push(column("group_id", ColumnType::Integer));
    users.foreign_keys.push(ForeignKey::new(["group_id"], "old_groups", ["id"]).named("fk-users"));
    let mut groups = owners();
    groups.name = "old_groups".into();
    [log, users, groups].into_iter().for_each(|table| recorded.insert(table));
    for dialect in Dialect::ALL {
        let mut case = Case::three(&schema(|_| ()), &recorded, &recorded, dialect);
        assert_eq!(case.compare().upgrade().iter().filter(|step| step.operation.name() == "drop_table").count(), 3);
        for entry in ["audit_log", "audit_log.user_id"] {
            case.keep = one(entry);
            assert_eq!(words(&case.compare().upgrade()), [""; 0], "{dialect}: {entry}");
        }
    }
}
