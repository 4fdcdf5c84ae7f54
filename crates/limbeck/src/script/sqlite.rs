//! SQLite: a revision and its record are one transaction. The `sqlite3` shell goes on behind a failure, in the same transaction, or without one if the
//! failure ended it; so a checklist decides at the end what is kept, and a savepoint before each statement is a transaction if there is no other any more.

use limbeck_operations::{
    Needs, Operation, Step,
    ddl::{
        StepStatements,
        guard::{self, Fact, Told, facts},
    },
    replay_step,
};
use limbeck_schema::Dialect;

use super::{
    ScriptError,
    passage::Passage,
    stamp::Change,
    text::Text,
    write::{Writer, raw},
};
use crate::{Direction, Row};

/// Outside of a transaction it begins one.
const SAVEPOINT: &str = "SAVEPOINT limbeck";

/// What the tool's own connection has, and the checklist.
pub(super) fn begin(text: &mut Text) {
    text.statement("PRAGMA foreign_keys = ON");
    text.statements(guard::begin());
}

pub(super) fn end(text: &mut Text) {
    text.gap();
    text.statements(guard::end());
}

/// The facts that have to hold, by their numbers, which begin with 1.
#[derive(Default)]
struct Checklist(Vec<String>);

impl Checklist {
    fn add(&mut self, words: impl Into<String>) -> usize {
        self.0.push(words.into());
        self.0.len()
    }
}

/// One revision.
pub(super) fn passage(
    writer: &mut Writer<'_>,
    passage: &Passage<'_>,
    groups: &[StepStatements],
) -> Result<(), ScriptError> {
    let off = groups.iter().flat_map(|group| &group.statements).any(|it| it.needs == Needs::ForeignKeysOff);
    let (stands, words) = writer.is_next(passage);
    let mut list = Checklist::default();
    let next = list.add(words);
    let keys = list.add(format!("foreign keys are {}", if off { "off" } else { "on" }));
    let orphans = off.then(|| list.add("no more rows refer to nothing than before"));
    let facts = facts_by_groups(passage, groups, &mut list)?;
    let (condition, words) = writer.is_recorded(passage);
    let recorded = list.add(words);

    transaction(writer, &list, !off, |writer| {
        if off {
            writer.text.statements(guard::count_orphans());
        }
        writer.text.statement(&guard::tick(next, &stands));
        writer.text.statement(&guard::tick(keys, &guard::foreign_keys_are(!off)));
        for (group, facts) in groups.iter().zip(&facts) {
            write_group(writer, passage, group, facts);
        }
        if let Some(number) = orphans {
            let renamed = renamed(&passage.steps);
            let renamed: Vec<_> = renamed.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
            writer.text.statement(&guard::tick(number, &guard::no_more_orphans(&renamed)));
        }
        let record = match passage.direction {
            Direction::Upgrade => writer.table.insert_sql(&passage.row),
            Direction::Downgrade => writer.table.delete_sql(&passage.row.id),
        };
        writer.text.statements([SAVEPOINT, &record]);
        writer.text.statement(&guard::tick(recorded, &condition));
    });
    Ok(())
}

/// A stamp.
pub(super) fn stamp(writer: &mut Writer<'_>, change: &Change<'_>, rows: &[Row]) {
    let (stands, words) = writer.stands(change);
    let mut list = Checklist::default();
    let before = list.add(words);
    let behind = list.add("the history is as it is stamped");
    let mut conditions: Vec<_> = rows.iter().map(|row| writer.table.is_recorded_sql(row)).collect();
    conditions.push(writer.table.stands_sql([], change.removed.iter().map(|node| node.id.as_str())));
    transaction(writer, &list, true, |writer| {
        writer.text.statement(&guard::tick(before, &stands));
        for node in &change.removed {
            let sql = writer.table.delete_sql(&node.id);
            writer.text.statements([SAVEPOINT, &sql]);
        }
        for row in rows {
            let sql = writer.table.insert_sql(row);
            writer.text.statements([SAVEPOINT, &sql]);
        }
        writer.text.statement(&guard::tick(behind, &conditions.join(" AND ")));
    });
}

