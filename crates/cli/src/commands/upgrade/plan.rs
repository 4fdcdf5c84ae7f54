//! `upgrade --dry-run`: what would run now. Nothing is written.

use limbeck::{Access, Migrations, Plan, Planned, Run, Sent, Target};
use limbeck_operations::{Hazard, HazardWatch, Step, passed_over, replay_step};
use limbeck_prove::preflight::{Preflight, preflight};
use limbeck_schema::Dialect;

use crate::{
    CliError, Status,
    arguments::{Global, Running},
    output::{self, BOLD, DIM, YELLOW, ended, paint},
    project::Project,
    run,
    session::{Session, block_on},
};

/// Prints the revisions that would run, the hazards of their steps, the rows that are in their way, and their statements.
pub(super) fn run(
    global: &Global,
    (target, running): (&Target, &Running),
    migrations: &Migrations,
) -> Result<Status, CliError> {
    let project = Project::find(global, migrations)?;
    let (plan, answers) = block_on(async {
        let Session { connection, server, history } = Session::open(&project, Access::Read).await?;
        run::tell_edited(&history.unwrap_or_default(), migrations, &server);
        let run = run::with(running, Run::new(migrations).settings(project.settings.clone()));
        let planned = run.plan(&connection, target).await;
        let answers = match &planned {
            Ok(plan) => {
                // The revisions run one after the other, so they are asked about as one.
                let steps: Vec<Step> = plan.revisions.iter().flat_map(|revision| revision.steps.clone()).collect();
                preflight(connection.database(), &plan.server, &steps, &plan.actual).await
            }
            Err(_) => Vec::new(),
        };
        connection.close().await;
        Ok((planned?, answers))
    })?;
    for (id, replaced) in &plan.replaced {
        output::note(format!("in the history {id} would take the place of {}", replaced.join(", ")));
    }
    if plan.revisions.is_empty() && plan.replaced.is_empty() {
        output::note("nothing to do");
    }
    let mut first = 0;
    for revision in &plan.revisions {
        let behind = first + revision.steps.len();
        let own: Vec<_> = answers.iter().filter(|answer| (first..behind).contains(&answer.step)).cloned().collect();
        print(&plan, revision, &own);
        first = behind;
    }
    Ok(Status::Done)
}

fn print(plan: &Plan, revision: &Planned, answers: &[Preflight]) {
    say!("{}", paint(BOLD, format!("{} {}, {}", revision.direction, revision.id, revision.message)));
    print_hazards(plan, revision);
    output::print_preflight(answers);
    let statements = match &revision.sent {
        Sent::Known(statements) => statements.as_slice(),
        Sent::Assumed(statements) => {
            say!("{}", paint(DIM, "-- unless a step before changes the schema, which is read again behind it"));
            statements
        }
        Sent::Unknown(reason) => {
            say!("{}", paint(YELLOW, format!("-- not known before the steps before it ran: {reason}")));
            &[]
        }
    };
    for statement in statements {
        say!("{}", ended(statement));
    }
}

fn print_hazards(plan: &Plan, revision: &Planned) {
    for hazard in hazards(revision, plan.server.dialect) {
        say!("{} {hazard}", paint(YELLOW, hazard.code));
    }
}

/// The hazards of the steps that would run: what is passed over does nothing.
fn hazards(revision: &Planned, dialect: Dialect) -> Vec<Hazard> {
    let passed = passed_over(&revision.steps, &revision.before, dialect);
    let due = revision.steps.iter().zip(passed).filter(|(_, passed)| !passed);
    let steps: Vec<Step> = due.map(|(step, _)| step.clone()).collect();
    let mut schema = revision.before.clone();
    let mut watch = HazardWatch::new([dialect]);
    let mut found = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        found.extend(watch.next(step, steps.get(at + 1..).unwrap_or_default(), &schema));
        // A step that does not fit stops the plan, or is one that is not known; what is told of the others is then a guess.
        let _ = replay_step(step, &mut schema, dialect);
    }
    found
}

#[cfg(test)]
mod tests {
    use limbeck_operations::{HazardCode, Operation};
    use limbeck_schema::{Check, Column, ColumnType, Schema, Table};

    use super::*;

    #[test]
    fn a_table_that_was_there_before_is_not_taken_for_a_new_one() {
        let mut before = Schema::default();
        before.insert(Table::new("pets", vec![Column::new("age", ColumnType::Integer)]));
        let (table, check) = ("pets".into(), Check::new("age > 0").named("ck"));
        let create = Operation::CreateTable { definition: Table::new("pets", Vec::new()) };
        let create = |unless_done| Step { unless_done, ..Step::new(create.clone()) };
        let add = Step::new(Operation::AddCheck { table, check });
        for (name, before, steps, expected) in [
            ("there before", before, vec![create(true), add.clone()], true),
            ("made", Schema::default(), vec![create(false), add], false),
        ] {
            let (id, message) = (String::new(), String::new());
            let (direction, sent) = (limbeck::Direction::Upgrade, Sent::Known(Vec::new()));
            let revision = Planned { id, message, direction, steps, before, sent };
            let found = hazards(&revision, Dialect::Postgres);
            assert_eq!(found.iter().any(|hazard| hazard.code == HazardCode::D03), expected, "{name}: {found:?}");
        }
    }
}
