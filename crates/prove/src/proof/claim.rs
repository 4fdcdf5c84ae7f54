use std::collections::{BTreeMap, BTreeSet};

use limbeck_autogenerate::{Comparing, Comparison, Verdicts};
use limbeck_operations::{Operation, Step};
use limbeck_schema::{Dialect, ObjectName, Schema};

use super::{involved::Involved, objects::Objects, reach::stays_in_scratch};
use crate::{Scratch, compare_with_verdicts};

/// What a revision says that it does.
#[derive(Clone, Copy)]
pub struct Claim<'a> {
    /// The dialect to try it on.
    pub dialect: Dialect,
    /// The schema before it.
    pub before: &'a Schema,
    /// What the database has, whose views and triggers may stand on its tables.
    pub database: &'a Schema,
    /// Its steps up.
    pub upgrade: &'a [Step],
    /// Its steps down.
    pub downgrade: &'a [Step],
    /// The comparison that it came from: afterwards, comparing the entities again has to find nothing. `None` for one that is not the newest.
    pub entities: Option<&'a Comparing<'a>>,
    /// The connected database, whose extensions PostgreSQL may need: its URL.
    pub live: Option<&'a str>,
}

/// A claim, made ready for a trial.
pub(super) struct Prepared {
    pub(super) dialect: Dialect,
    /// What of the schema is involved.
    pub(super) start: Schema,
    /// The start after the upgrade.
    pub(super) end: Schema,
    pub(super) around: BTreeSet<ObjectName>,
    pub(super) objects: Objects,
    /// The steps without those that are the author's own; of raw SQL, what it says it does.
    pub(super) upgrade: Vec<Step>,
    pub(super) downgrade: Vec<Step>,
    /// Steps that are left out and don't say what they do to the schema.
    pub(super) opaque: Vec<String>,
}

impl Prepared {
    /// # Errors
    /// Why it can't be tried, in words.
    pub(super) fn of(claim: &Claim<'_>) -> Result<Self, String> {
        let mut opaque = Vec::new();
        let mut structural = |steps: &[Step]| {
            let (mut list, before) = (Vec::new(), opaque.len());
            flatten(steps, claim.dialect, &mut list, &mut opaque);
            if list.is_empty() && opaque.len() > before { Err(left_out(&opaque)) } else { Ok(list) }
        };
        let (upgrade, downgrade) = (structural(claim.upgrade)?, structural(claim.downgrade)?);
        let involved = Involved::of(claim.before, upgrade.iter().chain(&downgrade), claim.dialect);
        let mut end = involved.start.clone();
        limbeck_operations::replay_all(&upgrade, &mut end, claim.dialect).map_err(|error| error.to_string())?;
        stays_in_scratch(&[&involved.start, &end], upgrade.iter().chain(&downgrade), claim.dialect)?;
        let Involved { start, around } = involved;
        let objects = Objects::of(claim.database, &start, &upgrade, claim.dialect);
        Ok(Self { dialect: claim.dialect, start, end, around, objects, upgrade, downgrade, opaque })
    }

    /// The steps that did not run, in words.
    pub(super) fn left_out(&self) -> String {
        left_out(&self.opaque)
    }

    /// Whether the revision only brings a database back to what is recorded: that has no way back, and the end stays.
    pub(super) fn is_repair(&self) -> bool {
        self.downgrade.is_empty() && self.upgrade.iter().all(|step| step.unless_done)
    }

    /// Compares `actual`, what the scratch database has before the upgrade, with what it should have.
    pub(super) async fn compare_start(&self, actual: &Schema, scratch: &Scratch) -> Comparison {
        self.held_against(&self.start, actual, None, scratch).await
    }

    /// Compares `actual`, what the scratch database has after the upgrade, with what the steps say and with what the entities want.
    pub(super) async fn compare(&self, actual: &Schema, claim: &Claim<'_>, scratch: &Scratch) -> Comparison {
        self.held_against(&self.end, actual, claim.entities, scratch).await
    }

