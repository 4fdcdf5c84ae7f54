//! From the type of a field to the type of its column.

pub(crate) mod known;
mod resolve;
mod rust_type;
mod stated;
mod text;

pub(crate) use resolve::{Resolved, StatedEnum, Types};
pub(crate) use rust_type::{PathText, RustType, ends_as_text_or_uuid, option_by_text};
pub(crate) use stated::StatedTypes;
pub(crate) use text::{TypeText, of_expression, parse, stated, text};
