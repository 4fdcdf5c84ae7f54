use limbeck::{Migrations, Run, Settings, Target};
use limbeck_introspect::Request;
use limbeck_schema::{Schema, Server};
use sea_orm::DatabaseConnection;

use super::{Outcome, Phase, Proof, Refutation};
use crate::{Scratch, Workshop, catalog};

/// Runs all revisions on a scratch database with the runner itself, data steps included: up, down to the base, up again. There are no rows but those
/// that the steps make.
pub async fn rehearse(workshop: &Workshop, migrations: &Migrations, settings: &Settings) -> Outcome {
    let scratch = match Scratch::make(workshop).await {
        Ok(scratch) => scratch,
        Err(error) => return Outcome::NotProvable(error.to_string()),
    };
    let rehearsal = Rehearsal { scratch: &scratch, migrations, settings };
    let outcome = rehearsal.run().await;
    scratch.close().await;
    match outcome {
        Ok(proof) => Outcome::Proved(proof),
        Err(outcome) => outcome,
    }
}

struct Rehearsal<'a> {
    scratch: &'a Scratch,
    migrations: &'a Migrations,
    settings: &'a Settings,
}

impl Rehearsal<'_> {
    async fn run(&self) -> Result<Proof, Outcome> {
        self.go(Phase::Upgrade, &Target::Heads).await?;
        let end = self.catalog().await?;
        self.go(Phase::Downgrade, &Target::Base).await?;
        self.hold(Phase::Downgrade, &Schema::default(), &self.catalog().await?)?;
        self.go(Phase::SecondUpgrade, &Target::Heads).await?;
        self.hold(Phase::SecondUpgrade, &end, &self.catalog().await?)?;
        Ok(Proof { tables: end.tables.len(), rows: 0, notes: Vec::new() })
    }

    async fn go(&self, when: Phase, target: &Target) -> Result<(), Outcome> {
        let run = Run::new(self.migrations).settings(self.settings.clone());
        let connection = self.scratch.connection();
        let ran = match when {
            Phase::Upgrade | Phase::SecondUpgrade => run.upgrade(connection, target).await,
            Phase::Downgrade => run.downgrade(connection, target).await,
        };
        ran.map(|_| ()).map_err(|error| Outcome::Refuted(Refutation { when, what: error.to_string() }))
    }

    fn hold(&self, when: Phase, expected: &Schema, actual: &Schema) -> Result<(), Outcome> {
        catalog::same(expected, actual).map_err(|what| Outcome::Refuted(Refutation { when, what }))
    }

    /// The catalog without what the runner keeps for itself.
    async fn catalog(&self) -> Result<Schema, Outcome> {
        let (database, server): (&DatabaseConnection, &Server) =
            (self.scratch.connection().database(), self.scratch.server());
        let read = catalog::read(database, server, &Request::default()).await;
        let mut schema = read.map_err(|error| Outcome::NotProvable(error.to_string()))?;
        let history = self.settings.history_table();
        schema.tables.retain(|name, _| name.name != history.name);
        Ok(schema)
    }
}
