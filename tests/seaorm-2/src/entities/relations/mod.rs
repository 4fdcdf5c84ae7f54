//! Relations of the compact format: attributes, code, cycles, names.

pub mod apart;
pub mod cycles;
pub mod far;
pub mod long;
pub mod shapes;
pub mod written;
