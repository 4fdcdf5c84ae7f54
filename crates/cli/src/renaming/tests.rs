use std::{
    cell::RefCell,
    collections::{BTreeMap, VecDeque},
};

use limbeck_autogenerate::{Comparing, Fill, Leaving, Undecided, Unfilled, Verdict, Verdicts, compare};
use limbeck_schema::{Column, ColumnType, Dialect, Expression, Table};

use super::{ask::Filled, *};
use crate::arguments::Renaming;

/// Answers that were written down before.
#[derive(Default)]
struct Script {
    answers: VecDeque<Answer>,
    fills: VecDeque<Filled>,
    fates: VecDeque<Fate>,
    remembered: Vec<String>,
    asked: Vec<String>,
}

impl Ask for Script {
    fn ask(&mut self, question: &Question) -> Result<Option<Answer>, CliError> {
        self.asked.push(question.leaving.to_string());
        Ok(self.answers.pop_front())
    }

    fn ask_fill(&mut self, unfilled: &Unfilled) -> Result<Option<Filled>, CliError> {
        self.asked.push(format!("{}.{}", unfilled.table, unfilled.column));
        Ok(self.fills.pop_front())
    }

    fn ask_going(&mut self, going: &Leaving) -> Result<Option<Fate>, CliError> {
        self.asked.push(format!("{going}?"));
        Ok(self.fates.pop_front())
    }

    fn remember(&mut self, entry: &str) -> Result<(), CliError> {
        self.remembered.push(entry.to_owned());
        Ok(())
    }
}

/// `animals` with these texts, of which those that end with `?` may be NULL.
fn animals(columns: &[&str]) -> Schema {
    let column = |name: &&str| {
        let text = Column::new(name.trim_end_matches('?'), ColumnType::Text);
        Column { nullable: name.ends_with('?'), ..text }
    };
    let mut schema = Schema::default();
    schema.insert(Table::new("animals", columns.iter().map(column).collect()));
    schema
}

fn decided(
    (recorded, wanted): (&Schema, &Schema),
    flags: &Renaming,
    asking: Option<&mut dyn Ask>,
) -> Result<Comparison, CliError> {
    let known = BTreeMap::from([(Dialect::Sqlite, recorded.clone())]);
    let compare = |answers: Answers<'_>| {
        let Answers { renames, fills, keep } = answers;
        compare(&Comparing { renames, fills, keep, ..Comparing::new(wanted, &known) })
    };
    let sides = Sides { wanted, recorded: Some(recorded) };
    decide(compare, (&[], fills::stated(flags, "main")?), sides, flags, asking)
}

fn steps(comparison: &Comparison) -> Vec<String> {
    comparison.upgrade().iter().map(|step| step.operation.to_string()).collect()
}

fn flags(rename: &[&str], drop: &[&str], no_renames: bool) -> Renaming {
    let rename = rename.iter().map(|text| text.parse().expect("a rename")).collect();
    let drop = drop.iter().map(|text| text.parse().expect("a path")).collect();
    Renaming { rename, drop, no_renames, ..Renaming::default() }
}

#[test]
fn flags_say_what_is_renamed_and_what_goes() {
    let (recorded, wanted) = (animals(&["id", "nick?"]), animals(&["id", "nickname?"]));
    for (name, flags, expected, open) in [
        ("nothing said", flags(&[], &[], false), "add_column animals.nickname, drop_column animals.nick", 1),
        ("a rename", flags(&["animals.nick=nickname"], &[], false), "rename_column animals.nick", 0),
        ("with its table", flags(&["animals.nick=animals.nickname"], &[], false), "rename_column animals.nick", 0),
        ("it goes", flags(&[], &["animals.nick"], false), "add_column animals.nickname, drop_column animals.nick", 0),
        ("no renames", flags(&[], &[], true), "add_column animals.nickname, drop_column animals.nick", 0),
    ] {
        let comparison = decided((&recorded, &wanted), &flags, None).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(steps(&comparison).join(", "), expected, "{name}");
        assert_eq!(comparison.questions.len(), open, "{name}");
        assert_eq!(refuse_open(&comparison, &wanted).is_err(), open > 0, "{name}");
    }
}

#[test]
fn flags_that_mean_nothing_are_refused() {
    let (recorded, wanted) = (animals(&["id", "nick?"]), animals(&["id", "nickname?"]));
    for (rename, drop) in [
        (&["animals.nik=nickname"][..], &[][..]),
        (&["animals.nick=name"], &[]),
        (&["beasts.nick=nickname"], &[]),
        (&[], &["animals.nik"]),
    ] {
        let error = decided((&recorded, &wanted), &flags(rename, drop, false), None);
        assert!(matches!(error, Err(CliError::Rename { .. })), "{rename:?} {drop:?}");
    }
}

#[test]
fn a_person_is_asked_one_thing_after_the_other() {
    let (recorded, wanted) = (animals(&["id", "nick?"]), animals(&["id", "nickname?", "home"]));
    let rename = Rename::Column { table: "animals".into(), from: "nick".into(), to: "nickname".into() };
    let fill = Fill::Value(Expression::Text("here".into()));
    let mut script = Script {
        answers: [Answer::Renamed(rename)].into(),
        fills: [Filled::Value { text: "'here'".into(), fill }].into(),
        ..Script::default()
    };
    let comparison = decided((&recorded, &wanted), &Renaming::default(), Some(&mut script)).expect("answers");
    assert_eq!(script.asked, ["column nick of animals", "animals.home"]);
    let expected = [
        "rename_column animals.nick",
        "add_column animals.home",
        "fill_column animals.home",
        "alter_column animals.home",
    ];
    assert_eq!(steps(&comparison), expected);
    assert!(comparison.questions.is_empty() && comparison.unfilled.is_empty());

    let mut script = Script { answers: [Answer::Goes].into(), fills: [Filled::Nothing].into(), ..Script::default() };
    let comparison = decided((&recorded, &wanted), &Renaming::default(), Some(&mut script)).expect("answers");
    assert!(steps(&comparison).contains(&"drop_column animals.nick".to_owned()));
    assert!(comparison.questions.is_empty() && comparison.unfilled.is_empty());
}

