use limbeck_schema::{AutoIncrement, Column, ColumnType, Generated, raise_column_type, raise_default};

use super::{Extra, Reading, strings};
use crate::{IntrospectError, reply::Row};

impl Reading<'_> {
    /// Takes a row of `columns.sql`.
    pub(super) fn add_column(&mut self, row: &Row) -> Result<(), IntrospectError> {
        let name = self.table_name(row)?;
        let Some(table) = self.tables.get_mut(&name) else {
            return Ok(());
        };
        let dialect = self.server.dialect;
        let (type_text, compressed) = without_compression(row.text("column_type")?);
        let extra = Extra::parse(&row.text("extra_text")?);
        let column_type = if type_text.starts_with("set(") {
            // Its labels are SQL that goes back to the server.
            ColumnType::Custom(strings::with_doubled_quotes(&type_text))
        } else {
            raise_column_type(&strings::with_plain_strings(&type_text), dialect)
        };
        let mut column = Column::new(row.text("column_name")?, column_type);
        column.nullable = row.flag("is_nullable")?;
        column.comment = row.filled_text("comment_text")?;
        column.collation = row
            .optional_text("collation_name")?
            .filter(|collation| self.table_collations.get(&name) != Some(collation));
        column.auto_increment = extra.auto_increment.then_some(AutoIncrement::ByDefault);
        column.on_update = extra.on_update.as_deref().and_then(|sql| raise_default(sql, &column.column_type, dialect));
        if let Some(text) = row.optional_text("default_text")? {
            let sql = (self.flavour.default_sql)(&text, &type_text, &extra);
            let sql = without_own_schema(&sql, &self.server.default_schema);
            column.default = raise_default(&sql, &column.column_type, dialect);
        }
        let mut clauses: Vec<String> = extra.clauses.iter().map(ToString::to_string).collect();
        if compressed {
            clauses.insert(0, COMPRESSED.to_owned());
        }
        if let Some(stored) = extra.stored {
            let expression = (self.flavour.expression)(&row.text("generation_text")?);
            match expression.as_str() {
                // MariaDB's bounds of system versioning are no expressions.
                bound @ ("ROW START" | "ROW END") => clauses.insert(0, format!("GENERATED ALWAYS AS {bound}")),
                _ => {
                    let expression = limbeck_schema::without_outer_parentheses(&expression).to_owned();
                    column.generated = Some(Generated { expression, stored });
                }
            }
        }
        column.extra = Some(clauses.join(" ")).filter(|clauses| !clauses.is_empty());
        table.columns.push(column);
        Ok(())
    }
}

/// MariaDB's word for a column whose values are compressed; in the catalog it is a comment behind the type.
const COMPRESSED: &str = "COMPRESSED";

/// The type, and whether its values are compressed.
fn without_compression(type_text: String) -> (String, bool) {
    match type_text.split_once(" /*") {
        Some((plain, comment)) if !plain.contains('\'') && comment.to_ascii_uppercase().contains(COMPRESSED) => {
            (plain.to_owned(), true)
        }
        _ => (type_text, false),
    }
}

/// MariaDB writes the database's name into the call of a sequence; the same default elsewhere would look like another.
fn without_own_schema(sql: &str, schema: &str) -> String {
    let own = format!("nextval(`{}`.", schema.replace('`', "``"));
    match sql.strip_prefix(&own) {
        Some(rest) => format!("nextval({rest}"),
        None => sql.to_owned(),
    }
}
