//! The views and triggers of the connected database that stand on the tables of a trial, as a scratch database can have them.

use std::collections::BTreeSet;

use limbeck_operations::{Operation, Step, ddl::quote};
use limbeck_schema::{Dialect, ObjectName, Schema, Trigger, View, names_in_sql};

/// What is made in a scratch database, in this order, and what is left out of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Objects {
    pub(super) views: Vec<Object>,
    /// They are tried without rows, so that none of them ever runs.
    pub(super) triggers: Vec<Object>,
    /// What is left out and why, in words.
    pub(super) left_out: Vec<String>,
}

/// An object, and the statements that make it.
#[derive(Clone, Debug)]
pub(super) struct Object {
    /// `the view v`, `the trigger t of animals`.
    pub(super) what: String,
    pub(super) statements: Vec<String>,
}

impl Objects {
    /// Those of `database` that stand on tables of `start`. A trigger goes with a table that the upgrade drops, and no revision brings it back.
    pub(super) fn of(database: &Schema, start: &Schema, upgrade: &[Step], dialect: Dialect) -> Self {
        let mut objects = Self::default();
        let mentions = |view: &&View| start.tables.keys().any(|table| names_in_sql(&view.definition, &table.name));
        for view in database.views.values().filter(mentions) {
            let what = format!("the view {}", view.name);
            match create_view(view, dialect) {
                Ok(sql) => objects.views.push(Object { what, statements: vec![sql] }),
                Err(reason) => objects.left_out.push(format!("without {what}: {reason}")),
            }
        }
        let dropped: BTreeSet<&ObjectName> = upgrade.iter().filter_map(|step| dropped(&step.operation)).collect();
        for (name, table) in database.tables.iter().filter(|(name, _)| start.tables.contains_key(*name)) {
            for trigger in &table.triggers {
                let what = format!("the trigger {} of {name}", trigger.name);
                let made = if dropped.contains(name) {
                    Err("it goes with its table".to_owned())
                } else {
                    create_trigger(trigger, (database, start), dialect)
                };
                match made {
                    Ok(statements) => objects.triggers.push(Object { what, statements }),
                    Err(reason) => objects.left_out.push(format!("without {what}: {reason}")),
                }
            }
        }
        objects
    }
}

fn dropped(operation: &Operation) -> Option<&ObjectName> {
    match operation {
        Operation::DropTable { table } => Some(table),
        _ => None,
    }
}

/// The statement that makes a view. SQLite keeps it whole; MySQL and MariaDB name the database in it, which has to be the scratch one.
fn create_view(view: &View, dialect: Dialect) -> Result<String, String> {
    let query = view.definition.trim().trim_end_matches(';');
    let query = match dialect {
        Dialect::Sqlite => return Ok(view.definition.clone()),
        Dialect::Postgres => query.to_owned(),
        Dialect::MySql | Dialect::MariaDb => unqualified(query)?,
    };
    let kind = if view.materialized { "MATERIALIZED VIEW" } else { "VIEW" };
    Ok(format!("CREATE {kind} {} AS {query}", quote::object(&view.name, dialect)))
}

/// The query of a view without the name of its database. The server writes each table of a query as `` `database`.`table` `` behind FROM or JOIN, and
/// each column of one as `` `table`.`column` `` (measured on MariaDB 10.11); the views of the connected database name one database.
///
/// # Errors
/// A query of several databases, or one in which the name is something else too.
fn unqualified(query: &str) -> Result<String, String> {
    let pieces = pieces(query);
    let mut databases = BTreeSet::new();
    for (at, piece) in pieces.iter().enumerate() {
        let word = match at.checked_sub(1).and_then(|before| pieces.get(before)) {
            Some(Piece::Text(text)) => text.trim_end_matches([' ', '(']).rsplit([' ', '(']).next().unwrap_or_default(),
            Some(Piece::Name(_)) | None => "",
        };
        let word = word.to_ascii_lowercase();
        let from = word == "from" || word.ends_with("join");
        if let (Piece::Name(name), true, Some(Piece::Text("."))) = (piece, from, pieces.get(at + 1)) {
            databases.insert(*name);
        }
    }
    let mut names = databases.into_iter();
    let (Some(database), None) = (names.next(), names.next()) else {
        return Err("it reads several databases, or none".to_owned());
    };
    let mut text = String::with_capacity(query.len());
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        match (piece, pieces.get(at + 1)) {
            (Piece::Name(name), Some(Piece::Text("."))) if *name == database => at += 1,
            (Piece::Name(name), _) if *name == database => {
                return Err("the name of the database is that of something else too".to_owned());
            }
            (Piece::Name(name), _) => text.push_str(name),
            (Piece::Text(other), _) => text.push_str(other),
        }
        at += 1;
    }
    Ok(text)
}

