use crate::{Deferrable, Dialect, Index, Unique};

/// A unique constraint, or a plain unique index, as it compares on one dialect. Its name and the order of its columns are no part of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UniqueForm {
    /// The columns, sorted.
    pub columns: Vec<String>,
    /// Whether two NULLs are a conflict.
    pub nulls_not_distinct: bool,
    /// When it is checked.
    pub deferrable: Option<Deferrable>,
}

/// The form in which two spellings of one unique constraint are equal on `dialect`.
pub fn canonical_unique(unique: &Unique, dialect: Dialect) -> UniqueForm {
    form(unique.columns.clone(), unique.nulls_not_distinct, unique.deferrable, dialect)
}

/// The same of an index that does what a unique constraint would; `None` for any other index.
pub fn canonical_unique_index(index: &Index, dialect: Dialect) -> Option<UniqueForm> {
    let columns = index.plain_columns().filter(|_| index.unique)?.into_iter().map(str::to_owned).collect();
    Some(form(columns, index.nulls_not_distinct, None, dialect))
}

fn form(
    mut columns: Vec<String>,
    nulls_not_distinct: bool,
    deferrable: Option<Deferrable>,
    dialect: Dialect,
) -> UniqueForm {
    columns.sort();
    match dialect {
        Dialect::Postgres => UniqueForm { columns, nulls_not_distinct, deferrable },
        Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => {
            UniqueForm { columns, nulls_not_distinct: false, deferrable: None }
        }
    }
}
