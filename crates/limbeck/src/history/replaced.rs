use std::time::Duration;

use limbeck_schema::{Dialect, Schema};

use super::{History, Row, State, row::still_undone};
use crate::{Cause, Entry, Error, Graph, GraphError, Node, Seen, graph::Standing};

/// What of the history changes when a squashed revision takes the place of those that it replaces.
pub(crate) struct Replacement {
    /// The ids whose rows go.
    pub(crate) removed: Vec<String>,
    /// The row of the squashed one, unless it is there already.
    pub(crate) added: Option<Row>,
}

impl History {
    /// The graph as the database of this history sees it.
    ///
    /// # Errors
    /// The database is amid the revisions that a squashed one replaces, and not all of their files are there.
    pub fn seen(&self, graph: &Graph) -> Result<Seen, GraphError> {
        graph.seen_from(&self.applied(), self.unfinished().map(|row| row.id.as_str()))
    }

    /// What changes so that `squashed` has the place of those that it replaces; nothing where they are not all applied, or have no rows any more.
    ///
    /// # Errors
    /// What would be recorded then is not what is recorded now: its file, or one of theirs, says something else than what ran.
    pub(crate) fn replacement(
        &self,
        squashed: &Node,
        entry: &Entry,
        dialect: Dialect,
    ) -> Result<Option<Replacement>, Error> {
        let begun = self.unfinished().map(|row| row.id.as_str());
        let is_replaced = |row: &&Row| row.state == State::Applied && squashed.replaces.contains(&row.id);
        let rows: Vec<&Row> = self.rows.iter().filter(is_replaced).collect();
        let ([first, ..], Some(last), Standing::Behind) =
            (&rows[..], rows.last(), Standing::of(squashed, &self.applied(), begun))
        else {
            return Ok(None);
        };
        let removed: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
        if self.row(&squashed.id).is_some() {
            return Ok(Some(Replacement { removed, added: None }));
        }
        let row = squashed_row(entry, &rows, last)?;
        let recorded = self.recorded(dialect)?;
        let mut difference = String::new();
        // Behind the last of them all is there that they need; but what ran between them may need the first.
        for position in [last.position, first.position] {
            let replacement = Replacement { removed: removed.clone(), added: Some(Row { position, ..row.clone() }) };
            let mut history = self.clone();
            history.replace_rows(&replacement);
            match history.recorded(dialect).map(|schema| difference_of(&recorded, &schema)) {
                Ok(None) => return Ok(Some(replacement)),
                Ok(Some(what)) => difference = what,
                Err(error) => difference = error.to_string(),
            }
        }
        Err(Cause::ReplacesOther { id: squashed.id.clone(), replaced: removed, difference }.into())
    }

    /// Changes the rows.
    pub(crate) fn replace_rows(&mut self, replacement: &Replacement) {
        self.rows.retain(|row| !replacement.removed.contains(&row.id));
        self.rows.extend(replacement.added.clone());
        self.rows.sort_by(|one, other| (one.position, &one.id).cmp(&(other.position, &other.id)));
    }
}

/// The row of a squashed revision on a database where those ran that it replaces: applied when the last of them was, in the time that all of them took. Of its
/// way down what undoes nothing here stays out, as it did of theirs.
fn squashed_row(entry: &Entry, rows: &[&Row], last: &Row) -> Result<Row, Error> {
    let row = Row::of(entry, last.position, rows.iter().map(|row| row.duration).sum::<Duration>())?;
    let mut stored = Vec::new();
    for row in rows {
        stored.extend(row.downgrade_steps()?);
    }
    let down = still_undone(entry.revision.downgrade(), &stored);
    Ok(Row { applied_at: last.applied_at.clone(), ..row.with_downgrade(&down)? })
}

/// The first object that is not the same in both.
fn difference_of(one: &Schema, other: &Schema) -> Option<String> {
    if one == other {
        return None;
    }
    let tables =
        one.tables.keys().chain(other.tables.keys()).find(|name| one.tables.get(name) != other.tables.get(name));
    let enums = || one.enums.keys().chain(other.enums.keys()).find(|name| one.enums.get(name) != other.enums.get(name));
    Some(match (tables, enums()) {
        (Some(table), _) => format!("the table `{table}` differs"),
        (None, Some(name)) => format!("the type `{name}` differs"),
        (None, None) => "the schemas differ".to_owned(),
    })
}
