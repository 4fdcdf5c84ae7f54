//! MariaDB, 10.5 or later: where it answers otherwise than MySQL.

use limbeck_schema::{ColumnType, Table};

use crate::{
    mysql_like::{Extra, Flavour, strings},
    sql_text::plain_string,
};

pub(crate) const FLAVOUR: Flavour = Flavour {
    indexes: include_str!("indexes.sql"),
    checks: include_str!("checks.sql"),
    default_sql,
    expression: strings::with_doubled_quotes,
    settle: settle_json,
};

/// COLUMN_DEFAULT is SQL text since 10.2.7, `NULL` where there is none.
fn default_sql(text: &str, _column_type: &str, _extra: &Extra) -> String {
    match strings::single_string(text) {
        Some(value) => plain_string(&value),
        None => strings::with_doubled_quotes(text),
    }
}

/// `json` is `longtext` in utf8mb4_bin with the check `json_valid`, named like the column (measured on 10.11): makes it `json` again.
fn settle_json(table: &mut Table) {
    let columns = &mut table.columns;
    table.checks.retain(|check| {
        let column = columns.iter_mut().find(|column| {
            let valid = format!("json_valid(`{}`)", column.name.replace('`', "``"));
            check.name.as_ref() == Some(&column.name)
                && check.expression == valid
                && column.column_type == ColumnType::custom("longtext")
        });
        let Some(column) = column else {
            return true;
        };
        column.column_type = ColumnType::Json;
        column.collation = column.collation.take().filter(|collation| collation != "utf8mb4_bin");
        false
    });
}

#[cfg(test)]
mod tests {
    use limbeck_schema::{Check, Column};

    use super::*;

    #[test]
    fn defaults_are_plain_sql() {
        for (text, expected) in [
            (r"'it''s \\'", r"'it''s \'"),
            ("NULL", "NULL"),
            ("1.50", "1.50"),
            ("current_timestamp()", "current_timestamp()"),
            (r"concat('it\'s','\\')", r"concat('it''s','\\')"),
        ] {
            assert_eq!(default_sql(text, "varchar(10)", &Extra::default()), expected, "{text}");
        }
    }

    #[test]
    fn only_a_json_columns_own_check_goes() {
        let longtext = || ColumnType::custom("longtext");
        for (what, name, expression, column_type, is_json) in [
            ("json", "a`b", "json_valid(`a``b`)", longtext(), true),
            ("a constraint", "ck", "json_valid(`a``b`)", longtext(), false),
            ("more than that", "a`b", "json_valid(`a``b`) and 1", longtext(), false),
            ("another type", "a`b", "json_valid(`a``b`)", ColumnType::Text, false),
        ] {
            let mut column = Column::new("a`b", column_type);
            column.collation = Some("utf8mb4_bin".into());
            let mut table = Table::new("t", vec![column]);
            table.checks.push(Check::new(expression).named(name));
            settle_json(&mut table);
            assert_eq!(table.columns[0].column_type == ColumnType::Json, is_json, "{what}");
            assert_eq!((table.checks.is_empty(), table.columns[0].collation.is_none()), (is_json, is_json), "{what}");
        }
    }
}
