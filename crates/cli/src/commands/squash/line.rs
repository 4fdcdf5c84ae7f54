//! Which revisions can be squashed: a line that nothing from outside leads into or out of, and of which all is known.

use limbeck::{Graph, Migrations, Node};
use limbeck_operations::{Operation, Step};

use crate::CliError;

/// The first and the last of a line that can be squashed; `chosen` stands parents before children.
///
/// # Errors
/// `NotSquashable`, with all that is in the way.
pub(super) fn of<'a>(
    graph: &Graph,
    chosen: &[&'a Node],
    migrations: &Migrations,
) -> Result<(&'a Node, &'a Node), CliError> {
    let obstacles: Vec<String> = edges(graph, chosen).into_iter().chain(contents(chosen, migrations)).collect();
    match (chosen, &obstacles[..]) {
        ([first, .., last], []) => Ok((first, last)),
        ([one], []) => Err(CliError::NotSquashable { obstacles: vec![format!("`{}` is one already", one.id)] }),
        ([], []) => Err(CliError::NotSquashable { obstacles: vec!["there is no revision in it".to_owned()] }),
        _ => Err(CliError::NotSquashable { obstacles }),
    }
}

/// What leads into the line or out of it but at its ends.
fn edges(graph: &Graph, chosen: &[&Node]) -> Vec<String> {
    let mut obstacles = Vec::new();
    for node in chosen.iter().filter(|node| !node.replaces.is_empty()) {
        obstacles.push(format!(
            "`{}` replaces others itself: when every database has passed it, delete them and take `.replaces(..)` out of its file",
            node.id
        ));
    }
    for (previous, next) in chosen.iter().zip(chosen.iter().skip(1)) {
        if let [parent] = graph.parents(&next.id)[..] {
            if parent.id != previous.id {
                obstacles.push(format!("`{}` follows `{}`, and not `{}`", next.id, parent.id, previous.id));
            }
        } else {
            obstacles.push(format!("`{}` joins branches", next.id));
        }
        for dependency in &next.dependencies {
            obstacles.push(format!("`{}` depends on `{dependency}`: let the line begin with it", next.id));
        }
        let children = graph.children(&previous.id);
        for other in graph.after(&previous.id).into_iter().filter(|other| other.id != next.id) {
            let is_child = children.iter().any(|child| child.id == other.id);
            let verb = if is_child { "follows" } else { "depends on" };
            obstacles.push(format!("`{}` {verb} `{}`, which would have to be the last", other.id, previous.id));
        }
    }
    obstacles
}

/// Steps of which nobody can say what they do.
fn contents(chosen: &[&Node], migrations: &Migrations) -> Vec<String> {
    let mut obstacles = Vec::new();
    for (at, node) in chosen.iter().enumerate() {
        let Some(entry) = migrations.entry(&node.id) else { continue };
        for (direction, steps) in [("upgrade", entry.revision.upgrade()), ("downgrade", entry.revision.downgrade())] {
            let found = steps.iter().filter_map(|step| obstacle(step, at == 0));
            obstacles.extend(found.map(|what| format!("{direction} of `{}`: {what}", node.id)));
        }
    }
    obstacles
}

