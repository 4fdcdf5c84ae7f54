//! Reads SeaORM entities from Rust source into a schema, without compiling them.
