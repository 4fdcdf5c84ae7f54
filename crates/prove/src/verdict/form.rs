//! What a server made of texts, and the temporary table that they are about.

use limbeck_autogenerate::{Undecided, Verdict};
use limbeck_operations::{Operation, ddl};
use limbeck_schema::{Column, Expression, ObjectName, Pair, Schema, Server, Table, names_in_sql};

use super::unknown;

/// One text in the server's words: as the server keeps it, and as it keeps those words if they are given to it again. A server may read its own words in
/// another way: PostgreSQL 15 keeps `(ARRAY['a'::varchar])::text[]` as `ARRAY[('a'::varchar)::text]` the second time.
pub(super) type Form = Result<Vec<String>, String>;

/// The forms of two texts.
#[derive(Debug)]
pub(super) struct Forms(pub(super) Pair<Form>);

impl Forms {
    /// Each form means what its text means, so that any two equal ones settle it.
    pub(super) fn verdict(&self) -> Verdict {
        match (&self.0.previous, &self.0.next) {
            (Ok(previous), Ok(next)) if previous.iter().any(|form| next.contains(form)) => Verdict::Same,
            (Ok(_), Ok(_)) => Verdict::Different,
            (Err(reason), _) | (_, Err(reason)) => unknown(reason),
        }
    }
}

/// A table without rows, keys and anything else, with those columns that the texts name.
pub(super) fn table(undecided: &Undecided, name: impl Into<ObjectName>) -> Table {
    let is_named = |column: &&Column| {
        let Pair { previous, next } = undecided.texts.as_ref().map(|text| names(text, &column.name));
        previous || next || undecided.kind.column() == Some(&column.name)
    };
    let plain = |column: &Column| {
        let mut plain = Column::new(column.name.clone(), column.column_type.clone());
        plain.nullable = true;
        plain
    };
    Table::new(name, undecided.columns.iter().filter(is_named).map(plain).collect())
}

/// Whether a text names a column, or its table.
pub(super) fn names(text: &Expression, column: &str) -> bool {
    match text {
        Expression::Sql(sql) => names_in_sql(sql, column),
        Expression::Null
        | Expression::Boolean(_)
        | Expression::Integer(_)
        | Expression::Number(_)
        | Expression::Text(_)
        | Expression::CurrentTimestamp
        | Expression::CurrentDate
        | Expression::CurrentTime => false,
    }
}

/// The SQL of an expression that is neither a default nor what an UPDATE sets.
pub(super) fn sql(text: &Expression) -> &str {
    match text {
        Expression::Sql(sql) => sql.trim(),
        Expression::Null
        | Expression::Boolean(_)
        | Expression::Integer(_)
        | Expression::Number(_)
        | Expression::Text(_)
        | Expression::CurrentTimestamp
        | Expression::CurrentDate
        | Expression::CurrentTime => "NULL",
    }
}

/// The statement that makes `table` as a temporary one.
///
/// # Errors
/// The reason why the server can't have such a table.
pub(super) fn create(table: Table, server: &Server) -> Result<String, String> {
    let mut before = Schema::default();
    for column in &table.columns {
        if let Some(enumeration) = column.column_type.enumeration() {
            before.enums.insert(enumeration.name.clone(), enumeration.clone());
        }
    }
    let operation = Operation::CreateTable { definition: table };
    let statements = ddl::ddl(&operation, &before, server).map_err(|error| error.to_string())?;
    match statements.as_slice() {
        [create] => create
            .sql
            .strip_prefix("CREATE TABLE ")
            .map(|rest| format!("CREATE TEMPORARY TABLE {rest}"))
            .ok_or_else(|| "the table is made in another way".to_owned()),
        _ => Err("the table is made in several steps".to_owned()),
    }
}
