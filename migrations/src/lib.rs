//! The revisions of the sample application's database.
//!
//! Each file in `src/versions` is one: its id, the revision that it follows, and the operations of both directions. A build script finds them, so a new
//! file is all that a revision takes. What is here never uses the entities: an old revision must not change when a model does.

include!(concat!(env!("OUT_DIR"), "/revisions.rs"));
