//! Private; what is in it is known by another path.

pub mod a;
pub mod b;
