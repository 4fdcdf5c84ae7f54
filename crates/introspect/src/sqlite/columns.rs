use limbeck_schema::{AutoIncrement, Column, Dialect, Table, raise_column_type, raise_default};

use super::{
    create::{ColumnClauses, CreateTable, Kind, tokens},
    unreadable,
};
use crate::{IntrospectError, reply::Row, sql_text::plain_string};

/// The table with its columns: what the pragma says of them, and what stands behind them in the statement.
pub(super) fn table(name: &str, create: &CreateTable, rows: &[Row]) -> Result<Table, IntrospectError> {
    if rows.len() != create.columns.len() {
        let reason = format!("its statement has {} columns, the table {}", create.columns.len(), rows.len());
        return Err(unreadable(name, &reason));
    }
    let mut table = Table::new(name, Vec::new());
    table.options.without_rowid = create.without_rowid;
    table.options.strict = create.strict;
    for (row, clauses) in rows.iter().zip(&create.columns) {
        table.columns.push(column(row, clauses)?);
    }
    Ok(table)
}

fn column(row: &Row, clauses: &ColumnClauses) -> Result<Column, IntrospectError> {
    let column_type = raise_column_type(&row.text("type")?, Dialect::Sqlite);
    let mut column = Column::new(row.text("name")?, column_type);
    // SQLite lets a key that was not declared NOT NULL be NULL, but for rowids; SeaORM knows no such key.
    column.nullable = !row.flag("not_null")? && row.integer("key_position")? == 0;
    if let Some(text) = row.optional_text("default_text")? {
        column.default = raise_default(&default_sql(&text), &column.column_type, Dialect::Sqlite);
    }
    column.auto_increment = clauses.auto_increment.then_some(AutoIncrement::ByDefault);
    column.generated.clone_from(&clauses.generated);
    column.collation = clauses.collation.clone().filter(|collation| !collation.eq_ignore_ascii_case("BINARY"));
    column.extra = Some(clauses.extra.join(" ")).filter(|extra| !extra.is_empty());
    Ok(column)
}

/// The text of a default as other databases would have it: a name there is a string (`parse.y`: `ccons ::= DEFAULT id`), and a sign stands
/// before its number.
fn default_sql(text: &str) -> String {
    const VALUES: [&str; 6] = ["null", "true", "false", "current_timestamp", "current_date", "current_time"];
    match tokens(text).as_slice() {
        [word] if word.kind == Kind::Word && !VALUES.iter().any(|value| word.is_word(value)) => plain_string(word.text),
        [quoted] if quoted.kind == Kind::Quoted => quoted.name().map_or(text.to_owned(), |name| plain_string(&name)),
        [sign, number] if number.kind == Kind::Literal && (sign.is_symbol("-") || sign.is_symbol("+")) => {
            format!("{}{}", sign.text, number.text)
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_strings_in_a_default() {
        for (text, expected) in [
            ("foo", "'foo'"),
            ("\"it's\"", "'it''s'"),
            ("[a b]", "'a b'"),
            ("'x'", "'x'"),
            ("- 5", "-5"),
            ("+ 1.5", "+1.5"),
            ("TRUE", "TRUE"),
            ("Current_Timestamp", "Current_Timestamp"),
            ("NULL", "NULL"),
            ("x'00'", "x'00'"),
            ("1 + 2", "1 + 2"),
            ("datetime('now')", "datetime('now')"),
        ] {
            assert_eq!(default_sql(text), expected, "{text}");
        }
    }
}
