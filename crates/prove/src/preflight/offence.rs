use limbeck_schema::{Dialect, IndexPart, IndexTarget, NullsOrder, ObjectName, Table};

use super::names::{Found, Names};
use limbeck_operations::ddl::quote::{identifier, object};

/// What would be wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Offence {
    /// The row meets this condition.
    Meets(String),
    /// Another row agrees with it in these expressions.
    Agrees {
        parts: Vec<String>,
        /// Only rows that meet this count.
        filter: Option<String>,
        nulls: Nulls,
    },
}

/// What NULL is to rows that may not agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nulls {
    /// A row with NULL agrees with none.
    Apart,
    /// NULL agrees with NULL.
    Alike,
    /// A row with NULL is in the way by itself.
    Forbidden,
}

/// An offence, with the live columns that are shown where the table has no key; `None` where nothing can be in the way, since the steps make what is
/// asked about. The error is why it can't be asked.
pub(super) type Offending = Result<Option<(Offence, Vec<String>)>, String>;

/// A column of a live table, with the table's name before it.
pub(super) fn qualified(table: &ObjectName, column: &str, dialect: Dialect) -> String {
    format!("{}.{}", object(table, dialect), identifier(column, dialect))
}

/// Live names of columns; `Ok(None)` if the steps make one of them.
pub(super) fn live_columns(
    names: &Names<'_>,
    table: &ObjectName,
    columns: &[String],
) -> Result<Option<Vec<String>>, String> {
    let mut live = Vec::with_capacity(columns.len());
    for column in columns {
        match names.column(table, column) {
            Found::Live(found) => live.push(found.name.clone()),
            Found::Made => return Ok(None),
            Found::Missing => return Err(format!("the database has no column {table}.{column}")),
        }
    }
    Ok(Some(live))
}

/// Rows that agree in columns.
pub(super) fn agreeing(
    names: &Names<'_>,
    (name, table): (&ObjectName, &Table),
    columns: &[String],
    nulls: Nulls,
    dialect: Dialect,
) -> Offending {
    let Some(live) = live_columns(names, name, columns)? else { return Ok(None) };
    let parts = live.iter().map(|column| qualified(&table.name, column, dialect)).collect();
    Ok(Some((Offence::Agrees { parts, filter: None, nulls }, live)))
}

/// Rows that agree in the parts of an index.
pub(super) fn agreeing_in_parts(
    names: &Names<'_>,
    (name, table): (&ObjectName, &Table),
    (members, filter): (&[IndexPart], Option<&str>),
    nulls: Nulls,
    dialect: Dialect,
) -> Offending {
    let mut parts = Vec::with_capacity(members.len());
    let mut shown = Vec::new();
    for member in members {
        let sql = match &member.target {
            IndexTarget::Column(column) => {
                let Some(live) = live_columns(names, name, std::slice::from_ref(column))? else { return Ok(None) };
                let sql = live.iter().map(|live| qualified(&table.name, live, dialect)).collect();
                shown.extend(live);
                sql
            }
            IndexTarget::Expression(text) => match names.sql(name, text, dialect) {
                Some(sql) => format!("({sql})"),
                None => return Ok(None),
            },
        };
        parts.push(part(sql, member, dialect));
    }
    let filter = match filter {
        Some(text) => match names.sql(name, text, dialect) {
            Some(sql) => Some(sql),
            None => return Ok(None),
        },
        None => None,
    };
    Ok(Some((Offence::Agrees { parts, filter, nulls }, shown)))
}

/// What of a value counts in an index: its first characters, in its collation. The order is nothing to it.
fn part(sql: String, member: &IndexPart, dialect: Dialect) -> String {
    let IndexPart { target: _, descending: _, nulls: None | Some(NullsOrder::First | NullsOrder::Last), .. } = member;
    let cut = match member.prefix {
        Some(length) if dialect.is_mysql_like() => format!("LEFT({sql}, {length})"),
        Some(_) | None => sql,
    };
    match &member.collation {
        Some(collation) => {
            let name = match collation.split_once('.') {
                Some((schema, name)) => object(&ObjectName::qualified(schema, name), dialect),
                None => identifier(collation, dialect),
            };
            format!("{cut} COLLATE {name}")
        }
        None => cut,
    }
}

/// Rows that refer to nothing. NULL in one of the columns refers to nothing that has to be there (MATCH SIMPLE, which all four have).
pub(super) fn orphaned(
    names: &Names<'_>,
    (name, table): (&ObjectName, &Table),
    key: &limbeck_schema::ForeignKey,
    dialect: Dialect,
) -> Offending {
    let Some(columns) = live_columns(names, name, &key.columns)? else { return Ok(None) };
    let own: Vec<_> = columns.iter().map(|column| qualified(&table.name, column, dialect)).collect();
    let mut conditions: Vec<_> = own.iter().map(|column| format!("{column} IS NOT NULL")).collect();
    match names.table(&key.target) {
        Found::Live(target) => {
            let Some(others) = live_columns(names, &key.target, &key.target_columns)? else {
                return Err(format!("what is referred to in {} is made by the revision itself", key.target));
            };
            let parent = identifier("limbeck_parent", dialect);
            let equal: Vec<_> = others
                .iter()
                .zip(&own)
                .map(|(other, own)| format!("{parent}.{} = {own}", identifier(other, dialect)))
                .collect();
            conditions.push(format!(
                "NOT EXISTS (SELECT 1 FROM {} AS {parent} WHERE {})",
                object(&target.name, dialect),
                equal.join(" AND ")
            ));
        }
        // The steps make it, and it is empty: whatever is there refers to nothing.
        Found::Made => {}
        Found::Missing => return Err(format!("the database has no table {}", key.target)),
    }
    Ok(Some((Offence::Meets(conditions.join(" AND ")), columns)))
}
