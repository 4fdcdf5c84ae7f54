//! SQLite: what keeps a script from going on where a statement of it failed. The `sqlite3` shell does, and would drop a table whose rows were not copied.
//!
//! A checklist in a temporary table: each fact is open until a statement has found that it holds. Nothing here fails where a fact does not hold but the
//! verdict, which takes the whole transaction back; a transaction that is gone has taken its checklist along, and the verdict takes back what came after it.

use limbeck_schema::Dialect;

use super::quote::string;
pub use super::sqlite::facts::{Fact, Told, facts};

const DIALECT: Dialect = Dialect::Sqlite;

/// The checklist.
const LIST: &str = "temp.\"_limbeck_guard\"";
/// What takes no row but one that says that all of it holds.
const VERDICT: &str = "temp.\"_limbeck_verdict\"";

/// Makes the checklist, which is empty, outside of any transaction. In memory: a temporary file could fail where the database does not.
pub fn begin() -> Vec<String> {
    vec![
        "PRAGMA temp_store = MEMORY".to_owned(),
        format!("DROP TABLE IF EXISTS {LIST}"),
        format!("DROP TABLE IF EXISTS {VERDICT}"),
        format!(
            "CREATE TABLE {LIST} (\"number\" integer PRIMARY KEY, \"fact\" text NOT NULL, \"before\", \"holds\" integer NOT NULL DEFAULT 0)"
        ),
        format!(
            "CREATE TABLE {VERDICT} (\"holds\" integer NOT NULL CONSTRAINT \"nothing is kept: not everything is as it has to be\" CHECK (\"holds\" = 1))"
        ),
    ]
}

/// Empties the list, outside of any transaction.
pub fn clear() -> String {
    format!("DELETE FROM {LIST}")
}

/// Opens the list of a transaction with all of its facts, which are numbered from 1.
pub fn open<'a>(facts: impl IntoIterator<Item = &'a str>) -> String {
    let row = |(at, words)| format!("\n    ({}, {})", at + 1, string(words, DIALECT));
    let rows: Vec<_> = facts.into_iter().enumerate().map(row).collect();
    format!("INSERT INTO {LIST} (\"number\", \"fact\") VALUES{}", rows.join(","))
}

/// Ticks the fact of this number off if `condition` holds.
pub fn tick(number: usize, condition: &str) -> String {
    format!("UPDATE {LIST} SET \"holds\" = 1 WHERE \"number\" = {number} AND {condition}")
}

/// Remembers what the query `value` answers before the statements.
pub fn measure(number: usize, value: &str) -> String {
    format!("UPDATE {LIST} SET \"before\" = ({value}) WHERE \"number\" = {number}")
}

/// That the query `value` answers as it did when it was measured.
pub fn unchanged(value: &str) -> String {
    format!("\"before\" = ({value})")
}

/// Says which facts did not come true, and takes the transaction back unless all did.
pub fn verdict() -> Vec<String> {
    vec![
        format!("SELECT 'it does not hold that ' || \"fact\" FROM {LIST} WHERE NOT \"holds\""),
        format!("INSERT OR ROLLBACK INTO {VERDICT} SELECT min(\"holds\") FROM {LIST}"),
    ]
}

/// Takes the checklist away.
pub fn end() -> Vec<String> {
    [LIST, VERDICT, ORPHANS].map(|table| format!("DROP TABLE IF EXISTS {table}")).to_vec()
}

/// That foreign keys are on or off; inside of a transaction they can't be switched.
pub fn foreign_keys_are(on: bool) -> String {
    format!("(SELECT foreign_keys FROM pragma_foreign_keys) = {}", u8::from(on))
}

/// Remembers how many rows refer to nothing, by tables, in a table of its own.
pub fn count_orphans() -> Vec<String> {
    vec![
        format!("DROP TABLE IF EXISTS {ORPHANS}"),
        format!(
            "CREATE TABLE {ORPHANS} AS SELECT \"table\" AS \"child\", \"parent\", count(*) AS \"rows\" FROM pragma_foreign_key_check GROUP BY 1, 2"
        ),
    ]
}

const ORPHANS: &str = "temp.\"_limbeck_orphans\"";

/// That no more rows refer to nothing than were counted. `renamed` are tables that have another name since: the one before, the one behind.
pub fn no_more_orphans(renamed: &[(&str, &str)]) -> String {
    let now = |column: &str| {
        let cases =
            renamed.iter().map(|(from, to)| format!(" WHEN {} THEN {}", string(from, DIALECT), string(to, DIALECT)));
        let cases: String = cases.collect();
        if cases.is_empty() { column.to_owned() } else { format!("CASE {column}{cases} ELSE {column} END") }
    };
    let (child, parent) = (now("\"before\".\"child\""), now("\"before\".\"parent\""));
    format!(
        "NOT EXISTS (SELECT 1 FROM pragma_foreign_key_check AS \"now\" GROUP BY \"now\".\"table\", \"now\".\"parent\" \
         HAVING count(*) > COALESCE((SELECT \"before\".\"rows\" FROM {ORPHANS} AS \"before\" \
         WHERE {child} = \"now\".\"table\" AND {parent} = \"now\".\"parent\"), 0))"
    )
}
