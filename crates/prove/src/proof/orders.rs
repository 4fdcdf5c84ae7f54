//! Branches that are to be joined, run in several orders: what is there at the end must not depend on which of them ran first.

use limbeck::connection::server_words;
use limbeck_operations::{Step, ddl::script};
use limbeck_schema::{Dialect, Schema, SqliteTypes};
use sea_orm::ConnectionTrait;

use super::{
    Note,
    claim::{flatten, left_out},
    layout::Layout,
    making::making,
    reach::{names, stays_in_scratch},
};
use crate::{Scratch, Workshop, catalog};

/// What is tried.
#[derive(Clone, Copy)]
pub struct Orders<'a> {
    /// The dialect to try it on.
    pub dialect: Dialect,
    /// What the revisions that the branches share have made.
    pub shared: &'a Schema,
    /// The steps of all branches, once for each order, with the words for it.
    pub orders: &'a [(String, Vec<Step>)],
    /// The connected database, whose extensions PostgreSQL may need: its URL.
    pub live: Option<&'a str>,
}

/// What the orders led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Met {
    /// To the same catalog, object by object.
    Same(Vec<Note>),
    /// To others: the order, and the first object that differs, or the statement that failed.
    Apart(String),
    /// It could not be tried; what is missing, in words.
    NotTried(String),
}

/// Runs the steps in each order, each time on a scratch database that is made, and dropped, for it. Only structural steps run.
pub async fn meet(workshop: &Workshop, orders: &Orders<'_>) -> Met {
    let mut opaque = Vec::new();
    let mut first: Option<(&str, Schema)> = None;
    let mut notes = Vec::new();
    for (name, steps) in orders.orders {
        let mut structural = Vec::new();
        opaque.clear();
        flatten(steps, orders.dialect, &mut structural, &mut opaque);
        if let Err(reason) = stays_in_scratch(&[orders.shared], &structural, orders.dialect) {
            return Met::NotTried(reason);
        }
        let scratch = match Scratch::make(workshop, orders.dialect).await {
            Ok(scratch) => scratch,
            Err(error) => return Met::NotTried(error.to_string()),
        };
        let led = lead(&scratch, orders, &structural).await;
        scratch.close().await;
        let end = match led {
            Ok((end, more)) => {
                notes.extend(more.into_iter().filter(|note| !notes.contains(note)).collect::<Vec<_>>());
                end
            }
            Err(Stopped::Elsewhere(reason)) => return Met::NotTried(reason),
            Err(Stopped::Failed(what)) => return Met::Apart(format!("{name}: {what}")),
        };
        match &first {
            None => first = Some((name, end)),
            Some((other, expected)) => {
                if let Err(what) = catalog::same(expected, &end) {
                    return Met::Apart(format!("{other}, then {name}: {what}"));
                }
            }
        }
    }
    if !opaque.is_empty() {
        notes.push(Note::Weakens(left_out(&opaque)));
    }
    Met::Same(notes)
}

/// Why an order has no end.
enum Stopped {
    /// It says nothing of the branches.
    Elsewhere(String),
    /// A statement of theirs failed.
    Failed(String),
}

/// Makes what is shared, and runs the steps behind it; the catalog then.
async fn lead(scratch: &Scratch, orders: &Orders<'_>, steps: &[Step]) -> Result<(Schema, Vec<Note>), Stopped> {
    let shared = making(orders.shared);
    let named = shared.iter().chain(steps).flat_map(|step| names(&step.operation)).cloned();
    let live = match orders.dialect {
        Dialect::Postgres => orders.live,
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => None,
    };
    let layout = Layout::of(orders.dialect, named).with_extensions(live);
    let notes = layout.make(scratch).await.map_err(Stopped::Elsewhere)?;
    send(scratch, &shared, &Schema::default()).await.map_err(Stopped::Elsewhere)?;
    send(scratch, steps, orders.shared).await.map_err(Stopped::Failed)?;
    let (database, request) = (scratch.connection().database(), layout.request());
    let end = catalog::read(database, scratch.server(), &request, SqliteTypes::Meaning).await;
    Ok((end.map_err(|error| Stopped::Elsewhere(error.to_string()))?, notes))
}

async fn send(scratch: &Scratch, steps: &[Step], before: &Schema) -> Result<(), String> {
    for sql in script(steps, before, scratch.server()).map_err(|error| error.to_string())? {
        let sent = scratch.connection().database().execute_unprepared(&sql).await;
        sent.map_err(|error| format!("{}: {sql}", server_words(&error)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use limbeck_operations::Op;

    use super::*;

    fn steps(record: impl FnOnce(&mut Op)) -> Vec<Step> {
        let mut op = Op::default();
        record(&mut op);
        op.into_steps()
    }

    async fn tried(orders: [(&str, Vec<Step>); 2]) -> Met {
        let mut shared = Schema::default();
        let start = steps(|op| _ = op.create_table("pets", [limbeck_operations::prelude::pk_auto("id")]));
        limbeck_operations::replay_all(&start, &mut shared, Dialect::Sqlite).expect("a start");
        let orders = orders.map(|(name, steps)| (name.to_owned(), steps));
        meet(&Workshop::Files, &Orders { dialect: Dialect::Sqlite, shared: &shared, orders: &orders, live: None }).await
    }

    #[tokio::test]
    async fn orders_lead_to_the_same_or_say_what_differs() {
        use limbeck_operations::prelude::text;
        let name = || steps(|op| _ = op.add_column("pets", text("name").null()));
        let food = || steps(|op| _ = op.add_column("pets", text("food").null()));
        let drop = || steps(|op| _ = op.drop_table("pets"));
        let both = |one: Vec<Step>, other: Vec<Step>| [one, other].concat();
        let met = tried([("a first", both(name(), food())), ("b first", both(food(), name()))]).await;
        assert_eq!(met, Met::Same(Vec::new()));
        let met = tried([("a first", both(name(), drop())), ("b first", both(drop(), name()))]).await;
        assert!(matches!(&met, Met::Apart(what) if what.starts_with("b first: ")), "{met:?}");
        let met = tried([("a first", name()), ("b first", food())]).await;
        assert!(matches!(&met, Met::Apart(what) if what.starts_with("a first, then b first: ")), "{met:?}");
        let raw = || both(name(), steps(|op| _ = op.execute("VACUUM")));
        let met = tried([("a first", raw()), ("b first", raw())]).await;
        assert!(matches!(&met, Met::Same(notes) if notes.iter().any(Note::weakens)), "{met:?}");
    }
}
