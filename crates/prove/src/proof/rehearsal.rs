use limbeck::{Cause, Error, Migrations, Run, Settings, Target};
use limbeck_introspect::Request;
use limbeck_operations::{Operation, Step};
use limbeck_schema::{Dialect, ObjectName, Schema};

use super::{
    Outcome, Phase, Proof, Refutation,
    layout::Layout,
    reach::{names, stays_in_scratch},
};
use crate::{Scratch, Workshop, catalog};

/// All revisions, to be run with their data steps.
#[derive(Clone, Copy)]
pub struct Rehearsal<'a> {
    /// The dialect to run them on.
    pub dialect: Dialect,
    /// The revisions.
    pub migrations: &'a Migrations,
    /// The settings to run them with. The history is kept in the scratch database, whatever schema they put it in.
    pub settings: &'a Settings,
    /// The connected database, whose extensions PostgreSQL may need: its URL.
    pub live: Option<&'a str>,
}

/// Runs all revisions on a scratch database with the runner itself, data steps included: up, down to the base, up again. There are no rows but those
/// that the steps make. Whatever the operations name lies in the scratch database; what raw SQL and data steps name is their author's to answer for.
pub async fn rehearse(workshop: &Workshop, rehearsal: &Rehearsal<'_>) -> Outcome {
    let steps = rehearsal.steps();
    if let Err(reason) = stays_in_scratch(&[], &steps, rehearsal.dialect) {
        return Outcome::NotProvable(reason);
    }
    let scratch = match Scratch::make(workshop, rehearsal.dialect).await {
        Ok(scratch) => scratch,
        Err(error) => return Outcome::NotProvable(error.to_string()),
    };
    let stage = Stage { scratch: &scratch, rehearsal, settings: within_scratch(rehearsal.settings) };
    let outcome = stage.run(&rehearsal.layout(&steps)).await;
    scratch.close().await;
    match outcome {
        Ok(proof) => Outcome::Proved(proof),
        Err(outcome) => outcome,
    }
}

impl<'a> Rehearsal<'a> {
    /// The steps of both directions that count on the dialect.
    fn steps(&self) -> Vec<Step> {
        let revisions = self.migrations.entries().iter().map(|entry| entry.revision);
        let steps = revisions.flat_map(|revision| revision.upgrade().into_iter().chain(revision.downgrade()));
        steps.filter(|step| step.counts_on(self.dialect)).collect()
    }

    fn layout<'b>(&self, steps: &'b [Step]) -> Layout<'b>
    where
        'a: 'b,
    {
        let live = match self.dialect {
            Dialect::Postgres => self.live,
            Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => None,
        };
        let raw = steps.iter().filter_map(|step| match &step.operation {
            Operation::Execute { sql, .. } => Some(sql.as_str()),
            _ => None,
        });
        let named = steps.iter().flat_map(|step| names(&step.operation)).cloned();
        Layout::of(self.dialect, named).without(raw.collect()).with_extensions(live)
    }
}

/// The settings with the history in the database's own schema.
fn within_scratch(settings: &Settings) -> Settings {
    let history = settings.history_table.rsplit('.').next().unwrap_or_default();
    Settings { history_table: history.to_owned(), ..settings.clone() }
}

/// A rehearsal on its scratch database.
struct Stage<'a> {
    scratch: &'a Scratch,
    rehearsal: &'a Rehearsal<'a>,
    settings: Settings,
}

