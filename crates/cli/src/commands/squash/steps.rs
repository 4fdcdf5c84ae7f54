//! The operations of a squashed revision.

use std::collections::BTreeMap;

use limbeck::{Graph, Migrations, Node, Step};
use limbeck_autogenerate::{Comparing, compare};
use limbeck_operations::{Operation, replay_all};
use limbeck_schema::{Dialect, Pair, Schema};

use crate::CliError;

/// What is there before the line, as each declared dialect sees it.
pub(super) struct Before {
    schemas: BTreeMap<Dialect, Schema>,
    /// Whether nothing comes before the line.
    is_base: bool,
}

impl Before {
    /// What all that has to be applied before `first` has made.
    ///
    /// # Errors
    /// Revisions that do not fit each other.
    pub(super) fn of(
        graph: &Graph,
        first: &Node,
        migrations: &Migrations,
        dialects: &[Dialect],
    ) -> Result<Self, CliError> {
        let path = graph.path_up(&std::collections::BTreeSet::new(), [first.id.as_str()]);
        let mut schemas = BTreeMap::new();
        for dialect in dialects {
            let mut schema = Schema::default();
            for node in path.iter().filter(|node| node.id != first.id) {
                migrations.record(&node.id, &mut schema, *dialect)?;
            }
            schemas.insert(*dialect, schema);
        }
        Ok(Self { schemas, is_base: path.len() <= 1 })
    }

    /// For each dialect.
    pub(super) const fn schemas(&self) -> &BTreeMap<Dialect, Schema> {
        &self.schemas
    }

    /// For the dialect that is meant, else for the first.
    pub(super) fn of_dialect(&self, meant: Option<Dialect>) -> Option<(Dialect, &Schema)> {
        let schema = |dialect: Dialect| self.schemas.get(&dialect).map(|schema| (dialect, schema));
        meant.and_then(schema).or_else(|| self.schemas.iter().next().map(|(dialect, schema)| (*dialect, schema)))
    }
}

/// Where the operations come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// From the schema that the line leads to from nothing.
    Schema,
    /// From the line itself: rows are there before it, which a rename keeps, and the difference of two schemas does not know of one.
    Steps,
}

/// What a squashed revision does, and what does the same.
pub(super) struct Squashed {
    /// Its operations: up in `next`, down in `previous`.
    pub(super) steps: Pair<Vec<Step>>,
    /// Those of the line, one after the other.
    pub(super) line: Pair<Vec<Step>>,
    /// Where they come from.
    pub(super) origin: Origin,
}

impl Squashed {
    /// The operations of one revision that does what `chosen` do, which stand in their order.
    pub(super) fn of(chosen: &[&Node], migrations: &Migrations, before: &Before) -> Self {
        let entries = || chosen.iter().filter_map(|node| migrations.entry(&node.id));
        let line = Pair {
            next: entries().flat_map(|entry| entry.revision.upgrade()).collect::<Vec<_>>(),
            previous: entries().rev().flat_map(|entry| entry.revision.downgrade()).collect(),
        };
        match from_nothing(&line, before) {
            Some(steps) => Self { steps, line, origin: Origin::Schema },
            None => Self { steps: line.clone(), line, origin: Origin::Steps },
        }
    }
}

/// What makes at once what the line makes from nothing. `None` where something is there before, raw SQL may do more than it says, or the way of a dialect is
/// not that of the others.
fn from_nothing(line: &Pair<Vec<Step>>, before: &Before) -> Option<Pair<Vec<Step>>> {
    let all = || line.next.iter().chain(&line.previous);
    let is_plain =
        |step: &Step| !step.unless_done && !matches!(step.operation, Operation::Execute { .. } | Operation::Run { .. });
    if !before.is_base || !all().all(is_plain) {
        return None;
    }
    let dialects = || before.schemas.keys().copied();
    let led = |steps: &[Step], from: &Schema, dialect| {
        let mut schema = from.clone();
        replay_all(steps, &mut schema, dialect).ok().map(|()| schema)
    };
    let nothing = Schema::default();
    let wanted = led(&line.next, &nothing, dialects().next()?)?;
    let leads_there =
        |steps: &[Step]| dialects().all(|dialect| led(steps, &nothing, dialect).as_ref() == Some(&wanted));
    let leads_back = |steps: &[Step]| dialects().all(|dialect| led(steps, &wanted, dialect).as_ref() == Some(&nothing));
    if !leads_there(&line.next) || !leads_back(&line.previous) {
        return None;
    }
    let comparison = compare(&Comparing::new(&wanted, &before.schemas));
    let (next, previous) = (comparison.upgrade(), comparison.downgrade().ok()?);
    (leads_there(&next) && leads_back(&previous)).then_some(Pair { previous, next })
}

