use limbeck_operations::ddl::quote::{identifier, object};
use limbeck_schema::{ColumnType, Dialect, Table};

use super::offence::{Nulls, Offence, qualified};

/// How many rows are shown.
const SHOWN: usize = 3;
/// How long a shown text is at most; one character more is read to tell that it was cut.
pub(super) const LONGEST: usize = 60;
/// The column with the count of the rows in the way.
pub(super) const COUNT: &str = "limbeck_rows";

/// The column with the text of the key's member at this position.
pub(super) fn key_column(at: usize) -> String {
    format!("limbeck_key_{at}")
}

/// The query that counts the rows of `table` in the way and gives the first of them: nothing comes back where there are none. `key` are the live columns
/// that are shown.
pub(super) fn sql(table: &Table, offence: &Offence, key: &[String], dialect: Dialect) -> String {
    let name = |name: &str| identifier(name, dialect);
    let from = object(&table.name, dialect);
    let keys: Vec<_> = key.iter().map(|column| shown(table, column, dialect)).collect();
    let named = keys.iter().enumerate().map(|(at, sql)| format!(", {sql} AS {}", name(&key_column(at))));
    let named: String = named.collect();
    let orders = |wanted: bool| order(table, key, &keys, dialect).filter(|_| wanted);
    match offence {
        Offence::Meets(condition) => {
            let by = orders(true).map(|columns| format!(" ORDER BY {}", columns.join(", "))).unwrap_or_default();
            format!("SELECT count(*) OVER () AS {}{named} FROM {from} WHERE {condition}{by} LIMIT {SHOWN}", name(COUNT))
        }
        Offence::Agrees { parts, filter, nulls } => {
            let twins = name("limbeck_twins");
            let is_null = parts.iter().map(|part| format!("{part} IS NULL")).collect::<Vec<_>>().join(" OR ");
            let mut conditions: Vec<_> = filter.iter().map(|filter| format!("({filter})")).collect();
            // A row with NULL that is in the way by itself is told by a count that is above one anyway.
            let count = format!("count(*) OVER (PARTITION BY {})", parts.join(", "));
            let count = match nulls {
                Nulls::Apart => {
                    conditions.push(format!("NOT ({is_null})"));
                    count
                }
                Nulls::Alike => count,
                Nulls::Forbidden => format!("CASE WHEN {is_null} THEN 2 ELSE {count} END"),
            };
            let only =
                if conditions.is_empty() { String::new() } else { format!(" WHERE {}", conditions.join(" AND ")) };
            let ordered = orders(true).unwrap_or_default();
            let inner: String = ordered
                .iter()
                .enumerate()
                .map(|(at, sql)| format!(", {sql} AS {}", name(&format!("limbeck_order_{at}"))))
                .collect();
            let by: Vec<_> = (0..ordered.len()).map(|at| name(&format!("limbeck_order_{at}"))).collect();
            let by = if by.is_empty() { String::new() } else { format!(" ORDER BY {}", by.join(", ")) };
            let outer: String = (0..key.len()).map(|at| format!(", {}", name(&key_column(at)))).collect();
            format!(
                "SELECT count(*) OVER () AS {}{outer} FROM (SELECT {count} AS {twins}{named}{inner} FROM {from}{only}) AS {} WHERE {twins} > 1{by} LIMIT {SHOWN}",
                name(COUNT),
                name("limbeck_found")
            )
        }
    }
}

/// What the rows are ordered by: the key, or the shown texts, since not every value has an order.
fn order(table: &Table, key: &[String], keys: &[String], dialect: Dialect) -> Option<Vec<String>> {
    let is_key = key.iter().all(|column| table.is_key(column));
    let columns =
        if is_key { key.iter().map(|column| qualified(&table.name, column, dialect)).collect() } else { keys.to_vec() };
    (!key.is_empty()).then_some(columns)
}

/// A value as a text of bounded length. Bytes are shown as hexadecimal digits.
fn shown(table: &Table, column: &str, dialect: Dialect) -> String {
    let sql = qualified(&table.name, column, dialect);
    let is_bytes = table.column(column).is_some_and(|column| {
        matches!(
            column.column_type,
            ColumnType::Binary(_)
                | ColumnType::VarBinary(_)
                | ColumnType::Blob
                | ColumnType::Uuid
                | ColumnType::Bit(_)
                | ColumnType::VarBit(_)
        )
    });
    let text = match dialect {
        Dialect::Sqlite => format!("CASE typeof({sql}) WHEN 'blob' THEN hex({sql}) ELSE CAST({sql} AS text) END"),
        Dialect::Postgres => format!("CAST({sql} AS text)"),
        Dialect::MySql | Dialect::MariaDb if is_bytes => format!("HEX({sql})"),
        Dialect::MySql | Dialect::MariaDb => format!("CAST({sql} AS char)"),
    };
    format!("substr({text}, 1, {})", LONGEST + 1)
}
