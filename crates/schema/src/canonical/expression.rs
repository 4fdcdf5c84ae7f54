use super::sql::{self, Casts};
use crate::{Check, Column, ColumnType, Dialect, Expression, mysql_like, postgres, raise, sql_text};

/// The form in which two spellings of one default are equal on `dialect`; `None` where the column has none.
pub fn canonical_default(column: &Column, dialect: Dialect) -> Option<String> {
    let raised = raised(column, dialect)?;
    if dialect.is_mysql_like()
        && let Some(bytes) = bytes(&raised, &column.column_type)
    {
        let chunks = bytes.utf8_chunks().map(|chunk| chunk.valid().to_owned() + &"?".repeat(chunk.invalid().len()));
        return canonical_expression(&Expression::Text(chunks.collect()), dialect);
    }
    canonical_expression(&raised, dialect)
}

/// Whether two defaults whose canonical forms are equal are the same bytes, as far as that is known. A catalog shows a question mark for each byte that
/// is no text; where both defaults say their bytes, these count.
pub fn has_same_bytes(one: &Column, other: &Column, dialect: Dialect) -> bool {
    let said = |column: &Column| match raised(column, dialect)? {
        Expression::Text(text) if text.contains('?') => None,
        raised => bytes(&raised, &column.column_type),
    };
    match (said(one), said(other)) {
        (Some(one), Some(other)) if dialect.is_mysql_like() => one == other,
        _ => true,
    }
}

fn raised(column: &Column, dialect: Dialect) -> Option<Expression> {
    match column.default.as_ref()? {
        Expression::Sql(sql) => raise::raise_default(sql, &column.column_type, dialect),
        other => Some(raise::settle(other.clone(), &column.column_type)),
    }
}

/// The longest `binary` of MySQL and MariaDB.
const LONGEST: usize = 255;

/// A default of bytes, however it is written, filled up to the length of the type, as MariaDB's catalog shows it: as a text with a question mark for
/// each byte that is none (measured on 10.11).
fn bytes(default: &Expression, column_type: &ColumnType) -> Option<Vec<u8>> {
    let length = match column_type {
        ColumnType::Binary(length) => usize::try_from(*length).ok()?,
        ColumnType::Uuid => 16,
        ColumnType::VarBinary(_) | ColumnType::Blob => 0,
        _ => return None,
    };
    let mut bytes = match default {
        Expression::Text(text) => text.clone().into_bytes(),
        Expression::Sql(sql) => hexadecimal(sql)?,
        _ => return None,
    };
    bytes.resize(bytes.len().max(length.min(LONGEST)), 0);
    Some(bytes)
}

/// The bytes of `X'00ff'` or `0x00ff`.
fn hexadecimal(sql: &str) -> Option<Vec<u8>> {
    let sql = sql.trim();
    let quoted = sql.strip_prefix(['X', 'x']).and_then(|rest| rest.strip_prefix('\'')?.strip_suffix('\''));
    let digits: Vec<u32> =
        quoted.or_else(|| sql.strip_prefix("0x"))?.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
    // An odd number of digits has a zero before it (MariaDB's manual, "Hexadecimal Literals").
    let first = digits.len() % 2;
    let (odd, pairs) = digits.split_at(first);
    let byte = |digits: &[u32]| u8::try_from(digits.iter().fold(0, |value, digit| value * 16 + digit)).ok();
    odd.chunks(1).chain(pairs.chunks(2)).map(byte).collect()
}

/// A text as the dialect's catalog gives it back.
pub(crate) fn as_cataloged(text: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => text.to_owned(),
        Dialect::MySql | Dialect::MariaDb => mysql_like::as_cataloged(text),
    }
}

/// The form in which two spellings of one expression are equal on `dialect`; `None` for `NULL`.
pub fn canonical_expression(expression: &Expression, dialect: Dialect) -> Option<String> {
    let text = match expression {
        Expression::Null => return None,
        Expression::Boolean(value) => match dialect {
            Dialect::Postgres => value.to_string(),
            Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => u8::from(*value).to_string(),
        },
        Expression::Integer(number) => number.to_string(),
        // 1.50 is 1.5: MariaDB pads a decimal to its scale (measured on 10.11).
        Expression::Number(number) => number.parse::<f64>().map_or_else(|_| number.clone(), |value| value.to_string()),
        Expression::Text(text) => format!("'{}'", as_cataloged(text, dialect).replace('\'', "''")),
        Expression::CurrentTimestamp => "current_timestamp".to_owned(),
        Expression::CurrentDate => "current_date".to_owned(),
        Expression::CurrentTime => "current_time".to_owned(),
        Expression::Sql(sql) => canonical_sql(sql, dialect),
    };
    Some(text)
}

/// The form in which two spellings of one check are equal on `dialect`.
pub fn canonical_check(check: &Check, dialect: Dialect) -> String {
    canonical_sql(&check.expression, dialect)
}

/// SQL text as an expression of the servers' own words; folded, with the casts that the catalog adds gone, where it is none that is understood.
pub(super) fn canonical_sql(sql: &str, dialect: Dialect) -> String {
    let sql = as_cataloged(sql, dialect);
    if let Some(form) = sql::canonical(&sql, dialect, Casts::Written) {
        return form;
    }
    match dialect {
        Dialect::Postgres => sql_text::folded(&postgres::without_casts(&sql)),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => sql_text::folded(&sql),
    }
}

/// Whether two texts whose canonical forms are equal have the same casts, too. PostgreSQL adds casts by itself, and a form leaves out those that it
/// may have added: where this is false, both may still mean different things, and only a server can tell.
pub fn has_same_casts(one: &str, other: &str, dialect: Dialect) -> bool {
    match dialect {
        Dialect::Postgres => one == other || with_casts(one) == with_casts(other),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => true,
    }
}

fn with_casts(sql: &str) -> String {
    sql::canonical(sql, Dialect::Postgres, Casts::All).unwrap_or_else(|| sql_text::folded(sql))
}
