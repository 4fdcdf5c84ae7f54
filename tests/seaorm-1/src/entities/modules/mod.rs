//! Layouts: folders, files beside folders, names of their own, private modules with public re-exports.

#![allow(non_snake_case, reason = "modules as some generators name them")]

pub mod CamelCase;
pub mod beside;
mod deep;
#[path = "elsewhere_file.rs"]
pub mod elsewhere;
pub mod folder;
pub mod hard;
pub mod own_names;
pub mod reexports;

pub use deep::{a, b::*};
