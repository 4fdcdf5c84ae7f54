//! What has another name, what goes, and what rows hold: the flags that say it, the questions that are left, the answers to them.

mod ask;
mod dialogue;
mod fills;
mod going;
mod names;
mod path;
mod server;

use std::collections::{BTreeMap, BTreeSet};

use limbeck_autogenerate::{Comparison, Fills, Question, Rename};
use limbeck_schema::Schema;

pub(crate) use ask::{Adoption, Answer, Ask, Fate, Terminal};
pub(crate) use fills::flags as fill_flags;
pub(crate) use names::Names;
pub(crate) use path::{Path, StatedRename, for_shell};

use crate::{
    CliError, arguments, output,
    project::Project,
    state::{Answers, State},
};

/// Compares with the renames that the entities and the flags state. Where questions are left, `asking` is asked one after the other, each about the
/// comparison that the answers so far give; without it they stay in the comparison. What the server has to be asked after an answer it is asked then.
///
/// # Errors
/// A flag that means nothing, several things, or what contradicts what is there; a question without an answer.
pub(crate) fn compare(
    state: &State,
    project: &Project,
    comparing: &arguments::Comparing,
    asking: Option<&mut dyn Ask>,
) -> Result<Comparison, CliError> {
    let compare = |answers: Answers<'_>| state.compare(project, comparing, answers);
    answered(compare, &state.entities.renames, (state, project), comparing, asking)
}

/// What brings the database back, with the values that the flags and `asking` name.
///
/// # Errors
/// As [`compare`].
pub(crate) fn repair(
    state: &State,
    project: &Project,
    comparing: &arguments::Comparing,
    asking: Option<&mut dyn Ask>,
) -> Result<Comparison, CliError> {
    let repair = |answers: Answers<'_>| state.repair(project, comparing, answers);
    answered(repair, &[], (state, project), comparing, asking)
}

fn answered(
    compare: impl Fn(Answers<'_>) -> Comparison,
    hinted: &[Rename],
    (state, project): (&State, &Project),
    comparing: &arguments::Comparing,
    asking: Option<&mut dyn Ask>,
) -> Result<Comparison, CliError> {
    let recorded = state.recorded.get(&state.server.dialect);
    let sides = Sides { wanted: &state.entities.schema, recorded };
    let fills = fills::stated(&comparing.renaming, &state.server.default_schema)?;
    let is_asked = asking.is_some() && state.actual.is_some();
    let ask = |undecided: &[_]| server::ask(state, project, undecided);
    let compare = |answers: Answers<'_>| {
        if is_asked { server::settled(&state.verdicts, &compare, ask, answers) } else { compare(answers) }
    };
    let comparison = decide(compare, (hinted, fills), sides, &comparing.renaming, asking)?;
    match comparison.unused_fills.first() {
        Some(column) => Err(CliError::UnusedFill(fills::spelt(column))),
        None => Ok(comparison),
    }
}

/// What the answers are held against.
#[derive(Clone, Copy)]
struct Sides<'a> {
    wanted: &'a Schema,
    recorded: Option<&'a Schema>,
}

