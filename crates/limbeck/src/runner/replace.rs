use limbeck_schema::Capabilities;

use super::{Event, apply::Outcome, session::Session, transaction::Transaction};
use crate::{
    Action, Error, Graph, Node, Ran,
    history::{Layout, Replacement},
};

impl Session<'_> {
    /// Lets squashed revisions take the place in the history of those that they replace, once all of these are applied. All of it is one transaction, so that
    /// a run that dies leaves the one or the other.
    ///
    /// # Errors
    /// What would be recorded then is not what is recorded now; or the server's words.
    pub(super) async fn replace_in_history(&mut self, graph: &Graph) -> Result<Outcome, Error> {
        let replacements = self.replacements(graph)?;
        if replacements.is_empty() {
            return Ok(Outcome::Done);
        }
        self.assert_lock().await?;
        if !Capabilities::of(self.dialect()).transactional_ddl {
            // Bringing the table up to date would commit what was written before it.
            self.ensure_table().await?;
        }
        let mut transaction = Transaction::begin(self, "", false).await?;
        match self.replace_within(&replacements).await {
            Ok(Outcome::Done) => transaction.commit(self).await?,
            outcome => {
                transaction.rollback().await;
                return outcome;
            }
        }
        self.layout = Layout::complete();
        for (squashed, replacement) in &replacements {
            self.history.replace_rows(replacement);
            let (id, message) = (squashed.id.as_str(), squashed.message.as_str());
            self.run.tell(&Event::Replaced { id, message, replaced: &replacement.removed });
            self.report.ran.push(Ran::new(id, message, Action::Replaced));
        }
        Ok(Outcome::Done)
    }

    /// What would change.
    ///
    /// # Errors
    /// What would be recorded then is not what is recorded now.
    pub(super) fn replacements<'g>(&self, graph: &'g Graph) -> Result<Vec<(&'g Node, Replacement)>, Error> {
        let mut history = self.history.clone();
        let mut replacements = Vec::new();
        for squashed in graph.squashed() {
            // The graph is that of these entries.
            let Some(entry) = self.entry(&squashed.id) else { continue };
            if let Some(replacement) = history.replacement(squashed, entry, self.dialect())? {
                history.replace_rows(&replacement);
                replacements.push((squashed, replacement));
            }
        }
        Ok(replacements)
    }

    async fn replace_within(&mut self, replacements: &[(&Node, Replacement)]) -> Result<Outcome, Error> {
        if self.overtaken().await? {
            return Ok(Outcome::Overtaken);
        }
        self.ensure_table().await?;
        let database = self.connection.database();
        for (_, replacement) in replacements {
            for id in &replacement.removed {
                self.table.delete(database, id).await?;
            }
            if let Some(row) = &replacement.added {
                self.table.insert(database, row).await?;
            }
        }
        self.watch_on().await?;
        Ok(Outcome::Done)
    }
}
