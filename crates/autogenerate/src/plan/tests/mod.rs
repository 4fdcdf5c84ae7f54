mod order;
pub(crate) mod properties;
mod random;
mod sequences;
