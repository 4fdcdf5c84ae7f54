//! Mixtures of the formats.

pub mod halves;
pub mod twins;
