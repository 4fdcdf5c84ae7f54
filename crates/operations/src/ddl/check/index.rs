use limbeck_schema::{Dialect, Index, IndexPart, IndexTarget, Server, Table, Version};

use super::{Lack, constraint::is_unbounded, length};

/// NULLS NOT DISTINCT (PostgreSQL 15, release notes, E.18).
const NULLS_NOT_DISTINCT: Version = Version::new(15, 0, 0);

const ELSEWHERE: &str = "keep the operation to the dialects that have it with `.only(..)`";

/// An index as it is to be.
pub(super) fn index(index: &Index, table: &Table, server: &Server) -> Result<(), Lack> {
    length("index", &index.name, server)?;
    method(index, server)?;
    nulls_not_distinct(index.nulls_not_distinct, server)?;
    match server.dialect {
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb if !index.include.is_empty() => {
            return Err(Lack::new("has no INCLUDE in indexes", ELSEWHERE));
        }
        Dialect::MySql | Dialect::MariaDb if index.filter.is_some() => {
            return Err(Lack::new("has no partial indexes", ELSEWHERE));
        }
        Dialect::Sqlite | Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {}
    }
    index.parts.iter().try_for_each(|item| part(item, index, table, server))
}

fn method(index: &Index, server: &Server) -> Result<(), Lack> {
    let Some(method) = index.method.as_deref() else {
        return Ok(());
    };
    let method = method.to_ascii_lowercase();
    let known: &[&str] = match server.dialect {
        // Extensions bring methods of their own.
        Dialect::Postgres => return Ok(()),
        Dialect::Sqlite => &["btree"],
        Dialect::MySql | Dialect::MariaDb => &["btree", "hash", "fulltext", "spatial", "rtree"],
    };
    if known.contains(&method.as_str()) {
        return Ok(());
    }
    Err(Lack::new(format!("has no index method `{method}`"), ELSEWHERE))
}

/// Shared with unique constraints.
pub(super) fn nulls_not_distinct(wanted: bool, server: &Server) -> Result<(), Lack> {
    if !wanted {
        return Ok(());
    }
    match server.dialect {
        Dialect::Postgres if server.version >= NULLS_NOT_DISTINCT => Ok(()),
        Dialect::Postgres => Err(Lack::new(
            format!("{} has no NULLS NOT DISTINCT", server.version.major),
            "leave it out, or use PostgreSQL 15 or later",
        )),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => Err(Lack::new("has no NULLS NOT DISTINCT", ELSEWHERE)),
    }
}

fn part(part: &IndexPart, index: &Index, table: &Table, server: &Server) -> Result<(), Lack> {
    let expression = matches!(part.target, IndexTarget::Expression(_));
    let lacks: &[(bool, &str)] = match server.dialect {
        Dialect::Postgres => &[(part.prefix.is_some(), "prefix lengths")],
        Dialect::Sqlite => &[
            (part.prefix.is_some(), "prefix lengths"),
            (part.operator_class.is_some(), "operator classes"),
            // "unsupported use of NULLS LAST" (measured on 3.40).
            (part.nulls.is_some(), "NULLS FIRST or LAST"),
        ],
        Dialect::MySql => &[
            (part.collation.is_some(), "collations"),
            (part.operator_class.is_some(), "operator classes"),
            (part.nulls.is_some(), "NULLS FIRST or LAST"),
        ],
        Dialect::MariaDb => &[
            (expression, "expressions (index a generated column instead)"),
            (part.collation.is_some(), "collations"),
            (part.operator_class.is_some(), "operator classes"),
            (part.nulls.is_some(), "NULLS FIRST or LAST"),
        ],
    };
    if let Some((_, lack)) = lacks.iter().find(|(found, _)| *found) {
        return Err(Lack::new(format!("has no {lack} in indexes"), ELSEWHERE));
    }
    prefix(part, index, table, server)
}

/// MySQL wants a prefix length for a text column (error 1170); MariaDB takes one by itself, which the entity then lacks (measured on
/// 10.11), but makes a unique index over the whole value.
fn prefix(part: &IndexPart, index: &Index, table: &Table, server: &Server) -> Result<(), Lack> {
    let whole = match server.dialect {
        Dialect::Sqlite | Dialect::Postgres => return Ok(()),
        Dialect::MySql => index.method.is_some(),
        Dialect::MariaDb => index.method.is_some() || index.unique,
    };
    let column = part.target.column().and_then(|name| table.column(name));
    match column {
        Some(column) if part.prefix.is_none() && !whole && is_unbounded(column, server.dialect) => Err(Lack::new(
            format!("indexes only so many leading characters of `{}`, which has no limit", column.name),
            "give a prefix length in an operation of its own (`column(..).prefix(..)` and `.only(..)`), or limit the column",
        )),
        _ => Ok(()),
    }
}
