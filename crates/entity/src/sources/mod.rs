//! From paths to facts: finding the files, deciding their conditions, and parsing them on all cores.

mod configure;
mod parse;
mod walk;

pub(crate) use parse::{Source, Task, parse};
pub(crate) use walk::find;
