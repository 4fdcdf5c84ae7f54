use limbeck_schema::{AutoIncrement, Column, ColumnType, Dialect, Generated, raise_column_type, raise_default};

use super::Reading;
use crate::{IntrospectError, reply::Row};

impl Reading<'_> {
    /// Takes a row of `columns.sql`.
    pub(super) fn add_column(&mut self, row: &Row) -> Result<(), IntrospectError> {
        let column_type = self.column_type(row)?;
        let Some(table) = self.table(row)? else {
            return Ok(());
        };
        let mut column = Column::new(row.text("name")?, column_type);
        column.nullable = !row.flag("not_null")?;
        column.collation = row.optional_text("collation")?;
        column.comment = row.optional_text("comment")?;
        column.auto_increment = identity(&row.text("identity")?);
        if let Some(expression) = row.optional_text("expression")? {
            match row.text("generated")?.as_str() {
                "" => add_default(&mut column, &expression, row.optional_text("sequence_name")?),
                kind => {
                    let expression = limbeck_schema::without_outer_parentheses(&expression).to_owned();
                    column.generated = Some(Generated { expression, stored: kind == "s" });
                }
            }
        }
        table.columns.push(column);
        Ok(())
    }

    fn column_type(&self, row: &Row) -> Result<ColumnType, IntrospectError> {
        let enumeration = row.optional_integer("enumeration")?.and_then(|id| self.enums.get(&id));
        let Some(enumeration) = enumeration else {
            return Ok(raise_column_type(&row.text("type")?, Dialect::Postgres));
        };
        let member = ColumnType::Enum(enumeration.clone());
        Ok(if row.flag("is_array")? { ColumnType::Array(Box::new(member)) } else { member })
    }
}

/// `pg_attribute.attidentity` (manual, section 53.7).
fn identity(kind: &str) -> Option<AutoIncrement> {
    match kind {
        "a" => Some(AutoIncrement::Always),
        "d" => Some(AutoIncrement::ByDefault),
        _ => None,
    }
}

/// A default that does no more than call the column's own sequence is what `serial` makes; any other is a default.
fn add_default(column: &mut Column, expression: &str, own_sequence: Option<String>) {
    match own_sequence {
        Some(sequence) if only_calls_sequence(expression) => {
            column.auto_increment = Some(AutoIncrement::Serial(sequence));
        }
        _ => column.default = raise_default(expression, &column.column_type, Dialect::Postgres),
    }
}

/// Whether `expression` is `nextval('sequence'::regclass)` and nothing more.
fn only_calls_sequence(expression: &str) -> bool {
    expression
        .strip_prefix("nextval('")
        .and_then(|rest| rest.strip_suffix("'::regclass)"))
        .is_some_and(|name| !name.replace("''", "").contains('\''))
}

#[cfg(test)]
mod tests {
    use limbeck_schema::Expression;

    use super::*;

    #[test]
    fn serial_is_a_call_of_the_columns_own_sequence() {
        let serial = |name: &str| Some(AutoIncrement::Serial(name.to_owned()));
        let sql = |text: &str| Some(Expression::Sql(text.to_owned()));
        for (expression, own, auto_increment, default) in [
            ("nextval('users_id_seq'::regclass)", Some("users_id_seq"), serial("users_id_seq"), None),
            ("nextval('\"a''b\"'::regclass)", Some("a'b"), serial("a'b"), None),
            ("nextval('shared'::regclass)", None, None, sql("nextval('shared'::regclass)")),
            (
                "(nextval('users_id_seq'::regclass) * 2)",
                Some("users_id_seq"),
                None,
                sql("nextval('users_id_seq'::regclass) * 2"),
            ),
            (
                "nextval('a'::regclass) + nextval('b'::regclass)",
                Some("a"),
                None,
                sql("nextval('a'::regclass) + nextval('b'::regclass)"),
            ),
            ("7", None, None, Some(Expression::Integer(7))),
        ] {
            let mut column = Column::new("id", ColumnType::Integer);
            add_default(&mut column, expression, own.map(str::to_owned));
            assert_eq!((column.auto_increment, column.default), (auto_increment, default), "{expression}");
        }
    }
}
