//! What a dry run shows behind a run that died is what the next run sends.

use limbeck::{Assume, Cause, Connection, Plan, Run, Sent, Stuck, Target};
use limbeck_schema::Dialect;
use limbeck_tests::{Database, run, with_database};

use super::{FIRST, Way, die_before, go, settling};

async fn planned(database: &Database, run: Run<'_>) -> Result<Plan, limbeck::Error> {
    let connection = Connection::of(&database.connection).await.expect("a connection of its own");
    let plan = run.plan(&connection, &Target::Head).await;
    connection.close().await;
    plan
}

/// The statements of a plan; `None` if a part of them is not known.
fn statements(plan: &Plan) -> Option<Vec<String>> {
    let mut list = Vec::new();
    for revision in &plan.revisions {
        match &revision.sent {
            Sent::Known(sent) | Sent::Assumed(sent) => list.extend(sent.clone()),
            Sent::Unknown(_) => return None,
        }
    }
    Some(list)
}

#[test]
fn a_dry_run_shows_what_the_next_run_sends() {
    for dying in [Way::Up, Way::Down(FIRST)] {
        for lands in [false, true] {
            let (mut compared, mut unknown) = (0, 0);
            for number in 1.. {
                let dying = dying.clone();
                let outcome = run(with_database(Dialect::MariaDb, "planning", |database| async move {
                    settling::ends(&database).await;
                    let all = settling::all();
                    if matches!(dying, Way::Down(_)) {
                        go(&database, Run::new(all), &Way::Up).await.expect("the way up");
                    }
                    let when = format!("{dying:?} that died at {number}, {lands}");
                    if !die_before(&database, all, dying, number).await {
                        return None;
                    }
                    if lands {
                        settling::land(&database).await;
                    }
                    let plan = planned(&database, Run::new(all)).await;
                    let ran = go(&database, Run::new(all), &Way::Up).await;
                    let (plan, ran) = match (plan, ran) {
                        (Ok(plan), Ok(ran)) => (plan, ran),
                        (Err(one), Err(other)) if one.to_string() == other.to_string() => return Some((0, 0)),
                        (plan, ran) => panic!("{when}: {plan:?}, {ran:?}"),
                    };
                    let Some(planned) = statements(&plan) else { return Some((0, 1)) };
                    let sent: Vec<_> = ran.ran.into_iter().flat_map(|ran| ran.statements).collect();
                    // The rest of a step of the other direction is no statement of the revisions that ran.
                    let rest = planned.len().saturating_sub(sent.len());
                    assert!(rest <= 8 && planned[rest..] == sent, "{when}: {planned:#?}, {sent:#?}");
                    Some((1, 0))
                }));
                let Some((same, not_known)) = outcome else { break };
                compared += same;
                unknown += not_known;
            }
            assert!(compared >= 5 && unknown <= 6, "{dying:?}, {lands}: {compared} compared, {unknown} not known");
        }
    }
}

#[test]
fn a_dry_run_takes_a_persons_word_for_the_step_in_doubt() {
    run(with_database(Dialect::MariaDb, "assumed", |database| async move {
        let all = settling::opaque(&database, 2, Some("CREATE TABLE ramps (id integer)")).await;
        let error = planned(&database, Run::new(all)).await.expect_err("a step in doubt");
        assert!(matches!(error.cause(), Cause::Unfinished { why: Stuck::Unclear, .. }), "{error}");
        for (assume, expected) in [
            (Assume::Done, vec!["INSERT INTO owners (name) VALUES ('Bo')"]),
            (Assume::Undone, vec!["CREATE TABLE ramps (id integer)", "INSERT INTO owners (name) VALUES ('Bo')"]),
        ] {
            let plan = planned(&database, Run::new(all).assume(assume)).await;
            let plan = plan.unwrap_or_else(|error| panic!("{assume:?}: {error}"));
            assert_eq!(statements(&plan).expect("statements that are known"), expected, "{assume:?}");
        }
        // Nothing was written: the step is still in doubt.
        let error = go(&database, Run::new(all), &Way::Up).await.expect_err("a step in doubt");
        assert!(matches!(error.cause(), Cause::Unfinished { why: Stuck::Unclear, .. }), "{error}");
        go(&database, Run::new(all).assume(Assume::Done), &Way::Up).await.expect("the rest");
        let error = planned(&database, Run::new(all).assume(Assume::Done)).await.expect_err("nothing in doubt");
        assert!(matches!(error.cause(), Cause::NothingInDoubt), "{error}");
    }));
}