impl Stage<'_> {
    async fn run(&self, layout: &Layout<'_>) -> Result<Proof, Outcome> {
        let notes = layout.make(self.scratch).await.map_err(Outcome::NotProvable)?;
        let request = layout.request();
        let start = self.catalog(&request).await?;
        self.go(Phase::Upgrade, &Target::Heads).await?;
        let end = self.catalog(&request).await?;
        self.go(Phase::Downgrade, &Target::Base).await?;
        hold(Phase::Downgrade, &start, &self.catalog(&request).await?)?;
        self.go(Phase::SecondUpgrade, &Target::Heads).await?;
        hold(Phase::SecondUpgrade, &end, &self.catalog(&request).await?)?;
        Ok(Proof { tables: end.tables.len(), notes, ..Proof::default() })
    }

    async fn go(&self, when: Phase, target: &Target) -> Result<(), Outcome> {
        let run = Run::new(self.rehearsal.migrations).settings(self.settings.clone());
        let connection = self.scratch.connection();
        let ran = match when {
            Phase::Upgrade | Phase::SecondUpgrade => run.upgrade(connection, target).await,
            Phase::Downgrade => run.downgrade(connection, target).await,
        };
        ran.map(|_| ()).map_err(|error| fallen(when, &error))
    }

    /// The catalog without what the runner keeps for itself.
    async fn catalog(&self, request: &Request) -> Result<Schema, Outcome> {
        let database = self.scratch.connection().database();
        let read = catalog::read(database, self.scratch.server(), request, self.settings.sqlite_types).await;
        let mut schema = read.map_err(|error| Outcome::NotProvable(error.to_string()))?;
        let history: ObjectName = self.settings.history_table();
        schema.tables.retain(|name, _| *name != history);
        Ok(schema)
    }
}

/// What an error of the runner says of the revisions: nothing, where it is not about them.
fn fallen(when: Phase, error: &Error) -> Outcome {
    let is_elsewhere = matches!(
        error.cause(),
        Cause::Settings(_)
            | Cause::Connect(_)
            | Cause::Lock(_)
            | Cause::Introspect(_)
            | Cause::Database { .. }
            | Cause::ConnectionLost { .. }
    );
    if is_elsewhere {
        return Outcome::NotProvable(format!("in {when}: {error}"));
    }
    Outcome::Refuted(Refutation { when, what: error.to_string() })
}

fn hold(when: Phase, expected: &Schema, actual: &Schema) -> Result<(), Outcome> {
    catalog::same(expected, actual).map_err(|what| Outcome::Refuted(Refutation { when, what }))
}

#[cfg(test)]
mod tests {
    use limbeck::LockError;
    use limbeck_operations::prelude::*;

    use super::*;

    const fn nothing(_: &mut Op) {}

    fn away(op: &mut Op) {
        op.rename_table("pets", ("zoo", "pets"));
    }

    #[test]
    fn the_history_stays_in_the_scratch_database() {
        for (stated, expected) in [("revisions", "revisions"), ("audit.revisions", "revisions"), ("a.b.c", "c")] {
            let settings = Settings { history_table: stated.to_owned(), ..Settings::default() };
            assert_eq!(within_scratch(&settings).history_table(), ObjectName::bare(expected), "{stated}");
        }
    }

    #[test]
    fn a_lock_that_is_held_says_nothing_of_the_revisions() {
        let busy = Error::from(LockError::Refused(sea_orm::DbErr::Custom("no".to_owned())));
        assert!(matches!(fallen(Phase::Upgrade, &busy), Outcome::NotProvable(_)));
        let wrong = Error::from(limbeck::GraphError::Cycle { ids: Vec::new() });
        assert!(matches!(fallen(Phase::Upgrade, &wrong), Outcome::Refuted(_)));
    }

    #[tokio::test]
    async fn revisions_that_lead_into_another_database_do_not_run() {
        static MIGRATIONS: Migrations = {
            const REVISION: Revision = Revision::new("aa11").steps(nothing, away);
            const ENTRIES: &[limbeck::Entry] =
                &[limbeck::Entry { revision: &REVISION, file: "aa11", message: "", created: "" }];
            Migrations::new(ENTRIES, "")
        };
        let settings = Settings::default();
        // Nobody answers at this address: the refusal comes before anything is opened.
        let workshop = Workshop::Server { url: "mysql://root@127.0.0.1:1/none".to_owned() };
        let rehearsal =
            Rehearsal { dialect: Dialect::MariaDb, migrations: &MIGRATIONS, settings: &settings, live: None };
        match rehearse(&workshop, &rehearsal).await {
            Outcome::NotProvable(reason) => assert!(reason.starts_with("`zoo.pets` is in another"), "{reason}"),
            other => panic!("{other:?}"),
        }
    }
}
