//! The grammar of `#[limbeck(..)]`: what an entity can say of a schema that SeaORM has no words for.
//!
//! In: the tokens between the parentheses of one attribute. Out: typed hints, each with its place, or every mistake in them. The derive and the parser
//! of entities share it, so that what compiles is what is understood. Never here: `syn`, the schema's own types, anything that knows SeaORM.

mod arguments;
mod forms;
mod hint;
mod mistake;
mod part;
mod visible;

use proc_macro2::TokenStream;

pub use hint::{
    CheckHint, ColumnHint, Deferral, EnumerationHint, GeneratedHint, IndexHint, LabelHint, Nulls, Part, PartTarget,
    RelationHint, TableHint, Text, UniqueHint,
};
pub use mistake::{Mistake, did_you_mean};
pub use visible::visible;

/// The hints of a table: on a `Model`, or on the `Entity` of the expanded format.
///
/// # Errors
/// Every mistake in them.
pub fn table(tokens: TokenStream) -> Result<Vec<TableHint>, Vec<Mistake>> {
    forms::read(tokens, forms::TABLE_KEYS, forms::table)
}

/// The hints of a column: on a field, or on a variant of a hand-written `Column`.
///
/// # Errors
/// Every mistake in them.
pub fn column(tokens: TokenStream) -> Result<Vec<ColumnHint>, Vec<Mistake>> {
    forms::read(tokens, forms::COLUMN_KEYS, forms::column)
}

/// The hints of a relation: on a relation field of the dense format, or on a variant of a `Relation`.
///
/// # Errors
/// Every mistake in them.
pub fn relation(tokens: TokenStream) -> Result<Vec<RelationHint>, Vec<Mistake>> {
    forms::read(tokens, forms::RELATION_KEYS, forms::relation)
}

/// The hints of an enumerated type: on an active enum.
///
/// # Errors
/// Every mistake in them.
pub fn enumeration(tokens: TokenStream) -> Result<Vec<EnumerationHint>, Vec<Mistake>> {
    forms::read(tokens, forms::ENUMERATION_KEYS, forms::enumeration)
}

/// The hints of a value of an enumerated type: on a variant of an active enum.
///
/// # Errors
/// Every mistake in them.
pub fn label(tokens: TokenStream) -> Result<Vec<LabelHint>, Vec<Mistake>> {
    forms::read(tokens, forms::LABEL_KEYS, forms::label)
}
