use limbeck_schema::Dialect;

/// What a person should know of a hazard before taking it.
///
/// The locks are those of `ALTER TABLE` and its like as measured on PostgreSQL 15.20, MariaDB 10.11 and SQLite 3.40, and as MySQL's manual documents
/// them (8.0, section 17.12.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is done, in a few words.
    pub title: &'static str,
    /// What is dangerous about it.
    pub danger: &'static str,
    /// What others have to wait for meanwhile.
    pub locks: Locks,
    /// What to do instead, or before.
    pub safe: &'static str,
}

/// What each dialect locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locks {
    /// On SQLite.
    pub sqlite: &'static str,
    /// On PostgreSQL.
    pub postgres: &'static str,
    /// On MySQL.
    pub mysql: &'static str,
    /// On MariaDB.
    pub mariadb: &'static str,
}

impl Locks {
    /// What `dialect` locks.
    pub const fn of(&self, dialect: Dialect) -> &'static str {
        match dialect {
            Dialect::Sqlite => self.sqlite,
            Dialect::Postgres => self.postgres,
            Dialect::MySql => self.mysql,
            Dialect::MariaDb => self.mariadb,
        }
    }
}

/// Words that many rules share.
pub(super) mod words {
    /// SQLite has one lock, on the database.
    pub(in crate::hazard) const SQLITE_BRIEF: &str = "the database, for writers, briefly";
    /// SQLite makes the table anew.
    pub(in crate::hazard) const SQLITE_REBUILD: &str =
        "the database, for writers, while the table is made anew and every row copied";
    /// PostgreSQL changes its catalog.
    pub(in crate::hazard) const POSTGRES_BRIEF: &str =
        "ACCESS EXCLUSIVE: readers and writers wait, briefly; no row is read";
    /// PostgreSQL reads every row.
    pub(in crate::hazard) const POSTGRES_SCAN: &str =
        "ACCESS EXCLUSIVE: readers and writers wait while every row is read";
    /// PostgreSQL writes every row and all indexes.
    pub(in crate::hazard) const POSTGRES_REWRITE: &str =
        "ACCESS EXCLUSIVE: readers and writers wait while every row and every index is written anew";
    /// MySQL and MariaDB change the catalog.
    pub(in crate::hazard) const INSTANT: &str = "INSTANT: a metadata lock, briefly";
    /// MySQL and MariaDB write a copy of the table.
    pub(in crate::hazard) const COPY: &str = "COPY: writers wait while every row is copied";
    /// MySQL and MariaDB work beside writers.
    pub(in crate::hazard) const IN_PLACE: &str = "INPLACE: the table is worked on while others read and write it";
    /// It takes no lock that others would notice.
    pub(in crate::hazard) const NONE: &str = "none";
}
