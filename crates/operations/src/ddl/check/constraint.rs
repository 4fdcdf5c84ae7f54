use limbeck_schema::{
    Column, Dialect, ForeignKey, PrimaryKey, ReferentialAction, Server, Table, Unique, lower_column_type,
};

use super::{Lack, index::nulls_not_distinct, length};

/// A constraint's name.
pub(super) fn name(kind: &str, name: Option<&str>, server: &Server) -> Result<(), Lack> {
    name.map_or(Ok(()), |name| length(kind, name, server))
}

/// A primary key as it is to be. `table` has its columns.
pub(super) fn primary_key(key: &PrimaryKey, table: &Table, server: &Server) -> Result<(), Lack> {
    match server.dialect {
        Dialect::Sqlite => Ok(()),
        Dialect::Postgres => name("primary key", key.name.as_deref(), server),
        Dialect::MySql | Dialect::MariaDb => bounded("primary key", &key.columns, table, server),
    }
}

/// A unique constraint as it is to be.
pub(super) fn unique(unique: &Unique, table: &Table, server: &Server) -> Result<(), Lack> {
    name("unique constraint", unique.name.as_deref(), server)?;
    nulls_not_distinct(unique.nulls_not_distinct, server)?;
    match server.dialect {
        Dialect::Postgres => Ok(()),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb if unique.deferrable.is_some() => Err(Lack::new(
            "has no deferrable unique constraints",
            "leave it out, or keep the operation to PostgreSQL with `.only(..)`",
        )),
        // MariaDB hashes a whole text for it (measured on 10.11).
        Dialect::Sqlite | Dialect::MariaDb => Ok(()),
        Dialect::MySql => bounded("unique constraint", &unique.columns, table, server),
    }
}

/// A foreign key as it is to be.
pub(super) fn foreign_key(key: &ForeignKey, server: &Server) -> Result<(), Lack> {
    name("foreign key", key.name.as_deref(), server)?;
    let sets_default = [key.on_delete, key.on_update].contains(&Some(ReferentialAction::SetDefault));
    match server.dialect {
        Dialect::Sqlite | Dialect::Postgres => Ok(()),
        Dialect::MySql | Dialect::MariaDb if key.deferrable.is_some() => Err(Lack::new(
            "has no deferrable foreign keys",
            "leave it out, or keep the operation from MySQL and MariaDB with `.only(..)`",
        )),
        // InnoDB of MySQL refuses it (manual, section 13.1.20.5); MariaDB takes it and does nothing of the kind (measured on 10.11).
        Dialect::MySql | Dialect::MariaDb if sets_default => {
            Err(Lack::new("has no SET DEFAULT for foreign keys", "choose another action"))
        }
        Dialect::MySql | Dialect::MariaDb => Ok(()),
    }
}

/// What only the whole table shows: that it has columns, and that the numbered one is a key.
pub(super) fn whole(table: &Table, server: &Server) -> Result<(), Lack> {
    if table.columns.is_empty() {
        return match server.dialect {
            Dialect::Postgres => Ok(()),
            Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => {
                Err(Lack::new("has no tables without columns", "give it a column"))
            }
        };
    }
    let mut numbered = table.columns.iter().filter(|column| column.auto_increment.is_some());
    match server.dialect {
        Dialect::Postgres => Ok(()),
        Dialect::Sqlite => {
            let key = table.single_key().filter(|_| !table.options.without_rowid);
            numbered.find(|column| key != Some(&column.name)).map_or(Ok(()), |column| {
                Err(Lack::new(
                    format!(
                        "numbers rows only in the single primary key of a table with rowids, and `{}` is not",
                        column.name
                    ),
                    "make it the primary key, or drop the auto increment",
                ))
            })
        }
        Dialect::MySql | Dialect::MariaDb => {
            let first = numbered.next();
            let other = first.filter(|column| !leads_a_key(&column.name, table)).or_else(|| numbered.next());
            other.map_or(Ok(()), |column| {
                Err(Lack::new(
                    format!("numbers rows in one column, the first of a key, and `{}` is not", column.name),
                    "make it the first of the primary key or of a unique constraint, or drop the auto increment",
                ))
            })
        }
    }
}

/// Whether a key or index of `table` begins with `column`, as MySQL and MariaDB want it for AUTO_INCREMENT (error 1075).
pub(in crate::ddl) fn leads_a_key(column: &str, table: &Table) -> bool {
    let leads = |columns: &[String]| columns.first().is_some_and(|first| first == column);
    table.primary_key.as_ref().is_some_and(|key| leads(&key.columns))
        || table.uniques.iter().any(|unique| leads(&unique.columns))
        || table.indexes.iter().any(|index| index.parts.first().and_then(|part| part.target.column()) == Some(column))
}

/// Refuses a text without a limit as a member of a key (error 1170).
fn bounded(kind: &str, columns: &[String], table: &Table, server: &Server) -> Result<(), Lack> {
    let unbounded =
        columns.iter().filter_map(|name| table.column(name)).find(|column| is_unbounded(column, server.dialect));
    match unbounded {
        None => Ok(()),
        Some(column) => Err(Lack::new(
            format!("has no {kind} of `{}`, which has no limit", column.name),
            "give the column a limit, such as `string_len(..)`",
        )),
    }
}

/// Whether MySQL and MariaDB keep the column outside of the row, where indexes reach only its beginning.
pub(super) fn is_unbounded(column: &Column, dialect: Dialect) -> bool {
    let lowered = lower_column_type(&column.column_type, dialect).unwrap_or_default().to_ascii_lowercase();
    let name = lowered.split(['(', ' ']).next().unwrap_or_default();
    name.ends_with("text") || name.ends_with("blob") || name == "json"
}
