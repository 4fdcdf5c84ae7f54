//! The forms in which two spellings of one thing are equal on a dialect. After them comparing is `==`, without a dialect branch.

mod column;
mod expression;
mod foreign_key;
mod index;
mod sql;
mod unique;

pub use column::{
    ColumnForm, GeneratedForm, SqliteTypes, canonical_column, canonical_column_type, canonical_comment,
    canonical_labels, is_kept_alike,
};
pub use expression::{canonical_check, canonical_default, canonical_expression, has_same_bytes, has_same_casts};
pub use foreign_key::{ForeignKeyForm, canonical_foreign_key};
pub use index::{IndexForm, PartForm, canonical_index};
pub use sql::is_one_expression;
pub use unique::{UniqueForm, canonical_unique, canonical_unique_index};

#[cfg(test)]
mod tests;
