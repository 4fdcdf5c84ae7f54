mod order;
mod properties;
mod random;
mod sequences;
