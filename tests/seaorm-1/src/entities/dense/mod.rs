//! The dense format: relations as fields.

pub mod hard;
pub mod mail;
pub mod school;
pub mod shapes;
pub mod staff;
