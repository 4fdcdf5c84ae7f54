//! Whether a new revision may stand where it shall: behind branches that do not contradict each other, and with all that it needs before it.

use std::collections::{BTreeMap, BTreeSet};

use limbeck::{Graph, Migrations, Node};
use limbeck_operations::{Step, replay_step};
use limbeck_schema::{Dialect, Schema};

use super::super::{
    branching::Branches,
    placing::{self, Place},
};
use crate::{CliError, arguments::Placing, error::plural, output, project::Project, state::State};

/// The place of the revision of this id. Where the history is set aside it begins anew, unless something else is said.
///
/// # Errors
/// As [`placing::place`].
pub(super) fn place(
    (project, state, graph): (&Project, &State, &Graph),
    placing: &Placing,
    id: &str,
) -> Result<Place, CliError> {
    let placing = if is_set_aside(state, graph) { placing.or_at_base() } else { placing.clone() };
    placing::place(project, graph, &placing, id, true)
}

/// Makes sure that a revision of these steps can run wherever what it follows and depends on has run, in whatever order; and says what it joins, or stands
/// beside.
///
/// # Errors
/// It joins branches that contradict each other, or needs what another branch makes.
pub(super) fn verify(
    state: &State,
    (graph, migrations): (&Graph, &Migrations),
    place: &Place,
    steps: &[Step],
) -> Result<(), CliError> {
    if is_set_aside(state, graph) {
        if place.parents.is_empty() {
            let known = plural(graph.len(), "revision");
            output::note(format!("the history is set aside: this is a new root beside the project's {known}"));
        }
        return Ok(());
    }
    stands(&state.recorded, (graph, migrations), place, steps)
}

/// Whether the revisions of the files count for nothing.
fn is_set_aside(state: &State, graph: &Graph) -> bool {
    state.parents.is_empty() && !graph.is_empty()
}

/// `recorded` is what all revisions have made.
fn stands(
    recorded: &BTreeMap<Dialect, Schema>,
    (graph, migrations): (&Graph, &Migrations),
    place: &Place,
    steps: &[Step],
) -> Result<(), CliError> {
    join(recorded.keys(), (graph, migrations), &place.parents)?;
    let behind = behind(graph, place);
    if behind.len() == graph.len() {
        return Ok(());
    }
    let mut own = BTreeMap::new();
    for dialect in recorded.keys() {
        let mut schema = Schema::default();
        for node in graph.nodes().filter(|node| behind.contains(&node.id)) {
            migrations.record(&node.id, &mut schema, *dialect)?;
        }
        own.insert(*dialect, schema);
    }
    // What does not fit behind all revisions either is of the database's own.
    let known = misfits(recorded, steps);
    let is_new = |misfit: &String| !known.contains(misfit);
    let objects: Vec<String> = misfits(&own, steps).into_iter().filter(is_new).collect();
    if objects.is_empty() {
        return Ok(());
    }
    let needed = graph.last().into_iter().find_map(|head| {
        let mut schemas = own.clone();
        graph.path_up(&behind, [head.id.as_str()]).into_iter().find(|node| {
            let is_made =
                schemas.iter_mut().all(|(dialect, schema)| migrations.record(&node.id, schema, *dialect).is_ok());
            is_made && !misfits(&schemas, steps).iter().any(is_new)
        })
    });
    Err(CliError::NeedsOthers { objects, needed: needed.map(|node| node.id.clone()) })
}

/// Says which heads the revision joins, if any, once it is sure that the order in which they ran makes no difference.
fn join<'d>(
    dialects: impl IntoIterator<Item = &'d Dialect>,
    (graph, migrations): (&Graph, &Migrations),
    parents: &[String],
) -> Result<(), CliError> {
    let joined: Vec<&Node> = parents.iter().filter_map(|id| graph.node(id)).collect();
    if joined.len() < 2 {
        return Ok(());
    }
    let branches = Branches::of(graph, &joined);
    let mut objects = Vec::new();
    for dialect in dialects {
        objects.extend(branches.contradiction(migrations, *dialect)?);
    }
    if !objects.is_empty() {
        return Err(CliError::Joins { objects });
    }
    let ids: Vec<String> = parents.iter().map(|id| format!("`{id}`")).collect();
    output::note(format!("the revision joins {}", ids.join(" and ")));
    Ok(())
}

