//! What the files say, and where a path leads: modules, `use` statements, definitions.

mod collect;
mod facts;
mod tree;
mod walk;

pub(crate) use collect::collect;
pub(crate) use facts::{ColumnFacts, DefinitionKind, EntityFacts, FileFacts, RelationFacts, Told};
pub(crate) use tree::{Definition, Placed, Target, Tree};
