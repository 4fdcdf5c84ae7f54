//! `upgrade --dry-run`: what would run now. Nothing is written.

use limbeck::{Access, Migrations, Plan, Planned, Run, Sent, Target};
use limbeck_operations::{HazardWatch, Step, replay_step};
use limbeck_prove::preflight::{Preflight, preflight};

use crate::{
    CliError, Status,
    arguments::Global,
    output::{self, BOLD, DIM, YELLOW, paint},
    project::Project,
    session::{Session, block_on},
};

/// Prints the revisions that would run, the hazards of their steps, the rows that are in their way, and their statements.
pub(super) fn run(global: &Global, target: &Target, migrations: &Migrations) -> Result<Status, CliError> {
    let project = Project::find(global, migrations)?;
    let (plan, answers) = block_on(async {
        let Session { connection, .. } = Session::open(&project, Access::Read).await?;
        let run = Run::new(migrations).settings(project.settings.clone());
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
    if plan.revisions.is_empty() {
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
    say!("{}", paint(BOLD, format!("upgrade {}, {}", revision.id, revision.message)));
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
        say!("{statement};");
    }
}

fn print_hazards(plan: &Plan, revision: &Planned) {
    let mut schema = revision.before.clone();
    let mut watch = HazardWatch::new([plan.server.dialect]);
    for (at, step) in revision.steps.iter().enumerate() {
        let later = revision.steps.get(at + 1..).unwrap_or_default();
        for hazard in watch.next(step, later, &schema) {
            say!("{} {hazard}", paint(YELLOW, hazard.code));
        }
        // A step that does not fit stops the plan, or is one that is not known; what is told of the others is then a guess.
        let _ = replay_step(step, &mut schema, plan.server.dialect);
    }
}
