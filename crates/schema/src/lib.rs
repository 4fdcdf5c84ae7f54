//! The vocabulary of a database schema.
//!
//! What a schema *is*: tables, columns, keys, indexes, enums, portable types and expressions; what each dialect makes of
//! them (lowering), how a server spells them back (raising), and when two spellings are the same (canonical forms).
//!
//! In: values built by the entity reader, the introspection, or a replay of operations. Out: the same values, their
//! lowered and canonical forms. Never here: I/O, async, `syn`, SQL statements.

mod beyond;
mod canonical;
mod capabilities;
mod column;
mod column_type;
mod constraint;
mod dialect;
mod enumeration;
mod expression;
mod index;
mod lower;
mod mariadb;
mod mysql;
mod mysql_like;
mod name;
mod pair;
mod postgres;
mod raise;
mod reconcile;
mod rename;
mod schema;
mod spelling;
mod sql_text;
mod sqlite;
mod table;
mod unsaid;

pub use beyond::{Beyond, ConstraintText};
pub use canonical::{
    ColumnForm, ForeignKeyForm, GeneratedForm, IndexForm, PartForm, SqliteTypes, UniqueForm, canonical_check,
    canonical_column, canonical_column_type, canonical_comment, canonical_default, canonical_expression,
    canonical_foreign_key, canonical_index, canonical_labels, canonical_unique, canonical_unique_index, has_same_bytes,
    has_same_casts, is_kept_alike, is_one_expression,
};
pub use capabilities::Capabilities;
pub use column::{AutoIncrement, Column, Generated, NOT_NULL_ON_CONFLICT};
pub use column_type::{ColumnType, StringLength};
pub use constraint::{Check, Deferrable, ForeignKey, PrimaryKey, ReferentialAction, Unique};
pub use dialect::{Dialect, ParseDialectError, Server, Version};
pub use enumeration::Enumeration;
pub use expression::Expression;
pub use index::{Index, IndexPart, IndexTarget, NullsOrder};
pub use lower::{Unsupported, lower_column_type};
pub use name::{ConstraintKind, ObjectName, constraint_name, shorten};
pub use pair::Pair;
pub use raise::{raise_column_type, raise_default};
pub use reconcile::{is_declared_alike, reconcile, reconcile_to_the_cast};
pub use rename::Rename;
pub use schema::Schema;
pub use sql_text::{calls_in_sql, names_in_sql, rename_in_sql, rename_text_in_sql, without_outer_parentheses};
pub use table::{Table, TableOptions, Trigger, View};
pub use unsaid::{drop_stated_absence, fill_unsaid};
