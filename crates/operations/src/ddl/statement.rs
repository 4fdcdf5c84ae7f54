/// One SQL statement. One is sent per call: several in one string are an implicit transaction on PostgreSQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The text, without a semicolon at its end.
    pub sql: String,
    /// What has to hold around it.
    pub needs: Needs,
}

/// What has to hold around a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing; it runs in the revision's transaction where the database has transactional DDL.
    Nothing,
    /// SQLite: part of a rebuild, or the drop of a table that refers to itself. Foreign keys have to be off before the transaction begins, and
    /// checked before it ends. A rebuild that fails may leave `legacy_alter_table` on, which no rollback undoes.
    ForeignKeysOff,
    /// PostgreSQL: it must not run in a transaction.
    Autocommit,
}

impl Statement {
    /// A statement that needs nothing.
    pub fn new(sql: impl Into<String>) -> Self {
        Self { sql: sql.into(), needs: Needs::Nothing }
    }

    /// A statement that must not run in a transaction.
    pub(super) fn autocommitted(sql: impl Into<String>) -> Self {
        Self { sql: sql.into(), needs: Needs::Autocommit }
    }

    /// A statement that needs foreign keys to be off.
    pub(super) fn without_foreign_keys(sql: impl Into<String>) -> Self {
        Self { sql: sql.into(), needs: Needs::ForeignKeysOff }
    }
}
