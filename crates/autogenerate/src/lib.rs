//! Compares schemas and renders the difference as a revision file.
