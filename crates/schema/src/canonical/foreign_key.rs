use crate::{Deferrable, Dialect, ForeignKey, ObjectName, ReferentialAction};

/// A foreign key as it compares on one dialect. Its name is no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignKeyForm {
    /// The columns that refer.
    pub columns: Vec<String>,
    /// The table that is referred to.
    pub target: ObjectName,
    /// The columns that are referred to.
    pub target_columns: Vec<String>,
    /// What a DELETE of the target does; `None` is NO ACTION.
    pub on_delete: Option<ReferentialAction>,
    /// What an UPDATE of the target's columns does.
    pub on_update: Option<ReferentialAction>,
    /// When it is checked.
    pub deferrable: Option<Deferrable>,
}

/// The form in which two spellings of one foreign key are equal on `dialect`.
pub fn canonical_foreign_key(key: &ForeignKey, dialect: Dialect) -> ForeignKeyForm {
    ForeignKeyForm {
        columns: key.columns.clone(),
        target: key.target.clone(),
        target_columns: key.target_columns.clone(),
        on_delete: key.on_delete.and_then(|action| canonical_action(action, dialect)),
        on_update: key.on_update.and_then(|action| canonical_action(action, dialect)),
        deferrable: match dialect {
            Dialect::Sqlite | Dialect::Postgres => key.deferrable,
            Dialect::MySql | Dialect::MariaDb => None,
        },
    }
}

/// NO ACTION is the unwritten default. InnoDB refuses at once in both cases, so RESTRICT is the same there (MySQL 8.0 manual,
/// section 13.1.20.5, "Referential Actions"). MariaDB takes SET DEFAULT and forgets it (measured on 10.11); MySQL refuses it.
fn canonical_action(action: ReferentialAction, dialect: Dialect) -> Option<ReferentialAction> {
    let is_default = match action {
        ReferentialAction::NoAction => true,
        ReferentialAction::Restrict => dialect.is_mysql_like(),
        ReferentialAction::SetDefault => match dialect {
            Dialect::MariaDb => true,
            Dialect::Sqlite | Dialect::Postgres | Dialect::MySql => false,
        },
        ReferentialAction::Cascade | ReferentialAction::SetNull => false,
    };
    (!is_default).then_some(action)
}
