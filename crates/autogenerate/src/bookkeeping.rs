//! The tables in which other tools keep what they ran.

use limbeck_schema::ObjectName;

/// Each tool's tables, as its own documentation or source names them; whatever case it writes them in.
const TABLES: [&str; 34] = [
    // SeaORM, SQLx, Diesel, Refinery
    "seaql_migrations",
    "_sqlx_migrations",
    "__diesel_schema_migrations",
    "refinery_schema_history",
    // Alembic, Django, yoyo
    "alembic_version",
    "django_migrations",
    "_yoyo_log",
    "_yoyo_migration",
    "_yoyo_version",
    "yoyo_lock",
    // Rails (golang-migrate and dbmate call theirs the same)
    "schema_migrations",
    "ar_internal_metadata",
    // Flyway, Liquibase
    "flyway_schema_history",
    "databasechangelog",
    "databasechangeloglock",
    // Entity Framework: the classic one and Core's, with its lock
    "__migrationhistory",
    "__efmigrationshistory",
    "__efmigrationslock",
    // Prisma, Knex, TypeORM, Sequelize, Drizzle, MikroORM, Kysely, node-pg-migrate, D1
    "_prisma_migrations",
    "knex_migrations",
    "knex_migrations_lock",
    "typeorm_metadata",
    "sequelizemeta",
    "__drizzle_migrations",
    "mikro_orm_migrations",
    "kysely_migration",
    "kysely_migration_lock",
    "pgmigrations",
    "d1_migrations",
    // Goose, gorp, Atlas, Phinx, Doctrine
    "goose_db_version",
    "gorp_migrations",
    "atlas_schema_revisions",
    "phinxlog",
    "doctrine_migration_versions",
];

/// Whether `name` is a table in which another tool keeps what it ran. Such a table is neither compared nor dropped, whoever asks.
///
/// A name that an application may well give a table of its own (`migrations`, `schema_version`) is not among them: `ignore` of limbeck.toml is for those.
pub fn is_bookkeeping(name: &ObjectName) -> bool {
    TABLES.contains(&name.name.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_other_tools_are_known_in_any_case_and_schema() {
        for (name, expected) in [
            (ObjectName::bare("seaql_migrations"), true),
            (ObjectName::qualified("app", "alembic_version"), true),
            (ObjectName::bare("__EFMigrationsHistory"), true),
            (ObjectName::bare("DATABASECHANGELOG"), true),
            (ObjectName::bare("SequelizeMeta"), true),
            (ObjectName::bare("migrations"), false),
            (ObjectName::bare("schema_version"), false),
            (ObjectName::bare("schema_migrations_2"), false),
            (ObjectName::bare(""), false),
        ] {
            assert_eq!(is_bookkeeping(&name), expected, "{name}");
        }
        assert!(TABLES.iter().all(|table| *table == table.to_ascii_lowercase()));
    }
}
