use limbeck::{Access, Chain, Graph, Migrations, Node, Range};
use limbeck_operations::Step;
use limbeck_prove::{Claim, Outcome, Proof, Rehearsal, Workshop, leads_to, prove, rehearse};
use limbeck_schema::{Dialect, Schema};

use super::places;
use crate::{
    CliError, Status,
    arguments::{self, Global},
    output,
    project::{DatabaseUrl, Project},
    session::{block_on, open},
};

/// Proves revisions on scratch databases, each for itself and the chain of all.
pub(super) fn run(global: &Global, prove: &arguments::Prove, migrations: &Migrations) -> Result<Status, CliError> {
    let project = Project::find(global, migrations)?;
    on(&project, project.url().ok(), prove, (global, migrations))
}

/// The same for a project; `url` is its database, beside which scratch databases may be made.
pub(super) fn on(
    project: &Project,
    url: Option<&DatabaseUrl>,
    prove: &arguments::Prove,
    (global, migrations): (&Global, &Migrations),
) -> Result<Status, CliError> {
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let nodes = chosen(project, &graph, prove.range.as_deref())?;
    let is_whole = nodes.len() == graph.len();
    let proving = Proving { project, url, migrations, graph: &graph, verbose: global.verbose, prove };
    let mut tally = Tally::default();
    block_on(async {
        for dialect in proving.dialects().await? {
            proving.on(dialect, &nodes, is_whole, &mut tally).await;
        }
        Ok(())
    })?;
    match tally {
        Tally { refuted: 1.., .. } => Ok(Status::Differs),
        Tally { not_provable: 1.., .. } | Tally { without_rows: 1.., .. } if prove.require_proof => Ok(Status::Failed),
        _ => Ok(Status::Done),
    }
}

/// The revisions of a range: `a:b` are those after `a` up to `b`, a place alone is that one, nothing is all.
///
/// # Errors
/// A place that is none, a range that holds no revision, or a database that has to be asked and can't be opened.
fn chosen<'a>(project: &Project, graph: &'a Graph, range: Option<&str>) -> Result<Vec<&'a Node>, CliError> {
    let Some(text) = range else { return Ok(graph.nodes().collect()) };
    let nodes = if text.contains(':') {
        let range: Range = text.parse().map_err(limbeck::Error::from)?;
        let applied = places::applied(project, graph, range.from.iter().chain(&range.to))?;
        range.path_up(graph, &applied).map_err(limbeck::Error::from)?
    } else {
        places::named(project, graph, &[text.to_owned()])?
    };
    if nodes.is_empty() { Err(CliError::NothingToProve(text.to_owned())) } else { Ok(nodes) }
}

/// How many outcomes of each kind there were.
#[derive(Default)]
struct Tally {
    refuted: usize,
    not_provable: usize,
    without_rows: usize,
}

struct Proving<'a> {
    project: &'a Project,
    /// Its database, unless that is not to be opened.
    url: Option<&'a DatabaseUrl>,
    migrations: &'a Migrations,
    graph: &'a Graph,
    prove: &'a arguments::Prove,
    verbose: bool,
}