    async fn held_against(
        &self,
        expected: &Schema,
        actual: &Schema,
        entities: Option<&Comparing<'_>>,
        scratch: &Scratch,
    ) -> Comparison {
        let mut actual = actual.clone();
        limbeck_schema::reconcile_to_the_cast(&mut actual, expected, self.dialect);
        let recorded = BTreeMap::from([(self.dialect, expected.clone())]);
        let actual = limbeck_autogenerate::Actual { dialect: self.dialect, schema: &actual };
        let wanted = entities.map(|entities| self.wanted(entities.wanted));
        let input = match (entities, &wanted) {
            (Some(entities), Some(wanted)) => {
                Comparing { wanted, recorded: &recorded, actual: Some(actual), renames: &[], ..*entities }
            }
            _ => Comparing { actual: Some(actual), ..Comparing::new(expected, &recorded) },
        };
        // What was said of the connected database need not hold for this one.
        let input = Comparing { verdicts: Verdicts::none(), ..input };
        compare_with_verdicts(scratch.connection().database(), scratch.server(), &input).await.0
    }

    /// What the entities want of the tables that the steps name; the tables around them as they are.
    fn wanted(&self, all: &Schema) -> Schema {
        let mut wanted = Schema::default();
        for (name, known) in &self.end.tables {
            let table = if self.around.contains(name) { Some(known) } else { all.table(name) };
            wanted.tables.extend(table.map(|table| (name.clone(), table.clone())));
        }
        let types = all.enums.iter().filter(|(name, _)| self.end.enums.contains_key(*name));
        wanted.enums = types.map(|(name, enumeration)| (name.clone(), enumeration.clone())).collect();
        wanted
    }
}

/// The steps that Limbeck makes statements of: data steps are left out, and raw SQL is what it says it does.
pub(super) fn flatten(steps: &[Step], dialect: Dialect, list: &mut Vec<Step>, opaque: &mut Vec<String>) {
    for step in steps.iter().filter(|step| step.counts_on(dialect)) {
        match &step.operation {
            Operation::Execute { records, .. } if records.is_empty() => opaque.push(step.operation.to_string()),
            Operation::Execute { records, .. } => flatten(records, dialect, list, opaque),
            Operation::Run { .. } => opaque.push(step.operation.to_string()),
            _ => list.push(step.clone()),
        }
    }
}

pub(super) fn left_out(opaque: &[String]) -> String {
    format!("steps that don't say what they do to the schema were left out ({})", opaque.join(", "))
}

#[cfg(test)]
mod tests {
    use limbeck_schema::Table;

    use super::*;

    fn prepared(upgrade: &[Step], downgrade: &[Step], dialect: Dialect) -> Result<Prepared, String> {
        let before = &Schema::default();
        Prepared::of(&Claim { dialect, before, database: before, upgrade, downgrade, entities: None, live: None })
    }

    #[test]
    fn a_direction_of_nothing_but_steps_that_do_not_run_can_not_be_tried() {
        let make = || Step::new(Operation::CreateTable { definition: Table::new("pets", Vec::new()) });
        let drop = || Step::new(Operation::DropTable { table: "pets".into() });
        let raw = || Step::new(Operation::Execute { sql: "VACUUM".to_owned(), records: Vec::new() });
        let data = || Step::new(Operation::Run { name: "fill".to_owned() });
        let recorded = Step::new(Operation::Execute { sql: "CREATE ..".to_owned(), records: vec![make()] });
        for (name, upgrade, downgrade, expected) in [
            ("raw SQL both ways", vec![raw()], vec![raw()], None),
            ("a data step and no way back", vec![data()], vec![], None),
            ("raw SQL back", vec![make()], vec![raw()], None),
            ("raw SQL besides", vec![raw(), make()], vec![drop()], Some(1)),
            ("raw SQL that says what it does", vec![recorded], vec![drop()], Some(0)),
            ("nothing at all", vec![], vec![], Some(0)),
        ] {
            let found = prepared(&upgrade, &downgrade, Dialect::Sqlite);
            assert_eq!(found.as_ref().ok().map(|prepared| prepared.opaque.len()), expected, "{name}");
            if let Err(reason) = found {
                assert!(reason.contains("were left out ("), "{name}: {reason}");
            }
        }
    }

    #[test]
    fn a_rename_into_another_database_is_not_tried() {
        let make = Step::new(Operation::CreateTable { definition: Table::new("animals", Vec::new()) });
        let away =
            Step::new(Operation::RenameTable { table: "animals".into(), to: ObjectName::qualified("zoo", "pets") });
        let [up, down] = [[make.clone(), away.clone()], [make, away]];
        for (name, upgrade, downgrade) in [("up", &up[..], &[][..]), ("down", &up[..1], &down[1..])] {
            let found = prepared(upgrade, downgrade, Dialect::MariaDb).map(|_| ());
            assert!(found.is_err_and(|reason| reason.starts_with("`zoo.pets` is in another database")), "{name}");
        }
    }
}
