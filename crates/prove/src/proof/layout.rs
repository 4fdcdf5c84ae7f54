//! What has to be in a database of PostgreSQL's before the first table: schemas, and extensions, without which types and functions may be missing.

use std::collections::BTreeSet;

use limbeck::connection::server_words;
use limbeck_introspect::Request;
use limbeck_operations::ddl::quote;
use limbeck_schema::{Dialect, ObjectName, names_in_sql};
use sea_orm::ConnectionTrait;

use super::{Note, extensions};
use crate::Scratch;

/// What is laid out.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout<'a> {
    /// The schemas that are named.
    schemas: BTreeSet<String>,
    /// Raw SQL that is going to run: what it makes is left to it.
    raw: Vec<&'a str>,
    /// The database whose extensions are to be there, too.
    live: Option<&'a str>,
}

impl<'a> Layout<'a> {
    /// What `names` need; nothing on a dialect whose databases have no schemas.
    pub(super) fn of(dialect: Dialect, names: impl Iterator<Item = ObjectName>) -> Self {
        let schemas = match dialect {
            Dialect::Postgres => names.filter_map(|name| name.schema).collect(),
            Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => BTreeSet::new(),
        };
        Self { schemas, ..Self::default() }
    }

    /// The same with the extensions of the database at this URL.
    pub(super) fn with_extensions(self, live: Option<&'a str>) -> Self {
        Self { live, ..self }
    }

    /// The same without what this SQL makes.
    pub(super) fn without(self, raw: Vec<&'a str>) -> Self {
        Self { raw, ..self }
    }

    /// What is to be read of the database.
    pub(super) fn request(&self) -> Request {
        Request { schemas: self.schemas.iter().cloned().collect() }
    }

    /// Makes it; what is missing is noted.
    ///
    /// # Errors
    /// A schema that can't be made, in words.
    pub(super) async fn make(&self, scratch: &Scratch) -> Result<Vec<Note>, String> {
        for schema in self.schemas.iter().filter(|schema| !self.is_made_later("schema", schema)) {
            let name = quote::object(&ObjectName::bare(schema.as_str()), Dialect::Postgres);
            let sql = format!("CREATE SCHEMA IF NOT EXISTS {name}");
            let made = scratch.connection().database().execute_unprepared(&sql).await;
            made.map_err(|error| format!("{}: {sql}", server_words(&error)))?;
        }
        let Some(live) = self.live else { return Ok(Vec::new()) };
        Ok(extensions::make(scratch.connection(), live, |name| !self.is_made_later("extension", name)).await)
    }

    /// Whether raw SQL makes this schema or extension: a second time the server would refuse it.
    fn is_made_later(&self, kind: &str, name: &str) -> bool {
        let makes = |sql: &&str| {
            let words = sql.to_lowercase();
            let mut words = words.split_whitespace().zip(words.split_whitespace().skip(1));
            words.any(|(one, other)| one == "create" && other == kind) && names_in_sql(sql, name)
        };
        self.raw.iter().any(makes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_raw_sql_makes_is_left_to_it() {
        let raw = vec![
            "CREATE SCHEMA audit",
            "create  extension \"uuid-ossp\"",
            "DROP SCHEMA zoo",
            "CREATE TABLE shop.t (id int)",
        ];
        let layout = Layout::default().without(raw);
        for (kind, name, expected) in [
            ("schema", "audit", true),
            ("extension", "audit", false),
            ("extension", "uuid-ossp", true),
            ("schema", "zoo", false),
            ("schema", "shop", false),
        ] {
            assert_eq!(layout.is_made_later(kind, name), expected, "{kind} {name}");
        }
    }

    #[test]
    fn only_postgres_has_schemas_to_be_made() {
        let names = || [ObjectName::qualified("zoo", "pets"), ObjectName::bare("toys")].into_iter();
        for dialect in Dialect::ALL {
            let expected: &[&str] = if dialect == Dialect::Postgres { &["zoo"] } else { &[] };
            assert_eq!(Layout::of(dialect, names()).request().schemas, expected, "{dialect}");
        }
    }
}
