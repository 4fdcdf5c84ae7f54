//! From paths to facts: finding the files, and parsing them on all cores.

mod parse;
mod walk;

pub(crate) use parse::{Source, parse};
pub(crate) use walk::find;
