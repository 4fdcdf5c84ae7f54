//! Types of columns: by the Rust type, by its path, and stated in every spelling.

pub mod arrays;
pub mod contradicting;
pub mod numbers;
pub mod paths;
pub mod servers;
pub mod shadowed;
pub mod stated;
pub mod texts;
pub mod times;
