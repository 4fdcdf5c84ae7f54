use serde::{Deserialize, Serialize};

use super::expression::{as_cataloged, canonical_default, canonical_expression, canonical_sql};
use crate::{
    Capabilities, Column, ColumnType, Dialect, Enumeration, lower_column_type, mariadb, mysql, postgres, sqlite,
};

/// A column as it compares on one dialect, facet by facet. What the dialect does not have is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnForm {
    /// The canonical type.
    pub column_type: String,
    /// Whether it may be NULL; a member of the primary key and a numbered column never may.
    pub nullable: bool,
    /// The canonical default.
    pub default: Option<String>,
    /// Whether the server numbers the rows. How it does is not compared.
    pub auto_increment: bool,
    /// What computes it.
    pub generated: Option<GeneratedForm>,
    /// What an UPDATE of the row sets it to.
    pub on_update: Option<String>,
    /// The collation.
    pub collation: Option<String>,
    /// The comment.
    pub comment: Option<String>,
}

/// A computed column as it compares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedForm {
    /// The folded expression.
    pub expression: String,
    /// Whether the value is stored with the row.
    pub stored: bool,
}

/// The form in which two spellings of one column are equal on `dialect`. `is_key` says whether it is a member of the primary key.
pub fn canonical_column(column: &Column, is_key: bool, dialect: Dialect) -> ColumnForm {
    let generated = column.generated.as_ref().map(|generated| GeneratedForm {
        expression: canonical_sql(&generated.expression, dialect),
        stored: generated.stored,
    });
    let computed = generated.is_some() || column.auto_increment.is_some();
    ColumnForm {
        column_type: canonical_column_type(&column.column_type, dialect),
        nullable: canonical_nullable(column, is_key, dialect),
        default: if computed { None } else { canonical_default(column, dialect) },
        auto_increment: column.auto_increment.is_some() && tells_numbered_columns(dialect),
        generated,
        on_update: column.on_update.as_ref().and_then(|value| canonical_on_update(value, dialect)),
        collation: column.collation.as_deref().and_then(|name| canonical_collation(name, dialect)),
        comment: canonical_comment(column.comment.as_deref(), dialect),
    }
}

/// A comment, of a column or a table, as it compares; `None` where there is none, or the dialect has none.
pub fn canonical_comment(comment: Option<&str>, dialect: Dialect) -> Option<String> {
    let comment = comment.filter(|comment| Capabilities::of(dialect).comments && !comment.is_empty())?;
    Some(as_cataloged(comment, dialect))
}

/// The form in which two spellings of one type are equal on `dialect`.
///
/// SQLite: what the declared words mean, with the stated length. Elsewhere: the lowered type with synonyms and
/// display widths gone. A type that the dialect lacks has a form of its own, equal to nothing else.
pub fn canonical_column_type(column_type: &ColumnType, dialect: Dialect) -> String {
    let Ok(lowered) = lower_column_type(column_type, dialect) else {
        return format!("{column_type:?}");
    };
    match dialect {
        Dialect::Sqlite => sqlite::canonical(&lowered),
        Dialect::Postgres => postgres::canonical(&lowered),
        Dialect::MySql => as_cataloged(&one_small_integer(mysql::canonical(&lowered)), dialect),
        Dialect::MariaDb => as_cataloged(&one_small_integer(mariadb::canonical(&lowered)), dialect),
    }
}

/// How declared types of SQLite compare, where they are words and only their affinity counts (datatype3.html, section 3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SqliteTypes {
    /// By what they mean: `text` is as good as `varchar(40)` where a database was made by other hands.
    #[default]
    Meaning,
    /// By their text, letter cases aside.
    Exact,
}

/// Whether values of both types are kept alike on `dialect`, so that a column that was made elsewhere can be taken for the stated one. On SQLite,
/// where declared types are words, that is wider than [`canonical_column_type`].
pub fn is_kept_alike(one: &ColumnType, other: &ColumnType, dialect: Dialect) -> bool {
    match dialect {
        Dialect::Sqlite => match (lower_column_type(one, dialect), lower_column_type(other, dialect)) {
            (Ok(one), Ok(other)) => sqlite::is_kept_alike(&one, &other),
            _ => one == other,
        },
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => {
            canonical_column_type(one, dialect) == canonical_column_type(other, dialect)
        }
    }
}

/// `tinyint(1)` and `tinyint` are one type; entities call the same column `bool` and `i8`.
fn one_small_integer(canonical: String) -> String {
    if canonical == "tinyint(1)" { "tinyint".to_owned() } else { canonical }
}

/// The labels of an enumerated type where the dialect keeps them; `None` on SQLite, which stores any text.
pub fn canonical_labels(enumeration: &Enumeration, dialect: Dialect) -> Option<&[String]> {
    match dialect {
        Dialect::Sqlite => None,
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => Some(&enumeration.labels),
    }
}

fn canonical_nullable(column: &Column, is_key: bool, dialect: Dialect) -> bool {
    // MariaDB has no NOT NULL for a computed column (a syntax error; measured on 10.11).
    let unsayable = match dialect {
        Dialect::MariaDb => column.generated.is_some(),
        Dialect::Sqlite | Dialect::Postgres | Dialect::MySql => false,
    };
    unsayable || (column.nullable && !is_key && column.auto_increment.is_none())
}

/// SQLite numbers the rows of every integer key; the word AUTOINCREMENT only forbids that a number comes again.
const fn tells_numbered_columns(dialect: Dialect) -> bool {
    match dialect {
        Dialect::Sqlite => false,
        Dialect::Postgres | Dialect::MySql | Dialect::MariaDb => true,
    }
}

fn canonical_on_update(value: &crate::Expression, dialect: Dialect) -> Option<String> {
    match dialect {
        Dialect::Sqlite | Dialect::Postgres => None,
        Dialect::MySql | Dialect::MariaDb => canonical_expression(value, dialect),
    }
}

/// A collation; `None` where it is the one that is meant without a word.
pub(super) fn canonical_collation(name: &str, dialect: Dialect) -> Option<String> {
    let (canonical, usual) = match dialect {
        Dialect::Sqlite => (name.to_ascii_lowercase(), "binary"),
        Dialect::Postgres => (name.to_owned(), "default"),
        Dialect::MySql | Dialect::MariaDb => (name.to_ascii_lowercase(), ""),
    };
    Some(canonical).filter(|canonical| canonical != usual && !canonical.is_empty())
}
