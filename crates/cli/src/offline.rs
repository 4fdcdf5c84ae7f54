//! What can be said without a database: the entities against what the revision files record.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use limbeck::{Graph, Migrations};
use limbeck_schema::{Dialect, Schema, Server};

use crate::{CliError, arguments, output, project::Project, reading, state::State};

/// Loads what the entities want and what all revision files make, for each of the dialects in question. Neither a database nor its URL is needed.
///
/// # Errors
/// Nothing says for which databases; no entities or what is wrong with them; revisions that do not fit each other.
pub(crate) fn load(
    project: &Project,
    check: &arguments::Offline,
    comparing: &arguments::Comparing,
    migrations: &Migrations,
) -> Result<State, CliError> {
    let dialects = dialects(project, &check.dialects)?;
    let sources = reading::sources(project, &comparing.reading)?;
    let read = reading::understood(limbeck_entity::read(&sources), project, &comparing.reading)?;
    let shown: Vec<&str> = dialects.iter().map(|dialect| dialect.name()).collect();
    output::note(format!("offline: by the revision files, for {}", shown.join(", ")));
    let mut entities = reading::on_dialects(read, &dialects);
    let servers: Vec<Server> = dialects.iter().map(|dialect| Server::assumed(*dialect)).collect();
    for server in servers.iter().filter(|server| !server.default_schema.is_empty()) {
        entities = reading::in_default_schema(entities, &server.default_schema);
    }
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let mut recorded = BTreeMap::new();
    for dialect in &dialects {
        let mut schema = Schema::default();
        for node in graph.nodes() {
            migrations.record(&node.id, &mut schema, *dialect)?;
        }
        recorded.insert(*dialect, schema);
    }
    // The first in the order of the comparison, which shows types as that one has them.
    let server = recorded.keys().next().map(|dialect| Server::assumed(*dialect)).ok_or(CliError::NoDialect)?;
    let parents = graph.heads().into_iter().map(|node| node.id.clone()).collect();
    let (actual, not_applied, verdicts) = (None, Vec::new(), RefCell::default());
    Ok(State { entities, server, recorded, actual, not_applied, edited: Vec::new(), parents, verdicts })
}

/// The stated dialects, else the declared ones, else that of the URL.
fn dialects(project: &Project, stated: &[Dialect]) -> Result<Vec<Dialect>, CliError> {
    let declared = [stated, &project.settings.dialects].into_iter().find(|dialects| !dialects.is_empty());
    let dialects: BTreeSet<Dialect> = match declared {
        Some(dialects) => dialects.iter().copied().collect(),
        None => project.dialect_of_url().into_iter().collect(),
    };
    if dialects.is_empty() { Err(CliError::NoDialect) } else { Ok(dialects.into_iter().collect()) }
}
