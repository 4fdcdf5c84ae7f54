use crate::{
    Check, Column, ColumnType, Dialect, Expression, lower_column_type, mariadb, mysql, postgres, raise, sql_text,
    sqlite,
};

/// The form in which two spellings of one type are equal on `dialect`.
///
/// SQLite: the affinity. Elsewhere: the lowered type with synonyms and display widths gone. A type that the dialect lacks has a form
/// of its own, equal to nothing else.
pub fn canonical_column_type(column_type: &ColumnType, dialect: Dialect) -> String {
    let Ok(lowered) = lower_column_type(column_type, dialect) else {
        return format!("{column_type:?}");
    };
    match dialect {
        Dialect::Sqlite => sqlite::affinity(&lowered).to_owned(),
        Dialect::Postgres => postgres::canonical(&lowered),
        Dialect::MySql => mysql::canonical(&lowered),
        Dialect::MariaDb => mariadb::canonical(&lowered),
    }
}

/// The form in which two spellings of one default are equal on `dialect`; `None` where the column has none.
pub fn canonical_default(column: &Column, dialect: Dialect) -> Option<String> {
    let default = column.default.as_ref()?;
    let raised = match default {
        Expression::Sql(sql) => raise::raise_default(sql, &column.column_type, dialect)?,
        other => raise::settle(other.clone(), &column.column_type),
    };
    canonical_expression(&raised, dialect)
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
        Expression::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Expression::CurrentTimestamp => "current_timestamp".to_owned(),
        Expression::CurrentDate => "current_date".to_owned(),
        Expression::CurrentTime => "current_time".to_owned(),
        Expression::Sql(sql) => sql_text::folded(&uncast(sql, dialect)),
    };
    Some(text)
}

/// The form in which two spellings of one check are equal on `dialect`.
pub fn canonical_check(check: &Check, dialect: Dialect) -> String {
    sql_text::folded(&uncast(&check.expression, dialect))
}

fn uncast(sql: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Postgres => postgres::without_casts(sql),
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => sql.to_owned(),
    }
}
