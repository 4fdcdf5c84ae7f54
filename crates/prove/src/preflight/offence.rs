use limbeck_schema::{Dialect, IndexPart, IndexTarget, NullsOrder, ObjectName, Table};

use super::{
    held::Held,
    names::{Found, Names, filled},
};
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

/// Rows that agree in columns.
pub(super) fn agreeing(
    names: &Names<'_>,
    table: (&ObjectName, &Table),
    columns: &[String],
    nulls: Nulls,
    dialect: Dialect,
) -> Offending {
    let parts: Vec<_> = columns.iter().map(IndexPart::column).collect();
    agreeing_in_parts(names, table, (&parts, None), nulls, dialect)
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
            IndexTarget::Column(column) => match (names.held(name, column)?, nulls) {
                (Held::Live(live), _) => {
                    shown.push(live.name.clone());
                    qualified(&table.name, &live.name, dialect)
                }
                (Held::Numbered, _) | (Held::Null(_), Nulls::Apart) => return Ok(None),
                (Held::Null(_), Nulls::Forbidden) => {
                    return Ok(Some((Offence::Meets("1 = 1".to_owned()), Vec::new())));
                }
                // All rows agree in it.
                (Held::Null(_), Nulls::Alike) | (Held::Same(_), _) => continue,
                (Held::Filled { .. } | Held::Unknown { .. }, _) => return Err(filled(name, column)),
            },
            IndexTarget::Expression(text) => format!("({})", names.sql(name, text)?),
        };
        parts.push(part(sql, member, dialect));
    }
    if parts.is_empty() {
        parts.push("1".to_owned());
    }
    let filter = filter.map(|text| names.sql(name, text)).transpose()?;
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
    let mut shown = Vec::new();
    let mut own = Vec::with_capacity(key.columns.len());
    for column in &key.columns {
        own.push(match names.held(name, column)? {
            Held::Live(live) => {
                shown.push(live.name.clone());
                qualified(&table.name, &live.name, dialect)
            }
            Held::Null(_) => return Ok(None),
            Held::Same(literal) => format!("({literal})"),
            Held::Numbered | Held::Filled { .. } | Held::Unknown { .. } => return Err(filled(name, column)),
        });
    }
    let mut conditions: Vec<_> = own.iter().map(|column| format!("{column} IS NOT NULL")).collect();
    match names.table(&key.target) {
        Found::Live(target) => {
            let parent = identifier("limbeck_parent", dialect);
            let mut equal = Vec::with_capacity(own.len());
            for (other, own) in key.target_columns.iter().zip(&own) {
                let Held::Live(other) = names.held(&key.target, other)? else {
                    return Err(format!("what is referred to in {} is made by the revision itself", key.target));
                };
                equal.push(format!("{parent}.{} = {own}", identifier(&other.name, dialect)));
            }
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
    Ok(Some((Offence::Meets(conditions.join(" AND ")), shown)))
}
