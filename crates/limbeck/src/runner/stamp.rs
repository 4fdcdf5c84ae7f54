use std::collections::BTreeSet;

use limbeck_schema::Capabilities;

use super::{session::Session, transaction::Transaction};
use crate::{Action, Error, Graph, Node, Ran, Row, Seen, State, Target, history::Replacement};

/// What a stamp changes in the history.
struct Change<'a> {
    /// Ids whose rows go.
    removed: Vec<String>,
    /// Revisions that get a row, parents before children.
    added: Vec<&'a Node>,
    /// Rows that say from now on what their files say.
    accepted: Vec<Row>,
}

impl Session<'_> {
    /// Writes into the history that the database stands at `targets`; all of it in one transaction.
    pub(super) async fn stamp(&mut self, graph: &Graph, targets: &[Target], purge: bool) -> Result<(), Error> {
        if !Capabilities::of(self.dialect()).transactional_ddl {
            // Making the table would commit what was written before it.
            self.load().await?;
            self.ensure_table().await?;
        }
        let mut transaction = Transaction::begin(self, "", false).await?;
        match self.stamp_within(graph, targets, purge).await {
            Ok(report) => {
                transaction.commit(self).await?;
                self.report.ran = report;
                Ok(())
            }
            Err(error) => {
                transaction.rollback().await;
                Err(error)
            }
        }
    }

    async fn stamp_within(&mut self, graph: &Graph, targets: &[Target], purge: bool) -> Result<Vec<Ran>, Error> {
        self.load().await?;
        let Seen { graph: seen, applied } = self.seen_by_stamp(graph, targets)?;
        let change = self.change(&seen, (targets, &applied), purge)?;
        if change.added.is_empty() && change.removed.is_empty() && change.accepted.is_empty() {
            return Ok(Vec::new());
        }
        self.ensure_table().await?;
        let database = self.connection.database();
        let mut report = Vec::new();
        let before = self.history.clone();
        let written_anew: BTreeSet<&str> = change.added.iter().map(|node| node.id.as_str()).collect();
        for id in &change.removed {
            self.table.delete(database, id).await?;
            let message = self.history.row(id).map_or_else(String::new, |row| row.message.clone());
            // A row that is only written anew was not taken out.
            if !written_anew.contains(id.as_str()) {
                report.push(Ran::new(id, &message, Action::Unstamped));
            }
            self.history.remove(id);
        }
        for row in change.accepted {
            self.table.update(database, &row).await?;
            report.push(Ran::new(&row.id, &row.message, Action::Stamped));
            self.history.replace(row);
        }
        for node in &change.added {
            if let Some(entry) = self.entry(&node.id) {
                // What ran behind the replaced ones stays behind what replaces them.
                let takes_place_of = |row: &&Row| row.id == node.id || node.replaces.contains(&row.id);
                let replaced: Vec<&Row> = before.rows().iter().filter(takes_place_of).collect();
                let last = replaced.iter().rev().find(|row| row.id != node.id);
                let position = last.map_or_else(|| self.history.next_position(), |row| row.position);
                let row = Row::stamped(entry, position, &replaced)?;
                self.table.insert(database, &row).await?;
                self.history.replace_rows(&Replacement { removed: Vec::new(), added: Some(row) });
                report.push(Ran::new(&node.id, &node.message, Action::Stamped));
            }
        }
        Ok(report)
    }

    /// The graph that a stamp goes by. Where the database is amid what a squashed revision replaces, it can be brought to that one without the files of the
    /// others; only who counts from where it stands needs them.
    fn seen_by_stamp(&self, graph: &Graph, targets: &[Target]) -> Result<Seen, Error> {
        if targets.iter().any(Target::needs_database) {
            return Ok(self.history.seen(graph)?);
        }
        Ok(Seen { graph: graph.clone(), applied: self.history.applied() })
    }

    fn change<'a>(
        &self,
        graph: &'a Graph,
        (targets, applied): (&[Target], &BTreeSet<String>),
        purge: bool,
    ) -> Result<Change<'a>, Error> {
        let mut goals: Vec<&str> = Vec::new();
        let mut empties = purge;
        for target in targets {
            let places = target.places(graph, applied)?;
            empties |= places.is_empty();
            goals.extend(places.into_iter().map(|node| node.id.as_str()));
        }
        let wanted = graph.with_ancestors(goals.iter().copied());
        let known = graph.with_stored(self.history.nodes())?;
        let beyond = known.with_descendants(goals.iter().copied());
        let removed: BTreeSet<String> = self
            .history
            .rows()
            .iter()
            .filter(|row| {
                // A row of what is replaced stands for what replaces it, and makes room for it.
                let stand_in = graph.stand_in(&row.id);
                let id = stand_in.map_or(row.id.as_str(), |node| node.id.as_str());
                let stays = row.state == State::Applied && stand_in.is_none();
                if wanted.contains(id) { purge || !stays } else { empties || beyond.contains(id) }
            })
            .map(|row| row.id.clone())
            .collect();
        let rows: BTreeSet<&str> = self.history.rows().iter().map(|row| row.id.as_str()).collect();
        let kept = |id: &str| rows.contains(id) && !removed.contains(id);
        let added = graph.nodes().filter(|node| wanted.contains(node.id.as_str()) && !kept(&node.id)).collect();
        let mut accepted = Vec::new();
        for row in self.history.rows().iter().filter(|row| wanted.contains(row.id.as_str()) && kept(&row.id)) {
            accepted.extend(self.accepted(row)?);
        }
        Ok(Change { removed: removed.into_iter().collect(), added, accepted })
    }

    /// The row of an applied revision as its file has it now, if that was edited since. Its place in the order of application stays.
    fn accepted(&self, row: &Row) -> Result<Option<Row>, Error> {
        let Some(entry) = self.entry(&row.id) else { return Ok(None) };
        if !row.differs_from(entry)? {
            return Ok(None);
        }
        let file = Row::of(entry, row.position, row.duration)?;
        Ok(Some(Row { applied_at: row.applied_at.clone(), ..file.with_downgrade(&row.way_down(entry)?)? }))
    }
}