impl Proving<'_> {
    /// The dialects to prove on: the database's, or all that are declared.
    ///
    /// # Errors
    /// There is no URL and none is declared.
    async fn dialects(&self) -> Result<Vec<Dialect>, CliError> {
        let declared = &self.project.settings.dialects;
        if self.prove.all_dialects && !declared.is_empty() {
            return Ok(declared.clone());
        }
        let dialect = self.connected().await.or_else(|| declared.first().copied());
        dialect.map(|dialect| vec![dialect]).ok_or(CliError::NoDialect)
    }

    /// The dialect of the connected database. `mysql:` may lead to MariaDB: the server tells, or where it does not answer the declared dialects.
    async fn connected(&self) -> Option<Dialect> {
        let of_url = self.project.dialect_of_url()?;
        if !of_url.is_mysql_like() {
            return Some(of_url);
        }
        if let Some(url) = self.url
            && let Ok(connection) = open(url, Access::Read).await
        {
            let server = limbeck_introspect::server(connection.database()).await;
            connection.close().await;
            if let Ok(server) = server {
                return Some(server.dialect);
            }
        }
        self.project.meant_dialect()
    }

    async fn on(&self, dialect: Dialect, nodes: &[&Node], is_whole: bool, tally: &mut Tally) {
        let url = self.url.map(|url| url.text.as_str());
        let mut stated = self.prove.scratch_url.iter().map(String::as_str);
        let stated = stated.find(|scratch| leads_to(scratch, dialect));
        let stated = stated.or_else(|| self.project.scratch_url(dialect, None));
        // Who names one server of another kind, and wants no other dialects, has named a wrong one.
        let wrong = self.prove.scratch_url.first().map(String::as_str).filter(|_| !self.prove.all_dialects);
        let workshop = match Workshop::of(dialect, url, stated.or(wrong)) {
            Ok(workshop) => workshop,
            Err(reason) => {
                return self.tell(&Outcome::NotProvable(reason.to_string()), &format!("on {dialect}"), tally);
            }
        };
        let mut chain = Chain::new(self.migrations, self.graph, dialect);
        for node in nodes {
            let outcome = self.revision(&workshop, dialect, node, &mut chain).await;
            self.tell(&outcome, &format!("{}, {} on {dialect}", node.id, node.message), tally);
        }
        if is_whole && nodes.len() > 1 {
            let outcome = self.chain(&workshop, dialect, nodes).await;
            self.tell(&outcome, &format!("the chain of all on {dialect}"), tally);
        }
        if self.prove.steps {
            // A data step is anybody's code: it runs only where somebody said that it may.
            let outcome = if stated.is_none() && dialect != Dialect::Sqlite {
                Outcome::NotProvable(
                    "data steps run only on a server that `--scratch-url` or `scratch_url` names".to_owned(),
                )
            } else {
                let (migrations, settings) = (self.migrations, &self.project.settings);
                rehearse(&workshop, &Rehearsal { dialect, migrations, settings, live: self.live(dialect) }).await
            };
            self.tell(&outcome, &format!("the chain of all with data steps on {dialect}"), tally);
        }
    }

    fn tell(&self, outcome: &Outcome, subject: &str, tally: &mut Tally) {
        match outcome {
            Outcome::Proved(Proof { only_without_rows: None, .. }) => {}
            Outcome::Proved(Proof { only_without_rows: Some(_), .. }) => tally.without_rows += 1,
            Outcome::Refuted(_) => tally.refuted += 1,
            Outcome::NotProvable(_) => tally.not_provable += 1,
        }
        output::print_outcome(outcome, subject, self.verbose);
    }

    /// One revision, from what those before it made.
    async fn revision(&self, workshop: &Workshop, dialect: Dialect, node: &Node, chain: &mut Chain<'_>) -> Outcome {
        let before = match chain.before(&node.id) {
            Ok(before) => before,
            Err(error) => return Outcome::NotProvable(error.to_string()),
        };
        let steps = self.steps(node);
        self.claim(workshop, dialect, before, (&steps.0, &steps.1)).await
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
        let (database, live) = (&Schema::default(), self.live(dialect));
        prove(workshop, &Claim { dialect, before, database, upgrade, downgrade, entities: None, live }).await
    }

    /// The URL of the connected database, if that is one of `dialect`.
    fn live(&self, dialect: Dialect) -> Option<&str> {
        self.url.map(|url| url.text.as_str()).filter(|url| leads_to(url, dialect))
    }
}

#[cfg(test)]
mod tests {
    use limbeck::{Entry, Revision};

    use super::*;

    static MIGRATIONS: Migrations = {
        const A: Revision = Revision::new("aaaa");
        const B: Revision = Revision::new("bbbb").revises(&["aaaa"]);
        const C: Revision = Revision::new("cccc").revises(&["bbbb"]);
        const fn entry(revision: &'static Revision) -> Entry {
            Entry { revision, file: revision.id, message: "", created: "" }
        }
        const ENTRIES: &[Entry] = &[entry(&A), entry(&B), entry(&C)];
        Migrations::new(ENTRIES, "")
    };

    #[test]
    fn a_range_that_holds_no_revision_is_an_error() {
        let graph = Graph::of(&MIGRATIONS).expect("a graph");
        // A file that is not there is a database that has nothing.
        let url = Some("sqlite://nowhere.db".to_owned());
        let global = Global { url, config: None, entities: Vec::new(), verbose: false };
        let project = Project::find(&global, &MIGRATIONS).expect("a project");
        for (range, expected) in [
            (None, "aaaa bbbb cccc"),
            (Some("bbbb"), "bbbb"),
            (Some("aaaa:"), "bbbb cccc"),
            (Some(":bbbb"), "aaaa bbbb"),
            (Some("aaaa:cccc"), "bbbb cccc"),
            (Some("head-1:"), "cccc"),
            (Some("cccc:aaaa"), "no revision in `cccc:aaaa`"),
            (Some("bbbb:bbbb"), "no revision in `bbbb:bbbb`"),
            (Some("base"), "no revision in `base`"),
            (Some("current:"), "aaaa bbbb cccc"),
            (Some("current"), "no revision in `current`"),
        ] {
            let found = match chosen(&project, &graph, range) {
                Ok(nodes) => nodes.iter().map(|node| node.id.as_str()).collect::<Vec<_>>().join(" "),
                Err(error) => error.to_string(),
            };
            assert_eq!(found, expected, "{range:?}");
        }
    }
}
