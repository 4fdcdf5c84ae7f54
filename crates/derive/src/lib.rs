//! `#[derive(Limbeck)]`: hints for migrations beside an entity, for what SeaORM has no words for.
//!
//! In: the struct or enum that the derive stands at. Out: nothing, unless a hint is misspelt: then an error at the token. The hints are read from source
//! by Limbeck; they change nothing in the program. Never here: the grammar, which is `limbeck-hints`, and any code that an application would run.
//!
//! ```
//! use limbeck_derive::Limbeck;
//!
//! #[derive(Limbeck)]
//! #[limbeck(
//!     renamed_from = "products",
//!     comment = "what is sold",
//!     index(name = "ix_article_live", columns("shelf", "title desc"), where = "sold_at IS NULL"),
//!     index(columns("(lower(title))"), using = "btree", include("price")),
//!     unique(columns("shelf", "place"), initially_deferred),
//!     check(name = "ck_price", expr = "price > 0")
//! )]
//! pub struct Model {
//!     pub id: i32,
//!     #[limbeck(index(desc, nulls = "last"), collation = "C")]
//!     pub title: String,
//!     #[limbeck(renamed_from = "rack", check = "shelf >= 0")]
//!     pub shelf: i32,
//!     pub place: i32,
//!     pub price: i32,
//!     #[limbeck(generated(expr = "price * 2", stored))]
//!     pub double: i32,
//!     #[limbeck(ignore)]
//!     pub sold_at: Option<i64>,
//! }
//! ```
//!
//! | where | hints |
//! |---|---|
//! | a table (`Model`, or a hand-written `Entity`) | `index(columns(..), name, where, using, include(..), unique, nulls_not_distinct)`, `unique(columns(..), name, nulls_not_distinct, deferrable, initially_deferred)`, `check`, `renamed_from`, `comment`, `ignore` |
//! | a column (a field, or a variant of a hand-written `Column`) | `index`, `index(name, where, using, include(..), unique, nulls_not_distinct, desc, nulls, opclass, collate, expr, prefix)`, `unique`, `unique(name, ..)`, `check`, `generated`, `collation`, `comment`, `renamed_from`, `column_type`, `ignore` |
//! | a relation (a field of the dense format, or a variant of `Relation`) | `name`, `deferrable`, `initially_deferred`, `ignore` |
//! | an active enum | `schema` |
//!
//! A member of an index is a column (by its name in the database, or that of its field) or an expression in parentheses, with what SQL has behind it:
//! `"title desc nulls last"`, `"title text_pattern_ops"`, `"(lower(title))"`, `"title(10)"`.
//!
//! Without this crate the same hints can stand in `#[cfg_attr(any(), limbeck(..))]`, which the compiler does not look into.
//!
//! ```compile_fail
//! #[derive(limbeck_derive::Limbeck)]
//! #[limbeck(indx(columns("a")))] // unknown key `indx`; did you mean `index`?
//! pub struct Model {
//!     pub a: i32,
//! }
//! ```
//!
//! The same of a hint that a declarative macro pastes:
//!
//! ```compile_fail
//! macro_rules! entity {
//!     ($(#[$hint:meta])*) => {
//!         #[derive(limbeck_derive::Limbeck)]
//!         $(#[$hint])*
//!         pub struct Model;
//!     };
//! }
//! entity!(#[limbeck(coment = "x")]); // unknown key `coment`; did you mean `comment`?
//! ```

mod item;

use proc_macro::TokenStream;

/// Checks the `#[limbeck(..)]` of a struct or enum, its fields and variants, and makes nothing.
#[proc_macro_derive(Limbeck, attributes(limbeck))]
pub fn limbeck(item: TokenStream) -> TokenStream {
    item::errors(item.into()).into()
}
