//! What only a server can tell about a revision.
