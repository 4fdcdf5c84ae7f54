use std::collections::{BTreeMap, BTreeSet};

use limbeck::{Graph, Migrations, Node, Target};
use limbeck_operations::Step;
use limbeck_prove::{Claim, Outcome, Workshop, prove, rehearse};
use limbeck_schema::{Dialect, Schema};

use crate::{
    CliError, Status,
    arguments::{self, Global},
    output,
    project::Project,
    session::block_on,
};

/// Proves revisions on scratch databases, each for itself and the chain of all.
pub(super) fn run(global: &Global, prove: &arguments::Prove, migrations: &Migrations) -> Result<Status, CliError> {
    let project = Project::find(global, migrations)?;
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let nodes = chosen(&graph, prove.range.as_deref())?;
    let is_whole = nodes.len() == graph.len();
    let proving = Proving { project: &project, migrations, graph: &graph, verbose: global.verbose, prove };
    let mut tally = Tally::default();
    for dialect in proving.dialects() {
        block_on(async {
            proving.on(dialect, &nodes, is_whole, &mut tally).await;
            Ok(())
        })?;
    }
    match tally {
        Tally { refuted: 1.., .. } => Ok(Status::Differs),
        Tally { not_provable: 1.., .. } if prove.require_proof => Ok(Status::Failed),
        _ => Ok(Status::Done),
    }
}

/// The revisions of a range: `a:b` are those after `a` up to `b`, a place alone is that one, nothing is all.
fn chosen<'a>(graph: &'a Graph, range: Option<&str>) -> Result<Vec<&'a Node>, CliError> {
    let nothing = BTreeSet::new();
    let places = |text: &str| -> Result<Vec<&'a Node>, CliError> {
        let target: Target = text.parse().map_err(limbeck::Error::from)?;
        Ok(target.places(graph, &nothing).map_err(limbeck::Error::from)?)
    };
    let Some(range) = range else { return Ok(graph.nodes().collect()) };
    let Some((from, to)) = range.split_once(':') else { return places(range) };
    let ids = |nodes: Vec<&'a Node>| nodes.into_iter().map(|node| node.id.as_str());
    let from = places(if from.is_empty() { "base" } else { from })?;
    let done = graph.path_up(&nothing, ids(from)).into_iter().map(|node| node.id.clone()).collect();
    Ok(graph.path_up(&done, ids(places(if to.is_empty() { "heads" } else { to })?)))
}

/// How many outcomes of each kind there were.
#[derive(Default)]
struct Tally {
    refuted: usize,
    not_provable: usize,
}

struct Proving<'a> {
    project: &'a Project,
    migrations: &'a Migrations,
    graph: &'a Graph,
    prove: &'a arguments::Prove,
    verbose: bool,
}

impl Proving<'_> {
    /// The dialects to prove on: the database's, or all that are declared.
    fn dialects(&self) -> Vec<Dialect> {
        let declared = self.project.dialects();
        if self.prove.all_dialects {
            return declared;
        }
        let of_url = self.project.dialect_of_url();
        // `mysql:` may lead to MariaDB; the declared dialects tell.
        let meant = of_url.map(|of_url| {
            let is_meant = |dialect: &&Dialect| of_url.is_mysql_like() && dialect.is_mysql_like();
            if declared.contains(&of_url) {
                of_url
            } else {
                declared.iter().copied().find(|it| is_meant(&it)).unwrap_or(of_url)
            }
        });
        meant.or_else(|| declared.first().copied()).into_iter().collect()
    }

    async fn on(&self, dialect: Dialect, nodes: &[&Node], is_whole: bool, tally: &mut Tally) {
        let url = self.project.url().ok().map(|url| url.text.as_str());
        let stated = self.prove.scratch_url.iter().map(String::as_str);
        let stated: Vec<&str> = stated.chain(self.project.scratch_url(None)).collect();
        let workshops = stated.iter().map(|scratch| Workshop::of(dialect, url, Some(scratch)));
        let workshop = workshops.into_iter().find_map(Result::ok).map_or_else(|| Workshop::of(dialect, url, None), Ok);
        let workshop = match workshop {
            Ok(workshop) => workshop,
            Err(reason) => {
                return self.tell(&Outcome::NotProvable(reason.to_string()), &format!("on {dialect}"), tally);
            }
        };
        for node in nodes {
            let outcome = self.revision(&workshop, dialect, node).await;
            self.tell(&outcome, &format!("{}, {} on {dialect}", node.id, node.message), tally);
        }
        if is_whole && nodes.len() > 1 {
            let outcome = self.chain(&workshop, dialect, nodes).await;
            self.tell(&outcome, &format!("the chain of all on {dialect}"), tally);
        }
        if self.prove.steps {
            // A data step is anybody's code: it runs only where somebody said that it may.
            let outcome = if stated.is_empty() && dialect != Dialect::Sqlite {
                Outcome::NotProvable(
                    "data steps run only on a server that `--scratch-url` or `scratch_url` names".to_owned(),
                )
            } else {
                rehearse(&workshop, self.migrations, &self.project.settings).await
            };
            self.tell(&outcome, &format!("the chain of all with data steps on {dialect}"), tally);
        }
    }

    fn tell(&self, outcome: &Outcome, subject: &str, tally: &mut Tally) {
        match outcome {
            Outcome::Proved(_) => {}
            Outcome::Refuted(_) => tally.refuted += 1,
            Outcome::NotProvable(_) => tally.not_provable += 1,
        }
        output::print_outcome(outcome, subject, self.verbose);
    }

    /// One revision, from what those before it made.
    async fn revision(&self, workshop: &Workshop, dialect: Dialect, node: &Node) -> Outcome {
        let mut before = Schema::default();
        for known in self.graph.path_up(&BTreeSet::new(), [node.id.as_str()]) {
            if known.id == node.id {
                continue;
            }
            if let Err(error) = self.migrations.record(&known.id, &mut before, dialect) {
                return Outcome::NotProvable(error.to_string());
            }
        }
        let steps = self.steps(node);
        self.claim(workshop, dialect, &before, (&steps.0, &steps.1)).await
    }

    /// All of them from nothing, then all back, then all again.
    async fn chain(&self, workshop: &Workshop, dialect: Dialect, nodes: &[&Node]) -> Outcome {
        let (mut upgrade, mut downgrade) = (Vec::new(), Vec::new());
        for node in nodes {
            upgrade.extend(self.steps(node).0);
        }
        for node in nodes.iter().rev() {
            downgrade.extend(self.steps(node).1);
        }
        self.claim(workshop, dialect, &Schema::default(), (&upgrade, &downgrade)).await
    }

    fn steps(&self, node: &Node) -> (Vec<Step>, Vec<Step>) {
        let entry = self.migrations.entry(&node.id);
        entry.map(|entry| (entry.revision.upgrade(), entry.revision.downgrade())).unwrap_or_default()
    }

    async fn claim(
        &self,
        workshop: &Workshop,
        dialect: Dialect,
        before: &Schema,
        (upgrade, downgrade): (&[Step], &[Step]),
    ) -> Outcome {
        let live = self.project.url().ok().map(|url| url.text.as_str());
        let views = &BTreeMap::new();
        prove(workshop, &Claim { dialect, before, views, upgrade, downgrade, entities: None, live }).await
    }
}