#[cfg(test)]
mod tests {
    use limbeck::prelude::*;

    use super::*;

    fn steps(record: fn(&mut Op)) -> Vec<Step> {
        let mut op = Op::default();
        record(&mut op);
        op.into_steps()
    }

    fn names(steps: &[Step]) -> String {
        steps.iter().map(|step| step.operation.to_string()).collect::<Vec<_>>().join(", ")
    }

    fn before(schema: &Schema, is_base: bool) -> Before {
        let dialects = [Dialect::Sqlite, Dialect::Postgres];
        Before { schemas: dialects.into_iter().map(|dialect| (dialect, schema.clone())).collect(), is_base }
    }

    fn up(op: &mut Op) {
        op.create_table("pets", [integer("id"), text("name")]).primary_key(["id"]);
        op.add_column("pets", text("colour").null());
        op.rename_column("pets", "name", "called");
        op.create_index("idx-pets-called", "pets", ["called"]);
        op.create_table("owners", [integer("id")]).primary_key(["id"]);
        op.add_column("pets", integer("owner_id").null());
        op.add_foreign_key("pets", foreign_key(["owner_id"], "owners", ["id"]).named("fk-pets-owner"));
        op.create_table("left", [integer("id")]);
        op.drop_table("left");
    }

    fn down(op: &mut Op) {
        op.create_table("left", [integer("id")]);
        op.drop_table("left");
        op.drop_foreign_key("pets", ["owner_id"], "owners");
        op.drop_column("pets", "owner_id");
        op.drop_table("owners");
        op.drop_index("idx-pets-called", "pets", ["called"]);
        op.rename_column("pets", "called", "name");
        op.drop_column("pets", "colour");
        op.drop_table("pets");
    }

    #[test]
    fn from_nothing_a_schema_is_made_at_once() {
        let line = Pair { next: steps(up), previous: steps(down) };
        let made = from_nothing(&line, &before(&Schema::default(), true)).expect("it is plain");
        assert_eq!(names(&made.next), "create_table owners, create_table pets, create_index pets.idx-pets-called");
        assert_eq!(names(&made.previous), "drop_index pets.idx-pets-called, drop_table pets, drop_table owners");
    }

    #[test]
    fn what_rows_know_more_of_stays_as_it_is() {
        let plain = || Pair { next: steps(up), previous: steps(down) };
        let with = |more: fn(&mut Op), back: fn(&mut Op)| {
            let mut line = plain();
            line.next.extend(steps(more));
            line.previous.splice(0..0, steps(back));
            line
        };
        let mut there = Schema::default();
        there.insert(limbeck_schema::Table::new("toys", Vec::new()));
        for (name, line, before) in [
            ("something is there before", plain(), before(&there, false)),
            ("something comes before that makes nothing", plain(), before(&Schema::default(), false)),
            (
                "raw SQL that says what it does",
                with(
                    |op| {
                        op.execute("CREATE TABLE x (id integer)").records(|op| {
                            op.create_table("x", [integer("id")]);
                        });
                    },
                    |op| {
                        op.drop_table("x");
                    },
                ),
                before(&Schema::default(), true),
            ),
            (
                "another way on one dialect",
                with(
                    |op| {
                        op.create_table("x", [integer("id")]).only(Postgres);
                    },
                    |op| {
                        op.drop_table("x").only(Postgres);
                    },
                ),
                before(&Schema::default(), true),
            ),
            (
                "a table that no revision made",
                with(
                    |op| {
                        op.add_column("theirs", text("name").null());
                    },
                    |op| {
                        op.drop_column("theirs", "name");
                    },
                ),
                before(&Schema::default(), true),
            ),
            (
                "a way back that leaves something",
                with(
                    |op| {
                        op.create_table("x", [integer("id")]);
                    },
                    |_| {},
                ),
                before(&Schema::default(), true),
            ),
        ] {
            assert!(from_nothing(&line, &before).is_none(), "{name}");
        }
    }
}
