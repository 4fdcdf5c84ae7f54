//! How fast Limbeck is: the schemas that it is measured with, and what is made of many runs.
//!
//! The program `limbeck-bench`, which `cargo xtask bench` runs, makes the schemas, fills real servers, and measures whole processes of the real command
//! against floors: the catalog read once, the sources parsed once, the database's own shell.
//!
//! Never here: a test that fails because a machine is slow.

pub mod revisions;
pub mod schema;
pub mod spread;
