use limbeck_schema::{Check, ColumnType, Dialect, Enumeration, Expression, ObjectName, Schema};

use super::fixture::{Case, Found, column, foreign_key, index, owners, schema, unique, words};
use crate::{Leaving, Question, Rename};

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
    let rename = Rename::Table { from: "owners".into(), to: "people".into() };
    assert_eq!(
        comparison.questions,
        [Question { leaving: Leaving::Table { table: "owners".into() }, renames: vec![rename] }]
    );
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

/// The questions in words: `column nick of animals: nickname, alias`.
fn in_words(questions: &[Question]) -> Vec<String> {
    let to = |rename: &Rename| match rename {
        Rename::Table { to, .. } => to.to_string(),
        Rename::Column { to, .. } | Rename::Label { to, .. } => to.clone(),
    };
    let words = |question: &Question| {
        let to: Vec<String> = question.renames.iter().map(to).collect();
        format!("{}: {}", question.leaving, to.join(", "))
    };
    questions.iter().map(words).collect()
}

fn asked(case: &Case) -> Vec<String> {
    in_words(&case.compare().questions)
}

/// `animals` with these columns behind its own.
fn with(columns: &[(&str, ColumnType)]) -> Schema {
    schema(|table| {
        table.columns.extend(columns.iter().map(|(name, column_type)| column(name, column_type.clone())));
    })
}

#[test]
fn a_rename_is_asked_for_where_it_is_likely() {
    use ColumnType::{BigInteger, Boolean, Date, Integer, Text};
    type Columns = &'static [(&'static str, ColumnType)];
    let rows: [(&str, Columns, Columns, &[&str]); 9] = [
        (
            "alike in name",
            &[("nick", Text)],
            &[("note", Text), ("nickname", Text)],
            &["column nick of animals: nickname, note"],
        ),
        ("at the same place", &[("nick", Text)], &[("alias", Text)], &["column nick of animals: alias"]),
        ("at another place", &[("nick", Text)], &[("born", Date), ("alias", Text)], &[]),
        ("of another type", &[("age", Integer)], &[("born", Date)], &[]),
        (
            "nearly the same name, of another type",
            &[("amount", Integer)],
            &[("amounts", BigInteger)],
            &["column amount of animals: amounts"],
        ),
        ("alike in name, of another type", &[("created", Date)], &[("updated", Text)], &[]),
        (
            "each for itself",
            &[("a_flag", Boolean), ("b_text", Text)],
            &[("a_flags", Boolean), ("b_texts", Text)],
            &["column a_flag of animals: a_flags", "column b_text of animals: b_texts"],
        ),
        ("nothing comes", &[("nick", Text)], &[], &[]),
        ("nothing goes", &[], &[("nick", Text)], &[]),
    ];
    for (what, recorded, wanted, expected) in rows {
        let case = Case::of(&with(wanted), &with(recorded), &[Dialect::Postgres]);
        assert_eq!(asked(&case), expected, "{what}");
    }
}

#[test]
fn what_goes_for_good_is_not_asked_for() {
    use ColumnType::Text;
    let case = Case::of(
        &with(&[("nickname", Text), ("title", Text)]),
        &with(&[("nick", Text), ("titles", Text)]),
        &Dialect::ALL,
    );
    assert_eq!(asked(&case), ["column nick of animals: nickname", "column titles of animals: title"]);
    let mut comparison = case.compare();
    comparison.let_go(&[Leaving::Column { table: "animals".into(), column: "nick".into() }].into());
    assert_eq!(in_words(&comparison.questions), ["column titles of animals: title"]);
    let steps = words(&comparison.upgrade());
    assert_eq!(steps.iter().filter(|step| step.starts_with("drop_column")).count(), 2, "{steps:?}");
}

#[test]
fn a_table_is_asked_for_where_it_has_the_columns_or_the_name() {
    let of = |name: &str, columns: &[&str]| {
        let mut table = owners();
        table.name = name.into();
        table.columns.extend(columns.iter().map(|name| column(name, ColumnType::Text)));
        let mut schema = Schema::default();
        schema.insert(table);
        schema
    };
    for (what, recorded, wanted, expected) in [
        (
            "the same columns",
            of("owners", &["name", "mail"]),
            of("people", &["name", "mail"]),
            vec!["table owners: people"],
        ),
        (
            "some of them",
            of("owners", &["name", "mail"]),
            of("people", &["name", "post"]),
            vec!["table owners: people"],
        ),
        ("hardly any", of("owners", &["name", "mail"]), of("cages", &["size", "place"]), vec![]),
        ("hardly any, and a name alike", of("owner", &["name"]), of("owners", &["title"]), vec!["table owner: owners"]),
    ] {
        assert_eq!(asked(&Case::of(&wanted, &recorded, &[Dialect::MariaDb])), expected, "{what}");
    }
}

/// `animals` with a mood of these labels, of which the last is the default.
fn with_mood(labels: &[&str]) -> Schema {
    schema(|table| {
        let mood = Enumeration::new("mood", labels.iter().copied());
        let mut column = column("mood", ColumnType::Enum(mood));
        column.default = labels.last().map(|label| Expression::Text((*label).to_owned()));
        table.columns.push(column);
    })
}

fn label(from: &str, to: &str) -> Rename {
    Rename::Label { enumeration: "mood".into(), from: from.to_owned(), to: to.to_owned() }
}