/// What keeps a step from being squashed.
fn obstacle(step: &Step, is_of_first: bool) -> Option<String> {
    match &step.operation {
        Operation::Run { name } => Some(format!("the data step `{name}` is code")),
        Operation::Execute { sql, records } if records.is_empty() => {
            let sql = sql.split_whitespace().collect::<Vec<_>>().join(" ");
            Some(format!("raw SQL does not say what it does to the schema: {sql}"))
        }
        // It is told by what is there before the revision, which is another place then.
        operation if step.unless_done && !is_of_first => {
            Some(format!("`{operation}` is marked `.unless_done()`: what it does depends on the database"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use limbeck::{Entry, Revision, prelude::*};

    use super::*;

    fn nothing(_: &mut Op) {}

    const fn entry(revision: &'static Revision) -> Entry {
        Entry { revision, file: revision.id, message: "", created: "" }
    }

    static MIGRATIONS: Migrations = {
        const A: Revision = Revision::new("aa1");
        const B: Revision = Revision::new("bb2").revises(&["aa1"]);
        const C: Revision = Revision::new("cc3").revises(&["bb2"]);
        const D: Revision = Revision::new("dd4").revises(&["cc3"]).steps(
            |op| {
                op.run("fill", |_| async { Ok(()) });
            },
            nothing,
        );
        const E: Revision = Revision::new("ee5").revises(&["dd4"]).steps(nothing, |op| {
            op.execute("UPDATE  pets\n SET name = ''");
        });
        const F: Revision = Revision::new("ff6").revises(&["ee5"]).steps(
            |op| {
                op.execute("CREATE TABLE x (id integer)").records(|op| {
                    op.create_table("x", [integer("id")]);
                });
                op.drop_table("left").unless_done();
            },
            nothing,
        );
        const G: Revision = Revision::new("gg7").revises(&["ff6"]);
        const X: Revision = Revision::new("xx8").revises(&["bb2"]);
        const M: Revision = Revision::new("mm9").revises(&["gg7", "xx8"]).depends_on(&["aa1"]);
        const N: Revision = Revision::new("nn10").revises(&["mm9"]);
        const S: Revision = Revision::new("ss11").revises(&["nn10"]).replaces(&["was1", "was2"]);
        const ENTRIES: &[Entry] = &[
            entry(&A),
            entry(&B),
            entry(&C),
            entry(&D),
            entry(&E),
            entry(&F),
            entry(&G),
            entry(&X),
            entry(&M),
            entry(&N),
            entry(&S),
        ];
        Migrations::new(ENTRIES, "")
    };

    #[test]
    fn what_is_in_the_way_is_named() {
        let graph = Graph::of(&MIGRATIONS).expect("a graph");
        for (name, ids, expected) in [
            ("two", "ff6 gg7", ""),
            ("one", "gg7", "`gg7` is one already"),
            ("none", "", "there is no revision in it"),
            ("a branch parts", "bb2 cc3", "`xx8` follows `bb2`, which would have to be the last"),
            ("something depends", "aa1 bb2", "`mm9` depends on `aa1`, which would have to be the last"),
            (
                "both branches",
                "bb2 cc3 xx8",
                "`xx8` follows `bb2`, which would have to be the last; `xx8` follows `bb2`, and not `cc3`; `dd4` follows `cc3`, which would have to be the last",
            ),
            ("a merge", "gg7 mm9", "`mm9` joins branches; `mm9` depends on `aa1`: let the line begin with it"),
            ("behind a merge", "mm9 nn10", ""),
            (
                "code and raw SQL",
                "cc3 dd4 ee5",
                "upgrade of `dd4`: the data step `fill` is code; downgrade of `ee5`: raw SQL does not say what it does to the schema: UPDATE pets SET name = ''",
            ),
            (
                "a mark",
                "ee5 ff6",
                "downgrade of `ee5`: raw SQL does not say what it does to the schema: UPDATE pets SET name = ''; upgrade of `ff6`: `drop_table left` is marked `.unless_done()`: what it does depends on the database",
            ),
            (
                "a squashed one",
                "nn10 ss11",
                "`ss11` replaces others itself: when every database has passed it, delete them and take `.replaces(..)` out of its file",
            ),
        ] {
            let chosen: Vec<&Node> = ids.split_whitespace().filter_map(|id| graph.node(id)).collect();
            let found = match of(&graph, &chosen, &MIGRATIONS) {
                Ok(_) => String::new(),
                Err(CliError::NotSquashable { obstacles }) => obstacles.join("; "),
                Err(other) => other.to_string(),
            };
            assert_eq!(found, expected, "{name}");
        }
    }
}