/// The ids of all that has to be applied before a revision at `place`.
fn behind(graph: &Graph, place: &Place) -> BTreeSet<String> {
    let dependencies = place.dependencies.iter().map(|name| graph.labelled(name).map_or(name, |node| &node.id));
    let before = place.parents.iter().chain(dependencies).map(String::as_str);
    graph.with_ancestors(before).into_iter().map(str::to_owned).collect()
}

/// The steps that do not fit what was made, with their dialects.
fn misfits(made: &BTreeMap<Dialect, Schema>, steps: &[Step]) -> BTreeSet<String> {
    let mut misfits = BTreeSet::new();
    for (dialect, schema) in made {
        let mut schema = schema.clone();
        for step in steps {
            if let Err(error) = replay_step(step, &mut schema, *dialect) {
                misfits.insert(format!("on {dialect}: {}: {error}", step.operation));
            }
        }
    }
    misfits
}

#[cfg(test)]
mod tests {
    use limbeck::{Entry, Revision};
    use limbeck_operations::prelude::*;

    use super::*;

    const ROOT: Revision = Revision::new("root").steps(
        |op| {
            op.create_table("owners", [pk_auto("id")]);
        },
        |_| {},
    );
    const PHONE: Revision = Revision::new("phone").revises(&["root"]).steps(
        |op| {
            op.add_column("owners", string("phone"));
        },
        |_| {},
    );
    const MAIL: Revision = Revision::new("mail").revises(&["root"]).steps(
        |op| {
            op.add_column("owners", string("mail"));
        },
        |_| {},
    );
    const NONE: Revision = Revision::new("none").revises(&["root"]).steps(
        |op| {
            op.drop_table("owners");
        },
        |_| {},
    );
    const SHOP: Revision = Revision::new("shop").branch_labels(&["stores"]).steps(
        |op| {
            op.create_table("shops", [pk_auto("id")]);
        },
        |_| {},
    );

    static MIGRATIONS: Migrations = {
        const fn entry(revision: &'static Revision) -> Entry {
            Entry { revision, file: revision.id, message: "", created: "" }
        }
        const ENTRIES: &[Entry] = &[entry(&ROOT), entry(&PHONE), entry(&MAIL), entry(&NONE), entry(&SHOP)];
        Migrations::new(ENTRIES, "")
    };

    #[test]
    fn a_revision_stands_only_where_it_can_run() {
        let graph = Graph::of(&MIGRATIONS).expect("a graph");
        let mut recorded = Schema::default();
        for id in ["root", "phone", "mail", "shop"] {
            MIGRATIONS.record(id, &mut recorded, Dialect::Sqlite).expect(id);
        }
        let recorded = BTreeMap::from([(Dialect::Sqlite, recorded)]);
        for (name, parents, dependencies, table, column, expected) in [
            ("its own", "shop", "", "shops", "bell", ""),
            ("of another branch", "shop", "", "owners", "city", "! root"),
            ("of what it depends on", "shop", "root", "owners", "city", ""),
            ("at the end of another branch", "shop", "root", "owners", "mail", "! mail"),
            ("a label as what it depends on", "mail", "stores", "shops", "bell", ""),
            ("of no revision, which the database has", "shop", "", "zoo", "bell", ""),
            ("a new root", "", "", "shops", "bell", "! shop"),
            ("branches that get on", "phone mail", "", "owners", "city", ""),
            ("branches that contradict each other", "phone none", "", "shops", "bell", "contradict"),
        ] {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
            let place = Place { parents: words(parents), dependencies: words(dependencies), labels: Vec::new() };
            let mut op = Op::default();
            if column == "mail" {
                op.drop_column(table, column);
            } else {
                op.add_column(table, boolean(column));
            }
            let found = match stands(&recorded, (&graph, &MIGRATIONS), &place, &op.into_steps()) {
                Ok(()) => String::new(),
                Err(CliError::NeedsOthers { needed, .. }) => format!("! {}", needed.unwrap_or_default()),
                Err(CliError::Joins { objects }) => objects.concat(),
                Err(error) => panic!("{name}: {error}"),
            };
            let is_expected = if expected == "contradict" { found.contains("`none`") } else { found == expected };
            assert!(is_expected, "{name}: {found}");
        }
    }
}