fn decide(
    compare: impl Fn(Answers<'_>) -> Comparison,
    (hinted, mut fills): (&[Rename], Fills),
    sides: Sides<'_>,
    flags: &arguments::Renaming,
    mut asking: Option<&mut dyn Ask>,
) -> Result<Comparison, CliError> {
    let mut comparison = compare(Answers { renames: hinted, fills: &fills, keep: &[] });
    let before = comparison.before.clone();
    let mut stated = stated_renames(flags, &before, sides.wanted, hinted)?;
    let all = |stated: &[Rename]| hinted.iter().chain(stated).cloned().collect::<Vec<_>>();
    let mut leaving = BTreeSet::new();
    let mut answered = Vec::new();
    let mut values = BTreeMap::new();
    let mut kept = Vec::new();
    loop {
        if !stated.is_empty() || !answered.is_empty() || !values.is_empty() {
            comparison = compare(Answers { renames: &all(&stated), fills: &fills, keep: &kept });
        }
        let known = all(&stated);
        let names = Names::new(&before, sides.wanted, &known);
        if answered.is_empty() && values.is_empty() {
            leaving = flags.drop.iter().map(|path| names.leaving(path)).collect::<Result<_, _>>()?;
        }
        if let Some(rename) = stated.iter().find(|rename| comparison.passed_over.contains(rename)) {
            return Err(does_not_apply(rename, &names, sides.recorded));
        }
        if flags.no_renames {
            comparison.questions.clear();
        }
        comparison.let_go(&leaving);
        let question = comparison.questions.first().cloned();
        if let (None, Some(unfilled), Some(asking)) = (&question, comparison.unfilled.first(), asking.as_deref_mut()) {
            let column = (unfilled.table.clone(), unfilled.column.clone());
            let fill = asking.ask_fill(unfilled)?.ok_or(CliError::NoAnswer)?;
            // A value that does not do is asked for again.
            values.insert(column.clone(), fills::flag(&column, &fill));
            fills.insert(column, fill.into());
            continue;
        }
        let going = going::undecided(&comparison, sides.wanted, &leaving);
        if let (None, Some(going), Some(asking)) = (&question, going, asking.as_deref_mut()) {
            match asking.ask_going(&going)?.ok_or(CliError::NoAnswer)? {
                Fate::Goes => answered.push(names.drop_flag(&going)),
                Fate::Kept => {
                    let entry = going::entry(&going);
                    answered.push(format!("--keep {}", path::for_shell(&entry)));
                    kept.push(entry);
                }
            }
            // Either way it is not asked again.
            leaving.insert(going);
            continue;
        }
        let (Some(question), Some(asking)) = (question, asking.as_deref_mut()) else {
            // Not before all is answered: whoever stops in between changes nothing.
            if let Some(asking) = asking {
                kept.iter().try_for_each(|entry| asking.remember(entry))?;
            }
            answered.extend(values.into_values());
            if !answered.is_empty() {
                note_flags(&answered.join(" "));
            }
            return Ok(comparison);
        };
        match asking.ask(&question)?.ok_or(CliError::NoAnswer)? {
            Answer::Renamed(rename) => {
                answered.push(names.rename_flag(&question.leaving, &rename));
                stated.push(rename);
            }
            Answer::Goes => {
                answered.push(names.drop_flag(&question.leaving));
                leaving.insert(question.leaving);
            }
        }
    }
}

/// Says what asks nothing and does the same.
pub(crate) fn note_flags(flags: &str) {
    output::note(format!("the same without a question: {flags}"));
}

/// The renames of the flags: those of tables first, by whose names those of columns may be stated.
fn stated_renames(
    flags: &arguments::Renaming,
    before: &Schema,
    wanted: &Schema,
    hinted: &[Rename],
) -> Result<Vec<Rename>, CliError> {
    let names = Names::new(before, wanted, hinted);
    let tables = flags.rename.iter().filter_map(|stated| names.rename(stated).ok());
    let tables: Vec<Rename> = tables.filter(|rename| matches!(rename, Rename::Table { .. })).collect();
    let names = Names::new(before, wanted, hinted.iter().chain(&tables));
    flags.rename.iter().map(|stated| names.rename(stated)).collect()
}

fn does_not_apply(rename: &Rename, names: &Names<'_>, recorded: Option<&Schema>) -> CliError {
    let starts = |schema: &Schema| match rename {
        Rename::Table { from, .. } => schema.tables.contains_key(from),
        Rename::Column { table, from, .. } => {
            let previous = names.previous(table);
            schema.table(previous).is_some_and(|table| table.column(from).is_some())
        }
        Rename::Label { enumeration, .. } => schema.enums.contains_key(enumeration),
    };
    let flag = names.rename_flag(&names::start_of(rename), rename);
    CliError::Rename { flag, problem: names.contradiction(rename, recorded.is_some_and(starts)) }
}

/// The questions of a comparison, each as lines: what goes and what comes, then the flag of each answer.
pub(crate) fn open_questions(comparison: &Comparison, wanted: &Schema) -> Vec<(String, Vec<String>)> {
    let names = names_of(comparison, wanted);
    let lines = |question: &Question| {
        let to: Vec<String> = question.renames.iter().map(|rename| names::end_of(rename).to_string()).collect();
        (format!("the {} goes: is it now the {}?", question.leaving, to.join(", or the ")), flags(question, &names))
    };
    comparison.questions.iter().map(lines).chain(comparison.unfilled.iter().map(fills::question)).collect()
}

/// The flags that answer a question: a rename each, the likeliest first, then that it goes.
pub(crate) fn flags(question: &Question, names: &Names<'_>) -> Vec<String> {
    let renames = question.renames.iter().map(|rename| names.rename_flag(&question.leaving, rename));
    renames.chain([names.drop_flag(&question.leaving)]).collect()
}

/// The names that the questions of a comparison are about.
pub(crate) fn names_of<'a>(comparison: &'a Comparison, wanted: &'a Schema) -> Names<'a> {
    let renames: Vec<Rename> = comparison.upgrade().iter().filter_map(|step| renamed_table(&step.operation)).collect();
    Names::new(&comparison.before, wanted, &renames)
}

fn renamed_table(operation: &limbeck_operations::Operation) -> Option<Rename> {
    match operation {
        limbeck_operations::Operation::RenameTable { table, to } => {
            Some(Rename::Table { from: table.clone(), to: to.clone() })
        }
        _ => None,
    }
}

/// The questions that a revision can't be written with.
///
/// # Errors
/// All of them, if there are any.
pub(crate) fn refuse_open(comparison: &Comparison, wanted: &Schema) -> Result<(), CliError> {
    let questions = open_questions(comparison, wanted);
    if questions.is_empty() {
        return Ok(());
    }
    let renames = comparison.questions.len();
    let lines = |(line, flags): (String, Vec<String>)| {
        std::iter::once(line).chain(flags.into_iter().map(|flag| format!("  {flag}"))).collect::<Vec<_>>()
    };
    let count = questions.len();
    Err(CliError::Questions { count, renames, lines: questions.into_iter().flat_map(lines).collect() })
}

#[cfg(test)]
mod tests;
