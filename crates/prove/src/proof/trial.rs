//! One trial on one scratch database.

use std::{borrow::Cow, collections::BTreeSet};

use limbeck::connection::server_words;
use limbeck_autogenerate::Comparison;
use limbeck_introspect::Request;
use limbeck_operations::{Step, ddl::script};
use limbeck_schema::{Dialect, ObjectName, Schema, Server, SqliteTypes};
use sea_orm::{ConnectionTrait, DatabaseConnection};

use super::{Claim, Note, Phase, Prepared, Proof, extensions, layout::Layout, making::making, objects::Object};
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

/// What a trial has besides tables and views.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum With {
    Rows,
    /// No rows, so that none of them runs.
    Triggers,
    Nothing,
}

pub(super) struct Trial<'a> {
    scratch: &'a Scratch,
    claim: &'a Claim<'a>,
    prepared: &'a Prepared,
    with: With,
    layout: Layout<'a>,
    request: Request,
    notes: Vec<Note>,
}

impl<'a> Trial<'a> {
    pub(super) fn new(scratch: &'a Scratch, claim: &'a Claim<'a>, prepared: &'a Prepared, with: With) -> Self {
        let needs = [&prepared.start, &prepared.end].into_iter().any(extensions::may_be_needed);
        let live = claim.live.filter(|_| needs && prepared.dialect == Dialect::Postgres);
        let layout = Layout::of(prepared.dialect, names(prepared)).with_extensions(live);
        let request = layout.request();
        let opaque = (!prepared.opaque.is_empty()).then(|| prepared.left_out());
        let notes = opaque.into_iter().chain(prepared.objects.left_out.iter().cloned()).map(Note::Weakens).collect();
        Self { scratch, claim, prepared, with, layout, request, notes }
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
        let objects = &prepared.objects;
        self.make(&objects.views).await;
        match self.with {
            With::Triggers => self.make(&objects.triggers).await,
            With::Rows | With::Nothing => {}
        }
        Ok(())
    }

    /// Makes views or triggers. One that can't be made is said.
    async fn make(&mut self, objects: &[Object]) {
        for Object { what, statements } in objects {
            for sql in statements {
                if let Err(error) = self.database().execute_unprepared(sql).await {
                    self.notes.push(Note::Weakens(format!("without {what}: {}", server_words(&error))));
                    break;
                }
            }
        }
    }

    /// Sees to it that the start is what it should be: what is recorded or there may be what no statement makes.
    async fn verify_start(&self, actual: &Schema) -> Result<(), Stop> {
        let comparison = self.prepared.compare_start(actual, self.scratch).await;
        first_difference(&comparison)
            .map_or(Ok(()), |what| Err(Stop::NotProvable(format!("the start can't be made as it is: {what}"))))
    }

    /// Puts rows in; how many.
    async fn fill(&mut self) -> usize {
        if self.with != With::Rows {
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
        let known = self.with_triggers(before).await?;
        let server = Server { sqlite_types: self.sqlite_types(), ..self.scratch.server().clone() };
        let statements = script(steps, known.as_ref(), &server);
        let statements = statements.map_err(|error| Stop::Failed { when, what: error.to_string() })?;
        for sql in statements {
            if let Err(error) = self.database().execute_unprepared(&sql).await {
                return Err(Stop::Failed { when, what: format!("{}\n{sql}", server_words(&error)) });
            }
        }
        Ok(())
    }

    /// `schema` with the triggers that its tables have: SQLite's rebuild has to make them again, and a rename writes them anew.
    async fn with_triggers<'s>(&self, schema: &'s Schema) -> Result<Cow<'s, Schema>, Stop> {
        if self.with != With::Triggers {
            return Ok(Cow::Borrowed(schema));
        }
        let read = limbeck_introspect::schema(self.database(), self.scratch.server(), &self.request).await;
        let actual = read.map_err(|error| Stop::NotProvable(error.to_string()))?;
        let mut known = schema.clone();
        for (name, table) in &mut known.tables {
            table.triggers = actual.table(name).map(|table| table.triggers.clone()).unwrap_or_default();
        }
        Ok(Cow::Owned(known))
    }

    async fn catalog(&self) -> Result<Schema, Stop> {
        let read = catalog::read(self.database(), self.scratch.server(), &self.request, self.sqlite_types()).await;
        read.map_err(|error| Stop::NotProvable(error.to_string()))
    }

    fn sqlite_types(&self) -> SqliteTypes {
        self.claim.entities.map(|entities| entities.sqlite_types).unwrap_or_default()
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
