//! How SQLite's catalog and rows tell whether statements did what they say, each fact as an SQL expression.

use std::collections::BTreeSet;

use limbeck_schema::{Expression, ObjectName, Schema, Table};

use super::{DIALECT, rebuild::made};
use crate::{
    Operation, Statement, Step,
    ddl::{
        builder, index,
        quote::{identifier, object, string},
    },
};

/// Something that has to hold around the statements of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// It in words.
    pub words: String,
    /// How it is told.
    pub told: Told,
}

/// How a fact is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// By an expression before the statements.
    Before(String),
    /// By an expression behind them.
    Behind(String),
    /// By a query that answers the same before and behind them.
    Unchanged(String),
}

/// What has to hold around `statements`, which do `steps` and lead from the schema `before` to `after`. Of raw SQL nothing is known.
///
/// Before a table is rebuilt it has to be as `before` knows it, or the rebuild would lose what that does not know; its rows have to be as many behind.
/// Behind every change the catalog has what the change makes: of what a statement creates, its text.
pub fn facts(steps: &[&Step], statements: &[Statement], before: &Schema, after: &Schema) -> Vec<Fact> {
    let mut facts = Vec::new();
    if statements.is_empty() {
        return facts;
    }
    let names: BTreeSet<_> = before.tables.keys().chain(after.tables.keys()).collect();
    for name in names {
        let (previous, next) = (before.tables.get(name), after.tables.get(name));
        match (previous, next) {
            (Some(previous), Some(next)) if is_rebuilt(previous, statements) => {
                facts.extend(around_a_rebuild(previous));
                facts.extend(created(next, statements));
                facts.extend(indexes(previous, next, statements));
            }
            (Some(previous), Some(next)) if previous != next => {
                facts.extend(columns_come_and_go(previous, next));
                facts.extend(indexes(previous, next, statements));
            }
            (None, Some(next)) => {
                facts.push(created(next, statements).unwrap_or_else(|| is_there(next)));
            }
            (Some(previous), None) => facts.push(is_gone("table", &previous.name.name)),
            (Some(_), Some(_)) | (None, None) => {}
        }
    }
    facts.extend(steps.iter().flat_map(|step| rows(&step.operation, before)));
    facts
}

fn behind(words: String, condition: String) -> Fact {
    Fact { words, told: Told::Behind(condition) }
}

fn is_rebuilt(table: &Table, statements: &[Statement]) -> bool {
    let drop = builder::drop_table(&table.name, DIALECT);
    let create = format!("CREATE TABLE {} ", object(&made(&table.name), DIALECT));
    statements.iter().any(|statement| statement.sql == drop)
        && statements.iter().any(|statement| statement.sql.starts_with(&create))
}

/// What a rebuild of the table must not lose.
fn around_a_rebuild(table: &Table) -> [Fact; 3] {
    let name = &table.name.name;
    let quoted = string(name, DIALECT);
    let known = table.indexes.iter().map(|index| &index.name);
    let known = known.chain(table.triggers.iter().map(|trigger| &trigger.name));
    let known: Vec<_> = known.map(|name| string(name, DIALECT)).collect();
    let (uniques, keys) = (table.uniques.len(), table.foreign_keys.len());
    let parts = format!(
        "NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = {quoted} AND name NOT IN ({})) \
         AND (SELECT count(*) FROM pragma_index_list({quoted}) WHERE origin = 'u') <= {uniques} \
         AND (SELECT count(DISTINCT id) FROM pragma_foreign_key_list({quoted})) <= {keys}",
        known.join(", ")
    );
    [
        had_columns(table),
        Fact {
            words: format!("{name} has no index, trigger, unique constraint or foreign key that no revision made"),
            told: Told::Before(parts),
        },
        Fact {
            words: format!("all rows of {name} are copied"),
            told: Told::Unchanged(format!("SELECT count(*) FROM {}", object(&table.name, DIALECT))),
        },
    ]
}

/// What is there before a rebuild is what is known: what somebody added by hand would be lost.
fn had_columns(table: &Table) -> Fact {
    let words = format!("{} has the columns that the revisions before made", table.name.name);
    Fact { words, told: Told::Before(columns(table)) }
}

/// A column that comes was not there, or it would be taken for what a statement makes; one that goes is not there any more.
fn columns_come_and_go(previous: &Table, next: &Table) -> Vec<Fact> {
    let others = |of: &Table, than: &Table| -> Vec<String> {
        let names = of.columns.iter().map(|column| column.name.to_ascii_lowercase());
        names.filter(|name| !than.columns.iter().any(|other| other.name.eq_ignore_ascii_case(name))).collect()
    };
    let (come, gone) = (others(next, previous), others(previous, next));
    let (table, mut facts) = (&next.name.name, Vec::new());
    if !come.is_empty() {
        let names = come.join(", ");
        let words = format!("{table} does not have {names} yet");
        facts.push(Fact { words, told: Told::Before(has_so_many(table, &come, 0)) });
        facts.push(behind(format!("{table} has {names}"), has_so_many(table, &come, come.len())));
    }
    if !gone.is_empty() {
        let words = format!("{table} does not have {} any more", gone.join(", "));
        facts.push(behind(words, has_so_many(table, &gone, 0)));
    }
    facts
}

