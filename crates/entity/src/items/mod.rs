//! What the files say, and where a path leads: modules, `use` statements, definitions.

mod collect;
mod crates;
mod facts;
mod frozen;
mod hand;
mod load;
mod module_path;
mod requests;
mod tree;
mod uses;
mod walk;

pub(crate) use collect::collect;
pub(crate) use facts::{
    ColumnFacts, ColumnTraitFacts, DefinitionKind, EntityFacts, EntityTraitFacts, FileFacts, IteratedEnum,
    KeyTraitFacts, ModelFacts, ModelField, ModuleFacts, RelationFacts, VariantFacts, WrittenEntity,
};
pub(crate) use load::load;
pub(crate) use tree::{Definition, Placed, Target, Tree};
pub(crate) use uses::Uses;
