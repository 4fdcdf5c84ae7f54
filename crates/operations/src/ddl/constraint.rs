//! Constraints, as they stand in CREATE TABLE and behind `ADD`.

use limbeck_schema::{Check, Deferrable, Dialect, ForeignKey, PrimaryKey, Table, Unique};

use super::quote::{identifier, identifiers, object, parenthesised};

/// `CONSTRAINT name `, or nothing: what has no name gets none.
fn prefix(name: Option<&str>, dialect: Dialect) -> String {
    name.map(|name| format!("CONSTRAINT {} ", identifier(name, dialect))).unwrap_or_default()
}

/// A primary key. MySQL and MariaDB call every one `PRIMARY`, so its name is not written there.
pub(super) fn primary_key(key: &PrimaryKey, dialect: Dialect) -> String {
    let name = match dialect {
        Dialect::Sqlite | Dialect::Postgres => prefix(key.name.as_deref(), dialect),
        Dialect::MySql | Dialect::MariaDb => String::new(),
    };
    format!("{name}PRIMARY KEY ({})", identifiers(&key.columns, dialect))
}

/// A unique constraint.
pub(super) fn unique(unique: &Unique, dialect: Dialect) -> String {
    let nulls = if unique.nulls_not_distinct { "NULLS NOT DISTINCT " } else { "" };
    format!(
        "{}UNIQUE {nulls}({}){}",
        prefix(unique.name.as_deref(), dialect),
        identifiers(&unique.columns, dialect),
        deferrable(unique.deferrable)
    )
}

/// A foreign key. One without target columns refers to the target's primary key, which SQLite allows.
///
/// sea-query 1.0.2 does not escape a foreign key's name, leaves two spaces where it has none, panics on a table with a schema (MySQL)
/// and has no DEFERRABLE; so it is written here for all dialects.
pub(super) fn foreign_key(key: &ForeignKey, dialect: Dialect) -> String {
    let mut sql = format!(
        "{}FOREIGN KEY ({}) REFERENCES {}",
        prefix(key.name.as_deref(), dialect),
        identifiers(&key.columns, dialect),
        object(&key.target, dialect)
    );
    if !key.target_columns.is_empty() {
        sql += &format!(" ({})", identifiers(&key.target_columns, dialect));
    }
    if let Some(action) = key.on_delete {
        sql += &format!(" ON DELETE {}", action.sql());
    }
    if let Some(action) = key.on_update {
        sql += &format!(" ON UPDATE {}", action.sql());
    }
    sql + deferrable(key.deferrable)
}

/// A check.
pub(super) fn check(check: &Check, dialect: Dialect) -> String {
    format!("{}CHECK {}", prefix(check.name.as_deref(), dialect), parenthesised(&check.expression))
}

const fn deferrable(deferrable: Option<Deferrable>) -> &'static str {
    match deferrable {
        None => "",
        Some(Deferrable::InitiallyImmediate) => " DEFERRABLE INITIALLY IMMEDIATE",
        Some(Deferrable::InitiallyDeferred) => " DEFERRABLE INITIALLY DEFERRED",
    }
}

/// A primary key of `table`: its whole text where that says more than the key does.
fn key_of(table: &Table, key: &PrimaryKey, dialect: Dialect) -> String {
    whole(table, key.name.as_deref(), &key.columns, dialect).unwrap_or_else(|| primary_key(key, dialect))
}

/// A unique constraint of `table`, as above.
pub(super) fn unique_of(table: &Table, item: &Unique, dialect: Dialect) -> String {
    whole(table, item.name.as_deref(), &item.columns, dialect).unwrap_or_else(|| unique(item, dialect))
}

/// A foreign key of `table`, as above.
pub(super) fn foreign_key_of(table: &Table, key: &ForeignKey, dialect: Dialect) -> String {
    whole(table, key.name.as_deref(), &key.columns, dialect).unwrap_or_else(|| foreign_key(key, dialect))
}

