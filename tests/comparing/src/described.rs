use limbeck_schema::{Enumeration, Table};

/// What SeaORM makes of one entity on one kind of server.
#[derive(Clone, Debug)]
pub struct Described {
    /// Its table, without the names of what SeaORM leaves unnamed.
    pub table: Table,
    /// The enumerated types that SeaORM creates for it.
    pub enums: Vec<Enumeration>,
    /// The columns that had another name, as (before, now).
    pub renames: Vec<(String, String)>,
}