#[test]
fn a_question_without_an_answer_stops_everything() {
    let (recorded, wanted) = (animals(&["id", "nick?"]), animals(&["id", "nickname?"]));
    let silent = decided((&recorded, &wanted), &Renaming::default(), Some(&mut Script::default()));
    assert!(matches!(silent, Err(CliError::NoAnswer)));
}

#[test]
fn what_is_open_is_said_with_the_flags_of_its_answers() {
    let (recorded, wanted) = (animals(&["id", "nick?"]), animals(&["id", "nickname?", "home"]));
    let comparison = decided((&recorded, &wanted), &Renaming::default(), None).expect("no flags");
    let Err(error) = refuse_open(&comparison, &wanted) else { panic!("there are questions") };
    assert_eq!(error.to_string(), "2 questions are open");
    assert_eq!(error.hints().len(), 2);
    let lines = error.objects().join("\n");
    for part in [
        "--rename animals.nick=nickname",
        "--drop animals.nick",
        "--fill 'animals.home='\\'''\\'''",
        "--no-fill animals.home",
    ] {
        assert!(lines.contains(part), "{part}: {lines}");
    }
    let Some(question) = comparison.questions.first() else { panic!("there is a question") };
    assert!(matches!(question.leaving, Leaving::Column { .. }));
}

#[test]
fn a_person_is_asked_whether_what_goes_may_go() {
    let (mut recorded, wanted) = (animals(&["id", "chip?", "note?"]), animals(&["id"]));
    recorded.insert(Table::new("logs", vec![Column::new("id", ColumnType::Text)]));
    for (name, drop, fates, asked, remembered, expected) in [
        (
            "one by one",
            &[][..],
            &[Fate::Goes, Fate::Kept, Fate::Kept][..],
            &["column chip of animals?", "column note of animals?", "table logs?"][..],
            &["animals.note", "logs"][..],
            &["drop_column animals.chip"][..],
        ),
        (
            "said before",
            &["animals.chip", "animals.note"],
            &[Fate::Goes],
            &["table logs?"],
            &[],
            &["drop_column animals.chip", "drop_column animals.note", "drop_table logs"],
        ),
    ] {
        let mut script = Script { fates: fates.iter().copied().collect(), ..Script::default() };
        let comparison = decided((&recorded, &wanted), &flags(&[], drop, false), Some(&mut script));
        let comparison = comparison.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(script.asked, asked, "{name}");
        assert_eq!(script.remembered, remembered, "{name}");
        assert_eq!(steps(&comparison), expected, "{name}");
    }
    // Whoever stops in between has changed nothing, the configuration included.
    let mut stopped = Script { fates: [Fate::Kept].into(), ..Script::default() };
    let outcome = decided((&recorded, &wanted), &Renaming::default(), Some(&mut stopped));
    assert!(matches!(outcome, Err(CliError::NoAnswer)));
    assert_eq!((stopped.asked.len(), stopped.remembered.as_slice()), (2, &[][..]));
}

#[test]
fn what_an_answer_leaves_undecided_is_asked_once() {
    let check = |expression: &str| {
        let mut schema = animals(&["id", "nickname?"]);
        let checks = &mut schema.tables.values_mut().next().expect("a table").checks;
        checks.push(limbeck_schema::Check::new(expression).named("ck"));
        schema
    };
    let mut actual = check("nick::text <> 'x'::text");
    let mut recorded = check("nick <> cast('x' as text)");
    for schema in [&mut actual, &mut recorded] {
        schema.tables.values_mut().for_each(|table| table.columns[1].name = "nick".to_owned());
    }
    let wanted = check("nickname <> cast('x' as text)");
    let known = BTreeMap::from([(Dialect::Postgres, recorded)]);
    let verdicts = RefCell::default();
    let compare = |answers: Answers<'_>| {
        let Answers { renames, fills, keep } = answers;
        let actual = Some(limbeck_autogenerate::Actual { dialect: Dialect::Postgres, schema: &actual });
        let verdicts = &verdicts.borrow();
        compare(&Comparing { renames, fills, keep, actual, verdicts, ..Comparing::new(&wanted, &known) })
    };
    let asked = RefCell::new(Vec::new());
    let ask = |undecided: &[Undecided]| {
        asked.borrow_mut().extend(undecided.iter().map(|it| it.texts.next.clone()));
        let mut said = Verdicts::default();
        undecided.iter().for_each(|it| said.insert(it, Verdict::Same));
        said
    };
    let fills = Fills::new();
    let rename = Rename::Column { table: "animals".into(), from: "nick".into(), to: "nickname".into() };
    let mut last = None;
    for _ in 0..3 {
        let answers = Answers { renames: std::slice::from_ref(&rename), fills: &fills, keep: &[] };
        last = Some(server::settled(&verdicts, compare, ask, answers));
    }
    let comparison = last.expect("a comparison");
    assert_eq!(steps(&comparison), ["rename_column animals.nick"]);
    assert!(comparison.skipped.is_empty() && comparison.drifted.is_empty(), "{comparison:?}");
    let asked = asked.into_inner();
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(matches!(&asked[0], Expression::Sql(sql) if sql.contains("nickname")), "{asked:?}");
}
