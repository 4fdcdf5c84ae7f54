use super::{
    Placed,
    facts::{ColumnTraitFacts, EntityTraitFacts, IdenFacts, IteratedEnum, KeyTraitFacts, ModelFacts, ModuleFacts},
};
use crate::hints::TableHints;

/// The parts of hand-written entities.
#[derive(Debug, Default)]
pub(crate) struct HandWritten {
    pub(crate) entity_traits: Vec<Placed<EntityTraitFacts>>,
    pub(crate) column_traits: Vec<Placed<ColumnTraitFacts>>,
    pub(crate) key_traits: Vec<Placed<KeyTraitFacts>>,
    pub(crate) iterated: Vec<Placed<IteratedEnum>>,
    pub(crate) idens: Vec<Placed<IdenFacts>>,
    pub(crate) models: Vec<Placed<ModelFacts>>,
    pub(crate) table_hints: Vec<Placed<(String, TableHints)>>,
}

impl HandWritten {
    /// Takes the parts out of a module's facts.
    pub(super) fn take(&mut self, module: usize, file: usize, facts: &mut ModuleFacts) {
        fn place<T>(module: usize, file: usize, from: &mut Vec<T>, to: &mut Vec<Placed<T>>) {
            to.extend(std::mem::take(from).into_iter().map(|facts| Placed { module, file, facts }));
        }
        place(module, file, &mut facts.entity_traits, &mut self.entity_traits);
        place(module, file, &mut facts.column_traits, &mut self.column_traits);
        place(module, file, &mut facts.key_traits, &mut self.key_traits);
        place(module, file, &mut facts.iterated, &mut self.iterated);
        place(module, file, &mut facts.idens, &mut self.idens);
        place(module, file, &mut facts.models, &mut self.models);
        place(module, file, &mut facts.table_hints, &mut self.table_hints);
    }
}