fn whole(table: &Table, name: Option<&str>, columns: &[String], dialect: Dialect) -> Option<String> {
    let text = table.constraint_text(name, columns)?;
    Some(format!("{}{}", prefix(name, dialect), text.sql))
}

/// The name and text of the constraints that stand in `column`.
pub(super) fn in_column(table: &Table, column: &str, dialect: Dialect) -> Vec<String> {
    let keys = table.primary_key.iter().map(|key| (key.name.as_deref(), &key.columns));
    let uniques = table.uniques.iter().map(|unique| (unique.name.as_deref(), &unique.columns));
    keys.chain(uniques)
        .filter(|(_, columns)| columns.iter().eq([column]))
        .filter(|(name, columns)| is_in_column(table, *name, columns))
        .filter_map(|(name, columns)| whole(table, name, columns, dialect))
        .collect()
}

/// Whether the constraint of this name and these columns stands in its column.
pub(super) fn is_in_column(table: &Table, name: Option<&str>, columns: &[String]) -> bool {
    table.constraint_text(name, columns).is_some_and(|text| text.in_column)
}

/// CREATE TABLE, but for what stands behind its closing parenthesis. `columns` are the column definitions, `key` says whether the
/// primary key is still to be written.
pub(super) fn create_table(name: &str, columns: Vec<String>, table: &Table, key: bool, dialect: Dialect) -> String {
    let stands_apart = |name: Option<&str>, columns: &[String]| !is_in_column(table, name, columns);
    let key = table.primary_key.as_ref().filter(|item| key && stands_apart(item.name.as_deref(), &item.columns));
    let key = key.map(|key| key_of(table, key, dialect));
    let uniques = table.uniques.iter().filter(|item| stands_apart(item.name.as_deref(), &item.columns));
    let lines: Vec<_> = columns
        .into_iter()
        .chain(key)
        .chain(uniques.map(|item| unique_of(table, item, dialect)))
        .chain(table.foreign_keys.iter().map(|item| foreign_key_of(table, item, dialect)))
        .chain(table.checks.iter().map(|item| check(item, dialect)))
        .collect();
    format!("CREATE TABLE {name} (\n    {}\n)", lines.join(",\n    "))
}

#[cfg(test)]
mod tests {
    use limbeck_schema::ReferentialAction;

    use super::*;

    #[test]
    fn constraints_say_all_that_they_have() {
        let dialect = Dialect::Postgres;
        for (text, expected) in [
            (
                primary_key(&PrimaryKey::new(["a", "b"]).named("pk"), dialect),
                r#"CONSTRAINT "pk" PRIMARY KEY ("a", "b")"#,
            ),
            (primary_key(&PrimaryKey::new(["a"]).named("pk"), Dialect::MariaDb), "PRIMARY KEY (`a`)"),
            (unique(&Unique::new(["a"]), dialect), r#"UNIQUE ("a")"#),
            (
                unique(
                    &Unique::new(["a"]).named("u").nulls_not_distinct().deferrable(Deferrable::InitiallyDeferred),
                    dialect,
                ),
                r#"CONSTRAINT "u" UNIQUE NULLS NOT DISTINCT ("a") DEFERRABLE INITIALLY DEFERRED"#,
            ),
            (
                foreign_key(
                    &ForeignKey::new(["a"], ("s", "t"), ["id"])
                        .named("f")
                        .on_delete(ReferentialAction::Cascade)
                        .on_update(ReferentialAction::SetNull)
                        .deferrable(Deferrable::InitiallyImmediate),
                    dialect,
                ),
                r#"CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "s"."t" ("id") ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY IMMEDIATE"#,
            ),
            (
                foreign_key(&ForeignKey::new(["a"], "t", Vec::<String>::new()), Dialect::Sqlite),
                r#"FOREIGN KEY ("a") REFERENCES "t""#,
            ),
            (check(&Check::new("a > 0").named("c"), dialect), r#"CONSTRAINT "c" CHECK (a > 0)"#),
        ] {
            assert_eq!(text, expected);
        }
    }
}
