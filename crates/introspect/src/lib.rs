//! Reads a live database into a schema with a constant number of catalog queries.
