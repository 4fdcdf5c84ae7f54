//! What sea-query renders right: dropping and renaming of tables and columns, and PostgreSQL's enumerated types. It is never called on a
//! combination that it panics on.

use limbeck_schema::{Dialect, Enumeration, ObjectName};
use sea_query::{
    Alias, IntoTableRef, MysqlQueryBuilder, PostgresQueryBuilder, SchemaStatementBuilder, SqliteQueryBuilder, Table,
    TableRef,
    extension::postgres::{IntoTypeRef, Type, TypeRef},
};

/// Where a label is put in an enumerated type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// Behind all others.
    Last,
    /// Before this one.
    Before(&'a str),
}

fn build(statement: &impl SchemaStatementBuilder, dialect: Dialect) -> String {
    match dialect {
        Dialect::Sqlite => statement.build(SqliteQueryBuilder),
        Dialect::Postgres => statement.build(PostgresQueryBuilder),
        Dialect::MySql | Dialect::MariaDb => statement.build(MysqlQueryBuilder),
    }
}

fn table_ref(name: &ObjectName) -> TableRef {
    match &name.schema {
        None => Alias::new(&name.name).into_table_ref(),
        Some(schema) => (Alias::new(schema), Alias::new(&name.name)).into_table_ref(),
    }
}

/// DROP TABLE.
pub(super) fn drop_table(table: &ObjectName, dialect: Dialect) -> String {
    build(&Table::drop().table(table_ref(table)).to_owned(), dialect)
}

/// Renames a table. PostgreSQL: `to` has no schema, it stays in its own.
pub(super) fn rename_table(table: &ObjectName, to: &ObjectName, dialect: Dialect) -> String {
    build(&Table::rename().table(table_ref(table), table_ref(to)).to_owned(), dialect)
}

/// `ALTER TABLE .. RENAME COLUMN`.
pub(super) fn rename_column(table: &ObjectName, column: &str, to: &str, dialect: Dialect) -> String {
    let rename = Table::alter().table(table_ref(table)).rename_column(Alias::new(column), Alias::new(to)).to_owned();
    build(&rename, dialect)
}

/// `ALTER TABLE .. DROP COLUMN`.
pub(super) fn drop_column(table: &ObjectName, column: &str, dialect: Dialect) -> String {
    build(&Table::alter().table(table_ref(table)).drop_column(Alias::new(column)).to_owned(), dialect)
}

fn type_ref(name: &ObjectName) -> TypeRef {
    match &name.schema {
        None => Alias::new(&name.name).into_type_ref(),
        Some(schema) => (Alias::new(schema), Alias::new(&name.name)).into_type_ref(),
    }
}

/// PostgreSQL: CREATE TYPE.
pub(super) fn create_type(enumeration: &Enumeration) -> String {
    let sql = Type::create()
        .as_enum(type_ref(&enumeration.name))
        .values(enumeration.labels.iter().map(Alias::new))
        .to_string(PostgresQueryBuilder);
    // sea-query 1.0.2 leaves the list out where there is no label.
    if enumeration.labels.is_empty() { format!("{sql} ()") } else { sql }
}

/// PostgreSQL: DROP TYPE.
pub(super) fn drop_type(name: &ObjectName) -> String {
    Type::drop().name(type_ref(name)).to_string(PostgresQueryBuilder)
}

/// PostgreSQL: `ALTER TYPE .. ADD VALUE`.
pub(super) fn add_label(name: &ObjectName, label: &str, place: Place<'_>) -> String {
    let add = Type::alter().name(type_ref(name)).add_value(Alias::new(label));
    let add = match place {
        Place::Last => add,
        Place::Before(other) => add.before(Alias::new(other)),
    };
    add.to_string(PostgresQueryBuilder)
}

/// PostgreSQL: renames a type within its schema.
pub(super) fn rename_type(name: &ObjectName, to: &str) -> String {
    Type::alter().name(type_ref(name)).rename_to(Alias::new(to)).to_string(PostgresQueryBuilder)
}

/// PostgreSQL: `ALTER TYPE .. RENAME VALUE`.
pub(super) fn rename_label(name: &ObjectName, label: &str, to: &str) -> String {
    Type::alter().name(type_ref(name)).rename_value(Alias::new(label), Alias::new(to)).to_string(PostgresQueryBuilder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_labels_are_escaped() {
        let table = ObjectName::qualified("s\"s", "t\"t");
        let mood = Enumeration::new(("s", "m\"m"), ["it's", "b\\c"]);
        for (text, expected) in [
            (drop_table(&table, Dialect::Postgres), r#"DROP TABLE "s""s"."t""t""#),
            (drop_table(&"t`t".into(), Dialect::MySql), "DROP TABLE `t``t`"),
            (rename_table(&table, &"u\"u".into(), Dialect::Postgres), r#"ALTER TABLE "s""s"."t""t" RENAME TO "u""u""#),
            (rename_table(&("a", "b").into(), &("c", "d").into(), Dialect::MariaDb), "RENAME TABLE `a`.`b` TO `c`.`d`"),
            (
                rename_column(&"t".into(), "a\"", "b\"", Dialect::Sqlite),
                r#"ALTER TABLE "t" RENAME COLUMN "a""" TO "b""""#,
            ),
            (drop_column(&"t".into(), "a\"", Dialect::Sqlite), r#"ALTER TABLE "t" DROP COLUMN "a""""#),
            (create_type(&mood), r#"CREATE TYPE "s"."m""m" AS ENUM (E'it\'s', E'b\\c')"#),
            (create_type(&Enumeration::new("e", Vec::<String>::new())), r#"CREATE TYPE "e" AS ENUM ()"#),
            (drop_type(&mood.name), r#"DROP TYPE "s"."m""m""#),
            (
                add_label(&mood.name, "it's", Place::Before("a'b")),
                r#"ALTER TYPE "s"."m""m" ADD VALUE E'it\'s' BEFORE E'a\'b'"#,
            ),
            (add_label(&mood.name, "a", Place::Last), r#"ALTER TYPE "s"."m""m" ADD VALUE 'a'"#),
            (rename_label(&mood.name, "it's", "b\\c"), r#"ALTER TYPE "s"."m""m" RENAME VALUE E'it\'s' TO E'b\\c'"#),
            (rename_type(&mood.name, "n\"n"), r#"ALTER TYPE "s"."m""m" RENAME TO "n""n""#),
        ] {
            assert_eq!(text, expected);
        }
    }
}
