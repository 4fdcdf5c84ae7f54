//! Indexes.
//!
//! sea-query 1.0.2 does not escape an index's name, drops operator classes, collations, NULLS FIRST and (but on PostgreSQL) INCLUDE in
//! silence, and panics on expressions (SQLite) and on tables with a schema; so indexes are written here.

use limbeck_schema::{Dialect, Index, IndexPart, IndexTarget, NullsOrder, ObjectName};

use super::quote::{beside, dotted, identifier, identifiers, object, parenthesised, string};
use crate::Operation;

/// CREATE INDEX. What the dialect lacks was refused before.
pub(super) fn create(index: &Index, table: &ObjectName, dialect: Dialect) -> String {
    let name = identifier(&index.name, dialect);
    let on = object(table, dialect);
    let parts: Vec<_> = index.parts.iter().map(|item| part(item, dialect)).collect();
    let parts = parts.join(", ");
    match dialect {
        Dialect::Sqlite => {
            format!("CREATE {}INDEX {name} ON {on} ({parts}){}", unique(index), filter(index))
        }
        Dialect::Postgres => {
            let method = index.method.as_ref().map(|method| format!(" USING {}", identifier(method, dialect)));
            let include = match index.include.as_slice() {
                [] => String::new(),
                columns => format!(" INCLUDE ({})", identifiers(columns, dialect)),
            };
            let nulls = if index.nulls_not_distinct { " NULLS NOT DISTINCT" } else { "" };
            format!(
                "CREATE {}INDEX {name} ON {on}{} ({parts}){include}{nulls}{}",
                unique(index),
                method.unwrap_or_default(),
                filter(index)
            )
        }
        Dialect::MySql | Dialect::MariaDb => match Kind::of(index) {
            Kind::Words(kind) => format!("CREATE {kind} INDEX {name} ON {on} ({parts})"),
            Kind::Tree(using) => format!("CREATE {}INDEX {name}{using} ON {on} ({parts})", unique(index)),
        },
    }
}

/// PostgreSQL: that an index is there and whole, or gone, as an SQL expression; an index that failed while it was made concurrently is left invalid. `None` if
/// the operation is about no index.
pub fn is_done_concurrently(operation: &Operation) -> Option<String> {
    let found = |table: &ObjectName, name: &str| {
        format!("pg_catalog.to_regclass({})", string(&beside(table, name, Dialect::Postgres), Dialect::Postgres))
    };
    match operation {
        Operation::CreateIndex { table, index } => {
            let (found, on) = (found(table, &index.name), string(&object(table, Dialect::Postgres), Dialect::Postgres));
            Some(format!(
                "EXISTS (SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = {found} AND indrelid = pg_catalog.to_regclass({on}) AND indisvalid)"
            ))
        }
        Operation::DropIndex { table, name, .. } => Some(format!("{} IS NULL", found(table, name))),
        _ => None,
    }
}

/// DROP INDEX.
pub(super) fn drop(name: &str, table: &ObjectName, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => format!("DROP INDEX {}", beside(table, name, dialect)),
        Dialect::MySql | Dialect::MariaDb => {
            format!("DROP INDEX {} ON {}", identifier(name, dialect), object(table, dialect))
        }
    }
}

/// How MySQL and MariaDB say an index's method.
enum Kind {
    /// Words before INDEX: `FULLTEXT`, `SPATIAL`.
    Words(&'static str),
    /// A tree or a hash, with its USING clause.
    Tree(&'static str),
}

impl Kind {
    fn of(index: &Index) -> Self {
        match index.method.as_deref().unwrap_or_default().to_ascii_lowercase().as_str() {
            "fulltext" => Self::Words("FULLTEXT"),
            "spatial" | "rtree" => Self::Words("SPATIAL"),
            "hash" => Self::Tree(" USING HASH"),
            _ => Self::Tree(""),
        }
    }
}

fn unique(index: &Index) -> &'static str {
    if index.unique { "UNIQUE " } else { "" }
}

fn filter(index: &Index) -> String {
    index.filter.as_ref().map(|filter| format!(" WHERE {}", filter.trim())).unwrap_or_default()
}

fn part(part: &IndexPart, dialect: Dialect) -> String {
    let mut sql = match &part.target {
        IndexTarget::Column(column) => identifier(column, dialect),
        // Besides those around the whole list: MySQL takes an expression only so.
        IndexTarget::Expression(expression) => parenthesised(expression),
    };
    if let Some(length) = part.prefix {
        sql += &format!("({length})");
    }
    if let Some(collation) = &part.collation {
        sql += &format!(" COLLATE {}", dotted(collation, dialect));
    }
    if let Some(class) = &part.operator_class {
        sql += &format!(" {class}");
    }
    if part.descending {
        sql += " DESC";
    }
    match part.nulls {
        None => {}
        Some(NullsOrder::First) => sql += " NULLS FIRST",
        Some(NullsOrder::Last) => sql += " NULLS LAST",
    }
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indexes_say_all_that_they_have() {
        let mut full = Index::new(
            "i\"x",
            [
                IndexPart::column("a").descending().nulls(NullsOrder::Last).operator_class("text_ops").collation("C"),
                IndexPart::expression("lower(b)"),
            ],
        );
        full.unique = true;
        full.method = Some("btree".into());
        full.filter = Some("a IS NOT NULL".into());
        full.include = vec!["c".into()];
        full.nulls_not_distinct = true;
        let mut text = Index::new("t", [IndexPart::column("a")]);
        text.method = Some("fulltext".into());
        let prefix = Index::new("p", [IndexPart::column("a").prefix(9).descending()]);
        let table = ObjectName::qualified("s", "t");
        for (index, dialect, expected) in [
            (
                &full,
                Dialect::Postgres,
                r#"CREATE UNIQUE INDEX "i""x" ON "s"."t" USING "btree" ("a" COLLATE "C" text_ops DESC NULLS LAST, (lower(b))) INCLUDE ("c") NULLS NOT DISTINCT WHERE a IS NOT NULL"#,
            ),
            (&text, Dialect::MariaDb, "CREATE FULLTEXT INDEX `t` ON `s`.`t` (`a`)"),
            (&prefix, Dialect::MySql, "CREATE INDEX `p` ON `s`.`t` (`a`(9) DESC)"),
        ] {
            assert_eq!(create(index, &table, dialect), expected, "{dialect}");
        }
        assert_eq!(drop("i", &table, Dialect::Postgres), r#"DROP INDEX "s"."i""#);
        assert_eq!(drop("i", &table, Dialect::MySql), "DROP INDEX `i` ON `s`.`t`");
        let mut partial = Index::new("i", [IndexPart::column("a").collation("NOCASE").descending()]);
        partial.filter = Some("b > 0".into());
        assert_eq!(
            create(&partial, &"t".into(), Dialect::Sqlite),
            r#"CREATE INDEX "i" ON "t" ("a" COLLATE "NOCASE" DESC) WHERE b > 0"#
        );
    }
}
