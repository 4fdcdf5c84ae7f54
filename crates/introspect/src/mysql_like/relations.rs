use limbeck_schema::{Beyond, ObjectName, Table, TableOptions, Trigger, View};

use super::Reading;
use crate::{IntrospectError, reply::Row};

impl Reading<'_> {
    /// Takes a row of `schemata.sql`.
    pub(super) fn add_schema(&mut self, row: &Row) -> Result<(), IntrospectError> {
        self.collations.insert(row.text("schema_name")?, row.text("collation_name")?);
        Ok(())
    }

    /// Takes a row of `relations.sql`.
    pub(super) fn add_relation(&mut self, row: &Row) -> Result<(), IntrospectError> {
        let schema = row.text("schema_name")?;
        // The server compares names without regard to case where it is not asked byte by byte.
        let requested = self.schemas.contains(&schema.as_str());
        let kind = row.text("kind")?;
        if !requested || !matches!(kind.as_str(), "BASE TABLE" | "SYSTEM VERSIONED") {
            return Ok(());
        }
        let collation = row.optional_text("collation_name")?;
        let options = TableOptions {
            engine: row.optional_text("engine_name")?.filter(|engine| !engine.eq_ignore_ascii_case("InnoDB")),
            collation: collation.clone().filter(|collation| self.collations.get(&schema) != Some(collation)),
            ..TableOptions::default()
        };
        let name = self.name(schema, row.text("table_name")?);
        let mut table = Table::new(name.clone(), Vec::new());
        table.comment = row.filled_text("comment_text")?;
        table.options = options;
        table.beyond = beyond(&kind, row.filled_text("options_text")?.as_deref());
        if let Some(collation) = collation {
            self.table_collations.insert(name.clone(), collation);
        }
        self.tables.insert(name, table);
        Ok(())
    }

    /// Takes a row of `triggers.sql`. The definer is left out: whoever creates the trigger again is its definer.
    pub(super) fn add_trigger(&mut self, row: &Row) -> Result<(), IntrospectError> {
        let Some(table) = self.table(row)? else {
            return Ok(());
        };
        let name = row.text("trigger_name")?;
        let qualified = ObjectName { schema: table.name.schema.clone(), name: name.clone() };
        let sql = format!(
            "CREATE TRIGGER {} {} {} ON {} FOR EACH ROW {}",
            quoted(&qualified),
            row.text("timing")?,
            row.text("event")?,
            quoted(&table.name),
            row.text("body")?
        );
        table.triggers.push(Trigger { name, sql });
        Ok(())
    }

    /// Takes a row of `views.sql`.
    pub(super) fn add_view(&mut self, row: &Row) -> Result<(), IntrospectError> {
        let schema = row.text("schema_name")?;
        if self.schemas.contains(&schema.as_str()) {
            let name = self.name(schema, row.text("view_name")?);
            self.views.push(View { name, definition: row.text("definition")?, materialized: false });
        }
        Ok(())
    }
}

/// What a table has besides. MariaDB says `partitioned` among the options; a row format is among them only if it was stated. That pages of Aria have
/// checksums is said once a table was altered, and is so from the beginning (measured on 10.11).
fn beyond(kind: &str, options: Option<&str>) -> Vec<Beyond> {
    const UNSAID: &str = "page_checksum=1";
    let options =
        options.map(|text| text.split_whitespace().filter(|word| *word != UNSAID).collect::<Vec<_>>().join(" "));
    let options = options.filter(|options| !options.is_empty());
    let versioned =
        (kind == "SYSTEM VERSIONED").then(|| Beyond::new("system versioning, with all versions of its rows"));
    let options = options.map(|options| Beyond::new(format!("options {options}")));
    versioned.into_iter().chain(options).collect()
}

fn quoted(name: &ObjectName) -> String {
    let quote = |part: &str| format!("`{}`", part.replace('`', "``"));
    match &name.schema {
        Some(schema) => format!("{}.{}", quote(schema), quote(&name.name)),
        None => quote(&name.name),
    }
}
