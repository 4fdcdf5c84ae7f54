//! Mixtures of the formats.

pub mod apart;
pub mod halves;
pub mod twins;
