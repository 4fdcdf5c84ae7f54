//! What the files say, and where a path leads: modules, `use` statements, definitions.

mod collect;
mod crates;
mod facts;
mod frozen;
mod hand;
mod load;
mod macros;
mod module_path;
mod requests;
mod tree;
mod uses;
mod walk;

pub(crate) use collect::{collect, collect_expanded};
pub(crate) use facts::{
    ColumnFacts, ColumnTraitFacts, DefinitionKind, EntityFacts, EntityTraitFacts, FileFacts, IdenFacts, IteratedEnum,
    KeyTraitFacts, ModelFacts, ModelField, ModuleFacts, RelationFacts, VariantFacts, WrittenEntity,
};
pub(crate) use load::{load, load_texts};
pub(crate) use macros::Foreign;
pub(crate) use tree::{Definition, Placed, Target, Tree};
pub(crate) use uses::Uses;
