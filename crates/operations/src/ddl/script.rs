use limbeck_schema::{Schema, Server};

use super::{
    DdlError, Needs, Statement, StepStatements,
    quote::string,
    sqlite::{self, asserted_zero},
    steps::knowing,
};
use crate::{Operation, Step};

/// Stands where a transaction has to end.
const COMMITTED: &str = "-- COMMIT: what follows uses labels that come above";

/// The complete list of what does `steps`, for a connection that commits each statement by itself: one statement an entry, without
/// semicolons.
///
/// A rebuild on SQLite comes with its PRAGMA and its transaction, and refuses where the table has indexes or triggers that `before`
/// does not know, or rows that break a foreign key. A data step can't be written as SQL; a comment stands in its place. Another says where PostgreSQL has
/// to have committed, for whoever puts a transaction around it.
///
/// # Errors
/// As [`statements`](super::statements).
pub fn script(steps: &[Step], before: &Schema, server: &Server) -> Result<Vec<String>, DdlError> {
    let groups = knowing(steps, before, server, sqlite::Knows::Revisions)?;
    Ok(groups.into_iter().flat_map(|group| written(group, steps, server)).collect())
}

fn written(group: StepStatements, steps: &[Step], server: &Server) -> Vec<String> {
    let data = group.steps.iter().filter_map(|at| steps.get(*at)).filter_map(|step| match &step.operation {
        Operation::Run { name } if step.counts_on(server.dialect) => {
            Some(format!("-- data step {:?}", name.replace(['\n', '\r'], " ")))
        }
        _ => None,
    });
    let mut list: Vec<_> = data.collect();
    let off = group.statements.iter().any(|statement| statement.needs == Needs::ForeignKeysOff);
    let first = group.steps.first().and_then(|at| steps.get(*at)).map(|step| &step.operation);
    let table = first.filter(|first| !matches!(first, Operation::DropTable { .. })).and_then(Operation::table);
    let sql = group.statements.into_iter().map(|Statement { sql, .. }| sql);
    if !off {
        list.extend(sql);
        list.extend(group.commits.then(|| COMMITTED.to_owned()));
        return list;
    }
    list.extend(["PRAGMA foreign_keys = OFF", "BEGIN"].map(str::to_owned));
    list.extend(sql);
    if let Some(Operation::RenameEnumLabel { .. }) = first {
        let count = "SELECT count(*) FROM pragma_foreign_key_check";
        list.extend(asserted_zero("a row refers to a row that is not there", count));
    }
    if let Some(table) = table {
        let message = format!("a row of {} refers to a row that is not there", table.name);
        let count = format!("SELECT count(*) FROM pragma_foreign_key_check({})", string(&table.name, server.dialect));
        list.extend(asserted_zero(&message, &count));
    }
    list.extend(["COMMIT", "PRAGMA foreign_keys = ON"].map(str::to_owned));
    list
}
