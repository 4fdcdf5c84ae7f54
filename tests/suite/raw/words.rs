//! What a server says of all its objects, in its own words.

use std::collections::BTreeMap;

use limbeck_schema::Dialect;
use limbeck_tests::Database;
use sea_orm::{ConnectionTrait, Statement};

use crate::sql::backend;

/// How often each of some lines or words is there.
pub type Counts = BTreeMap<String, i64>;

/// How a line begins that says how far rows are counted.
const COUNTER: &str = "counter ";

/// What a server says, in no order: a column that is dropped and added stands last on two of the three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What has to be the same, line by line.
    lines: Counts,
    /// The words of SQLite's statements. It keeps them as they were written, and what stood in a column may stand behind the columns afterwards, where its
    /// words are more: none of them may be lost.
    statements: Counts,
}

impl Said {
    pub async fn by(database: &Database) -> Self {
        let (text, statements) = match database.dialect {
            Dialect::Sqlite => (sqlite(database, &FACTS).await, sqlite(database, &[STATEMENTS]).await),
            Dialect::Postgres => (catalog(database).await, String::new()),
            Dialect::MySql | Dialect::MariaDb => (show_create(database).await, String::new()),
        };
        let mut lines = Counts::new();
        for line in text.lines() {
            *lines.entry(line.trim().trim_end_matches(',').to_owned()).or_default() += 1;
        }
        Self { lines, statements: words([(statements.as_str(), 1)]) }
    }

    /// The same without what the rows are counted by, which goes with them.
    pub fn without_counters(mut self) -> Self {
        self.lines.retain(|line, _| !line.starts_with(COUNTER));
        self
    }

    /// What is said here and not in `other`.
    pub fn beyond(&self, other: &Self) -> Said {
        let of = |said: &Self| words(said.lines.iter().map(|(line, count)| (line.as_str(), *count)));
        Self { lines: difference(&of(self), &of(other)), statements: difference(&self.statements, &other.statements) }
    }

    /// What of this is not in `other`, with a `-`, and what is there besides, with a `+`.
    pub fn against(&self, other: &Self) -> Vec<String> {
        let mut differing = difference(&other.lines, &self.lines);
        differing.extend(difference(&other.statements, &self.statements).into_iter().filter(|(_, count)| *count < 0));
        differing.into_iter().map(|(line, count)| format!("{}{line}", if count > 0 { '+' } else { '-' })).collect()
    }
}

/// The words of texts that are there so often, with the names before for those that the renames give.
fn words<'a>(texts: impl IntoIterator<Item = (&'a str, i64)>) -> Counts {
    let mut words = Counts::new();
    for (text, count) in texts {
        let text = text.replace("mass", "weight").replace("title", "name").replace("creatures", "beasts");
        let plain: String = text.chars().map(|c| if "\"`'()[],;=.".contains(c) { ' ' } else { c }).collect();
        for word in plain.split_whitespace() {
            *words.entry(word.to_lowercase()).or_default() += count;
        }
    }
    words.retain(|_, count| *count != 0);
    words
}

/// Of each how often it is more in `one` than in `other`, where it is not as often.
fn difference(one: &Counts, other: &Counts) -> Counts {
    let mut counts = one.clone();
    for (key, count) in other {
        *counts.entry(key.clone()).or_default() -= count;
    }
    counts.retain(|_, count| *count != 0);
    counts
}

async fn catalog(database: &Database) -> String {
    rows(database, include_str!("postgres.sql")).await.into_iter().map(|row| row[0].replace('\n', " ") + "\n").collect()
}

async fn rows(database: &Database, sql: &str) -> Vec<Vec<String>> {
    let statement = Statement::from_string(backend(database.dialect), sql);
    let rows = database.connection.query_all_raw(statement).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
    let text = |row: &sea_orm::QueryResult, at: usize| {
        let text = row.try_get_by_index::<Option<String>>(at);
        text.ok().map(Option::unwrap_or_default)
    };
    rows.iter().map(|row| (0..).map_while(|at| text(row, at)).collect()).collect()
}

async fn show_create(database: &Database) -> String {
    let mut text = String::new();
    let tables = "SELECT CONVERT(TABLE_NAME USING utf8mb4), CONVERT(TABLE_TYPE USING utf8mb4) FROM information_schema.TABLES \
                  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'limbeck_history' ORDER BY TABLE_NAME";
    for table in rows(database, tables).await {
        let shown = rows(database, &format!("SHOW CREATE TABLE `{}`", table[0])).await;
        let create = shown[0].get(1).map_or("", String::as_str);
        text.push_str(&format!("{}\n{}\n", table[1], counter_apart(create)));
    }
    let triggers = "SELECT CONVERT(CONCAT_WS(' ', TRIGGER_NAME, ACTION_TIMING, EVENT_MANIPULATION, EVENT_OBJECT_TABLE, ACTION_ORDER, ACTION_STATEMENT, DEFINER) \
                    USING utf8mb4) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()";
    for trigger in rows(database, triggers).await {
        text.push_str(&format!("TRIGGER {}\n", trigger[0]));
    }
    text
}

/// The statement with the number that comes next on a line of its own.
fn counter_apart(create: &str) -> String {
    let Some((before, rest)) = create.split_once(" AUTO_INCREMENT=") else { return create.to_owned() };
    let end = rest.find(' ').unwrap_or(rest.len());
    format!("{before}{}\n{COUNTER}{}", &rest[end..], &rest[..end])
}

const STATEMENTS: &str = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> 'limbeck_history'";

/// What SQLite itself has read in its statements.
const FACTS: [&str; 5] = [
    "SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || coalesce(c.dflt_value, '-') || ' ' || c.pk \
        || ' ' || c.hidden FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name <> 'limbeck_history'",
    "SELECT 'options ' || name || ' ' || wr || ' ' || strict FROM pragma_table_list WHERE schema = 'main' AND name <> 'limbeck_history'",
    "SELECT 'member ' || m.name || ' ' || i.origin || i.\"unique\" || i.partial || ' ' || coalesce(c.name, '?') || ' ' || c.seqno || ' ' || c.desc || ' ' \
        || c.coll FROM sqlite_master m, pragma_index_list(m.name) i, pragma_index_xinfo(i.name) c \
        WHERE m.type = 'table' AND m.name <> 'limbeck_history' AND c.key = 1",
    "SELECT 'key ' || m.name || '.' || coalesce(k.\"from\", '?') || ' ' || k.\"table\" || '.' || coalesce(k.\"to\", '?') || ' ' || k.on_update || ' ' \
        || k.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table' AND m.name <> 'limbeck_history'",
    "SELECT 'counter ' || name || ' ' || seq FROM sqlite_sequence",
];

async fn sqlite(database: &Database, questions: &[&str]) -> String {
    let mut text = String::new();
    for sql in questions {
        for row in rows(database, sql).await {
            text.push_str(&format!("{}\n", row[0]));
        }
    }
    text
}