/// A transaction that is kept if all of `list` comes true. Outside of it the list is empty: a transaction that is gone leaves no list that could come true.
fn transaction(writer: &mut Writer<'_>, list: &Checklist, foreign_keys: bool, within: impl FnOnce(&mut Writer<'_>)) {
    writer.text.statement(&guard::clear());
    if !foreign_keys {
        writer.text.statement("PRAGMA foreign_keys = OFF");
    }
    writer.text.statements(["BEGIN IMMEDIATE", SAVEPOINT]);
    writer.text.statement(&guard::open(list.0.iter().map(String::as_str)));
    within(writer);
    writer.text.statements(guard::verdict());
    writer.text.statement("COMMIT");
    if !foreign_keys {
        writer.text.statement("PRAGMA foreign_keys = ON");
    }
}

fn write_group(writer: &mut Writer<'_>, passage: &Passage<'_>, group: &StepStatements, facts: &[(usize, Fact)]) {
    writer.comment_on(passage, group);
    let first = group.steps.first().and_then(|at| passage.steps.get(*at));
    if first.is_some_and(|step| step.counts_on(Dialect::Sqlite) && raw(step).is_some()) {
        writer.text.comment("raw SQL: nothing below tells whether it failed; -bail does");
    }
    for (number, fact) in facts {
        match &fact.told {
            Told::Before(condition) => writer.text.statement(&guard::tick(*number, condition)),
            Told::Unchanged(value) => writer.text.statement(&guard::measure(*number, value)),
            Told::Behind(_) => {}
        }
    }
    for statement in &group.statements {
        writer.text.statements([SAVEPOINT, &statement.sql]);
    }
    for (number, fact) in facts {
        match &fact.told {
            Told::Behind(condition) => writer.text.statement(&guard::tick(*number, condition)),
            Told::Unchanged(value) => writer.text.statement(&guard::tick(*number, &guard::unchanged(value))),
            Told::Before(_) => {}
        }
    }
}

/// What has to hold around each group, with its number on the list.
fn facts_by_groups(
    passage: &Passage<'_>,
    groups: &[StepStatements],
    list: &mut Checklist,
) -> Result<Vec<Vec<(usize, Fact)>>, ScriptError> {
    let refused = |source| ScriptError::DoesNotFit { id: passage.node.id.clone(), source };
    let mut before = passage.before.clone();
    let mut all = Vec::with_capacity(groups.len());
    for group in groups {
        let steps = group.steps.iter().filter_map(|at| passage.steps.get(*at));
        let steps: Vec<&Step> = steps.filter(|step| step.counts_on(Dialect::Sqlite)).collect();
        let mut after = before.clone();
        steps.iter().try_for_each(|step| replay_step(step, &mut after, Dialect::Sqlite)).map_err(refused)?;
        let facts = facts(&steps, &group.statements, &before, &after);
        all.push(facts.into_iter().map(|fact| (list.add(&fact.words), fact)).collect());
        before = after;
    }
    Ok(all)
}

/// The names of the tables that get another, and what they are called behind all steps.
fn renamed(steps: &[Step]) -> Vec<(String, String)> {
    let mut renamed: Vec<(String, String)> = Vec::new();
    for step in steps.iter().filter(|step| step.counts_on(Dialect::Sqlite)) {
        if let Operation::RenameTable { table, to } = &step.operation {
            match renamed.iter_mut().find(|(_, now)| *now == table.name) {
                Some((_, now)) => now.clone_from(&to.name),
                None => renamed.push((table.name.clone(), to.name.clone())),
            }
        }
    }
    renamed
}

#[cfg(test)]
mod tests {
    use limbeck_operations::prelude::*;

    use super::*;

    #[test]
    fn renames_are_followed_to_the_last_name() {
        let mut op = Op::default();
        op.rename_table("b", "c");
        op.rename_table("a", "b");
        op.rename_table("c", "d");
        op.rename_table("x", "y").only(Postgres);
        let pairs = renamed(&op.into_steps());
        let pairs: Vec<_> = pairs.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
        assert_eq!(pairs, [("b", "d"), ("a", "b")]);
    }
}