/// The table, by its columns.
fn is_there(table: &Table) -> Fact {
    let names: Vec<_> = table.columns.iter().map(|column| column.name.to_ascii_lowercase()).collect();
    let condition = has_so_many(&table.name.name, &names, names.len());
    behind(format!("table {} is there", table.name.name), condition)
}

/// That so many of the columns `names`, in small letters, are in the table.
fn has_so_many(table: &str, names: &[String], count: usize) -> String {
    let names: Vec<_> = names.iter().map(|name| string(name, DIALECT)).collect();
    let table = string(table, DIALECT);
    format!("(SELECT count(*) FROM pragma_table_xinfo({table}) WHERE lower(name) IN ({})) = {count}", names.join(", "))
}

/// That the table has its columns, by their names, in whatever order: SQLite adds them at the end.
fn columns(table: &Table) -> String {
    let mut names: Vec<_> = table.columns.iter().map(|column| column.name.to_ascii_lowercase()).collect();
    names.sort_unstable();
    format!(
        "(SELECT group_concat(name, ', ') FROM (SELECT lower(name) AS name FROM pragma_table_xinfo({}) ORDER BY 1)) = {}",
        string(&table.name.name, DIALECT),
        string(&names.join(", "), DIALECT)
    )
}

/// The text of the table, if it was made here.
fn created(table: &Table, statements: &[Statement]) -> Option<Fact> {
    let own = format!("CREATE TABLE {} ", object(&table.name, DIALECT));
    let rebuilt = format!("CREATE TABLE {} ", object(&made(&table.name), DIALECT));
    let text = statements.iter().find_map(|statement| {
        let rest = statement.sql.strip_prefix(&rebuilt).or_else(|| statement.sql.strip_prefix(&own))?;
        Some(format!("{own}{rest}"))
    })?;
    let name = &table.name.name;
    Some(behind(format!("{name} is as the revision makes it"), has_text("table", name, &text)))
}

/// The indexes and triggers that were made, by their texts, and those that went.
fn indexes(previous: &Table, next: &Table, statements: &[Statement]) -> Vec<Fact> {
    let sent = |text: &str| statements.iter().any(|statement| statement.sql == text);
    let made = next.indexes.iter().filter_map(|index| {
        let text = index::create(index, &next.name, DIALECT);
        let words = format!("index {} is as the revision makes it", index.name);
        sent(&text).then(|| behind(words, has_text("index", &index.name, &text)))
    });
    let triggers = next.triggers.iter().filter(|trigger| sent(&trigger.sql));
    let triggers = triggers.map(|trigger| {
        let condition = format!(
            "EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = {})",
            string(&trigger.name, DIALECT)
        );
        behind(format!("trigger {} is there again", trigger.name), condition)
    });
    let stays = |name: &str| next.indexes.iter().any(|index| index.name == name);
    let gone = previous.indexes.iter().filter(|index| !stays(&index.name)).map(|index| is_gone("index", &index.name));
    made.chain(triggers).chain(gone).collect()
}

fn has_text(kind: &str, name: &str, text: &str) -> String {
    format!(
        "(SELECT sql FROM sqlite_master WHERE type = '{kind}' AND name = {}) = {}",
        string(name, DIALECT),
        string(text, DIALECT)
    )
}

fn is_gone(kind: &str, name: &str) -> Fact {
    let quoted = string(name, DIALECT);
    let condition = format!("NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type = '{kind}' AND name = {quoted})");
    behind(format!("{kind} {name} is gone"), condition)
}

/// What an operation does to rows.
fn rows(operation: &Operation, before: &Schema) -> Vec<Fact> {
    match operation {
        // What SQL text gives may be NULL.
        Operation::FillColumn { value: Expression::Sql(_) | Expression::Null, .. } => Vec::new(),
        Operation::FillColumn { table, column, .. } => {
            let words = format!("no row of {table} holds NULL in {column}");
            vec![behind(words, has_no_row(table, column, "IS NULL"))]
        }
        Operation::RenameEnumLabel { name, label, .. } => {
            let holders =
                before.tables.values().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
            let holders = holders.filter(|(_, column)| {
                matches!(&column.column_type, limbeck_schema::ColumnType::Enum(enumeration) if enumeration.name == *name)
            });
            let fact = |(table, column): (&Table, &limbeck_schema::Column)| {
                let condition = format!("= {}", string(label, DIALECT));
                let words = format!("no row of {} holds the label {label} in {}", table.name, column.name);
                behind(words, has_no_row(&table.name, &column.name, &condition))
            };
            holders.map(fact).collect()
        }
        _ => Vec::new(),
    }
}

/// The column is named with its table: alone, one that is not there would be a text.
fn has_no_row(table: &ObjectName, column: &str, condition: &str) -> String {
    let (table, column) = (object(table, DIALECT), identifier(column, DIALECT));
    format!("NOT EXISTS (SELECT 1 FROM {table} WHERE {table}.{column} {condition})")
}
