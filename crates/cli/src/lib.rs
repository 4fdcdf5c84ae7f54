//! The commands of the migration tool, as a library for every xtask and as a binary.
