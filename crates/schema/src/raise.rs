use crate::{
    ColumnType, Dialect, Expression, canonical_column_type, mariadb, mysql, mysql_like, postgres, sql_text, sqlite,
};

/// The portable type that `sql` is the lowered form of on `dialect`, else `Custom`.
///
/// `sql` is the catalog's spelling: `format_type` on PostgreSQL, `COLUMN_TYPE` on MySQL and MariaDB, the declared type on SQLite. Several
/// types may lower to one (`integer` on SQLite); the one that SeaORM's generator would choose is taken.
/// Names of enums are not known here: a type that PostgreSQL says is an enum is made by the introspection.
pub fn raise_column_type(sql: &str, dialect: Dialect) -> ColumnType {
    match dialect {
        Dialect::Sqlite => sqlite::raise(sql),
        Dialect::Postgres => postgres::raise(sql),
        Dialect::MySql => mysql::raise(sql),
        Dialect::MariaDb => mariadb::raise(sql),
    }
}

/// The portable form of the SQL text of a default, `None` for `NULL`, which is the same as none.
///
/// `sql` is SQL, strings in quotes; a catalog that gives bare text (MySQL 8) has to quote it first.
pub fn raise_default(sql: &str, column_type: &ColumnType, dialect: Dialect) -> Option<Expression> {
    let text = match dialect {
        Dialect::Postgres => without_cast(sql_text::without_outer_parentheses(sql)),
        Dialect::Sqlite => sql_text::without_outer_parentheses(sql),
        Dialect::MySql | Dialect::MariaDb => {
            let declared = canonical_column_type(column_type, dialect);
            mysql_like::without_precision(sql_text::without_outer_parentheses(sql), &declared)
        }
    };
    let expression =
        literal(text).unwrap_or_else(|| Expression::Sql(sql_text::without_outer_parentheses(sql).to_owned()));
    match settle(expression, column_type) {
        Expression::Null => None,
        other => Some(other),
    }
}

/// A literal without the cast that PostgreSQL hangs on it. What a function gives is another value with a cast: `now()::date`.
fn without_cast(text: &str) -> &str {
    let bare = postgres::without_cast(text);
    let is_function =
        matches!(literal(bare), Some(Expression::CurrentTimestamp | Expression::CurrentDate | Expression::CurrentTime));
    if is_function { text } else { bare }
}

/// `text` as a literal or one of the well-known functions.
pub(crate) fn literal(text: &str) -> Option<Expression> {
    let text = text.trim();
    if let Some(string) = sql_text::unquote_string(text) {
        return Some(Expression::Text(string));
    }
    if let Ok(number) = text.parse::<i64>() {
        return Some(Expression::Integer(number));
    }
    if text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '+')) && text.parse::<f64>().is_ok() {
        return Some(Expression::Number(text.to_owned()));
    }
    let known = match text.to_ascii_lowercase().as_str() {
        "null" => Expression::Null,
        "true" => Expression::Boolean(true),
        "false" => Expression::Boolean(false),
        "current_timestamp" | "current_timestamp()" | "now()" => Expression::CurrentTimestamp,
        "current_date" | "current_date()" | "curdate()" => Expression::CurrentDate,
        "current_time" | "current_time()" | "curtime()" => Expression::CurrentTime,
        _ => return None,
    };
    Some(known)
}

