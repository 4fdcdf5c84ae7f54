use crate::Dialect;

/// What a dialect can do, as facts. One constant each; the code asks the fact, not the dialect's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// DDL is part of a transaction and rolls back with it.
    /// MySQL and MariaDB commit before and after each DDL statement (manual, "Statements That Cause an Implicit Commit").
    pub transactional_ddl: bool,
    /// `ALTER TABLE` can change a column or add a constraint. SQLite can't (lang_altertable.html, section 7).
    pub alters_constraints: bool,
    /// Enumerations are types of their own (`CREATE TYPE`).
    pub enum_types: bool,
    /// Tables and columns have comments.
    pub comments: bool,
    /// Indexes may have a predicate (`WHERE`).
    pub partial_indexes: bool,
    /// Index names are unique in a schema rather than in their table.
    pub index_names_per_schema: bool,
    /// The catalog gives expressions back in the server's own words rather than as they were written (measured on PostgreSQL 15, MariaDB
    /// 10.11 and SQLite 3.40). Two texts that differ may then still mean the same.
    pub rewrites_expressions: bool,
    /// The longest identifier that is kept; in bytes for PostgreSQL, in characters for the others. Zero: no limit.
    pub identifier_length: usize,
}

impl Capabilities {
    const SQLITE: Self = Self {
        transactional_ddl: true,
        alters_constraints: false,
        enum_types: false,
        comments: false,
        partial_indexes: true,
        index_names_per_schema: true,
        rewrites_expressions: false,
        identifier_length: 0,
    };

    // NAMEDATALEN - 1; a longer name is cut with a NOTICE (manual, section 4.1.1; measured on 15).
    const POSTGRES: Self = Self {
        transactional_ddl: true,
        alters_constraints: true,
        enum_types: true,
        comments: true,
        partial_indexes: true,
        index_names_per_schema: true,
        rewrites_expressions: true,
        identifier_length: 63,
    };

    // MySQL 8.0 manual, section 11.2.1; MariaDB knowledge base, "Identifier Names".
    const MYSQL: Self = Self {
        transactional_ddl: false,
        alters_constraints: true,
        enum_types: false,
        comments: true,
        partial_indexes: false,
        index_names_per_schema: false,
        rewrites_expressions: true,
        identifier_length: 64,
    };

    /// The facts of `dialect`.
    pub const fn of(dialect: Dialect) -> &'static Self {
        match dialect {
            Dialect::Sqlite => &Self::SQLITE,
            Dialect::Postgres => &Self::POSTGRES,
            Dialect::MySql | Dialect::MariaDb => &Self::MYSQL,
        }
    }
}
