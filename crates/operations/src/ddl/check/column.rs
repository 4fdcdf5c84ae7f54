use limbeck_schema::{Column, Dialect, Server, Table, Version, canonical_column_type, lower_column_type};

use super::{Lack, constraint::leads_a_key, length};

/// A column as it is to be.
pub(super) fn column(column: &Column, server: &Server) -> Result<(), Lack> {
    let name = &column.name;
    length("column", name, server)?;
    if lower_column_type(&column.column_type, server.dialect).is_err() {
        return Err(Lack::new(
            format!("has no type for column `{name}` ({})", column.column_type),
            "choose another type, or keep the operation from it with `.only(..)`",
        ));
    }
    numbering(column, server)?;
    generated(column, server)?;
    match server.dialect {
        Dialect::Sqlite | Dialect::Postgres if column.on_update.is_some() => Err(Lack::new(
            format!("has no ON UPDATE for column `{name}`"),
            "use a trigger, or keep it to MySQL and MariaDB with `.only(..)`",
        )),
        Dialect::Sqlite | Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => Ok(()),
    }
}

/// A column that numbers the rows: an integer without a default.
fn numbering(column: &Column, server: &Server) -> Result<(), Lack> {
    if column.auto_increment.is_none() {
        return Ok(());
    }
    let name = &column.name;
    let canonical = canonical_column_type(&column.column_type, server.dialect);
    let integer = match server.dialect {
        Dialect::Sqlite => canonical == "INTEGER",
        Dialect::Postgres => matches!(canonical.as_str(), "smallint" | "integer" | "bigint"),
        Dialect::MySql | Dialect::MariaDb => matches!(
            canonical.strip_suffix(" unsigned").unwrap_or(&canonical),
            "tinyint" | "smallint" | "mediumint" | "int" | "bigint"
        ),
    };
    if !integer {
        return Err(Lack::new(
            format!("numbers rows only in an integer column, and `{name}` is {}", column.column_type),
            "choose an integer type, or drop the auto increment",
        ));
    }
    if column.default.is_some() || column.generated.is_some() {
        return Err(Lack::new(
            format!("can't number rows in column `{name}`, which has a default or is computed"),
            "drop that in the same alteration",
        ));
    }
    Ok(())
}

/// PostgreSQL has virtual columns from 18 on (release notes of 18, E.1).
const VIRTUAL: Version = Version::new(18, 0, 0);

fn generated(column: &Column, server: &Server) -> Result<(), Lack> {
    let Some(generated) = &column.generated else {
        return Ok(());
    };
    let name = &column.name;
    if column.default.is_some() {
        return Err(Lack::new(
            format!("has no default for column `{name}`, which is computed"),
            "drop the default in the same alteration",
        ));
    }
    match server.dialect {
        Dialect::Postgres if !generated.stored && server.version < VIRTUAL => Err(Lack::new(
            format!("{} has no virtual columns, and `{name}` is one", server.version.major),
            "store it (`.generated_stored(..)`), or use PostgreSQL 18",
        )),
        Dialect::Sqlite | Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => Ok(()),
    }
}

/// PostgreSQL drops an expression and keeps the values from 13 on (release notes of 13, E.24).
const DROP_EXPRESSION: Version = Version::new(13, 0, 0);

/// What changes between a column before and after an alteration. `table` is the one before.
pub(super) fn change(previous: &Column, next: &Column, table: &Table, server: &Server) -> Result<(), Lack> {
    let name = &next.name;
    let becomes_plain = previous.generated.is_some() && next.generated.is_none();
    let becomes_computed = next.generated.is_some() && previous.generated != next.generated;
    let becomes_numbered = next.auto_increment.is_some() && previous.auto_increment.is_none();
    match server.dialect {
        Dialect::Postgres if becomes_plain && server.version < DROP_EXPRESSION => Err(Lack::new(
            format!("{} can't keep the values of the computed column `{name}`", server.version.major),
            "add another column, copy the values with `op.execute`, drop this one and rename the other",
        )),
        Dialect::Postgres if becomes_computed && table.is_key(name) => Err(Lack::new(
            format!("can't compute `{name}` from now on, which is in the primary key"),
            "take it out of the key first",
        )),
        Dialect::MySql | Dialect::MariaDb if becomes_numbered && !leads_a_key(name, table) => Err(Lack::new(
            format!("numbers rows only in the first column of a key, and `{name}` is not"),
            "make it the primary key or add a unique constraint in an earlier step",
        )),
        Dialect::Sqlite | Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => Ok(()),
    }
}