/// A literal in the form that its column gives it: servers take `'5'` for a number, `1` for a boolean and `7` for a text, and entities write them all.
pub(crate) fn settle(expression: Expression, column_type: &ColumnType) -> Expression {
    let numeric = column_type.is_integer()
        || matches!(
            column_type,
            ColumnType::Float | ColumnType::Double | ColumnType::Decimal(_) | ColumnType::Money(_)
        );
    let text = matches!(column_type, ColumnType::Char(_) | ColumnType::String(_) | ColumnType::Text);
    match (&expression, column_type) {
        (Expression::Integer(number), _) if text => Expression::Text(number.to_string()),
        (Expression::Number(number), _) if text => Expression::Text(number.clone()),
        (Expression::Integer(0), ColumnType::Boolean) => Expression::Boolean(false),
        (Expression::Integer(1), ColumnType::Boolean) => Expression::Boolean(true),
        (Expression::Text(text), ColumnType::Boolean) => match text.to_ascii_lowercase().as_str() {
            "1" | "t" | "true" => Expression::Boolean(true),
            "0" | "f" | "false" => Expression::Boolean(false),
            _ => expression,
        },
        (Expression::Boolean(value), _) if numeric => Expression::Integer(i64::from(*value)),
        (Expression::Text(text), _) if numeric => match literal(text) {
            Some(number @ (Expression::Integer(_) | Expression::Number(_))) => number,
            _ => expression,
        },
        _ => expression,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canonical_column_type;

    #[test]
    fn members_of_a_set_keep_their_letters() {
        let read = raise_column_type("set('A','it''s')", Dialect::MariaDb);
        assert_eq!(read, ColumnType::custom("set('A','it''s')"));
        let form = |sql: &str| canonical_column_type(&ColumnType::custom(sql), Dialect::MariaDb);
        assert_eq!(form("SET ('A', 'it''s')"), form("set('A','it''s')"));
        assert_ne!(form("set('a')"), form("set('A')"));
        assert_ne!(form("set('a')"), form("set('a','b')"));
    }

    #[test]
    fn defaults_are_raised_from_each_servers_spelling() {
        use ColumnType::{BigInteger, Boolean, Double, Integer, Text, TimestampWithTimeZone};
        let string = ColumnType::string_len(16);
        let precise = ColumnType::custom("datetime(6)");
        for (dialect, sql, column_type, expected) in [
            (Dialect::Postgres, "'new'::character varying", &string, Some(Expression::Text("new".into()))),
            (Dialect::Postgres, "'it''s'::text", &Text, Some(Expression::Text("it's".into()))),
            (Dialect::Postgres, "'-1'::integer", &Integer, Some(Expression::Integer(-1))),
            (Dialect::Postgres, "'1000'::numeric", &Double, Some(Expression::Integer(1000))),
            (Dialect::Postgres, "7", &string, Some(Expression::Text("7".into()))),
            (Dialect::Sqlite, "-2.50", &Text, Some(Expression::Text("-2.50".into()))),
            (Dialect::Postgres, "now()", &TimestampWithTimeZone, Some(Expression::CurrentTimestamp)),
            (Dialect::Postgres, "CURRENT_TIMESTAMP", &TimestampWithTimeZone, Some(Expression::CurrentTimestamp)),
            (Dialect::Postgres, "true", &Boolean, Some(Expression::Boolean(true))),
            (Dialect::Postgres, "NULL::character varying", &string, None),
            (Dialect::Postgres, "(1 + 2)", &Integer, Some(Expression::Sql("1 + 2".into()))),
            (Dialect::Postgres, "(now())::date", &ColumnType::Date, Some(Expression::Sql("(now())::date".into()))),
            (Dialect::MariaDb, "'new'", &string, Some(Expression::Text("new".into()))),
            (Dialect::MariaDb, "current_timestamp()", &TimestampWithTimeZone, Some(Expression::CurrentTimestamp)),
            (Dialect::MariaDb, "current_timestamp(6)", &precise, Some(Expression::CurrentTimestamp)),
            (Dialect::MariaDb, "current_timestamp(6)", &TimestampWithTimeZone, Some(Expression::CurrentTimestamp)),
            (Dialect::MariaDb, "current_timestamp(3)", &precise, Some(Expression::Sql("current_timestamp(3)".into()))),
            (Dialect::Postgres, "CURRENT_TIMESTAMP(3)", &precise, Some(Expression::Sql("CURRENT_TIMESTAMP(3)".into()))),
            (Dialect::MariaDb, "1", &Boolean, Some(Expression::Boolean(true))),
            (Dialect::MariaDb, "NULL", &string, None),
            (Dialect::Sqlite, "TRUE", &Boolean, Some(Expression::Boolean(true))),
            (Dialect::Sqlite, "'5'", &BigInteger, Some(Expression::Integer(5))),
            (Dialect::Sqlite, "1.5", &Double, Some(Expression::Number("1.5".into()))),
        ] {
            assert_eq!(raise_default(sql, column_type, dialect), expected, "{dialect}: {sql}");
        }
    }
}
