//! The UPDATE that fills a column, and its value.

use limbeck_schema::{Column, ColumnType, Dialect, Expression, Table};

use super::{
    expression::default_value,
    quote::{identifier, object},
};

/// Sets `column` to `value` in the rows that hold NULL there.
///
/// MySQL and MariaDB would set the columns with ON UPDATE to the present time too; set to themselves they stay (MySQL 8.0 manual,
/// section 11.2.5).
pub(super) fn update(table: &Table, column: &Column, value: &Expression, dialect: Dialect) -> String {
    let name = identifier(&column.name, dialect);
    let stay = table.columns.iter().filter(|other| other.on_update.is_some() && other.name != column.name);
    let stay = stay.map(|other| {
        let name = identifier(&other.name, dialect);
        format!("{name} = {name}")
    });
    let sets: Vec<_> =
        std::iter::once(format!("{name} = {}", self::value(value, &column.column_type, dialect))).chain(stay).collect();
    format!("UPDATE {} SET {} WHERE {name} IS NULL", object(&table.name, dialect), sets.join(", "))
}

/// What a column of `column_type` is set to, as SQL.
///
/// A UUID is kept as 16 bytes where there is no type for it: SeaORM writes it so to SQLite, and so does the type that MySQL and MariaDB are
/// given.
pub fn value(value: &Expression, column_type: &ColumnType, dialect: Dialect) -> String {
    let known = match (value, column_type) {
        (Expression::Text(text), ColumnType::Uuid) => uuid(text, dialect),
        (Expression::Sql(sql), ColumnType::Uuid) if is_uuid_function(sql) => Some(random_uuid(dialect).to_owned()),
        _ => None,
    };
    known.unwrap_or_else(|| default_value(value, column_type, dialect))
}

/// The bytes of a UUID that is written in digits; `None` for another text, and on PostgreSQL, which reads the text.
fn uuid(text: &str, dialect: Dialect) -> Option<String> {
    let digits: String = text.chars().filter(|character| *character != '-').collect();
    let is_uuid = digits.len() == 32 && digits.chars().all(|character| character.is_ascii_hexdigit());
    match dialect {
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => is_uuid.then(|| format!("X'{digits}'")),
        Dialect::Postgres => None,
    }
}

/// The call that makes a UUID, as PostgreSQL and as MySQL and MariaDB have it.
fn is_uuid_function(sql: &str) -> bool {
    ["gen_random_uuid()", "uuid()"].iter().any(|known| sql.trim().eq_ignore_ascii_case(known))
}

/// Another UUID for each row.
const fn random_uuid(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => "randomblob(16)",
        Dialect::Postgres => "gen_random_uuid()",
        Dialect::MySql | Dialect::MariaDb => "UNHEX(REPLACE(UUID(), '-', ''))",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_spelt_as_the_column_keeps_them() {
        use ColumnType as T;
        let id = || Expression::Text("6F9619FF-8B86-d011-b42d-00cf4fc964ff".into());
        let bytes = "X'6F9619FF8B86d011b42d00cf4fc964ff'";
        let made = |sql: &str| Expression::Sql(sql.into());
        let unhex = "UNHEX(REPLACE(UUID(), '-', ''))";
        // (value, type, SQLite, PostgreSQL, MySQL, MariaDB)
        for (value, column_type, expected) in [
            (Expression::Text("it's".into()), T::string(), ["'it''s'", "'it''s'", "'it''s'", "'it''s'"]),
            (Expression::Integer(1), T::Boolean, ["TRUE", "TRUE", "TRUE", "TRUE"]),
            (id(), T::Uuid, [bytes, "'6F9619FF-8B86-d011-b42d-00cf4fc964ff'", bytes, bytes]),
            (Expression::Text("none".into()), T::Uuid, ["'none'", "'none'", "'none'", "'none'"]),
            (made(" UUID() "), T::Uuid, ["randomblob(16)", "gen_random_uuid()", unhex, unhex]),
            (made("gen_random_uuid()"), T::Uuid, ["randomblob(16)", "gen_random_uuid()", unhex, unhex]),
            (made("uuid()"), T::Text, ["(uuid())", "uuid()", "(uuid())", "(uuid())"]),
        ] {
            for (dialect, expected) in Dialect::ALL.into_iter().zip(expected) {
                assert_eq!(self::value(&value, &column_type, dialect), expected, "{dialect}: {value:?}");
            }
        }
    }

    #[test]
    fn columns_that_every_update_sets_stay() {
        let mut changed = Column::new("changed", ColumnType::Timestamp);
        changed.on_update = Some(Expression::CurrentTimestamp);
        let mut seen = changed.clone();
        seen.name = "seen".to_owned();
        let table = Table::new("t", vec![Column::new("n", ColumnType::Integer), changed.clone(), seen]);
        let zero = Expression::Integer(0);
        assert_eq!(
            update(&table, &table.columns[0], &zero, Dialect::MariaDb),
            "UPDATE `t` SET `n` = 0, `changed` = `changed`, `seen` = `seen` WHERE `n` IS NULL"
        );
        assert_eq!(
            update(&table, &changed, &Expression::CurrentTimestamp, Dialect::MariaDb),
            "UPDATE `t` SET `changed` = CURRENT_TIMESTAMP, `seen` = `seen` WHERE `changed` IS NULL"
        );
    }
}