#[test]
fn a_label_is_asked_for_at_its_place_or_with_its_name() {
    for (what, recorded, wanted, expected) in [
        ("at its place", ["a", "wild"], vec!["b", "wild"], vec!["label a of mood: b"]),
        ("alike in name", ["a", "wild"], vec!["wilder", "a"], vec!["label wild of mood: wilder"]),
        ("elsewhere, and otherwise", ["calm", "wild"], vec!["wild", "odd"], vec![]),
        ("it goes", ["calm", "wild"], vec!["wild"], vec![]),
        ("one comes", ["calm", "wild"], vec!["calm", "x", "wild"], vec![]),
    ] {
        assert_eq!(asked(&Case::of(&with_mood(&wanted), &with_mood(&recorded), &Dialect::ALL)), expected, "{what}");
    }
}

#[test]
fn a_label_that_is_renamed_takes_defaults_along() {
    for dialect in Dialect::ALL {
        let (wanted, recorded) = (with_mood(&["calm", "fierce"]), with_mood(&["calm", "wild"]));
        let mut case = Case::of(&wanted, &recorded, &[dialect]);
        case.renames = vec![label("wild", "fierce")];
        let comparison = case.compare();
        assert_eq!(words(&comparison.upgrade()), ["rename_enum_label mood"], "{dialect}");
        assert_eq!(comparison.questions, [], "{dialect}");
        assert_eq!(comparison.before, recorded, "{dialect}");
        assert_eq!(comparison.downgrade().map(|steps| words(&steps)), Ok(vec!["rename_enum_label mood".to_owned()]));
        let connected = Case { actual: Some((dialect, recorded)), ..case.clone() }.compare();
        assert_eq!(Found::from(&connected), Found::from(&comparison), "{dialect}, connected");
        let done = Case { recorded: [(dialect, wanted.clone())].into(), ..case }.compare();
        assert!(done.is_empty(), "{dialect}, done");
    }
}

#[test]
fn a_label_is_renamed_before_others_come_and_go() {
    let mut case =
        Case::of(&with_mood(&["odd", "calm", "fierce"]), &with_mood(&["sad", "calm", "wild"]), &Dialect::ALL);
    case.renames = vec![label("wild", "fierce")];
    assert_eq!(words(&case.compare().upgrade()), ["rename_enum_label mood", "alter_enum mood"]);
    assert_eq!(asked(&case), ["label sad of mood: odd"]);
}

#[test]
fn a_label_that_somebody_renamed_by_hand_is_a_drift() {
    for dialect in [Dialect::Postgres, Dialect::MariaDb] {
        let (wanted, recorded) = (with_mood(&["calm", "fierce"]), with_mood(&["calm", "wild"]));
        let mut case = Case::three(&wanted, &recorded, &wanted, dialect);
        case.renames = vec![label("wild", "fierce")];
        let comparison = case.compare();
        assert_eq!(words(&comparison.upgrade()), ["rename_enum_label mood"], "{dialect}");
        assert_eq!(Found::from(&comparison).drifted, ["enum mood"], "{dialect}");
    }
}

#[test]
fn a_column_is_renamed_and_changed_at_once() {
    let mut case = Case::of(
        &with(&[("nickname", ColumnType::string_len(20))]),
        &with(&[("nick", ColumnType::Text)]),
        &[Dialect::Postgres],
    );
    case.renames = vec![to("animals", "nick", "nickname")];
    assert_eq!(words(&case.compare().upgrade()), ["rename_column animals.nick", "alter_column animals.nickname type"]);
}

#[test]
fn names_are_passed_on_in_a_chain_and_not_in_a_circle() {
    use ColumnType::{Date, Text};
    for (what, recorded, wanted, renames, expected) in [
        (
            "a chain",
            with(&[("a", Text), ("b", Date)]),
            with(&[("b", Text), ("c", Date)]),
            vec![to("animals", "a", "b"), to("animals", "b", "c")],
            vec!["rename_column animals.b", "rename_column animals.a"],
        ),
        (
            "a chain that is done",
            with(&[("b", Text), ("c", Date)]),
            with(&[("b", Text), ("c", Date)]),
            vec![to("animals", "a", "b"), to("animals", "b", "c")],
            vec![],
        ),
        (
            "a swap",
            with(&[("a", Text), ("b", Text)]),
            with(&[("b", Text), ("a", Text)]),
            vec![to("animals", "a", "b"), to("animals", "b", "a")],
            vec![],
        ),
        (
            "the end of the chain is there",
            with(&[("a", Text), ("b", Text), ("c", Text)]),
            with(&[("b", Text), ("c", Text)]),
            vec![to("animals", "a", "b"), to("animals", "b", "c")],
            vec!["drop_column animals.a"],
        ),
        (
            "the name of a column that an earlier revision dropped",
            with(&[("a", Text)]),
            with(&[("gone", Text)]),
            vec![to("animals", "a", "gone")],
            vec!["rename_column animals.a"],
        ),
    ] {
        for dialect in Dialect::ALL {
            let mut case = Case::of(&wanted, &recorded, &[dialect]);
            case.renames.clone_from(&renames);
            let comparison = case.compare();
            assert_eq!(words(&comparison.upgrade()), expected, "{what}, {dialect}");
            let applied = expected.iter().filter(|step| step.starts_with("rename")).count();
            assert_eq!(comparison.passed_over.len(), renames.len() - applied, "{what}, {dialect}");
        }
    }
}
