//! One trial on one scratch database.

use std::collections::BTreeSet;

use limbeck::connection::server_words;
use limbeck_autogenerate::Comparison;
use limbeck_introspect::Request;
use limbeck_operations::{
    Step,
    ddl::{quote, script},
};
use limbeck_schema::{Dialect, ObjectName, Schema, View};
use sea_orm::{ConnectionTrait, DatabaseConnection};

use super::{Claim, Note, Phase, Prepared, Proof, extensions, layout::Layout, making::making};
use crate::{
    Scratch, catalog,
    rows::{self, Passage, Seen},
};

/// Why a trial ended early.
pub(super) enum Stop {
    /// It could not be tried.
    NotProvable(String),
    /// A statement failed.
    Failed { when: Phase, what: String },
    /// What came out is not what was said.
    Differs { when: Phase, what: String },
}

pub(super) struct Trial<'a> {
    scratch: &'a Scratch,
    claim: &'a Claim<'a>,
    prepared: &'a Prepared,
    with_rows: bool,
    layout: Layout<'a>,
    request: Request,
    notes: Vec<Note>,
}

impl<'a> Trial<'a> {
    pub(super) fn new(scratch: &'a Scratch, claim: &'a Claim<'a>, prepared: &'a Prepared, with_rows: bool) -> Self {
        let needs = [&prepared.start, &prepared.end].into_iter().any(extensions::may_be_needed);
        let live = claim.live.filter(|_| needs && prepared.dialect == Dialect::Postgres);
        let layout = Layout::of(prepared.dialect, names(prepared)).with_extensions(live);
        let request = layout.request();
        let notes = if prepared.opaque.is_empty() { Vec::new() } else { vec![Note::Weakens(prepared.left_out())] };
        Self { scratch, claim, prepared, with_rows, layout, request, notes }
    }

    pub(super) async fn run(mut self) -> Result<Proof, Stop> {
        let prepared = self.prepared;
        let missing = self.layout.make(self.scratch).await.map_err(Stop::NotProvable)?;
        self.notes.extend(missing);
        self.make_start().await?;
        let filled = self.fill().await;
        let start = self.catalog().await?;
        self.verify_start(&start).await?;
        let rows = self.look(&prepared.start).await?;

        self.send(Phase::Upgrade, &prepared.upgrade, &prepared.start).await?;
        let end = self.catalog().await?;
        self.compare(&end).await?;
        self.same_rows(Phase::Upgrade, &rows).await?;

        self.send(Phase::Downgrade, &prepared.downgrade, &prepared.end).await?;
        let back = if prepared.is_repair() {
            self.same_catalog(Phase::Downgrade, &end).await?;
            &prepared.end
        } else {
            self.same_catalog(Phase::Downgrade, &start).await?;
            let again = self.look(&prepared.start).await?;
            let passage = self.passage();
            let differs = |what| Stop::Differs { when: Phase::Downgrade, what };
            let kept = |table: &ObjectName, column: &str| passage.kept(table, column);
            let fills = |table: &ObjectName, column: &str| passage.fills(table, column);
            rows.still_in(&again, kept, fills).map_err(differs)?;
            &prepared.start
        };

        self.send(Phase::SecondUpgrade, &prepared.upgrade, back).await?;
        self.same_catalog(Phase::SecondUpgrade, &end).await?;
        self.same_rows(Phase::SecondUpgrade, &rows).await?;
        Ok(Proof {
            tables: prepared.start.tables.len().max(prepared.end.tables.len()),
            rows: filled,
            only_without_rows: None,
            notes: self.notes,
        })
    }

    fn database(&self) -> &DatabaseConnection {
        self.scratch.connection().database()
    }

