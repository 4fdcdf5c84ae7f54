//! What was reviewed: defects of SeaORM that Limbeck does not follow, and types that a server or a reader has not.

use limbeck_comparing::Known;
use limbeck_schema::Dialect;

/// The defects.
pub const KNOWN: &[Known] = &[];

/// The tables for which SeaORM panics, because the server has not all of their types.
pub const ABSENT: &[(Dialect, &[&str])] = &[(Dialect::Sqlite, &[]), (Dialect::Postgres, &[]), (Dialect::MySql, &[])];

/// The columns whose types cannot be read, because a macro makes them.
pub const OPAQUE: &[(&str, &str)] = &[];