/// A part of a query of MySQL's or MariaDB's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    /// A name with its backticks.
    Name(&'a str),
    /// What stands between names, strings included.
    Text(&'a str),
}

/// A query in pieces that make it up.
fn pieces(query: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut quote) = (0, None);
    let mut escaped = false;
    for (at, c) in query.char_indices() {
        match quote {
            None if c == '`' => {
                pieces.extend(query.get(start..at).filter(|text| !text.is_empty()).map(Piece::Text));
                (start, quote) = (at, Some(c));
            }
            None if matches!(c, '\'' | '"') => quote = Some(c),
            Some('`') if c == '`' => {
                pieces.extend(query.get(start..=at).map(Piece::Name));
                (start, quote) = (at + 1, None);
            }
            Some(mark) if mark != '`' && c == '\\' && !escaped => {
                escaped = true;
                continue;
            }
            Some(mark) if mark == c && !escaped => quote = None,
            _ => {}
        }
        escaped = false;
    }
    pieces.extend(query.get(start..).filter(|text| !text.is_empty()).map(Piece::Text));
    pieces
}

/// The statements that make a trigger. On SQLite what it names has to be there, or no table can be renamed any more; on PostgreSQL its function has to, and
/// one that does nothing stands in for it.
fn create_trigger(
    trigger: &Trigger,
    (database, start): (&Schema, &Schema),
    dialect: Dialect,
) -> Result<Vec<String>, String> {
    match dialect {
        Dialect::Sqlite => {
            let tables = database.tables.keys().chain(database.views.keys());
            let mut missing = tables.filter(|name| !start.tables.contains_key(*name));
            match missing.find(|name| names_in_sql(&trigger.sql, &name.name)) {
                Some(name) => Err(format!("it needs {name}, which has no part in this")),
                None => Ok(vec![trigger.sql.clone()]),
            }
        }
        Dialect::Postgres => {
            let function = function_of(&trigger.sql).ok_or("its function is not known")?;
            let schema = schema_of(function).map(|schema| format!("CREATE SCHEMA IF NOT EXISTS {schema}"));
            let stand_in = format!(
                "CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"
            );
            Ok(schema.into_iter().chain([stand_in, trigger.sql.clone()]).collect())
        }
        Dialect::MySql | Dialect::MariaDb => Ok(vec![trigger.sql.clone()]),
    }
}

/// The name of the function in what `pg_get_triggerdef` says, quoted where it has to be.
fn function_of(sql: &str) -> Option<&str> {
    let (_, call) = ["EXECUTE FUNCTION ", "EXECUTE PROCEDURE "].iter().find_map(|words| sql.split_once(words))?;
    let mut quoted = false;
    let end = call.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == '(' && !quoted).then_some(at)
    })?;
    call.get(..end)
}

/// What stands before the point of a name.
fn schema_of(function: &str) -> Option<&str> {
    let mut quoted = false;
    let point = function.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == '.' && !quoted).then_some(at)
    })?;
    function.get(..point)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_taken_out_of_its_database() {
        for (name, query, expected) in [
            (
                "one table",
                "select `shop`.`animals`.`id` AS `id` from `shop`.`animals`",
                Some("select `animals`.`id` AS `id` from `animals`"),
            ),
            (
                "two, and strings",
                "select `a`.`id` AS `id`,'`shop`.\\'`shop`' AS `x` from (`shop`.`a` join `shop`.`b` on(`a`.`id` = `b`.`id`))",
                Some("select `a`.`id` AS `id`,'`shop`.\\'`shop`' AS `x` from (`a` join `b` on(`a`.`id` = `b`.`id`))"),
            ),
            ("a table that is called like its database", "select `shop`.`shop`.`id` AS `id` from `shop`.`shop`", None),
            ("an alias", "select `shop`.`id` AS `id` from `shop`.`animals` `shop`", None),
            ("two databases", "select 1 AS `1` from (`shop`.`a` join `other`.`b`)", None),
            ("no table", "select 1 AS `1`", None),
            ("awkward names", "select 1 AS `a``b` from `sh``op`.`it's`", None),
        ] {
            let found = unqualified(query);
            if name == "awkward names" {
                // A doubled backtick makes two names of one: whatever comes of it, the text is not lost.
                assert!(found.is_err() || found.is_ok_and(|text| !text.is_empty()), "{name}");
                continue;
            }
            assert_eq!(found.as_deref().ok(), expected, "{name}: {found:?}");
        }
    }

    #[test]
    fn the_function_of_a_trigger_is_found() {
        for (sql, function, schema) in [
            ("CREATE TRIGGER t BEFORE UPDATE ON public.a FOR EACH ROW EXECUTE FUNCTION touch()", "touch", None),
            ("CREATE TRIGGER t AFTER INSERT ON a EXECUTE FUNCTION audit.log('x(y)')", "audit.log", Some("audit")),
            (
                "CREATE TRIGGER t AFTER INSERT ON a EXECUTE PROCEDURE \"a.b\".\"f(x\"('1')",
                "\"a.b\".\"f(x\"",
                Some("\"a.b\""),
            ),
        ] {
            assert_eq!(function_of(sql), Some(function), "{sql}");
            assert_eq!(schema_of(function), schema, "{sql}");
        }
        assert_eq!(function_of("CREATE TRIGGER t"), None);
    }
}