    fn passage(&self) -> Passage<'a> {
        let Prepared { dialect, start, end, upgrade, downgrade, .. } = self.prepared;
        Passage { steps: upgrade, back: downgrade, dialect: *dialect, before: start, after: end }
    }

    /// Makes the start.
    async fn make_start(&mut self) -> Result<(), Stop> {
        let prepared = self.prepared;
        let nothing = Schema::default();
        let made = self.send(Phase::Upgrade, &making(&prepared.start), &nothing).await;
        made.map_err(|stop| match stop {
            Stop::NotProvable(what) | Stop::Failed { what, .. } | Stop::Differs { what, .. } => {
                let notes: String = self.notes.iter().map(|note| format!("; {}", note.text())).collect();
                Stop::NotProvable(format!("the start can't be made: {what}{notes}"))
            }
        })?;
        for view in &prepared.views {
            let made = self.database().execute_unprepared(&create_view(view, prepared.dialect)).await;
            if let Err(error) = made {
                let without = format!("without the view {}: {}", view.name, server_words(&error));
                self.notes.push(Note::Weakens(without));
            }
        }
        Ok(())
    }

    /// Sees to it that the start is what it should be: what is recorded or there may be what no statement makes.
    async fn verify_start(&self, actual: &Schema) -> Result<(), Stop> {
        let comparison = self.prepared.compare_start(actual, self.scratch).await;
        first_difference(&comparison)
            .map_or(Ok(()), |what| Err(Stop::NotProvable(format!("the start can't be made as it is: {what}"))))
    }

    /// Puts rows in; how many.
    async fn fill(&mut self) -> usize {
        if !self.with_rows {
            return 0;
        }
        let prepared = self.prepared;
        let passage = self.passage();
        let becomes = |table: &ObjectName, column: &str| passage.becomes(table, column);
        let filled = rows::fill(self.database(), &prepared.start, prepared.dialect, becomes).await;
        let mut tables: BTreeSet<&ObjectName> = BTreeSet::new();
        for refusal in &filled.refused {
            if tables.insert(&refusal.table) {
                let reason = format!("not all rows of {} can be made up: {}", refusal.table, refusal.reason);
                self.notes.push(Note::Aside(reason));
            }
        }
        filled.rows
    }

    /// Sends the statements of `steps`, one by one.
    async fn send(&self, when: Phase, steps: &[Step], before: &Schema) -> Result<(), Stop> {
        let statements = script(steps, before, self.scratch.server());
        let statements = statements.map_err(|error| Stop::Failed { when, what: error.to_string() })?;
        for sql in statements {
            if let Err(error) = self.database().execute_unprepared(&sql).await {
                return Err(Stop::Failed { when, what: format!("{}\n{sql}", server_words(&error)) });
            }
        }
        Ok(())
    }

    async fn catalog(&self) -> Result<Schema, Stop> {
        let types = self.claim.entities.map(|entities| entities.sqlite_types).unwrap_or_default();
        let read = catalog::read(self.database(), self.scratch.server(), &self.request, types).await;
        read.map_err(|error| Stop::NotProvable(error.to_string()))
    }

    async fn look(&self, schema: &Schema) -> Result<Seen, Stop> {
        let seen = rows::look(self.database(), schema, self.prepared.dialect).await;
        seen.map_err(|error| Stop::NotProvable(server_words(&error)))
    }

    async fn same_catalog(&self, when: Phase, expected: &Schema) -> Result<(), Stop> {
        catalog::same(expected, &self.catalog().await?).map_err(|what| Stop::Differs { when, what })
    }

    async fn same_rows(&self, when: Phase, rows: &Seen) -> Result<(), Stop> {
        let seen = self.look(&self.prepared.end).await?;
        let passage = self.passage();
        let rows = passage.relabelled(rows);
        rows.still_in(
            &seen,
            |table, column| passage.renamed(table, column),
            |table, column| passage.fills(table, column),
        )
        .map_err(|what| Stop::Differs { when, what })
    }

    /// Compares what came out with what the steps say and the entities want.
    async fn compare(&mut self, actual: &Schema) -> Result<(), Stop> {
        let comparison = self.prepared.compare(actual, self.claim, self.scratch).await;
        let skipped = comparison.skipped.iter();
        let skipped = skipped.map(|it| Note::Weakens(format!("not compared: {}: {}", it.object, it.reason)));
        self.notes.extend(skipped);
        match first_difference(&comparison) {
            Some(what) => Err(Stop::Differs { when: Phase::Upgrade, what }),
            None => Ok(()),
        }
    }
}

/// All names that the trial uses.
fn names(prepared: &Prepared) -> impl Iterator<Item = ObjectName> {
    let schemas = [&prepared.start, &prepared.end];
    schemas.into_iter().flat_map(|schema| schema.tables.keys().chain(schema.enums.keys()).cloned().collect::<Vec<_>>())
}

/// The first thing that a comparison found, in words.
fn first_difference(comparison: &Comparison) -> Option<String> {
    let change = comparison.changes.first().map(|change| format!("comparing again finds {}", change.step.operation));
    let drift = || {
        let drift = comparison.drifted.first()?;
        let side = |words: &Option<String>| words.clone().unwrap_or_else(|| "nothing".to_owned());
        Some(format!("{} should be {} and is {}", drift.object, side(&drift.recorded), side(&drift.actual)))
    };
    let conflict = || Some(format!("comparing again finds {}", comparison.conflicts.first()?.object));
    let unmanaged = || Some(format!("{} is there, and no step made it", comparison.unmanaged.first()?));
    let refused = || Some(format!("comparing again refuses {}", comparison.refused.first()?));
    change.or_else(drift).or_else(conflict).or_else(unmanaged).or_else(refused)
}

/// The statement that makes a view; SQLite keeps it whole.
fn create_view(view: &View, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite => view.definition.clone(),
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {
            let kind = if view.materialized { "MATERIALIZED VIEW" } else { "VIEW" };
            let query = view.definition.trim().trim_end_matches(';');
            format!("CREATE {kind} {} AS {query}", quote::object(&view.name, dialect))
        }
    }
}
